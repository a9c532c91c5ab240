package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.promise.Ladder;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.Rung;

/** What will escalate, so that somebody can still do something about it. Changes nothing. */
public final class Foreseeing {
  private final Cases cases;
  private final Directories directories;
  private final Successors colleagues;
  private final ZoneId zone;

  /**
   * @param colleagues to whom the ladder would pass work on
   * @param zone the municipality's clock
   */
  public Foreseeing(Cases cases, Directories directories, Successors colleagues, ZoneId zone) {
    this.cases = cases;
    this.directories = directories;
    this.colleagues = colleagues;
    this.zone = zone;
  }

  /**
   * The next step of each open promise of these teams that comes before today ends, soonest first.
   *
   * @param limit at how many cases of each team is looked
   */
  public Future<List<Foreseen>> today(List<String> teams, Instant now, int limit) {
    Instant until = now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    List<Future<List<Case>>> each =
        teams.stream().map(team -> cases.waking(team, until, limit)).toList();
    return Future.all(each)
        .map(
            all ->
                each.stream()
                    .flatMap(found -> found.result().stream())
                    .flatMap(one -> in(one, now, until).stream())
                    .sorted(Comparator.comparing(Foreseen::at))
                    .toList());
  }

  List<Foreseen> in(Case one, Instant now, Instant until) {
    Moment moment = new Moment(now, directories.current());
    List<Foreseen> foreseen = new ArrayList<>();
    for (Promise promise : one.openPromises()) {
      Optional<Ladder.Next> next = Wake.next(promise, one.team(), moment.directory());
      next.filter(step -> step.at().isBefore(until))
          .ifPresent(step -> foreseen.add(foreseen(one, promise, step, moment)));
    }
    return foreseen;
  }

  private Foreseen foreseen(Case one, Promise promise, Ladder.Next next, Moment moment) {
    Instant at = next.at().isBefore(moment.now()) ? moment.now() : next.at();
    Rung rung = next.what();
    String to =
        rung.to() == Rung.To.CITIZEN
            ? Escalating.CITIZEN
            : upward(rung, promise, new Draft(one, new Moment(at, moment.directory())));
    return new Foreseen(one, promise, rung.does(), to, at);
  }

  private String upward(Rung rung, Promise promise, Draft draft) {
    return Upward.from(
        rung,
        promise,
        Upward.Seat.responsible(draft),
        draft,
        () -> colleagues.propose(draft.before, draft.moment, Map.of()).official());
  }
}
