package nl.aanspreekpunt.inbox.email;

import java.util.Locale;
import java.util.Set;

/** Dutch or English, by what the mail says (RFC 3282), else by its small words. */
final class Language {
  private static final int ENOUGH = 4000;
  private static final Set<String> DUTCH =
      Set.of(
          "de", "het", "een", "ik", "en", "van", "niet", "dat", "voor", "mijn", "met", "op", "zijn",
          "heb", "wij", "u", "naar", "bij", "ook", "geen", "graag", "groet", "beste", "wat", "kan");
  private static final Set<String> ENGLISH =
      Set.of(
          "the", "a", "i", "and", "of", "not", "that", "for", "my", "with", "on", "are", "have",
          "you", "to", "at", "also", "no", "please", "regards", "dear", "what", "can", "your");

  private Language() {}

  static String of(String declared, String subject, String text) {
    String said = declared.toLowerCase(Locale.ROOT);
    if (said.startsWith("nl") || said.startsWith("en")) {
      return said.substring(0, 2);
    }
    String words = subject + " " + text.substring(0, Math.min(text.length(), ENOUGH));
    int english = 0;
    for (String word : words.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
      english += ENGLISH.contains(word) ? 1 : 0;
      english -= DUTCH.contains(word) ? 1 : 0;
    }
    return english > 0 ? "en" : "nl";
  }
}
