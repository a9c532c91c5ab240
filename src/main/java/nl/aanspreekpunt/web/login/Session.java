package nl.aanspreekpunt.web.login;

import java.time.Duration;
import java.time.Instant;

/**
 * Somebody who is logged in, from one browser.
 *
 * @param id hash of the token that the browser holds
 * @param official official id
 * @param account email address of the account
 * @param before id of the session that its browser held before; null if none
 * @param mustChange the first password still stands
 * @param seenAt the last visit, to the minute
 * @param endsAt after this it is over
 */
public record Session(
    String id,
    String official,
    String account,
    String before,
    boolean mustChange,
    Instant createdAt,
    Instant seenAt,
    Instant endsAt) {
  static final Duration IDLE = Duration.ofHours(8);
  static final Duration WHOLE = Duration.ofHours(12);
  private static final Duration NOTED = Duration.ofMinutes(1);

  static Session begun(String id, Account account, String before, Instant now) {
    return new Session(
        id,
        account.official(),
        account.id(),
        before,
        account.mustChange(),
        now,
        now,
        now.plus(IDLE));
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
