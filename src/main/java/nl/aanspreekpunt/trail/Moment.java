package nl.aanspreekpunt.trail;

import java.time.Instant;

/** Moments as text that sorts as they follow each other. */
final class Moment {
  static final int LENGTH = 15;

  private Moment() {}

  static String key(Instant at) {
    return String.format("%015d", at.toEpochMilli());
  }

  static String key(Instant at, String which) {
    return key(at) + "-" + which;
  }

  static String number(long number) {
    return String.format("%09d", number);
  }
}
