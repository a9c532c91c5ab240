package nl.aanspreekpunt.promise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A text parted at the end of a sentence, of a paragraph and of an item in a list. What is quoted
 * or asked is left out. Time grows with its length only.
 */
final class SpokenSentences {
  private static final int LONGEST = 600;
  private static final String ITEM = "-*•";

  /** A point after these ends no sentence when it goes on with a small letter or a figure. */
  private static final Set<String> SHORT =
      Set.of(
          ("jan feb mrt apr jun jul aug sep sept okt oct nov dec nl ca resp nr no tel evt incl excl"
                  + " max min uur st u")
              .split(" "));

  /** Nor after these, whatever follows. */
  private static final Set<String> TITLES =
      Set.of("dhr", "mevr", "mw", "mr", "mrs", "ms", "dr", "drs", "ing", "ir", "prof");

  private static final Pattern QUOTED =
      Pattern.compile("“[^”]{0,600}”|„[^”]{0,600}”|\"[^\"]{0,600}\"");

  private SpokenSentences() {}

  static List<String> in(String text) {
    List<String> all = new ArrayList<>();
    StringBuilder one = new StringBuilder();
    boolean quoted = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean lineStarts = at == 0 || text.charAt(at - 1) == '\n';
      quoted = lineStarts ? c == '>' : quoted;
      char next = at + 1 < text.length() ? text.charAt(at + 1) : '\n';
      boolean stop = c == '!' || c == ';' || (c == '.' && stops(text, at, next));
      boolean paragraph = c == '\n' && (next == '\n' || ITEM.indexOf(next) >= 0);
      if (c == '?') {
        one.setLength(0);
      } else if (stop || paragraph) {
        end(one, all);
      } else if (!quoted) {
        one.append(c == '\n' || c == '\r' ? ' ' : c);
      }
    }
    end(one, all);
    return all;
  }

  private static boolean stops(String text, int point, char next) {
    if (!Character.isWhitespace(next)) {
      return false;
    }
    int start = point;
    while (start > 0 && point - start < 10 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    String word = text.substring(start, point).toLowerCase(Locale.ROOT);
    boolean letters = word.length() == 1 && start > 0 && text.charAt(start - 1) == '.';
    if (TITLES.contains(word)) {
      return false;
    }
    return !(letters || SHORT.contains(word)) || !goesOn(text, point + 1);
  }

  /** With a small letter or a figure, on the same line. */
  private static boolean goesOn(String text, int from) {
    int at = from;
    while (at < text.length() && at - from < 3 && text.charAt(at) == ' ') {
      at++;
    }
    return at < text.length()
        && (Character.isLowerCase(text.charAt(at)) || Character.isDigit(text.charAt(at)));
  }

  private static void end(StringBuilder one, List<String> all) {
    String sentence = one.toString().strip();
    one.setLength(0);
    if (!sentence.isEmpty() && sentence.length() <= LONGEST) {
      all.add(sentence);
    }
  }

  /** The sentence with blanks where somebody else's words stand, at the same places. */
  static String own(String sentence) {
    return QUOTED.matcher(sentence).replaceAll(found -> " ".repeat(found.group().length()));
  }
}
