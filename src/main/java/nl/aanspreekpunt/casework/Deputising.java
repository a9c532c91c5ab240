package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.official.Absence.Gets;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Team;

/**
 * Who acts in a case while its responsible official is away. What the deputy does not get and is
 * due before the official is back goes to the coordinator: it never waits for somebody who is not
 * there.
 */
public final class Deputising {
  private Deputising() {}

  /** In a case that is open when the absence begins; empty when it can wait. */
  static Optional<String> of(Case one, Absence absence, Moment moment) {
    return of(one.official(), one.dueAt(), one.barred(), absence, moment);
  }

  private static Optional<String> of(
      String official, Instant due, List<String> barred, Absence absence, Moment moment) {
    boolean waits = waits(official, due, moment);
    return switch (absence.gets()) {
      case ALL -> deputy(official, due, barred, moment);
      case DUE -> waits ? Optional.empty() : deputy(official, due, barred, moment);
      case NEW -> waits ? Optional.empty() : coordinator(official, due, barred, moment);
    };
  }

  /**
   * Responsibility has just come to somebody who is away: whoever acts meanwhile does so from now
   * on, and is who speaks to the citizen (official id). The responsible official when that can wait
   * for them.
   */
  static String passedOn(Draft draft) {
    String official = draft.responsible();
    Optional<String> acts =
        draft
            .directory()
            .absence(official, draft.now())
            .flatMap(
                away ->
                    of(official, draft.earliestDue(), draft.before.barred(), away, draft.moment))
            .filter(one -> !one.equals(official));
    acts.ifPresent(one -> draft.act(null, one, official, Covering.ABSENCE));
    return acts.orElse(official);
  }

  /** A message came in, which waits for this promise: whoever is to answer acts from now on. */
  public static void takeIn(Draft draft, Instant due) {
    String official = draft.responsible();
    Optional<Absence> away = draft.directory().absence(official, draft.now());
    if (away.isEmpty() || draft.actsHere()) {
      return;
    }
    if (away.get().gets() != Gets.DUE || !waits(official, due, draft.moment)) {
      deputy(official, due, draft.before.barred(), draft.moment)
          .filter(acts -> !acts.equals(official))
          .ifPresent(acts -> draft.act(null, acts, official, Covering.ABSENCE));
    }
  }

  /** When the official works again, as a fact of a notice; empty when nobody knows. */
  static Optional<String> back(String official, Moment moment) {
    Directory directory = moment.directory();
    return directory.absence(official, moment.now()).isEmpty()
        ? Optional.empty()
        : directory.back(official, moment.now()).map(Instant::toString);
  }

  /** Nothing is due before the official works again. */
  private static boolean waits(String official, Instant due, Moment moment) {
    return due == null || moment.directory().works(official, moment.now(), due);
  }

  private static Optional<String> deputy(
      String official, Instant due, List<String> barred, Moment moment) {
    Instant before = due == null || due.isBefore(moment.now()) ? moment.now() : due;
    return Optional.of(moment.directory().actingFor(official, moment.now(), before, barred).id());
  }

  private static Optional<String> coordinator(
      String official, Instant due, List<String> barred, Moment moment) {
    Directory directory = moment.directory();
    return directory
        .official(official)
        .map(Official::team)
        .flatMap(directory::team)
        .map(Team::coordinator)
        .filter(lead -> !lead.equals(official))
        .map(lead -> directory.actingFor(lead, moment.now(), due, barred).id())
        .or(() -> deputy(official, due, barred, moment));
  }
}
