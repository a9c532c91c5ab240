package nl.aanspreekpunt.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTermTest {
  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
  private static final OpeningHours OFFICE =
      OpeningHours.parse(
          Map.of("mon-fri", "08:30-12:00, 12:30-17:00", "thu", "08:30-12:00, 13:00-20:00"));
  private static final WorkingTime TEAM =
      WorkingTime.of(
          OFFICE,
          new ClosingDays(
              Holidays.netherlands(),
              Set.of(LocalDate.of(2026, 12, 24)),
              Set.of(MonthDay.of(12, 31)),
              true),
          AMSTERDAM);
  private static final WorkingTime NEVER_CLOSED =
      WorkingTime.of(OpeningHours.ALWAYS, Holidays.NONE, AMSTERDAM);

  private static Instant there(String wallClock) {
    return LocalDateTime.parse(wallClock).atZone(AMSTERDAM).toInstant();
  }

  @ParameterizedTest(name = "{0} + {1} = {2}: {3}")
  @CsvSource({
    "2026-11-24T10:00, P6W, 2027-01-05, six weeks from a Tuesday",
    "2026-11-24T23:59, P1D calendar, 2026-11-25, the day it began does not count",
    "2026-11-25T00:00, P1D calendar, 2026-11-26, nor at its very start",
    "2026-11-26T10:00, P2D calendar, 2026-11-30, Saturday goes on to Monday (article 1)",
    "2026-11-27T10:00, P2D calendar, 2026-11-30, Sunday goes on to Monday (article 1)",
    "2026-11-13T10:00, P6W, 2026-12-28, Christmas and the weekend after it (article 1)",
    "2026-04-01T10:00, P2D calendar, 2026-04-07, Good Friday and Easter (article 3)",
    "2026-04-02T10:00, P3D calendar, 2026-04-08, at least two working days (article 2)",
    "2026-03-24T10:00, P6W, 2026-05-06, 5 May in each year (article 3)",
    "2026-05-12T10:00, P2D calendar, 2026-05-15, Ascension day (article 3)",
    "2026-03-16T10:00, P6W, 2026-04-28, King's day (article 3)",
    "2026-12-30T10:00, P2D calendar, 2027-01-04, New Year's day and the weekend after it",
    "2026-01-02T10:00, P91D calendar, 2026-04-03, longer than 90 days is not moved (article 4)",
    "2026-01-03T10:00, P90D calendar, 2026-04-07, 90 days are moved",
    "2026-03-27T23:30, P2D calendar, 2026-03-30, over the start of summer time",
    "2026-10-23T23:30, P2D calendar, 2026-10-26, over the end of summer time",
    "2026-03-29T01:30, P1D calendar, 2026-03-30, from the night the clock goes forward",
    "2026-10-25T00:30, P1D calendar, 2026-10-26, from the night the clock goes back"
  })
  void theLastDayIsAsTheLawSays(String start, String norm, String last, String why) {
    Instant end = NEVER_CLOSED.after(there(start), Norm.parse(norm));
    assertThat(end).as(why).isEqualTo(there(last + "T23:59"));
  }

  @ParameterizedTest(name = "{0} + {1} = {2}: {3}")
  @CsvSource({
    "2026-11-24T10:00, P6W, 2027-01-05T17:00, closing time of its last day",
    "2026-11-12T10:00, P6W, 2026-12-23T17:00, closed on the last day: the closing before it",
    "2026-11-19T10:00, P6W, 2026-12-30T17:00, each 31 December closed: the closing before it",
    "2026-04-02T10:00, P6W, 2026-05-13T17:00, a bridge day after the end changes nothing",
    "2026-04-03T10:00, P6W, 2026-05-13T17:00, on a bridge day: the closing before Ascension day",
    "2026-11-23T10:00, P3D calendar, 2026-11-26T20:00, Thursday evening",
    "2026-12-23T18:00, P1D calendar, 2026-12-25T00:00, never open in it: the end of the day",
    "2026-03-27T12:00, P2D calendar, 2026-03-30T17:00, the first day of summer time",
    "2026-10-23T12:00, P2D calendar, 2026-10-26T17:00, the first day of winter time"
  })
  void aTeamIsDueAtItsLastClosingWithinTheTerm(String start, String norm, String due, String why) {
    assertThat(TEAM.after(there(start), Norm.parse(norm))).as(why).isEqualTo(there(due));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2026-05-15, true, Friday after Ascension day",
    "2026-05-14, true, Ascension day itself",
    "2026-04-28, false, after King's day on a Monday",
    "2027-04-26, true, Monday before King's day on a Tuesday",
    "2026-12-24, true, closed once",
    "2027-12-24, false, but not each year",
    "2027-12-31, true, closed each year",
    "2026-12-28, false, Monday after Christmas"
  })
  void closingDaysAndBridgeDaysAreNoWorkingDays(LocalDate day, boolean closed, String why) {
    boolean open = TEAM.opening(there(day + "T00:00")).isBefore(there(day.plusDays(1) + "T00:00"));
    assertThat(!open).as(why).isEqualTo(closed);
  }

  @Test
  void aMomentMovesByTheOpeningTimeBetween() {
    Instant due = there("2026-11-30T12:00");
    assertThat(TEAM.shifted(due, there("2026-11-27T16:00"), there("2026-11-28T10:00")))
        .as("an hour on Friday, over the lunch break")
        .isEqualTo(there("2026-11-30T13:30"));
    assertThat(TEAM.shifted(due, there("2026-11-28T10:00"), there("2026-11-29T10:00")))
        .as("nothing in a weekend")
        .isEqualTo(due);
    assertThat(NEVER_CLOSED.shifted(due, there("2026-10-25T00:30"), there("2026-10-25T04:30")))
        .as("five hours in the night the clock goes back")
        .isEqualTo(there("2026-11-30T17:00"));
  }

  @Test
  void daysOfTheCalendarAreCountedByMidnights() {
    assertThat(TEAM.calendarDays(there("2026-03-28T23:59"), there("2026-03-29T23:59")))
        .isEqualTo(1);
    assertThat(TEAM.calendarDays(there("2026-10-25T00:00"), there("2026-10-26T00:00")))
        .isEqualTo(1);
    assertThat(TEAM.calendarDays(there("2026-11-24T09:00"), there("2026-11-24T17:00"))).isZero();
  }
}
