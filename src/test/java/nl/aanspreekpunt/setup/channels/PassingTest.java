package nl.aanspreekpunt.setup.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import nl.aanspreekpunt.Hands;
import nl.aanspreekpunt.outbox.Delivery;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.outbox.Sending;
import org.junit.jupiter.api.Test;

/** What this node saw of a way, and when that way itself fails. */
class PassingTest {
  private static final String WAY = "out-email";
  private final Hands clock = new Hands(Instant.parse("2026-11-24T09:00:00Z"));
  private final Passing passing = new Passing(clock);

  private Instant later() {
    clock.forward(Duration.ofMinutes(1));
    return clock.instant();
  }

  private void sends(Delivery delivery) {
    Sending one =
        new Sending() {
          @Override
          public Future<Delivery> send(Outgoing entry, boolean again, BooleanSupplier lease) {
            return Future.succeededFuture(delivery);
          }
        };
    assertThat(new Seen(one, WAY, passing).send(null, false, () -> true).result())
        .isEqualTo(delivery);
  }

  @Test
  void nothingIsKnownAtFirst() {
    assertThat(passing.last(WAY)).isEqualTo(Passing.Last.NOTHING);
  }

  @Test
  void aWayFailsSinceTheFirstFailureUntilSomethingGoesWell() {
    Instant first = clock.instant();
    sends(Delivery.retry("relay:unreachable"));
    Instant second = later();
    sends(Delivery.retry("relay:silent"));
    assertThat(passing.last(WAY)).isEqualTo(new Passing.Last(null, second, "relay:silent", first));
    Instant well = later();
    sends(Delivery.sent("<a@b>"));
    assertThat(passing.last(WAY)).isEqualTo(new Passing.Last(well, second, "relay:silent", null));
  }

  @Test
  void aRefusalIsAboutOneMessageAndNamesNobody() {
    sends(Delivery.refused("550 5.1.1 <jan.jansen@elders.example>: unknown " + "x".repeat(300)));
    assertThat(passing.last(WAY).since()).isNull();
    assertThat(passing.last(WAY).why())
        .startsWith("550 5.1.1 <j…@elders.example>: unknown")
        .hasSizeLessThan(210);
  }
}
