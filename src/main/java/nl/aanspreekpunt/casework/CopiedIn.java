package nl.aanspreekpunt.casework;

import java.util.List;
import java.util.Optional;

/**
 * Others to whom who asks sent their message as well. Who of them answers takes part, hears that it
 * came in, and sees what was exchanged with them; the case stays its citizen's, who is written to
 * as before.
 */
final class CopiedIn {
  private CopiedIn() {}

  /**
   * Only who asked brings others in: not who was brought in, and not who is perhaps somebody else.
   */
  static void note(Draft draft, Arrival arrival, Match match) {
    boolean says = !arrival.automatic() && !match.uncertain() && arrival.sender() != null;
    if (says && !draft.care().wasCopied(arrival.sender())) {
      List<String> others =
          arrival.copied().stream().filter(one -> !takesPart(draft, one)).toList();
      draft.care(draft.care().copying(others));
    }
  }

  private static boolean takesPart(Draft draft, String address) {
    return draft.before.participants().stream()
        .anyMatch(one -> one.address().value().equals(address));
  }

  /** Notices go on to who was written to before. */
  static void stepsBack(Draft draft, String link) {
    boolean copied =
        draft
            .contact()
            .filter(one -> one.link().equals(link))
            .filter(one -> draft.before.care().wasCopied(one.address()))
            .isPresent();
    if (copied) {
      Optional.ofNullable(draft.before.contact()).ifPresent(draft::writesTo);
    }
  }
}
