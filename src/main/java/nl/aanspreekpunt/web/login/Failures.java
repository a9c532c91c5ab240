package nl.aanspreekpunt.web.login;

import java.time.Duration;
import java.time.Instant;

/**
 * Tries to log in that failed, for one account or one remote address.
 *
 * @param id keyed hash of which; neither is stored
 * @param version raised by each change
 * @param until no try is taken before this
 */
public record Failures(String id, long version, int times, Instant last, Instant until) {
  static final Duration FORGOTTEN = Duration.ofHours(24);
  private static final Duration SHORTEST = Duration.ofSeconds(15);
  private static final Duration LONGEST = Duration.ofMinutes(15);

  static Failures none(String id) {
    return new Failures(id, 0, 0, Instant.EPOCH, Instant.EPOCH);
  }

  boolean shut(Instant now) {
    return now.isBefore(until);
  }

  /** One more; after {@code free} of them each waits twice as long as the one before. */
  Failures another(Instant now, int free) {
    int so = last.plus(FORGOTTEN).isBefore(now) ? 1 : times + 1;
    return new Failures(id, version + 1, so, now, now.plus(delay(so - free)));
  }

  /** The last one was none after all. */
  Failures oneLess() {
    return new Failures(id, version + 1, Math.max(0, times - 1), last, until);
  }

  private static Duration delay(int beyond) {
    if (beyond < 0) {
      return Duration.ZERO;
    }
    Duration doubled = SHORTEST.multipliedBy(1L << Math.min(beyond, 10));
    return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }
}
