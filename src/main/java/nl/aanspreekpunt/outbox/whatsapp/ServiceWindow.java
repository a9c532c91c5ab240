package nl.aanspreekpunt.outbox.whatsapp;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Until when somebody may be written to in our own words: 24 hours after they last wrote by
 * WhatsApp (https://www.twilio.com/docs/whatsapp/key-concepts).
 */
@FunctionalInterface
public interface ServiceWindow {
  Duration LENGTH = Duration.ofHours(24);

  /** What goes now must arrive before it ends. */
  Duration MARGIN = Duration.ofMinutes(1);

  /**
   * When they last wrote by WhatsApp; empty when they never did.
   *
   * @param number E.164
   */
  Future<Optional<Instant>> lastHeard(String number);

  static Instant ends(Instant heard) {
    return heard.plus(LENGTH);
  }

  static boolean open(Optional<Instant> heard, Instant now) {
    return heard.filter(at -> now.plus(MARGIN).isBefore(ends(at))).isPresent();
  }
}
