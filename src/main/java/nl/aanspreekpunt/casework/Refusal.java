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

  /** This one, and what else there is to mend. */
  public List<Refusal> all() {
    return Stream.concat(Stream.of(new Refusal(code, field)), others.stream()).toList();
  }
}
