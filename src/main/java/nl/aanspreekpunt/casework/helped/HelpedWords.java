package nl.aanspreekpunt.casework.helped;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An answer to "are you helped?" in a text message: a figure, or yes or no, and nothing else. More
 * than that is a message that a person reads.
 *
 * @param heard null: that was not said
 */
public record HelpedWords(boolean helped, Boolean heard) {
  private static final HelpedWords YES = new HelpedWords(true, true);
  private static final HelpedWords NO = new HelpedWords(false, null);
  private static final HelpedWords NOT_HEARD = new HelpedWords(true, false);

  private static final Map<String, HelpedWords> WORDS =
      Map.of(
          "1", YES, "ja", YES, "yes", YES, "2", NO, "nee", NO, "neen", NO, "no", NO, "3",
          NOT_HEARD);

  /** Empty when it is something else. */
  public static Optional<HelpedWords> in(String text) {
    if (text == null || text.length() > 40) {
      return Optional.empty();
    }
    String word = text.strip().toLowerCase(Locale.ROOT).replaceAll("[.!,\\s]+$", "");
    return Optional.ofNullable(WORDS.get(word));
  }
}
