package nl.aanspreekpunt.promise;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Every hour counts. */
record ClockTime(CalendarTerm calendar) implements WorkingTime {
  /** Nobody closes at the end of the day; "before midnight" would be read as a day too late. */
  private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

  @Override
  public Instant after(Instant start, Norm norm) {
    return norm.onCalendar()
        ? calendarEnd(start, norm.calendarDays())
        : start.plus(Duration.ofDays(norm.days())).plus(norm.time());
  }

  @Override
  public Instant calendarEnd(Instant start, int days) {
    return calendar.lastDay(start, days).atTime(LAST_MINUTE).atZone(calendar.zone()).toInstant();
  }

  @Override
  public int calendarDays(Instant from, Instant until) {
    return calendar.days(from, until);
  }

  @Override
  public Instant shifted(Instant moment, Instant from, Instant until) {
    return moment.plus(Duration.between(from, until));
  }

  @Override
  public Instant share(Instant from, Instant until, int percent) {
    return percent >= 100 || !from.isBefore(until)
        ? until
        : from.plus(
            Duration.between(from, until).multipliedBy(Math.max(percent, 0)).dividedBy(100));
  }

  @Override
  public boolean openAt(Instant moment) {
    return true;
  }

  @Override
  public Instant opening(Instant moment) {
    return moment;
  }

  @Override
  public Instant closing(Instant moment) {
    return moment;
  }

  @Override
  public Instant dayEnd(Instant moment) {
    ZoneId zone = calendar.zone();
    return LocalDate.ofInstant(moment, zone).plusDays(1).atStartOfDay(zone).toInstant();
  }

  @Override
  public Instant next(Instant from, LocalTime time) {
    ZonedDateTime today = from.atZone(calendar.zone()).with(time);
    return today.toInstant().isAfter(from) ? today.toInstant() : today.plusDays(1).toInstant();
  }

  @Override
  public WorkingTime everyHour() {
    return this;
  }
}
