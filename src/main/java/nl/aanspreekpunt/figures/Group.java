package nl.aanspreekpunt.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.aanspreekpunt.council.Shown;

/**
 * The figures of a group of cases beside those of others.
 *
 * @param key its id; empty: of which it is not known
 * @param values one of each figure, in their order
 */
public record Group(String key, List<Value> values) {
  public Value of(Figure figure) {
    return values.get(figure.ordinal());
  }

  /** Those that are not shown, because it is about too few. */
  Set<Figure> hidden() {
    return values.stream()
        .filter(one -> one.says() == Shown.Says.TOO_FEW)
        .map(Value::figure)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The same, but for these: what a part says, says of the whole what is not shown of it. */
  Group without(Set<Figure> figures) {
    return new Group(
        key,
        values.stream()
            .map(
                one ->
                    figures.contains(one.figure()) && one.shown()
                        ? Value.hidden(one.figure())
                        : one)
            .toList());
  }

  static Group of(String key, Sums sums, Shown.Fewest fewest) {
    return new Group(
        key, Arrays.stream(Figure.values()).map(one -> Value.of(one, sums, fewest)).toList());
  }

  /**
   * Of parts that make a whole, which is shown as well. Of each figure, those that are not shown
   * must be enough together: else what they are follows from the whole and the others. So the
   * smallest that could be shown is hidden too, until they are.
   *
   * @param parts by key, in the order in which they are shown
   */
  static List<Group> of(Map<String, Sums> parts, Shown.Fewest fewest) {
    Map<Figure, List<String>> hidden = new EnumMap<>(Figure.class);
    for (Figure figure : Figure.values()) {
      hidden.put(figure, hidden(figure, parts, fewest));
    }
    return parts.entrySet().stream()
        .map(
            one ->
                new Group(
                    one.getKey(),
                    Arrays.stream(Figure.values())
                        .map(
                            figure ->
                                hidden.get(figure).contains(one.getKey())
                                    ? Value.hidden(figure)
                                    : Value.of(figure, one.getValue(), fewest))
                        .toList()))
        .toList();
  }

  private static List<String> hidden(Figure figure, Map<String, Sums> parts, Shown.Fewest fewest) {
    List<String> hidden = new ArrayList<>();
    parts.forEach(
        (key, sums) -> {
          if (Value.tooFew(figure, sums, fewest)) {
            hidden.add(key);
          }
        });
    while (Value.tooFew(figure, together(hidden, parts), fewest)) {
      Optional<String> smallest =
          parts.keySet().stream()
              .filter(key -> !hidden.contains(key) && figure.cases(parts.get(key)) > 0)
              .min(Comparator.comparing(key -> figure.cases(parts.get(key))));
      if (smallest.isEmpty()) {
        break;
      }
      hidden.add(smallest.get());
    }
    return hidden;
  }

  private static Sums together(List<String> keys, Map<String, Sums> parts) {
    return keys.stream().map(parts::get).reduce(Sums.NONE, Sums::plus);
  }
}
