package nl.aanspreekpunt.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(Worked.class)
@Domain(DomainContext.Global.class)
class TeamClockPropertyTest {
  @Property(tries = 1000)
  void whoAsksLaterIsNotDueEarlier(
      @ForAll TeamClock clock,
      @ForAll Instant one,
      @ForAll @IntRange(min = 0, max = 3000) int minutesLater,
      @ForAll Worked.Opening opening,
      @ForAll @IntRange(min = 0, max = 30) int days) {
    Instant other = one.plus(Duration.ofMinutes(minutesLater));
    Norm time = new Norm(0, opening.time());
    Norm workingDays = new Norm(days, Duration.ZERO);
    assertThat(clock.after(other, time)).isAfterOrEqualTo(clock.after(one, time));
    assertThat(clock.after(other, workingDays)).isAfterOrEqualTo(clock.after(one, workingDays));
  }

  @Property(tries = 500)
  void aLongerNormIsNotDueEarlierAndNoneBeforeItsStart(
      @ForAll TeamClock clock,
      @ForAll Instant start,
      @ForAll Worked.Opening opening,
      @ForAll Worked.Opening more,
      @ForAll @IntRange(min = 0, max = 30) int days,
      @ForAll @IntRange(min = 0, max = 30) int moreDays) {
    assertThat(clock.after(start, new Norm(0, opening.time().plus(more.time()))))
        .isAfter(clock.after(start, new Norm(0, opening.time())));
    Instant first = clock.after(start, new Norm(days, Duration.ZERO));
    assertThat(first).isAfterOrEqualTo(start);
    assertThat(clock.after(start, new Norm(days + moreDays, Duration.ZERO)))
        .isAfterOrEqualTo(first);
  }

  @Property(tries = 150)
  void theOpenMinutesUntilThenAreThoseOfTheNorm(
      @ForAll TeamClock clock, @ForAll Instant start, @ForAll Worked.Opening opening) {
    Instant end = clock.after(start, new Norm(0, opening.time()));
    int minutes = 0;
    for (Instant minute = start; minute.isBefore(end); minute = minute.plusSeconds(60)) {
      minutes += clock.openAt(minute) ? 1 : 0;
    }
    assertThat(minutes).isEqualTo(opening.time().toMinutes());
    assertThat(clock.open(start, end)).isEqualTo(opening.time());
    assertThat(clock.openAt(end.minusNanos(1))).as("it ends as early as it can").isTrue();
  }

  @Property(tries = 500)
  void theOpeningIsTheFirstOpenMoment(@ForAll TeamClock clock, @ForAll Instant moment) {
    Instant opening = clock.opening(moment);
    assertThat(clock.openAt(opening)).isTrue();
    assertThat(clock.open(moment, opening)).isZero();
    assertThat(opening.equals(moment)).isEqualTo(clock.openAt(moment));
  }

  @Property(tries = 500)
  void workingDaysEndWithinOpeningHoursOrAtClosing(
      @ForAll TeamClock clock,
      @ForAll Instant start,
      @ForAll @IntRange(min = 1, max = 30) int days) {
    Instant end = clock.after(start, new Norm(days, Duration.ZERO));
    assertThat(clock.openAt(end) || clock.openAt(end.minusNanos(1))).isTrue();
  }

  @Property(tries = 500)
  void aLargerShareIsNotEarlierAndAllLieBetween(
      @ForAll TeamClock clock,
      @ForAll Instant from,
      @ForAll @IntRange(min = 0, max = 20_000) int minutes,
      @ForAll @IntRange(min = 0, max = 100) int percent,
      @ForAll @IntRange(min = 0, max = 100) int other) {
    Instant until = from.plus(Duration.ofMinutes(minutes));
    for (WorkingTime time : new WorkingTime[] {clock, WorkingTime.ALWAYS}) {
      Instant smaller = time.share(from, until, Math.min(percent, other));
      Instant larger = time.share(from, until, Math.max(percent, other));
      assertThat(smaller).isBetween(from, until);
      assertThat(larger).isBetween(smaller, until);
    }
  }

  @Property(tries = 500)
  void aShareOfANormIsThatShareOfItsOpeningTime(
      @ForAll TeamClock clock,
      @ForAll Instant start,
      @ForAll Worked.Opening opening,
      @ForAll @IntRange(min = 1, max = 100) int percent) {
    Instant due = clock.after(start, new Norm(0, opening.time()));
    assertThat(clock.open(start, clock.share(start, due, percent)))
        .isEqualTo(opening.time().multipliedBy(percent).dividedBy(100));
  }
}
