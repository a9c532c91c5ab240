package nl.aanspreekpunt.trail;

import java.time.Duration;
import java.time.Instant;

/**
 * How long entries are kept.
 *
 * @param logins those on who came in, and on who was kept out
 * @param acts all others
 */
public record Keeping(Duration logins, Duration acts) {
  Instant before(Kept kept, Instant now) {
    return now.minus(kept == Kept.ACTS ? acts : logins);
  }
}
