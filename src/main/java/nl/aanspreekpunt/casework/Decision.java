package nl.aanspreekpunt.casework;

import java.util.List;
import java.util.Optional;

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

  /** For all that is to be mended at once, in the order of a form; empty when nothing is. */
  static Optional<Decision> refused(List<Refusal> all) {
    return all.isEmpty() ? Optional.empty() : Optional.of(new Refused(Refusal.of(all)));
  }
}
