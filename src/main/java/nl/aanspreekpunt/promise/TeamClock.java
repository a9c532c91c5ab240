package nl.aanspreekpunt.promise;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;

/**
 * Runs while a team is open. Walks day by day, so its cost is that of the days between.
 *
 * <p>Where the clock changes, a wall-clock time that does not exist is the moment of the change,
 * and one that comes twice is its first. So a span over the gap is an hour shorter, one over the
 * overlap an hour longer, and no two spans ever overlap.
 */
final class TeamClock implements WorkingTime {
  /** Over 270 years: only hours and holidays that leave nothing open walk that far. */
  private static final int MOST_DAYS = 100_000;

  private final OpeningHours hours;
  private final Holidays holidays;
  private final CalendarTerm calendar;
  private final ZoneId zone;
  private final ZoneRules rules;

  TeamClock(OpeningHours hours, Holidays holidays, CalendarTerm calendar) {
    if (hours.weekly().isZero()) {
      throw new IllegalArgumentException(
          "opening hours: no day is open; name one such as mon-fri, or write always");
    }
    this.hours = hours;
    this.holidays = holidays;
    this.calendar = calendar;
    this.zone = calendar.zone();
    this.rules = zone.getRules();
  }

  @Override
  public Instant after(Instant start, Norm norm) {
    if (norm.onCalendar()) {
      return calendarEnd(start, norm.calendarDays());
    }
    return running(norm.days() == 0 ? start : workingDays(start, norm.days()), norm.time());
  }

  @Override
  public Instant calendarEnd(Instant start, int days) {
    LocalDate last = calendar.lastDay(start, days);
    for (LocalDate day = last; !day.isBefore(dayOf(start)); day = day.minusDays(1)) {
      Instant closing = lastClosing(day);
      if (closing != null && closing.isAfter(start)) {
        return closing;
      }
    }
    return at(last.plusDays(1).atStartOfDay());
  }

  /** Null when it does not open. */
  private Instant lastClosing(LocalDate day) {
    Instant closing = null;
    for (OpeningHours.Span span : spans(day)) {
      if (from(day, span).isBefore(until(day, span))) {
        closing = until(day, span);
      }
    }
    return closing;
  }

  @Override
  public int calendarDays(Instant from, Instant until) {
    return calendar.days(from, until);
  }

  @Override
  public Instant shifted(Instant moment, Instant from, Instant until) {
    return running(moment, from.isBefore(until) ? open(from, until) : Duration.ZERO);
  }

  @Override
  public Instant share(Instant from, Instant until, int percent) {
    if (percent >= 100 || !from.isBefore(until)) {
      return until;
    }
    Duration open = open(from, until);
    return open.isZero()
        ? ALWAYS.share(from, until, percent)
        : running(from, open.multipliedBy(Math.max(percent, 0)).dividedBy(100));
  }

  @Override
  public boolean openAt(Instant moment) {
    LocalDate day = dayOf(moment);
    for (OpeningHours.Span span : spans(day)) {
      if (!moment.isBefore(from(day, span)) && moment.isBefore(until(day, span))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Instant opening(Instant moment) {
    LocalDate day = dayOf(moment);
    for (int walked = 0; walked < MOST_DAYS; walked++, day = day.plusDays(1)) {
      for (OpeningHours.Span span : spans(day)) {
        Instant from = from(day, span);
        if (moment.isBefore(until(day, span)) && from.isBefore(until(day, span))) {
          return from.isAfter(moment) ? from : moment;
        }
      }
    }
    throw neverOpen(moment);
  }

  @Override
  public Instant closing(Instant moment) {
    LocalDate day = dayOf(moment);
    for (int walked = 0; walked < MOST_DAYS; walked++, day = day.minusDays(1)) {
      Instant latest = null;
      for (OpeningHours.Span span : spans(day)) {
        Instant from = from(day, span);
        if (from.isBefore(moment) && from.isBefore(until(day, span))) {
          latest = earlier(until(day, span), moment);
        }
      }
      if (latest != null) {
        return latest;
      }
    }
    throw neverOpen(moment);
  }

  @Override
  public Instant dayEnd(Instant moment) {
    return lastClosing(dayOf(opening(moment)));
  }

  @Override
  public Instant next(Instant from, LocalTime time) {
    LocalDate day = dayOf(from);
    for (int walked = 0; walked < MOST_DAYS; walked++, day = day.plusDays(1)) {
      Instant moment = at(day.atTime(time));
      if (moment.isAfter(from) && opens(day)) {
        return moment;
      }
    }
    throw neverOpen(from);
  }

  @Override
  public WorkingTime everyHour() {
    return new ClockTime(calendar);
  }

  /** The opening time between two moments; zero when the second is not later. */
  Duration open(Instant from, Instant until) {
    Duration open = Duration.ZERO;
    LocalDate last = dayOf(until);
    for (LocalDate day = dayOf(from); !day.isAfter(last); day = day.plusDays(1)) {
      for (OpeningHours.Span span : spans(day)) {
        Instant opens = later(from(day, span), from);
        Instant closes = earlier(until(day, span), until);
        if (opens.isBefore(closes)) {
          open = open.plus(Duration.between(opens, closes));
        }
      }
    }
    return open;
  }

  private Instant running(Instant start, Duration time) {
    if (time.isZero()) {
      return start;
    }
    Duration left = time;
    LocalDate day = dayOf(start);
    for (int walked = 0; walked < MOST_DAYS; walked++, day = day.plusDays(1)) {
      for (OpeningHours.Span span : spans(day)) {
        Instant opens = later(from(day, span), start);
        Duration open = Duration.between(opens, until(day, span));
        if (open.compareTo(left) >= 0) {
          return opens.plus(left);
        }
        left = open.isNegative() ? left : left.minus(open);
      }
    }
    throw neverOpen(start);
  }

  private Instant workingDays(Instant start, int days) {
    LocalDateTime begin = wallClock(opening(start));
    LocalDate day = begin.toLocalDate();
    int left = days;
    for (int walked = 0; walked < MOST_DAYS; walked++) {
      day = day.plusDays(1);
      if (opens(day) && --left == 0) {
        return within(day, begin.toLocalTime());
      }
    }
    throw neverOpen(start);
  }

  /** Not when all its spans fall into the hour that does not exist. */
  private boolean opens(LocalDate day) {
    return lastClosing(day) != null;
  }

  /** That time of day when open, else the next opening on that day, else its closing. */
  private Instant within(LocalDate day, LocalTime time) {
    Instant moment = at(day.atTime(time));
    Instant closing = moment;
    for (OpeningHours.Span span : spans(day)) {
      closing = until(day, span);
      if (moment.isBefore(closing)) {
        return later(moment, from(day, span));
      }
    }
    return closing;
  }

  private List<OpeningHours.Span> spans(LocalDate day) {
    List<OpeningHours.Span> spans = hours.on(day);
    return spans.isEmpty() || holidays.on(day) ? List.of() : spans;
  }

  private Instant from(LocalDate day, OpeningHours.Span span) {
    return at(day.atTime(span.from()));
  }

  private Instant until(LocalDate day, OpeningHours.Span span) {
    return at(
        span.until().equals(LocalTime.MIDNIGHT)
            ? day.plusDays(1).atStartOfDay()
            : day.atTime(span.until()));
  }

  private Instant at(LocalDateTime wallClock) {
    ZoneOffsetTransition change = rules.getTransition(wallClock);
    return change != null && change.isGap()
        ? change.getInstant()
        : ZonedDateTime.ofLocal(wallClock, zone, null).toInstant();
  }

  /** The second time an hour comes counts as its end, so that later never reads as earlier. */
  private LocalDateTime wallClock(Instant moment) {
    ZonedDateTime there = moment.atZone(zone);
    ZoneOffsetTransition change = rules.getTransition(there.toLocalDateTime());
    return change != null && there.getOffset().equals(change.getOffsetAfter())
        ? change.getDateTimeBefore()
        : there.toLocalDateTime();
  }

  private LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, zone);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static IllegalStateException neverOpen(Instant moment) {
    return new IllegalStateException(
        "the opening hours leave no time open around " + moment + "; check hours and holidays");
  }
}
