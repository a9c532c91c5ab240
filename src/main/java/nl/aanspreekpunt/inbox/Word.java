package nl.aanspreekpunt.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word in a text.
 *
 * @param text lower case, with a straight apostrophe
 * @param end exclusive
 * @param clause counts up at punctuation, at a blank line, and at a line that starts with a capital
 *     (a line broken by a mail program goes on in lower case)
 */
record Word(String text, int start, int end, int clause) {
  static List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    int clause = 0;
    int at = 0;
    while (at < text.length()) {
      int start = at;
      while (at < text.length() && inWord(text.charAt(at))) {
        at++;
      }
      if (at > start) {
        String word = text.substring(start, at).toLowerCase(Locale.ROOT).replace('’', '\'');
        words.add(new Word(word, start, at, clause));
      } else {
        clause += ends(text, at, words) ? 1 : 0;
        at++;
      }
    }
    return words;
  }

  private static boolean inWord(char c) {
    return Character.isLetterOrDigit(c) || c == '\'' || c == '’';
  }

  private static boolean ends(String text, int at, List<Word> words) {
    char next = at + 1 < text.length() ? text.charAt(at + 1) : '\n';
    return switch (text.charAt(at)) {
      case ',', ';', ':', '!', '?', '(', ')' -> true;
      case '.' -> Character.isWhitespace(next) && !abbreviates(at, words);
      case '\n' -> next == '\n' || Character.isUpperCase(next);
      default -> false;
    };
  }

  /** The last point of "s.v.p." ends no clause. */
  private static boolean abbreviates(int point, List<Word> words) {
    if (words.isEmpty()) {
      return false;
    }
    Word last = words.get(words.size() - 1);
    return last.end() == point && last.text().length() == 1;
  }
}
