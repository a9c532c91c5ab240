package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Team;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.Rung;

/** Whom a ladder step reaches: the one it is meant for, else at once the next person up. */
final class Upward {
  private Upward() {}

  /**
   * From where a ladder is climbed.
   *
   * @param official whose work it is: its foot
   * @param team whose coordinator and manager are above them
   * @param except whom it never reaches (official ids)
   * @param tookOver it was a ladder that gave it to them
   */
  record Seat(String official, String team, List<String> except, boolean tookOver) {
    static Seat responsible(Draft draft) {
      return new Seat(draft.responsible(), draft.team(), draft.before.barred(), draft.tookOver());
    }
  }

  /**
   * The first of official, deputy, coordinator and manager, from the step's level on, who is here,
   * works before it is due (of what is late: before the team closes) and for whom the step is
   * something new. When nobody is left: whoever acts for the highest.
   *
   * @param colleague who has most room, asked when the step is meant for them; null when nobody
   */
  static String from(
      Rung rung, Promise promise, Seat seat, Draft draft, Supplier<String> colleague) {
    List<String> people = people(seat, draft);
    if (rung.to() == Rung.To.COLLEAGUE) {
      people.set(Rung.To.COLLEAGUE.ordinal(), colleague.get());
    }
    List<String> above = people.subList(rung.to().ordinal(), people.size());
    Instant before = promise.due();
    return above.stream()
        .filter(one -> one != null && here(one, before, seat, draft))
        .filter(one -> isNew(one, rung.does(), promise, seat))
        .findFirst()
        .orElseGet(() -> last(above, seat, draft, promise));
  }

  /**
   * Telling somebody what they were told last, or having the responsible official act, brings
   * nothing. Whoever was asked to reassign may well take over; whoever took over by the ladder of
   * another promise stays responsible.
   */
  private static boolean isNew(String one, Rung.Does does, Promise promise, Seat seat) {
    if (does == Rung.Does.TAKE_OVER) {
      return !one.equals(seat.official()) || seat.tookOver();
    }
    boolean told = promise.lastStep().filter(step -> step.to().equals(one)).isPresent();
    return !told && (does != Rung.Does.ACT || !one.equals(seat.official()));
  }

  /** By level: official, deputy, (a colleague), coordinator, manager; null where there is none. */
  private static List<String> people(Seat seat, Draft draft) {
    Directory directory = draft.directory();
    Optional<Team> team = directory.team(seat.team());
    List<String> people = new ArrayList<>();
    people.add(seat.official());
    people.add(deputy(seat.official(), draft));
    people.add(null);
    people.add(team.map(Team::coordinator).orElse(null));
    people.add(team.map(Team::manager).orElse(null));
    return people;
  }

  private static String deputy(String official, Draft draft) {
    return draft.directory().absences().stream()
        .filter(one -> one.official().equals(official) && one.covers(draft.now()))
        .map(Absence::deputy)
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .or(() -> draft.directory().official(official).map(Official::deputy))
        .orElse(null);
  }

  private static boolean here(String official, Instant due, Seat seat, Draft draft) {
    return !seat.except().contains(official)
        && draft
            .directory()
            .present(official, draft.now(), Minding.before(due, seat.team(), draft.moment));
  }

  private static String last(List<String> people, Seat seat, Draft draft, Promise promise) {
    String highest =
        people.stream()
            .filter(java.util.Objects::nonNull)
            .reduce((lower, higher) -> higher)
            .orElse(seat.official());
    return draft.directory().actingFor(highest, draft.now(), promise.due(), seat.except()).id();
  }

  static Optional<String> manager(Draft draft) {
    return draft
        .directory()
        .team(draft.team())
        .map(Team::manager)
        .filter(manager -> !draft.before.barred().contains(manager));
  }
}
