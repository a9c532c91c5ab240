package nl.aanspreekpunt.council;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Tally;
import nl.aanspreekpunt.friction.Friction;
import nl.aanspreekpunt.friction.Frictions;
import nl.aanspreekpunt.story.StoryWork;

/**
 * Counts each quarter from what is stored, page by page, and puts down the whole at once: a crash
 * half way, or another node that was sooner, leaves the count that was there. The quarter that runs
 * is counted again and again, at most a hundredth of the time; one that is over until a week later,
 * so that what came in late is in it. After that it stands, also when cases are destroyed.
 */
public final class ReportClock {
  /** Quarters before this one that are counted if they never were: two years. */
  private static final int BACK = 8;

  private static final int A_PAGE = 200;
  private static final Duration UNTIL_ENDED = Duration.ofDays(7);
  private static final Duration AT_LEAST = Duration.ofMinutes(1);
  private static final int PART_OF_THE_TIME = 100;

  private final Reports reports;
  private final Cases cases;
  private final Frictions frictions;
  private final StoryWork stories;
  private final ZoneId zone;
  private final boolean demo;
  private final Clock clock;

  /**
   * @param demo fictional citizens count too
   */
  public ReportClock(
      Reports reports,
      Cases cases,
      Frictions frictions,
      StoryWork stories,
      ZoneId zone,
      boolean demo,
      Clock clock) {
    this.reports = reports;
    this.cases = cases;
    this.frictions = frictions;
    this.stories = stories;
    this.zone = zone;
    this.demo = demo;
    this.clock = clock;
  }

  /** Counts what is to be counted now. */
  public Future<Void> tick() {
    Instant now = clock.instant();
    List<Period> quarters = Period.quarterOf(now, zone).since(BACK);
    return older()
        .compose(done -> reports.find(quarters.stream().map(Period::name).toList()))
        .compose(
            found -> {
              Map<String, Report> known =
                  found.stream().collect(Collectors.toMap(Report::id, Function.identity()));
              Future<Void> all = Future.succeededFuture();
              for (Period quarter : quarters) {
                Report before = known.get(quarter.name());
                if (isToBeCounted(before, now)) {
                  all = all.compose(done -> count(quarter, before));
                }
              }
              return all;
            });
  }

  private static boolean isToBeCounted(Report before, Instant now) {
    if (before == null) {
      return true;
    }
    Duration rest = Duration.ofMillis(before.tookMillis() * PART_OF_THE_TIME);
    Duration wait = rest.compareTo(AT_LEAST) > 0 ? rest : AT_LEAST;
    return !before.ended() && !before.countedAt().plus(wait).isAfter(now);
  }

  private Future<Void> count(Period quarter, Report before) {
    Instant began = clock.instant();
    Counting counting = new Counting(quarter.from(zone), quarter.until(zone));
    return cases(counting, quarter, null)
        .compose(done -> frictions(counting, quarter.from(zone), null))
        .compose(done -> stories.figures(quarter.year(), quarter.quarter()))
        .onSuccess(told -> counting.stories(told.told(), told.read()))
        .compose(
            told ->
                reports.keep(
                    new Report(
                        quarter.name(),
                        before == null ? 1 : before.version() + 1,
                        began,
                        !began.isBefore(quarter.until(zone).plus(UNTIL_ENDED)),
                        Duration.between(began, clock.instant()).toMillis(),
                        counting.counted())))
        .mapEmpty();
  }

  private Future<Void> cases(Counting counting, Period quarter, Cases.ByCitizen after) {
    return cases
        .tallied(quarter.name(), after, A_PAGE)
        .compose(
            found -> {
              found.stream()
                  .filter(one -> demo || !one.demo())
                  .map(Counting.Question::of)
                  .forEach(counting::add);
              if (found.isEmpty()) {
                return Future.succeededFuture();
              }
              Case last = found.get(found.size() - 1);
              return cases(counting, quarter, new Cases.ByCitizen(last.citizen(), last.id()));
            });
  }

  private Future<Void> frictions(Counting counting, Instant from, Frictions.Cursor after) {
    return frictions
        .since(from, after, A_PAGE)
        .compose(
            found -> {
              found.forEach(counting::add);
              if (found.isEmpty()) {
                return Future.succeededFuture();
              }
              Friction last = found.get(found.size() - 1);
              return frictions(counting, from, new Frictions.Cursor(last.at(), last.id()));
            });
  }

  /** Once: cases from before the report was kept, or as a node of an earlier version left them. */
  private Future<Void> older() {
    return reports
        .hasOlder()
        .compose(
            done ->
                done ? Future.succeededFuture() : older(null).compose(all -> reports.olderDone()));
  }

  private Future<Void> older(Cases.Cursor after) {
    return cases
        .list(new Cases.Filter(null, null, null), after, A_PAGE)
        .compose(
            found -> {
              List<Future<Void>> kept = new ArrayList<>();
              found.stream()
                  .filter(one -> one.care().tally() == null)
                  .forEach(one -> kept.add(cases.tally(one, Tally.of(one).in(zone))));
              return Future.all(kept).map(found);
            })
        .compose(
            found -> {
              if (found.isEmpty()) {
                return Future.succeededFuture();
              }
              Case last = found.get(found.size() - 1);
              return older(new Cases.Cursor(last.openedAt(), last.id()));
            });
  }
}
