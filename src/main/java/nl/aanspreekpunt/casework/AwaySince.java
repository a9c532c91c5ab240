package nl.aanspreekpunt.casework;

import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.official.Absence;

/**
 * A case was opened as of when its message came, and its official went away after that: when their
 * absence began it was not among their open cases yet, so it is looked at here. Nothing when they
 * are here, or were away already; again: nothing changes.
 */
public record AwaySince() implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    return from(before, moment)
        .flatMap(one -> Deputising.of(before, one, moment))
        .map(
            acts ->
                new Covering(acts, Covering.ABSENCE, new Together(null, Map.of(before.id(), acts)))
                    .on(before, moment))
        .orElseGet(() -> new Decision.Unchanged(before));
  }

  /** The absence that began since; empty when there is none. */
  public static Optional<Absence> from(Case one, Moment moment) {
    return moment
        .directory()
        .absence(one.official(), moment.now())
        .filter(away -> !away.presumed() && away.from().isAfter(one.openedAt()));
  }
}
