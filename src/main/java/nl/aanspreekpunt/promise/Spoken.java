package nl.aanspreekpunt.promise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as small letters, figures and signs, to read moments in. Time grows with its length only.
 *
 * @param words in order
 */
record Spoken(List<Word> words) {
  /** A time, a date in figures, a number, letters, or a sign that parts what is said. */
  private static final Pattern WORD =
      Pattern.compile(
          "[aApP]\\.[mM]\\b\\.?|[aA]\\.[sS]\\b\\.?"
              + "|\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}[-/]\\d{1,2}[-/]\\d{4}|\\d{1,2}/\\d{1,2}"
              + "|\\d{1,2}[:.]\\d{2}(?!\\d)|\\d{1,4}|['’]s|\\p{L}+(?:['’]\\p{L}+)?|[,;!?()\\n-]|\\.");

  /**
   * @param text small letters, with a straight apostrophe
   * @param end exclusive
   */
  record Word(String text, int start, int end) {
    boolean in(Set<String> any) {
      return any.contains(text);
    }

    boolean sign() {
      return text.length() == 1 && !Character.isLetterOrDigit(text.charAt(0));
    }
  }

  static Spoken of(String text) {
    List<Word> words = new ArrayList<>();
    Matcher found = WORD.matcher(text);
    while (found.find()) {
      words.add(new Word(word(found.group()), found.start(), found.end()));
    }
    return new Spoken(List.copyOf(words));
  }

  private static String word(String written) {
    String word = written.toLowerCase(Locale.ROOT).replace('’', '\'').replace('ó', 'o');
    boolean shortened = word.length() > 2 && word.charAt(1) == '.' && word.charAt(0) != '.';
    return !shortened || Character.isDigit(word.charAt(0))
        ? word
        : word.startsWith("a.s") ? "aanstaande" : word.replace(".", "");
  }

  int size() {
    return words.size();
  }

  /** Empty beyond its ends. */
  String at(int index) {
    return index >= 0 && index < words.size() ? words.get(index).text() : "";
  }

  boolean at(int index, Set<String> any) {
    return any.contains(at(index));
  }

  /** These words in a row. */
  boolean row(int index, String... row) {
    for (int i = 0; i < row.length; i++) {
      if (!at(index + i).equals(row[i])) {
        return false;
      }
    }
    return true;
  }
}
