package nl.aanspreekpunt.trail;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** A chain's days are those of UTC: one is as long as another. */
final class Days {
  private Days() {}

  /** Its first moment; empty when it is no day. */
  static Optional<Instant> start(String day) {
    try {
      return Optional.of(LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }

  static String of(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC).toString();
  }
}
