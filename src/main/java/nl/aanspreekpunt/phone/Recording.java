package nl.aanspreekpunt.phone;

import java.time.Duration;
import java.time.Instant;

/**
 * A message that somebody spoke, until it is with its case and gone at the provider.
 *
 * @param id the provider's
 * @param account whose it is there ({@code AC...}); null: not said
 * @param call its call's id
 * @param seconds how long it is
 * @param kept it is with its case
 * @param tries how often it was tried in vain
 * @param tryAt when it is tried next; null: nothing is left to do
 */
public record Recording(
    String id,
    long version,
    String account,
    String call,
    int seconds,
    Instant at,
    boolean kept,
    int tries,
    Instant tryAt) {
  /** The provider may delete it by then, or somebody did there. */
  private static final int MOST_TRIES = 200;

  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  static Recording recorded(String id, String account, String call, int seconds, Instant now) {
    return new Recording(id, 1, account, call, seconds, now, false, 0, now);
  }

  Recording keptAndToDelete(Instant now) {
    return new Recording(id, version + 1, account, call, seconds, at, true, 0, now);
  }

  Recording done() {
    return new Recording(id, version + 1, account, call, seconds, at, kept, tries, null);
  }

  /** Tried again, later each time; at last given up. */
  Recording failed(Instant now) {
    Duration pause = Duration.ofSeconds(5L << Math.min(tries, 12));
    Duration wait = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    Instant next = tries >= MOST_TRIES ? null : now.plus(wait);
    return new Recording(id, version + 1, account, call, seconds, at, kept, tries + 1, next);
  }
}
