package nl.aanspreekpunt.citizen;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Compares subjects as people see them: without "Re:", "Antw:", "Fwd:" and their kind in the
 * languages of mail programs here (Dutch, English, German, Scandinavian, French, Italian, Polish),
 * counted ("Re[2]:") or repeated, and without spacing.
 */
public final class Subjects {
  private static final int LONGEST = 200;
  private static final Pattern LEAD =
      Pattern.compile(
          "^(?:(?:re|aw|antw|antwoord|betr|betreft|sv|odp|rif|"
              + "fw|fwd|doorst|doorgestuurd|wg|vs|vb|tr|rv|enc)"
              + "\\s*(?:[\\[(^]\\d{1,3}[\\])]?)?\\.?\\s*[:\uff1a]\\s*)+");
  private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Subjects() {}

  /** Equal for subjects that look alike; empty when there are no words. */
  public static String key(String subject) {
    String start = subject.strip().toLowerCase(Locale.ROOT);
    String bounded = start.substring(0, Math.min(LONGEST, start.length()));
    return NOT_WORDS.matcher(LEAD.matcher(bounded).replaceFirst("")).replaceAll(" ").strip();
  }
}
