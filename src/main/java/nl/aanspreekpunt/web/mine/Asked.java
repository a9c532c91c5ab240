package nl.aanspreekpunt.web.mine;

import java.time.Duration;
import java.time.Instant;

/**
 * How many codes were asked for one address lately, by whomever, for one case, or by one visitor:
 * more than a few are not sent, so that nobody is flooded and few guesses can be made. Codes by SMS
 * are counted together as well.
 *
 * @param id keyed hash of what is counted
 * @param version raised by each
 */
public record Asked(String id, long version, int times, Instant since) {
  static final int MOST = 6;
  static final Duration WINDOW = Duration.ofHours(1);
  static final int MOST_FOR_CASE = 5;
  static final int MOST_BY_VISITOR = 10;

  /** The longest that anything is counted. */
  static final Duration DAY = Duration.ofDays(1);

  static Asked none(String id, Instant now) {
    return new Asked(id, 0, 0, now);
  }

  Asked another(Instant now, Duration window) {
    boolean anew = !now.isBefore(since.plus(window));
    return new Asked(id, version + 1, anew ? 1 : times + 1, anew ? now : since);
  }
}
