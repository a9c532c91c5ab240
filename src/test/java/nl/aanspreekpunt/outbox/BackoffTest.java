package nl.aanspreekpunt.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How long a message that could not go now waits. */
class BackoffTest {
  private static final RandomGenerator LEAST = () -> 0;
  private static final RandomGenerator MOST = () -> -1;

  @Test
  void eachPauseIsTwiceTheOneBeforeUpToTwoHoursAndAFifthMoreOrLess() {
    Duration expected = Duration.ofSeconds(30);
    for (int attempts = 1; attempts <= 40; attempts++) {
      assertThat(Backoff.usual(LEAST).after(attempts)).isEqualTo(part(expected, 80));
      assertThat(Backoff.usual(MOST).after(attempts))
          .isBetween(part(expected, 120).minusMillis(1), part(expected, 120));
      Duration twice = expected.multipliedBy(2);
      expected = twice.compareTo(Duration.ofHours(2)) < 0 ? twice : Duration.ofHours(2);
    }
  }

  private static Duration part(Duration whole, int percent) {
    return whole.multipliedBy(percent).dividedBy(100);
  }

  @Test
  void whatFailedTogetherDoesNotComeBackTogether() {
    Backoff backoff = Backoff.usual(new Random(75));

    long moments =
        IntStream.range(0, 100)
            .mapToObj(entry -> backoff.after(4).toSeconds() / 10)
            .distinct()
            .count();

    assertThat(moments).as("ten-second stretches of 96 seconds").isGreaterThan(8);
  }

  @Test
  void thirtyTriesAreSomeTwoDays() {
    Duration all =
        IntStream.range(1, 30)
            .mapToObj(Backoff.usual(new Random(75))::after)
            .reduce(Duration.ZERO, Duration::plus);

    assertThat(all).isBetween(Duration.ofHours(36), Duration.ofHours(60));
  }
}
