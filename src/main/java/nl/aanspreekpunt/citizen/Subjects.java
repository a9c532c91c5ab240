package nl.aanspreekpunt.citizen;

import java.util.Locale;
import java.util.regex.Pattern;

/** Compares subjects as people see them: without "Re:", "Antw:", "Fwd:" and spacing. */
public final class Subjects {
  private static final int LONGEST = 200;
  private static final Pattern LEAD =
      Pattern.compile("^(?:(?:re|fw|fwd|antw|aw|betreft|doorst|tr)(?:\\[\\d+])?\\s*:\\s*)+");
  private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Subjects() {}

  /** Equal for subjects that look alike; empty when there are no words. */
  public static String key(String subject) {
    String start = subject.strip().toLowerCase(Locale.ROOT);
    String bounded = start.substring(0, Math.min(LONGEST, start.length()));
    return NOT_WORDS.matcher(LEAD.matcher(bounded).replaceFirst("")).replaceAll(" ").strip();
  }
}
