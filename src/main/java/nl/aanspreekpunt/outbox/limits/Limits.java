package nl.aanspreekpunt.outbox.limits;

import java.time.Instant;
import java.time.LocalDate;

/**
 * When text messages go, and how many in a day.
 *
 * @param aDay segments that may be spent in a day of the municipality's; 0: any number
 * @param warnAt percent of {@code aDay} from which administrators are told
 */
public record Limits(QuietHours quiet, int aDay, int warnAt) {
  /** Urgent messages go on when the day's was spent, up to as much again. */
  private static final int URGENT = 2;

  int most(boolean urgent) {
    return urgent ? aDay * URGENT : aDay;
  }

  /** From how many segments on somebody is to know. */
  public int warnFrom() {
    return (int) Math.ceil(aDay * (warnAt / 100.0));
  }

  public LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, quiet.home());
  }

  /** When what was spent counts from nothing again. */
  public Instant nextDay(Instant at) {
    return day(at).plusDays(1).atStartOfDay(quiet.home()).toInstant();
  }
}
