package nl.aanspreekpunt.routing.learned;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which words a model may hold: those of several people's questions. A name, a number or an address
 * of one person is none of them.
 */
final class TopicWords {
  private static final int LONGEST_TEXT = 2_000;
  private static final int SHORTEST_WORD = 3;

  /** A word that fewer people used is left out. */
  private static final int LEAST_ASKERS = 3;

  private static final Pattern BETWEEN = Pattern.compile("[^a-z]+");

  private TopicWords() {}

  static String[] of(String text) {
    String plain =
        Normalizer.normalize(
                text.substring(0, Math.min(LONGEST_TEXT, text.length())), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT);
    return BETWEEN
        .splitAsStream(plain)
        .filter(word -> word.length() >= SHORTEST_WORD)
        .toArray(String[]::new);
  }

  /** Those that several people used. */
  static Set<String> shared(List<Example> examples) {
    Map<String, Set<String>> askers = new HashMap<>();
    for (Example one : examples) {
      String asker = one.citizen() == null ? one.id() : one.citizen();
      for (String word : of(one.text())) {
        askers.computeIfAbsent(word, any -> new HashSet<>()).add(asker);
      }
    }
    askers.values().removeIf(some -> some.size() < LEAST_ASKERS);
    return Set.copyOf(askers.keySet());
  }
}
