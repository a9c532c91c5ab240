package nl.aanspreekpunt.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ClockCheckTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  @Test
  void aClockWithinTwoSecondsIsFineOnEitherSide() {
    assertThat(serverAt(NOW).succeeded()).isTrue();
    assertThat(serverAt(NOW.plusSeconds(2)).succeeded()).isTrue();
    assertThat(serverAt(NOW.minusSeconds(2)).succeeded()).isTrue();
  }

  @Test
  void aClockFurtherOffIsNotAndItSaysHowFar() {
    assertThat(serverAt(NOW.plusMillis(2_001)).cause()).hasMessageContaining("2001 ms");
    assertThat(serverAt(NOW.minusMillis(3_000)).cause()).hasMessageContaining("3000 ms");
  }

  @Test
  void aServerThatDoesNotAnswerFailsIt() {
    assertThat(new ClockCheck(CLOCK, () -> Future.failedFuture("away")).get().failed()).isTrue();
  }

  private static Future<?> serverAt(Instant moment) {
    return new ClockCheck(CLOCK, () -> Future.succeededFuture(moment)).get();
  }
}
