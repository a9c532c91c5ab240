package nl.aanspreekpunt.inbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words to find in a row, within one clause. */
record Phrase(List<Part> parts) {
  /**
   * @param gap how many other words may stand before it
   * @param any it is one of these
   */
  record Part(int gap, Set<String> any) {}

  /** One phrase a line: {@code bel|belt ~2 mij|me}, where ~2 is up to two words in between. */
  static Map<String, List<Phrase>> byFirstWord(String lines) {
    Map<String, List<Phrase>> phrases = new HashMap<>();
    lines
        .lines()
        .map(Phrase::parse)
        .forEach(
            phrase -> {
              for (String word : phrase.parts().get(0).any()) {
                phrases.computeIfAbsent(word, first -> new ArrayList<>()).add(phrase);
              }
            });
    return Map.copyOf(phrases);
  }

  private static Phrase parse(String line) {
    List<Part> parts = new ArrayList<>();
    int gap = 0;
    for (String word : line.split(" ", -1)) {
      if (word.startsWith("~")) {
        gap = Integer.parseInt(word.substring(1));
      } else {
        parts.add(new Part(gap, Set.of(word.split("\\|", -1))));
        gap = 0;
      }
    }
    return new Phrase(List.copyOf(parts));
  }

  /** The index after its last word when the phrase starts at {@code first}; -1 when it does not. */
  int endIn(List<Word> words, int first) {
    return end(words, first, 0, words.get(first).clause());
  }

  private int end(List<Word> words, int at, int part, int clause) {
    if (part == parts.size()) {
      return at;
    }
    Part wanted = parts.get(part);
    int last = Math.min(at + wanted.gap(), words.size() - 1);
    for (int here = at; here <= last && words.get(here).clause() == clause; here++) {
      if (wanted.any().contains(words.get(here).text())) {
        int end = end(words, here + 1, part + 1, clause);
        if (end >= 0) {
          return end;
        }
      }
    }
    return -1;
  }
}
