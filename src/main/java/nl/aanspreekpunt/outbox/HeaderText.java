package nl.aanspreekpunt.outbox;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may stand in a mail header, whatever a fact holds. */
final class HeaderText {
  private static final int LONGEST = 200;
  private static final int MOST_IDS = 20;

  /** One address without a display name: RFC 5321 dot-string at a domain, ASCII. */
  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9.-]{1,253}");

  /** RFC 5322, section 3.6.4, narrowed to what other systems write. */
  private static final Pattern MESSAGE_ID = Pattern.compile("<[!-;=?-~]{1,250}>");

  private HeaderText() {}

  /** One line: control characters and line separators become a space; at most 200 characters. */
  static String line(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
    int end = Math.min(LONGEST, line.length());
    return line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, end)));
  }

  static boolean isAddress(String text) {
    return ADDRESS.matcher(text).matches();
  }

  /** The Message-IDs in a fact, in order, the last 20; empty when there are none. */
  static List<String> messageIds(String fact) {
    if (fact == null) {
      return List.of();
    }
    Matcher ids = MESSAGE_ID.matcher(fact);
    List<String> found = ids.results().map(id -> id.group()).toList();
    return found.subList(Math.max(0, found.size() - MOST_IDS), found.size());
  }
}
