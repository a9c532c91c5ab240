package nl.aanspreekpunt.citizen;

import java.util.Optional;

/**
 * Where a citizen can be reached, normalised: an email address in lower case, or a phone number in
 * E.164. Equal addresses are the same identity document.
 */
public record Address(Kind kind, String value) {
  public enum Kind {
    EMAIL,
    PHONE
  }

  private static final String MAIL = "mailto:";
  private static final String PHONE = "tel:";

  /** The identity document's id. */
  public String id() {
    return (kind == Kind.EMAIL ? MAIL : PHONE) + value;
  }

  /** The address of an identity document; empty when that is no such id. */
  public static Optional<Address> ofId(String id) {
    if (id.startsWith(MAIL)) {
      return Optional.of(new Address(Kind.EMAIL, id.substring(MAIL.length())));
    }
    return id.startsWith(PHONE)
        ? Optional.of(new Address(Kind.PHONE, id.substring(PHONE.length())))
        : Optional.empty();
  }

  /** For logs: enough to tell two apart, too little to write to. */
  public String masked() {
    int at = value.indexOf('@');
    return kind == Kind.EMAIL && at > 0
        ? value.charAt(0) + "…" + value.substring(at)
        : "…" + value.substring(Math.max(0, value.length() - 3));
  }
}
