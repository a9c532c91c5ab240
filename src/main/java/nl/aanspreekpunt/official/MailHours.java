package nl.aanspreekpunt.official;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import nl.aanspreekpunt.promise.WorkingTime;

/** When somebody is mailed what is not urgent: while they work, or at the start of their day. */
public final class MailHours {
  /** So long after they began it still is the start of their day. */
  private static final Duration START = Duration.ofHours(1);

  private MailHours() {}

  /** {@code from} itself when it may be mailed then; else when it next may. */
  public static Instant opening(Directory directory, String official, Instant from) {
    WorkingTime hours = directory.hours(official);
    Instant opens = hours.opening(from);
    if (!directory.profile(official).daily()) {
      return opens;
    }
    ZonedDateTime day = opens.atZone(directory.zone()).truncatedTo(ChronoUnit.DAYS);
    Instant begins = hours.opening(day.toInstant());
    return opens.isBefore(begins.plus(START)) ? opens : hours.opening(day.plusDays(1).toInstant());
  }
}
