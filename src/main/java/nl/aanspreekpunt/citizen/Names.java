package nl.aanspreekpunt.citizen;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares names as people write them now and then: "J. de Boer", "Jan de Boer", "DE BOER". */
final class Names {
  private Names() {}

  /** Some two of them have nothing that the other may have left out. */
  static boolean ofSeveral(List<String> names) {
    List<Set<String>> all =
        names.stream().map(Names::words).filter(words -> !words.isEmpty()).distinct().toList();
    return all.stream().anyMatch(one -> all.stream().anyMatch(other -> differ(one, other)));
  }

  private static boolean differ(Set<String> one, Set<String> other) {
    return !one.containsAll(other) && !other.containsAll(one);
  }

  /** Without initials. */
  private static Set<String> words(String name) {
    return Stream.of(name.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1))
        .filter(word -> word.length() > 1)
        .collect(Collectors.toSet());
  }
}
