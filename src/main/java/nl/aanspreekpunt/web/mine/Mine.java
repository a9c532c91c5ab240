package nl.aanspreekpunt.web.mine;

import java.time.Duration;
import java.time.Instant;
import nl.aanspreekpunt.citizen.Address;

/**
 * Somebody who has shown that an address is theirs, in one browser, for a while.
 *
 * @param id hash of the token that the browser holds
 * @param seenAt the last visit, to the minute
 * @param endsAt after this it is over
 */
public record Mine(String id, Address address, Instant createdAt, Instant seenAt, Instant endsAt) {
  static final Duration IDLE = Duration.ofMinutes(30);
  static final Duration WHOLE = Duration.ofHours(4);
  private static final Duration NOTED = Duration.ofMinutes(1);

  static Mine begun(String id, Address address, Instant now) {
    return new Mine(id, address, now, now, now.plus(IDLE));
  }

  boolean lasts(Instant now) {
    return now.isBefore(endsAt);
  }

  /** Whether this visit is worth a write. */
  boolean stale(Instant now) {
    return now.isAfter(seenAt.plus(NOTED));
  }

  Instant endsAtSeen(Instant now) {
    Instant idle = now.plus(IDLE);
    Instant whole = createdAt.plus(WHOLE);
    return idle.isBefore(whole) ? idle : whole;
  }
}
