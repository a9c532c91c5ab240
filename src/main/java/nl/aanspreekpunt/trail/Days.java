package nl.aanspreekpunt.trail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A chain's days are those of UTC: one is as long as another. */
final class Days {
  private Days() {}

  static String of(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC).toString();
  }
}
