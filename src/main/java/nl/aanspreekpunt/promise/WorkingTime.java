package nl.aanspreekpunt.promise;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that runs only while a team is open. Immutable; safe to share. */
public interface WorkingTime {
  /** Clock time: every hour counts, and a working day is 24 hours. Its calendar is UTC's. */
  WorkingTime ALWAYS = new ClockTime(new CalendarTerm(Holidays.NONE, ZoneOffset.UTC));

  /**
   * The clock of these hours. Make it once and keep it.
   *
   * @param holidays not asked when the hours are {@code always}
   * @param zone the municipality's clock, on which the hours are written
   * @throws IllegalArgumentException when no day has an open span
   */
  static WorkingTime of(OpeningHours hours, Holidays holidays, ZoneId zone) {
    CalendarTerm calendar = new CalendarTerm(Holidays.lawful(), zone);
    return hours.always() ? new ClockTime(calendar) : new TeamClock(hours, holidays, calendar);
  }

  /**
   * The moment when {@code norm} has passed since {@code start}; {@code start} itself for a norm of
   * nothing.
   *
   * <p>Opening time ends as early as it can: four hours from Friday 13:00 end on Friday at closing
   * time 17:00, not on Monday morning. Working days count from {@code start}, or from the next
   * opening when closed then, to the same time of day; when that lies outside that day's hours, to
   * the next opening on that day, else to that day's closing. Days on the calendar end as in {@link
   * #calendarEnd}.
   */
  Instant after(Instant start, Norm norm);

  /**
   * By when something must be done for which there are so many days on the calendar after {@code
   * start}: the last closing of the team in that term, so that it is in time by the law and while
   * somebody works; the end of its last day when the team does not open in it. When the term ends
   * is as the Algemene termijnenwet says: see {@link CalendarTerm}.
   */
  Instant calendarEnd(Instant start, int days);

  /** How many days of the calendar {@code until} lies after {@code from}. */
  int calendarDays(Instant from, Instant until);

  /** {@code moment} later by the opening time between the other two. */
  Instant shifted(Instant moment, Instant from, Instant until);

  /**
   * The moment when {@code percent} of the opening time between the two has passed; 100 or more is
   * {@code until} itself, also when that lies outside the opening hours. Without any opening time
   * between the two it is that share of the clock time. Never before {@code from} nor after {@code
   * until}; when {@code until} is not later than {@code from}, it is {@code until}.
   */
  Instant share(Instant from, Instant until, int percent);

  boolean openAt(Instant moment);

  /** {@code moment} itself when open, else the next opening. */
  Instant opening(Instant moment);

  /** Until when it was open last: {@code moment} itself when that is in, or ends, an open span. */
  Instant closing(Instant moment);

  /** The last closing of the day on which it is open now or opens next. */
  Instant dayEnd(Instant moment);

  /**
   * The first moment after {@code from} at which the municipality's clock shows {@code time}, on a
   * day that has opening time; it need not lie within it.
   */
  Instant next(Instant from, LocalTime time);

  /** The same municipality's clock, on which every hour of any day counts. */
  WorkingTime everyHour();
}
