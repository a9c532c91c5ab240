package nl.aanspreekpunt.figures;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Team;

/**
 * Counts each day from the cases in which something was to count on it, page by page. The day that
 * runs is counted again and again, at most a hundredth of the time; one that is over until a week
 * later, so that what came in late is in it. After that it stands. A count is put down team by
 * team, the whole last, each only over the count that was there before: a crash half way is counted
 * again, and of two nodes one wins.
 */
public final class DayClock {
  private static final int BACK = 9;
  private static final int A_PAGE = 200;
  private static final Duration UNTIL_ENDED = Duration.ofDays(7);
  private static final Duration TODAY_AGAIN = Duration.ofMinutes(1);
  private static final Duration AGAIN = Duration.ofHours(1);
  private static final int PART_OF_THE_TIME = 100;

  private final Days days;
  private final Cases cases;
  private final Directories directories;
  private final ZoneId zone;
  private final boolean demo;
  private final Clock clock;

  /**
   * @param demo fictional citizens count too
   */
  public DayClock(
      Days days, Cases cases, Directories directories, ZoneId zone, boolean demo, Clock clock) {
    this.days = days;
    this.cases = cases;
    this.directories = directories;
    this.zone = zone;
    this.demo = demo;
    this.clock = clock;
  }

  /** Counts what is to be counted now. */
  public Future<Void> tick() {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, zone);
    List<LocalDate> recent = IntStream.rangeClosed(0, BACK).mapToObj(today::minusDays).toList();
    return days.find(recent, null)
        .compose(
            found -> {
              Map<LocalDate, Day> known =
                  found.stream().collect(Collectors.toMap(Day::day, Function.identity()));
              Future<Void> all = Future.succeededFuture();
              for (LocalDate day : recent) {
                if (isToBeCounted(known.get(day), day.equals(today), now)) {
                  all = all.compose(done -> count(day));
                }
              }
              return all;
            });
  }

  private static boolean isToBeCounted(Day before, boolean today, Instant now) {
    if (before == null) {
      return true;
    }
    Duration rest = Duration.ofMillis(before.tookMillis() * PART_OF_THE_TIME);
    Duration least = today ? TODAY_AGAIN : AGAIN;
    Duration wait = rest.compareTo(least) > 0 ? rest : least;
    return !before.ended() && !before.countedAt().plus(wait).isAfter(now);
  }

  private Future<Void> count(LocalDate day) {
    Instant began = clock.instant();
    DayCount counting = new DayCount(day, zone, began);
    Instant ends = day.plusDays(1).atStartOfDay(zone).toInstant().plus(UNTIL_ENDED);
    List<String> teams = directories.current().teams().stream().map(Team::id).toList();
    return add(counting, day, null)
        .compose(
            done -> {
              long took = Duration.between(began, clock.instant()).toMillis();
              Future<Void> all = Future.succeededFuture();
              for (Day counted : counting.counted(teams, !began.isBefore(ends), took)) {
                all = all.compose(kept -> keep(counted));
              }
              return all;
            });
  }

  private Future<Void> add(DayCount counting, LocalDate day, Cases.ByCitizen after) {
    return cases
        .tallied(day.toString(), after, A_PAGE)
        .compose(
            found -> {
              found.stream().filter(one -> demo || !one.demo()).forEach(counting::add);
              if (found.isEmpty()) {
                return Future.succeededFuture();
              }
              Case last = found.get(found.size() - 1);
              return add(counting, day, new Cases.ByCitizen(last.citizen(), last.id()));
            });
  }

  /** A team's day that says the same stays as it is; the day of all says when it was counted. */
  private Future<Void> keep(Day counted) {
    String team = counted.id().substring(counted.id().indexOf('/') + 1);
    boolean all = team.equals(Day.ALL_TEAMS);
    return days.behind(List.of(counted.day()), all ? null : List.of(team))
        .compose(
            found -> {
              Day before = found.isEmpty() ? null : found.get(0);
              if (before != null && (before.ended() || (!all && before.says(counted)))) {
                return Future.succeededFuture();
              }
              return days.keep(before == null ? counted : over(before, counted)).mapEmpty();
            });
  }

  private static Day over(Day before, Day counted) {
    return new Day(
        counted.id(),
        before.version() + 1,
        counted.countedAt(),
        counted.ended(),
        counted.tookMillis(),
        new ArrayList<>(counted.slices()),
        counted.promises());
  }
}
