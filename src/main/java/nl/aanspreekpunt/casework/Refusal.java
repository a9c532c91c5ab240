package nl.aanspreekpunt.casework;

import java.util.List;
import java.util.stream.Stream;

/**
 * Why an act is not done: a value, shown to whoever asked.
 *
 * @param code stable, kebab case; also the key of its text ({@code refusal.<code>})
 * @param field what to mend; null when it is not one field
 * @param others what else is to be mended, each in a field of its own; none has others itself
 */
public record Refusal(String code, String field, List<Refusal> others) {
  public Refusal {
    others = List.copyOf(others);
  }

  public Refusal(String code, String field) {
    this(code, field, List.of());
  }

  /**
   * For all that is to be mended at once.
   *
   * @param all in the order of a form; never empty
   */
  public static Refusal of(List<Refusal> all) {
    return new Refusal(all.get(0).code(), all.get(0).field(), all.subList(1, all.size()));
  }

  /** This one, and what else there is to mend. */
  public List<Refusal> all() {
    return Stream.concat(Stream.of(new Refusal(code, field)), others.stream()).toList();
  }
}
