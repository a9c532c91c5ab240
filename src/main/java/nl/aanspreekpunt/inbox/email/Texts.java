package nl.aanspreekpunt.inbox.email;

/** Keeps what is read fit to be stored and shown. */
final class Texts {
  private Texts() {}

  /** Without control characters and the marks that turn the direction of what follows. */
  static String oneLine(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> !isDirection(c))
        .forEach(c -> clean.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
    return clean.toString().strip();
  }

  /** Lines end with LF, at most two empty ones follow each other, no control characters. */
  static String lines(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    int ends = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
        ends++;
        if (ends <= 3) {
          clean.append('\n');
        }
      } else if (c == '\t' || !Character.isISOControl(c)) {
        ends = 0;
        clean.append(c);
      }
    }
    return clean.toString().strip();
  }

  private static boolean isDirection(int c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }
}
