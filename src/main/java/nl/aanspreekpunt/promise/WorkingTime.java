package nl.aanspreekpunt.promise;

import java.time.Instant;
import java.time.ZoneId;

/** A clock that runs only while a team is open. Immutable; safe to share. */
public interface WorkingTime {
  /** Clock time: every hour counts, and a working day is a calendar day. */
  WorkingTime ALWAYS = new ClockTime();

  /**
   * The clock of these hours; {@link #ALWAYS} when they are. Make it once and keep it.
   *
   * @param holidays not asked when the hours are {@code always}
   * @param zone the municipality's clock, on which the hours are written
   * @throws IllegalArgumentException when no day has an open span
   */
  static WorkingTime of(OpeningHours hours, Holidays holidays, ZoneId zone) {
    return hours.always() ? ALWAYS : new TeamClock(hours, holidays, zone);
  }

  /**
   * The moment when {@code norm} has passed since {@code start}; {@code start} itself for a norm of
   * nothing.
   *
   * <p>Opening time ends as early as it can: four hours from Friday 13:00 end on Friday at closing
   * time 17:00, not on Monday morning. Working days count from {@code start}, or from the next
   * opening when closed then, to the same time of day; when that lies outside that day's hours, to
   * the next opening on that day, else to that day's closing.
   */
  Instant after(Instant start, Norm norm);

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
}
