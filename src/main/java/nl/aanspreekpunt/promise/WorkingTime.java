package nl.aanspreekpunt.promise;

import java.time.Instant;

/** A clock that runs only while a team is open. Immutable; safe to share. */
public interface WorkingTime {
  /** Clock time: every hour counts, and a working day is a calendar day. */
  WorkingTime ALWAYS = new ClockTime();

  /** The moment when {@code norm} has passed since {@code start}. */
  Instant after(Instant start, Norm norm);

  /**
   * The moment when {@code percent} of the time between the two has passed; 100 is {@code until}
   * itself, also when that lies outside the opening hours.
   */
  Instant share(Instant from, Instant until, int percent);

  boolean openAt(Instant moment);

  /** {@code moment} itself when open, else the next opening. */
  Instant opening(Instant moment);
}
