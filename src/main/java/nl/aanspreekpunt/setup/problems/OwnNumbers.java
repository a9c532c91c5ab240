package nl.aanspreekpunt.setup.problems;

import java.util.ArrayList;
import java.util.List;
import nl.aanspreekpunt.setup.problems.Problem.What;

/**
 * The municipality's telephone numbers, as the provider has them.
 *
 * @param absent those that it does not have
 * @param elsewhere those whose text messages it brings elsewhere
 */
public record OwnNumbers(List<String> absent, List<String> elsewhere) {
  public static final OwnNumbers FINE = new OwnNumbers(List.of(), List.of());

  public OwnNumbers {
    absent = List.copyOf(absent);
    elsewhere = List.copyOf(elsewhere);
  }

  public List<Problem> problems() {
    List<Problem> found = new ArrayList<>();
    if (!absent.isEmpty()) {
      found.add(Problem.of(What.NUMBER_NOT_THERE, Some.of(absent)));
    }
    if (!elsewhere.isEmpty()) {
      found.add(Problem.of(What.NUMBER_ELSEWHERE, Some.of(elsewhere)));
    }
    return found;
  }
}
