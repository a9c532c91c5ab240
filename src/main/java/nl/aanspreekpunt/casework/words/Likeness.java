package nl.aanspreekpunt.casework.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How much two texts are alike: the words that stand in both, as a part of the words of the shorter
 * one (the overlap coefficient). Words are compared by their first seven letters, so that
 * "formulier" is "formulieren"; short and common words do not count. It only suggests, and shows
 * the words it rests on.
 */
public final class Likeness {
  /** From here on it is suggested: three words of ten. */
  public static final double ALIKE = 0.3;

  private static final int FEWEST = 2;
  private static final int STEM = 7;
  private static final int SHORTEST = 4;
  private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Set<String> COMMON =
      Set.of(
          "niet",
          "deze",
          "door",
          "voor",
          "maar",
          "zijn",
          "haar",
          "hebben",
          "heeft",
          "moet",
          "moeten",
          "worden",
          "wordt",
          "geen",
          "over",
          "naar",
          "omdat",
          "daarom",
          "alleen",
          "kunnen",
          "inwoner",
          "inwoners",
          "bewoner",
          "burger",
          "iemand",
          "mensen",
          "meer",
          "weer",
          "waar",
          "wanneer",
          "regel",
          "regels",
          "dient",
          "helpt",
          "zouden",
          "veel",
          "werd",
          "bent",
          "that",
          "this",
          "they",
          "them",
          "have",
          "with",
          "from",
          "must",
          "because",
          "only",
          "rule",
          "which",
          "would",
          "should",
          "citizen",
          "people",
          "when",
          "what",
          "there",
          "about");

  private Likeness() {}

  /**
   * @param share from 0 to 1
   * @param words those that stand in both, as the first text has them
   */
  public record Shared(double share, List<String> words) {
    public boolean alike() {
      return words.size() >= FEWEST && share >= ALIKE;
    }
  }

  public static Shared of(String one, String other) {
    Map<String, String> first = words(one);
    Map<String, String> second = words(other);
    List<String> both = new ArrayList<>();
    first.forEach(
        (stem, word) -> {
          if (second.containsKey(stem)) {
            both.add(word);
          }
        });
    int least = Math.min(first.size(), second.size());
    return new Shared(least == 0 ? 0 : (double) both.size() / least, both);
  }

  /** The words that count, by their first letters, as they stand there first. */
  public static Map<String, String> words(String text) {
    Map<String, String> words = new LinkedHashMap<>();
    for (String word : NOT_WORDS.split(text.toLowerCase(Locale.ROOT))) {
      if (word.length() >= SHORTEST && !COMMON.contains(word)) {
        words.putIfAbsent(word.substring(0, Math.min(STEM, word.length())), word);
      }
    }
    return words;
  }
}
