package nl.aanspreekpunt.inbox;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What somebody wrote, without the message they answer: lines that start with {@code >} and what
 * says whose they are, and all after the heading that Outlook or Gmail puts above a message quoted
 * whole.
 */
final class OwnWords {
  private OwnWords() {}

  static String of(String text) {
    List<String> lines = text.lines().toList();
    StringBuilder own = new StringBuilder(text.length());
    for (int at = 0; at < lines.size() && !quotesTheRest(lines, at); at++) {
      String line = lines.get(at);
      own.append(line.startsWith(">") || attributes(plain(line)) ? "" : line).append('\n');
    }
    return own.toString();
  }

  private static boolean quotesTheRest(List<String> lines, int at) {
    String line = plain(lines.get(at));
    String next = at + 1 < lines.size() ? plain(lines.get(at + 1)) : "";
    if (line.startsWith("van:") || line.startsWith("from:")) {
      return Stream.of("verzonden:", "datum:", "aan:", "sent:", "date:", "to:")
          .anyMatch(next::startsWith);
    }
    boolean ruled = line.startsWith("-----");
    return line.startsWith("__________")
        || (ruled && (line.contains("bericht") || line.contains("message")))
        || (attributes(line) && !markedBelow(lines, at));
  }

  /** "Op di 24 nov 2026 om 10:12 schreef J. de Vries &lt;…&gt;:", also when broken in two. */
  private static boolean attributes(String line) {
    boolean who = line.endsWith(":") || line.endsWith("<") || line.contains("@");
    return line.equals("wrote:")
        || (who && line.startsWith("op ") && line.contains(" schreef "))
        || (who && line.startsWith("on ") && line.contains(" wrote"));
  }

  /** The quote is marked with {@code >}, so that own words may follow it. */
  private static boolean markedBelow(List<String> lines, int at) {
    return lines.subList(at + 1, Math.min(at + 4, lines.size())).stream()
        .anyMatch(line -> line.startsWith(">"));
  }

  private static String plain(String line) {
    return line.strip().replace("*", "").toLowerCase(Locale.ROOT);
  }
}
