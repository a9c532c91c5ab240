package nl.aanspreekpunt.setup.problems;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The first of many, which are said in the language of who reads.
 *
 * @param more there are others
 */
public record Some<T>(List<T> first, boolean more) {
  private static final int MOST_NAMED = 8;

  public Some {
    first = List.copyOf(first);
  }

  static <T> Some<T> of(List<T> all) {
    int named = Math.min(all.size(), MOST_NAMED);
    return new Some<>(all.subList(0, named), all.size() > named);
  }

  public String said(Function<T, String> words) {
    String all = first.stream().map(words).distinct().collect(Collectors.joining(", "));
    return more ? all + ", …" : all;
  }
}
