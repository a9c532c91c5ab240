package nl.aanspreekpunt.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamClockTest {
  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
  private static final WorkingTime OFFICE =
      clock(Map.of("mon-fri", "08:30-17:00", "thu", "08:30-12:00, 13:00-20:00"));
  private static final WorkingTime NIGHT = clock(Map.of("mon-sun", "00:00-06:00"));
  private static final WorkingTime WHOLE_DAYS = clock(Map.of("mon-sun", "00:00-00:00"));

  private static WorkingTime clock(Map<String, String> hours) {
    return WorkingTime.of(OpeningHours.parse(hours), Holidays.netherlands(), AMSTERDAM);
  }

  private static Instant there(String wallClock) {
    return LocalDateTime.parse(wallClock).atZone(AMSTERDAM).toInstant();
  }

  @ParameterizedTest(name = "{0} + {1} = {2}: {3}")
  @CsvSource({
    "2026-11-24T09:00, PT4H,  2026-11-24T13:00, within a day",
    "2026-11-27T16:55, PT4H,  2026-11-30T12:25, Friday 16:55 goes on on Monday",
    "2026-11-27T13:00, PT4H,  2026-11-27T17:00, ends at closing rather than at the next opening",
    "2026-11-28T11:00, PT4H,  2026-11-30T12:30, from a Saturday",
    "2026-11-24T06:00, PT1H,  2026-11-24T09:30, before opening",
    "2026-11-24T17:00, PT1H,  2026-11-25T09:30, closing time itself is closed",
    "2026-11-26T11:00, PT2H,  2026-11-26T14:00, over the Thursday break",
    "2026-11-26T12:30, PT30M, 2026-11-26T13:30, from within the break",
    "2026-11-26T19:30, PT1H,  2026-11-27T09:00, over Thursday evening",
    "2026-04-02T19:30, PT1H,  2026-04-03T09:00, Good Friday is worked",
    "2026-04-03T16:30, PT1H,  2026-04-07T09:00, over Easter",
    "2027-03-26T16:30, PT1H,  2027-03-30T09:00, over Easter 2027 and the clock change in it",
    "2026-04-24T16:30, PT1H,  2026-04-28T09:00, over King's day",
    "2026-05-04T16:30, PT1H,  2026-05-05T09:00, Liberation day is worked",
    "2026-05-13T16:30, PT1H,  2026-05-15T09:00, over Ascension day",
    "2027-05-05T16:30, PT1H,  2027-05-07T09:00, over Ascension day 2027",
    "2026-05-22T16:30, PT1H,  2026-05-26T09:00, over Whit Monday",
    "2027-05-14T16:30, PT1H,  2027-05-18T09:00, over Whit Monday 2027",
    "2026-12-24T19:30, PT1H,  2026-12-28T09:00, over Christmas and a weekend",
    "2026-12-31T19:30, PT1H,  2027-01-04T09:00, over the end of the year",
    "2026-03-27T16:30, PT1H,  2026-03-30T09:00, over the start of summer time",
    "2026-10-23T16:30, PT1H,  2026-10-26T09:00, over the end of summer time",
    "2026-11-24T09:00, PT0S,  2026-11-24T09:00, nothing is at once",
    "2026-11-28T11:00, PT0S,  2026-11-28T11:00, nothing is at once when closed too"
  })
  void openingTimePassesOnlyWhileTheTeamIsOpen(String start, String norm, String end, String why) {
    assertThat(OFFICE.after(there(start), Norm.parse(norm))).as(why).isEqualTo(there(end));
  }

  @ParameterizedTest(name = "{0} + {1} = {2}: {3}")
  @CsvSource({
    "2026-11-24T10:15, P1D,  2026-11-25T10:15, to the same time of day",
    "2026-11-27T10:15, P1D,  2026-11-30T10:15, over a weekend",
    "2026-11-24T10:15, P10D, 2026-12-08T10:15, two weeks",
    "2026-11-24T17:00, P1D,  2026-11-26T08:30, after closing counts from the next opening",
    "2026-11-28T11:00, P2D,  2026-12-02T08:30, a Saturday counts from Monday's opening",
    "2026-04-06T11:00, P1D,  2026-04-08T08:30, Easter Monday counts from Tuesday's opening",
    "2026-11-26T19:00, P1D,  2026-11-27T17:00, beyond that day's hours is its closing",
    "2026-11-25T12:30, P1D,  2026-11-26T13:00, within that day's break is the end of the break",
    "2026-11-26T13:30, P5D,  2026-12-03T13:30, Thursday to Thursday",
    "2026-04-02T10:00, P2D,  2026-04-07T10:00, over Easter",
    "2026-04-24T10:00, P1D,  2026-04-28T10:00, over King's day",
    "2026-05-04T10:00, P2D,  2026-05-06T10:00, over Liberation day as a working day",
    "2026-05-13T10:00, P1D,  2026-05-15T10:00, over Ascension day",
    "2026-05-22T10:00, P1D,  2026-05-26T10:00, over Whit Monday",
    "2026-12-24T10:00, P5D,  2027-01-04T10:00, over Christmas and New Year's day",
    "2026-03-27T10:00, P1D,  2026-03-30T10:00, over the start of summer time",
    "2026-10-23T10:00, P1D,  2026-10-26T10:00, over the end of summer time",
    "2026-11-24T10:00, P0D,  2026-11-24T10:00, nothing is at once"
  })
  void workingDaysGoToTheSameTimeOfDay(String start, String norm, String end, String why) {
    assertThat(OFFICE.after(there(start), Norm.parse(norm))).as(why).isEqualTo(there(end));
  }

  @ParameterizedTest(name = "{0} + {1} = {2}: {3}")
  @CsvSource({
    "2026-03-28T23:00:00Z, PT2H,    2026-03-29T01:00:00Z, the hour that does not exist does not count",
    "2026-03-28T23:00:00Z, PT5H,    2026-03-29T04:00:00Z, so that night has five hours",
    "2026-03-28T23:00:00Z, PT5H30M, 2026-03-29T22:30:00Z, and the next half hour is in the next night",
    "2026-10-24T22:00:00Z, PT3H,    2026-10-25T01:00:00Z, the hour that comes twice counts twice",
    "2026-10-24T22:00:00Z, PT7H,    2026-10-25T05:00:00Z, so that night has seven hours"
  })
  void aNightIsAsLongAsTheClockChangeMakesIt(String start, String norm, String end, String why) {
    assertThat(NIGHT.after(Instant.parse(start), Norm.parse(norm)))
        .as(why)
        .isEqualTo(Instant.parse(end));
  }

  @ParameterizedTest(name = "{0} + P1D = {1}: {2}")
  @CsvSource({
    "2026-03-28T01:30:00Z, 2026-03-29T01:00:00Z, 02:30 does not exist, so 03:00",
    "2026-03-29T01:30:00Z, 2026-03-30T01:30:00Z, 03:30 on a short day to 03:30 on the next",
    "2026-10-24T00:30:00Z, 2026-10-25T00:30:00Z, 02:30 comes twice, so the first",
    "2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z, from the first 02:30",
    "2026-10-25T01:30:00Z, 2026-10-26T02:00:00Z, from the second 02:30 to the end of that hour"
  })
  void theSameTimeOfDayAtAClockChange(String start, String end, String why) {
    assertThat(NIGHT.after(Instant.parse(start), Norm.parse("P1D")))
        .as(why)
        .isEqualTo(Instant.parse(end));
  }

  @ParameterizedTest(name = "{0} opens {1}: {2}")
  @CsvSource({
    "02:15-02:45, 2026-03-29T00:59:00Z, 2026-03-30T00:15:00Z, a span within the gap has no time",
    "02:30-04:00, 2026-03-29T00:59:00Z, 2026-03-29T01:00:00Z, a span from within the gap starts after it",
    "02:00-02:30, 2026-10-25T00:30:00Z, 2026-10-26T01:00:00Z, a span within the overlap comes once"
  })
  void spansAtAClockChangeAreClear(String span, String closed, String opens, String why) {
    WorkingTime clock = clock(Map.of("mon-sun", span));
    assertThat(clock.openAt(Instant.parse(closed))).as(why).isFalse();
    assertThat(clock.opening(Instant.parse(closed))).as(why).isEqualTo(Instant.parse(opens));
  }

  @Test
  void aDayWhoseOnlySpanFallsIntoTheGapIsNoWorkingDay() {
    WorkingTime clock = clock(Map.of("mon-sun", "02:15-02:45"));
    assertThat(clock.after(there("2026-03-28T02:20"), Norm.parse("P1D")))
        .isEqualTo(there("2026-03-30T02:20"));
  }

  @Test
  void aDayMayEndAtMidnight() {
    WorkingTime clock = clock(Map.of("sat", "18:00-00:00"));
    assertThat(clock.after(there("2026-11-28T17:00"), Norm.parse("PT6H")))
        .isEqualTo(there("2026-11-29T00:00"));
    assertThat(clock.openAt(there("2026-11-28T23:59:59"))).isTrue();
    assertThat(clock.openAt(there("2026-11-29T00:00"))).isFalse();
  }

  @Test
  void wholeDaysFollowOnWithoutASeam() {
    assertThat(WHOLE_DAYS.after(there("2026-11-28T17:00"), Norm.parse("PT72H")))
        .isEqualTo(there("2026-12-01T17:00"));
    assertThat(WHOLE_DAYS.openAt(there("2026-12-25T12:00"))).as("but for holidays").isFalse();
  }

  @ParameterizedTest(name = "{0}: open {1}, opens {2}")
  @CsvSource({
    "2026-11-24T08:29:59, false, 2026-11-24T08:30",
    "2026-11-24T08:30,    true,  2026-11-24T08:30",
    "2026-11-24T16:59:59, true,  2026-11-24T16:59:59",
    "2026-11-24T17:00,    false, 2026-11-25T08:30",
    "2026-11-26T12:30,    false, 2026-11-26T13:00",
    "2026-12-25T10:00,    false, 2026-12-28T08:30"
  })
  void itKnowsWhenTheTeamIsOpenAndWhenItOpens(String moment, boolean open, String opens) {
    assertThat(OFFICE.openAt(there(moment))).isEqualTo(open);
    assertThat(OFFICE.opening(there(moment))).isEqualTo(there(opens));
  }

  @ParameterizedTest(name = "{2}% of {0} to {1} is {3}: {4}")
  @CsvSource({
    "2026-11-24T09:00, 2026-11-24T13:00, 75,  2026-11-24T12:00, within a day",
    "2026-11-27T16:00, 2026-11-30T11:30, 75,  2026-11-30T10:30, over a weekend",
    "2026-11-27T16:00, 2026-11-30T18:00, 100, 2026-11-30T18:00, all of it is the end itself",
    "2026-11-28T10:00, 2026-11-28T14:00, 75,  2026-11-28T13:00, clock time when nothing is open",
    "2026-11-24T09:00, 2026-11-24T13:00, 0,   2026-11-24T09:00, none of it is the start",
    "2026-11-24T13:00, 2026-11-24T09:00, 75,  2026-11-24T09:00, already over"
  })
  void aShareIsTakenOfTheOpeningTimeBetween(
      String from, String until, int percent, String moment, String why) {
    assertThat(OFFICE.share(there(from), there(until), percent)).as(why).isEqualTo(there(moment));
  }

  @Test
  void alwaysIsClockTimeOnHolidaysToo() {
    WorkingTime clock = WorkingTime.of(OpeningHours.ALWAYS, day -> true, AMSTERDAM);
    assertThat(clock.after(there("2026-12-25T10:00"), Norm.parse("PT4M")))
        .isEqualTo(there("2026-12-25T10:04"));
  }

  /** 2026 has 53 weeks: the last of it and the first of 2027 are both odd. */
  @Test
  void evenAndOddWeeksAreTheCalendarsAlsoAtTheEndOfAYearOf53() {
    WorkingTime even =
        WorkingTime.of(
            OpeningHours.parse(Map.of("even fri", "08:30-12:30")), Holidays.NONE, AMSTERDAM);
    assertThat(even.opening(there("2026-12-25T12:30"))).isEqualTo(there("2027-01-15T08:30"));
    assertThat(even.openAt(there("2026-12-25T09:00"))).isTrue();
    assertThat(even.openAt(there("2027-01-01T09:00"))).isFalse();
    assertThat(even.openAt(there("2027-01-08T09:00"))).isFalse();
    assertThat(even.after(there("2026-12-25T08:30"), Norm.parse("P1D")))
        .isEqualTo(there("2027-01-15T08:30"));
    assertThat(even.after(there("2026-12-25T12:00"), Norm.parse("PT1H")))
        .isEqualTo(there("2027-01-15T09:00"));
  }

  @Test
  void anEvenWeekEndsWithItsSundayAlsoWhenTheClockChangesThen() {
    OpeningHours sundays = OpeningHours.parse(Map.of("even sun", "01:00-04:00"));
    WorkingTime clock = WorkingTime.of(sundays, Holidays.NONE, AMSTERDAM);
    Instant opening = clock.opening(there("2027-03-22T00:00"));
    assertThat(opening).isEqualTo(there("2027-03-28T01:00"));
    assertThat(clock.after(opening, Norm.parse("PT2H"))).isEqualTo(there("2027-03-28T04:00"));
    assertThat(clock.opening(there("2027-03-28T04:00"))).isEqualTo(there("2027-04-11T01:00"));
  }

  @Test
  void hoursWithoutAnyOpenDayAreRefused() {
    for (Map<DayOfWeek, List<OpeningHours.Span>> days :
        List.of(
            Map.<DayOfWeek, List<OpeningHours.Span>>of(),
            Map.of(DayOfWeek.MONDAY, List.<OpeningHours.Span>of()))) {
      assertThatThrownBy(
              () -> WorkingTime.of(new OpeningHours(false, days), Holidays.NONE, ZoneOffset.UTC))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("no day is open");
    }
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.SECONDS)
  void whenNothingIsEverOpenItSaysSoInsteadOfSearchingForEver() {
    WorkingTime never =
        WorkingTime.of(
            OpeningHours.parse(Map.of("mon-fri", "09:00-17:00")), day -> true, AMSTERDAM);
    Instant start = there("2026-11-24T09:00");
    assertThat(never.openAt(start)).isFalse();
    assertThat(never.share(start, start.plusSeconds(100), 75)).isEqualTo(start.plusSeconds(75));
    assertThatThrownBy(() -> never.after(start, Norm.parse("PT1H")))
        .hasMessageContaining("holidays");
    assertThatThrownBy(() -> never.after(start, Norm.parse("P1D")))
        .hasMessageContaining("holidays");
    assertThatThrownBy(() -> never.opening(start)).hasMessageContaining("holidays");
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.SECONDS)
  void aClockChangeAtMidnightIsNoTrap() {
    ZoneId santiago = ZoneId.of("America/Santiago");
    WorkingTime clock =
        WorkingTime.of(
            new OpeningHours(
                false,
                Map.of(
                    DayOfWeek.SUNDAY,
                    List.of(new OpeningHours.Span(LocalTime.MIDNIGHT, LocalTime.of(2, 0))))),
            Holidays.NONE,
            santiago);
    Instant opening = clock.opening(Instant.parse("2026-09-05T12:00:00Z"));
    assertThat(opening).isEqualTo(Instant.parse("2026-09-06T04:00:00Z"));
    assertThat(clock.after(opening, Norm.parse("PT1H")))
        .isEqualTo(Instant.parse("2026-09-06T05:00:00Z"));
  }
}
