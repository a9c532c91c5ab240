package nl.aanspreekpunt.inbox;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What one line of a mail says of the lines below it. Each rule looks at a bounded number of
 * characters, and none uses a pattern that can go back over what it read.
 */
final class QuoteLines {
  private static final int LONGEST = 400;

  /** Above a message that is quoted whole: who wrote it (Outlook, Exchange, Notes, Samsung). */
  private static final List<String> FROM = List.of("van:", "from:");

  private static final List<String> LABELS =
      List.of(
          "verzonden:",
          "verstuurd:",
          "datum:",
          "aan:",
          "cc:",
          "onderwerp:",
          "betreft:",
          "sent:",
          "date:",
          "to:",
          "subject:",
          "beantwoorden aan:",
          "reply-to:",
          "reply to:");

  private static final List<String> FORWARDS =
      List.of("doorgestuurd", "doorgezonden", "forwarded", "fwd message");

  private static final List<String> RULED =
      List.of(
          "oorspronkelijk bericht",
          "oorspronkelijke bericht",
          "origineel bericht",
          "original message",
          "original appointment",
          "oorspronkelijke afspraak",
          "antwoord bericht",
          "reply message");

  private static final List<String> SENT =
      List.of(
          "verzonden vanaf",
          "verstuurd vanaf",
          "verzonden vanuit",
          "verstuurd vanuit",
          "verzonden met",
          "verstuurd met",
          "verzonden via",
          "verstuurd via",
          "sent from",
          "sent with",
          "sent via",
          "get outlook for",
          "download outlook voor",
          "outlook voor",
          "haal outlook voor");

  private static final Set<String> DEVICES =
      Set.of(
          "iphone",
          "ipad",
          "samsung",
          "galaxy",
          "android",
          "ios",
          "outlook",
          "windows",
          "mail",
          "yahoo",
          "blackberry",
          "huawei",
          "xiaomi",
          "nokia",
          "smartphone",
          "telefoon",
          "phone",
          "tablet",
          "mobiel",
          "mobile",
          "protonmail",
          "proton",
          "gmail",
          "webmail");

  private QuoteLines() {}

  /** Lower case, without the stars of bold text and marks that nobody sees. */
  static String plain(String line) {
    String shown = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    StringBuilder plain = new StringBuilder(shown.length());
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      if (c == '\u00a0' || c == '\t') {
        plain.append(' ');
      } else if (c != '*' && c != '\u200b' && c != '\ufeff' && c != '\u200e') {
        plain.append(c);
      }
    }
    return plain.toString().strip().toLowerCase(Locale.ROOT);
  }

  static boolean isFrom(String plain) {
    return FROM.stream().anyMatch(plain::startsWith);
  }

  static boolean isSent(String plain) {
    return plain.startsWith("verzonden:") || plain.startsWith("sent:");
  }

  static boolean isLabel(String plain) {
    return LABELS.stream().anyMatch(plain::startsWith);
  }

  /** How many other labels stand in the same line, for headers that were glued together. */
  static int gluedLabels(String plain) {
    int found = 0;
    for (String label : LABELS) {
      int at = plain.indexOf(label);
      found += at > 4 ? 1 : 0;
    }
    return found;
  }

  /** "-----Oorspronkelijk bericht-----", also "-----Jan schreef: -----" as iNotes has it. */
  static boolean isRule(String plain) {
    boolean ruled = plain.startsWith("---") && plain.endsWith("--");
    return (ruled && (names(plain) || wrote(plain))) || begins(plain);
  }

  /** "Begin doorgestuurd bericht:", as Apple Mail has it. */
  private static boolean begins(String plain) {
    return plain.length() < 40
        && plain.startsWith("begin ")
        && (plain.contains("bericht") || plain.contains("message"))
        && FORWARDS.stream().anyMatch(plain::contains);
  }

  static boolean isForwardRule(String plain) {
    return isRule(plain) && FORWARDS.stream().anyMatch(plain::contains);
  }

  private static boolean names(String plain) {
    return RULED.stream().anyMatch(plain::contains)
        || FORWARDS.stream().anyMatch(plain::contains)
        || (plain.contains("bericht") && plain.length() < 60)
        || (plain.contains("message") && plain.length() < 60);
  }

  /** The line that Outlook draws above the header of the message it quotes. */
  static boolean isOutlookLine(String plain) {
    return plain.startsWith("__________") && plain.chars().allMatch(c -> c == '_');
  }

  static boolean mayAttribute(String plain) {
    return plain.startsWith("op ")
        || plain.startsWith("on ")
        || plain.startsWith("at ")
        || plain.startsWith("le ")
        || wrote(plain);
  }

  private static boolean wrote(String plain) {
    return plain.contains("schreef") || plain.contains("wrote") || plain.contains("geschreven");
  }

  /**
   * "Op di 24 nov 2026 om 10:12 schreef J. de Vries &lt;…&gt;:" and its kind.
   *
   * @param plain lines of it joined by a space
   */
  static boolean attributes(String plain) {
    if (!plain.endsWith(":") || !wrote(plain)) {
      return false;
    }
    boolean begins = plain.startsWith("op ") || plain.startsWith("on ") || plain.startsWith("at ");
    boolean ends =
        plain.endsWith("schreef:") || plain.endsWith("wrote:") || plain.endsWith("geschreven:");
    return begins || ends || plain.contains(" schreef op ") || plain.contains(" wrote on ");
  }

  /** It names an address or a time, as programs do and people do not. */
  static boolean byProgram(String plain) {
    return plain.indexOf('@') >= 0 || hasTime(plain);
  }

  private static boolean hasTime(String plain) {
    for (int i = 1; i + 2 < plain.length(); i++) {
      if ((plain.charAt(i) == ':' || plain.charAt(i) == '.')
          && digit(plain, i - 1)
          && digit(plain, i + 1)
          && digit(plain, i + 2)) {
        return true;
      }
    }
    return false;
  }

  private static boolean digit(String plain, int at) {
    char c = plain.charAt(at);
    return c >= '0' && c <= '9';
  }

  /**
   * Where an attribution begins that was glued to the words before it; -1 when there is none.
   *
   * @param line as it was written
   */
  static int gluedAttribution(String line) {
    if (line.length() > 4 * LONGEST || !line.strip().endsWith(":") || !wrote(line)) {
      return -1;
    }
    int at = Math.max(line.lastIndexOf("Op "), line.lastIndexOf("On "));
    if (at <= 0) {
      return -1;
    }
    String rest = plain(line.substring(at));
    return attributes(rest) && byProgram(rest) ? at : -1;
  }

  /** "Verzonden vanaf mijn iPhone": a line alone that names what it was written on. */
  static boolean isDevice(String plain) {
    if (plain.length() > 80 || plain.isEmpty() || SENT.stream().noneMatch(plain::startsWith)) {
      return false;
    }
    for (String word : plain.split("[^\\p{L}]+")) {
      if (DEVICES.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
