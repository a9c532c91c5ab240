package nl.aanspreekpunt.casework;

/** What an act comes to. */
public sealed interface Decision {
  /** The case as it will be, its notices in {@code pending}. */
  record Changed(Case after) implements Decision {}

  /** Nothing to do: it was done before, or is no longer due. */
  record Unchanged(Case as) implements Decision {}

  record Refused(Refusal refusal) implements Decision {}

  static Decision refused(String code) {
    return new Refused(new Refusal(code, null));
  }

  static Decision refused(String code, String field) {
    return new Refused(new Refusal(code, field));
  }
}
