package nl.aanspreekpunt.inbox.email;

import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * The words of a text in RTF, as Outlook wraps it in a winmail.dat: also when it holds HTML
 * (MS-OXRTFEX), whose tags are then left out.
 */
final class RtfText {
  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final Set<String> UNSEEN =
      Set.of(
          "fonttbl",
          "colortbl",
          "stylesheet",
          "info",
          "pict",
          "themedata",
          "header",
          "footer",
          "generator",
          "htmltag",
          "mhtmltag",
          "listtable",
          "listoverridetable",
          "xmlnstbl",
          "datastore",
          "latentstyles",
          "colorschememapping",
          "object",
          "fldinst");
  private static final int DEEPEST = 1000;

  private final String rtf;
  private final StringBuilder out = new StringBuilder();
  private final Deque<Boolean> groups = new ArrayDeque<>();
  private boolean seen = true;
  private boolean raw;
  private int skip;
  private int at;

  private RtfText(String rtf) {
    this.rtf = rtf;
  }

  static String of(String rtf) {
    RtfText text = new RtfText(rtf);
    text.read();
    return text.out.toString();
  }

  private void read() {
    while (at < rtf.length() && out.length() < Budget.LONGEST_TEXT) {
      char c = rtf.charAt(at++);
      switch (c) {
        case '{' -> {
          if (groups.size() > DEEPEST) {
            return;
          }
          groups.push(seen);
        }
        case '}' -> seen = groups.isEmpty() || groups.pop();
        case '\\' -> control();
        case '\r', '\n' -> {}
        default -> say(c);
      }
    }
  }

  private void say(char c) {
    if (skip > 0) {
      skip--;
    } else if (seen && !raw) {
      out.append(c);
    }
  }

  private void control() {
    if (at >= rtf.length()) {
      return;
    }
    char c = rtf.charAt(at);
    if (Character.isLetter(c)) {
      word();
      return;
    }
    at++;
    switch (c) {
      case '\'' -> {
        int end = Math.min(at + 2, rtf.length());
        int high = end - at == 2 ? Character.digit(rtf.charAt(at), 16) : -1;
        int low = high < 0 ? -1 : Character.digit(rtf.charAt(at + 1), 16);
        at = end;
        if (low >= 0) {
          say(new String(new byte[] {(byte) (high << 4 | low)}, WESTERN).charAt(0));
        }
      }
      case '*' -> seen = false;
      case '~' -> say('\u00a0');
      case '\\', '{', '}' -> say(c);
      default -> {}
    }
  }

  private void word() {
    int from = at;
    while (at < rtf.length() && Character.isLetter(rtf.charAt(at))) {
      at++;
    }
    String word = rtf.substring(from, at);
    int value = at;
    if (at < rtf.length() && rtf.charAt(at) == '-') {
      at++;
    }
    while (at < rtf.length() && at - value < 9 && Character.isDigit(rtf.charAt(at))) {
      at++;
    }
    String number = rtf.substring(value, at);
    if (at < rtf.length() && rtf.charAt(at) == ' ') {
      at++;
    }
    if (UNSEEN.contains(word)) {
      seen = false;
      return;
    }
    switch (word) {
      case "par", "line", "row", "sect", "page" -> say('\n');
      case "tab", "cell" -> say('\t');
      case "lquote", "rquote" -> say('\'');
      case "ldblquote", "rdblquote" -> say('"');
      case "endash", "emdash" -> say('-');
      case "bullet" -> say('•');
      case "htmlrtf" -> raw = !number.equals("0");
      case "u" -> unicode(number);
      default -> {}
    }
  }

  /** What follows is for readers that know no Unicode: one character, as everybody writes it. */
  private void unicode(String number) {
    if (number.isEmpty() || number.equals("-")) {
      return;
    }
    say((char) Integer.parseInt(number));
    skip = 1;
  }
}
