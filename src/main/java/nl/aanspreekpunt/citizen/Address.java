package nl.aanspreekpunt.citizen;

/**
 * Where a citizen can be reached, normalised: an email address in lower case, or a phone number in
 * E.164. Equal addresses are the same identity document.
 */
public record Address(Kind kind, String value) {
  public enum Kind {
    EMAIL,
    PHONE
  }

  /** The identity document's id. */
  public String id() {
    return (kind == Kind.EMAIL ? "mailto:" : "tel:") + value;
  }

  /** For logs: enough to tell two apart, too little to write to. */
  public String masked() {
    int at = value.indexOf('@');
    return kind == Kind.EMAIL && at > 0
        ? value.charAt(0) + "…" + value.substring(at)
        : "…" + value.substring(Math.max(0, value.length() - 3));
  }
}
