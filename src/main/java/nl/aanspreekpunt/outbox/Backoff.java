package nl.aanspreekpunt.outbox;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after a try: doubles from {@code first} up to {@code longest}, with a fifth more
 * or less so that what failed together does not come back together.
 */
public record Backoff(Duration first, Duration longest, RandomGenerator random) {
  /** Thirty seconds, then up to two hours. */
  public static Backoff usual(RandomGenerator random) {
    return new Backoff(Duration.ofSeconds(30), Duration.ofHours(2), random);
  }

  /**
   * @param attempts how often was tried, from 1
   */
  public Duration after(int attempts) {
    long doubled = first.toMillis() << Math.min(30, Math.max(0, attempts - 1));
    long millis = Math.min(doubled, longest.toMillis());
    return Duration.ofMillis(Math.round(millis * (0.8 + 0.4 * random.nextDouble())));
  }
}
