package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Team;
import nl.aanspreekpunt.promise.Ladder;
import nl.aanspreekpunt.promise.OpeningHours;

/**
 * When ladders, hours or closed days change, what is open wakes when its next step now comes. Each
 * node looks along all that is open, a few at a time and the newest first, once for what it has not
 * seen and so after each start; to do it again changes nothing.
 */
public final class Rewaking {
  private static final int AT_ONCE = 50;
  private static final Cases.Filter OPEN = new Cases.Filter(null, null, Case.State.OPEN);

  private final Cases cases;
  private final Casework casework;
  private final Directories directories;
  private final Clock clock;
  private volatile long known = -1;
  private volatile Rules rules = new Rules(Map.of(), List.of());
  private volatile Turn turn = new Turn(-1, false, null);

  /** What decides when a step comes, besides the promise itself. */
  private record Rules(Map<String, TeamRules> teams, List<LocalDate> closed) {}

  private record TeamRules(Ladder ladder, OpeningHours opening) {}

  /**
   * How far it is.
   *
   * @param version of the directory for which it began
   * @param after the last that was looked at; null: none yet
   */
  private record Turn(long version, boolean going, Cases.Cursor after) {}

  public Rewaking(Cases cases, Casework casework, Directories directories, Clock clock) {
    this.cases = cases;
    this.casework = casework;
    this.directories = directories;
    this.clock = clock;
  }

  /** The next few, when there are any; completes with how many that were. */
  public Future<Integer> tick() {
    Directory directory = directories.current();
    if (directory.version() != known) {
      Rules now = of(directory);
      turn = now.equals(rules) ? turn : new Turn(directory.version(), true, null);
      rules = now;
      known = directory.version();
    }
    Turn mine = turn;
    return mine.going()
        ? cases.list(OPEN, mine.after(), AT_ONCE).compose(some -> look(some, mine))
        : Future.succeededFuture(0);
  }

  private Rules of(Directory directory) {
    Map<String, TeamRules> teams = new LinkedHashMap<>();
    for (Team team : directory.teams()) {
      teams.put(
          team.id(), new TeamRules(directory.ladder(team.id()), directory.opening(team.id())));
    }
    LocalDate start = LocalDate.ofInstant(clock.instant(), directory.zone()).withDayOfYear(1);
    List<LocalDate> closed =
        start.datesUntil(start.plusYears(2)).filter(directory::closed).toList();
    return new Rules(teams, closed);
  }

  private Future<Integer> look(List<Case> some, Turn mine) {
    Future<Void> done = Future.succeededFuture();
    for (Case one : some) {
      done = done.compose(next -> again(one));
    }
    return done.map(
        all -> {
          if (turn.equals(mine)) {
            turn =
                some.isEmpty()
                    ? new Turn(mine.version(), false, null)
                    : new Turn(mine.version(), true, cursor(some));
          }
          return some.size();
        });
  }

  private static Cases.Cursor cursor(List<Case> some) {
    Case last = some.get(some.size() - 1);
    return new Cases.Cursor(last.openedAt(), last.id());
  }

  private Future<Void> again(Case one) {
    return Future.succeededFuture()
        .compose(now -> casework.again(one.id()))
        .recover(why -> cases.setAside(one.id(), clock.instant(), why));
  }
}
