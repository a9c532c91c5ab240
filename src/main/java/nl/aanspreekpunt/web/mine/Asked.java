package nl.aanspreekpunt.web.mine;

import java.time.Duration;
import java.time.Instant;

/**
 * How many codes were asked for one address lately, by whomever: more than a few are not sent, so
 * that nobody is flooded and few guesses can be made.
 *
 * @param id keyed hash of the address
 * @param version raised by each
 */
public record Asked(String id, long version, int times, Instant since) {
  static final int MOST = 6;
  static final Duration WINDOW = Duration.ofHours(1);

  static Asked none(String id, Instant now) {
    return new Asked(id, 0, 0, now);
  }

  Asked another(Instant now) {
    boolean anew = !now.isBefore(since.plus(WINDOW));
    return new Asked(id, version + 1, anew ? 1 : times + 1, anew ? now : since);
  }

  boolean tooOften() {
    return times > MOST;
  }
}
