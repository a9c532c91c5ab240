package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.principle.Summoning;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.Rung;

/** On whose Today a case stands. */
final class Concerned {
  private Concerned() {}

  /**
   * Official ids: who is responsible first. Nobody while it is closed.
   *
   * @param minded what somebody else sees to while its owner does not work
   */
  static List<String> by(Draft draft, List<Minding.Minded> minded) {
    if (!draft.open()) {
      return List.of();
    }
    Set<String> officials = new LinkedHashSet<>();
    officials.add(draft.responsible());
    draft.actors().forEach(officials::add);
    asked(draft.promises.open(), draft.responsibleSince()).forEach(officials::add);
    Summoning.concerns(draft).forEach(officials::add);
    minded.stream().map(Minding.Minded::official).forEach(officials::add);
    return List.copyOf(officials);
  }

  /**
   * Whom the ladder asked to see that somebody else gets it (official ids).
   *
   * @param since when responsibility last changed
   */
  static Stream<String> asked(List<Promise> open, Instant since) {
    return open.stream()
        .flatMap(promise -> promise.steps().stream())
        .filter(step -> step.does().equals(Rung.Does.REQUIRE_REASSIGNMENT.name()))
        .filter(step -> !step.at().isBefore(since))
        .map(Promise.Step::to);
  }
}
