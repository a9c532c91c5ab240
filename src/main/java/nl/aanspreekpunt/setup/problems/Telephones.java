package nl.aanspreekpunt.setup.problems;

import static nl.aanspreekpunt.setup.problems.Problem.What;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;

/**
 * Whether officials can be rung for citizens who call.
 *
 * @param rung whether an official (id) can be
 */
public record Telephones(Directory directory, Predicate<String> rung) {
  public List<Problem> problems(Instant now) {
    List<String> without =
        directory.officials().stream()
            .filter(one -> directory.employed(one.id(), now) && !rung.test(one.id()))
            .map(Official::name)
            .toList();
    return without.isEmpty()
        ? List.of()
        : List.of(Problem.of(What.NO_TELEPHONE, without.size(), Some.of(without)));
  }
}
