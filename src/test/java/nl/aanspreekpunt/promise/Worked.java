package nl.aanspreekpunt.promise;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Weeks, moments and norms to try properties on; moments come near clock changes often. */
final class Worked extends DomainContextBase {
  static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
  static final Holidays HOLIDAYS = Holidays.netherlands();
  private static final CalendarTerm CALENDAR = new CalendarTerm(Holidays.lawful(), AMSTERDAM);
  private static final Instant YEARS = Instant.parse("2025-12-31T23:00:00Z");
  private static final int MINUTES = 2 * 365 * 24 * 60;

  /** An amount of opening time, short enough to count its minutes. */
  record Opening(Duration time) {}

  @Provide
  Arbitrary<TeamClock> clocks() {
    return day()
        .list()
        .ofSize(7)
        .filter(week -> week.stream().anyMatch(day -> !day.isEmpty()))
        .map(
            week -> {
              Map<DayOfWeek, List<OpeningHours.Span>> days = new EnumMap<>(DayOfWeek.class);
              for (DayOfWeek day : DayOfWeek.values()) {
                days.put(day, week.get(day.ordinal()));
              }
              return new TeamClock(new OpeningHours(false, days), HOLIDAYS, CALENDAR);
            });
  }

  @Provide
  Arbitrary<Instant> moments() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(0, MINUTES).map(at -> YEARS.plusSeconds(60L * at)),
        near("2026-03-29T01:00:00Z"),
        near("2026-10-25T01:00:00Z"),
        near("2026-04-06T08:00:00Z"),
        near("2026-12-31T23:00:00Z"));
  }

  @Provide
  Arbitrary<Opening> openings() {
    return Arbitraries.integers().between(1, 900).map(n -> new Opening(Duration.ofMinutes(n)));
  }

  private static Arbitrary<Instant> near(String moment) {
    return Arbitraries.integers()
        .between(-3 * 60, 3 * 60)
        .map(minutes -> Instant.parse(moment).plusSeconds(60L * minutes));
  }

  private static Arbitrary<List<OpeningHours.Span>> day() {
    Arbitrary<Set<Integer>> anywhere = ends(0, 24 * 60);
    Arbitrary<Set<Integer>> atNight = ends(60, 4 * 60);
    return Arbitraries.oneOf(anywhere, atNight)
        .map(
            ends -> {
              List<Integer> sorted = ends.stream().sorted().toList();
              List<OpeningHours.Span> spans = new ArrayList<>();
              for (int i = 0; i + 1 < sorted.size(); i += 2) {
                spans.add(new OpeningHours.Span(time(sorted.get(i)), time(sorted.get(i + 1))));
              }
              return spans;
            });
  }

  private static Arbitrary<Set<Integer>> ends(int first, int last) {
    return Arbitraries.integers().between(first, last).set().ofMinSize(0).ofMaxSize(6);
  }

  private static LocalTime time(int minute) {
    return LocalTime.ofSecondOfDay(minute % (24 * 60) * 60L);
  }
}
