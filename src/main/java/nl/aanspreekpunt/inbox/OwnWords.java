package nl.aanspreekpunt.inbox;

import java.util.List;

/** What somebody wrote, without the message they answer or pass on; see {@link Quotes}. */
final class OwnWords {
  private OwnWords() {}

  /** With their signature, where their telephone number may stand. */
  static String of(String text) {
    return without(text, Quotes.in(null, text), false);
  }

  static String without(String text, List<Fold> folds, boolean signatures) {
    if (folds.isEmpty()) {
      return text;
    }
    StringBuilder own = new StringBuilder(text.length());
    int at = 0;
    for (Fold fold : folds) {
      if (signatures || fold.kind() != Fold.Kind.SIGNATURE) {
        own.append(text, at, fold.from()).append('\n');
        at = fold.to();
      }
    }
    return own.append(text, at, text.length()).toString();
  }
}
