package nl.aanspreekpunt.web.work.team;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.casework.Foreseeing;
import nl.aanspreekpunt.casework.Foreseen;
import nl.aanspreekpunt.figures.FiguresOverTime;
import nl.aanspreekpunt.figures.Span;
import nl.aanspreekpunt.figures.Sums;
import nl.aanspreekpunt.web.Pulses;

/** What is to be known of some teams besides their cases. */
public final class TeamSigns {
  /** Of each team: more than somebody can do anything about in a day. */
  static final int MOST = 100;

  private final Foreseeing foreseeing;
  private final FiguresOverTime overTime;
  private final Pulses pulses;
  private final ZoneId zone;

  /**
   * @param zone the municipality's clock
   */
  public TeamSigns(Foreseeing foreseeing, FiguresOverTime overTime, Pulses pulses, ZoneId zone) {
    this.foreseeing = foreseeing;
    this.overTime = overTime;
    this.pulses = pulses;
    this.zone = zone;
  }

  /**
   * @param felt the pulses before anything was read: what changes after is seen again
   * @param week the days of this week up to today
   * @param due by day, what was counted
   */
  public record Signs(long felt, List<Foreseen> foreseen, Span week, Map<LocalDate, Sums> due) {}

  /**
   * @param staff whose work it is (official ids)
   */
  public Future<Signs> read(List<String> teams, List<String> staff, Instant now) {
    Span week = week(now);
    return pulses
        .of(staff)
        .compose(
            felt -> {
              Future<List<Foreseen>> foreseen = foreseeing.today(teams, now, MOST);
              Future<Map<LocalDate, Sums>> due = overTime.perDay(week, teams);
              long sum = felt.values().stream().mapToLong(Long::longValue).sum();
              return Future.all(foreseen, due)
                  .map(both -> new Signs(sum, foreseen.result(), week, due.result()));
            });
  }

  /** From Monday up to today. */
  Span week(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    return new Span(Span.Kind.WEEK, Span.of(Span.Kind.WEEK, today).first(), today);
  }

  Foreseeing foreseeing() {
    return foreseeing;
  }

  FiguresOverTime overTime() {
    return overTime;
  }
}
