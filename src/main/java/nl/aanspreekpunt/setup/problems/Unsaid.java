package nl.aanspreekpunt.setup.problems;

import java.util.List;

/**
 * The municipality's own words that cannot be said any more.
 *
 * @param keys of the texts, each once
 */
public record Unsaid(List<String> keys) {
  public Unsaid {
    keys = List.copyOf(keys);
  }

  public List<Problem> problems() {
    return keys.isEmpty()
        ? List.of()
        : List.of(Problem.of(Problem.What.OWN_TEXT_UNSAID, keys.size(), Some.of(keys)));
  }
}
