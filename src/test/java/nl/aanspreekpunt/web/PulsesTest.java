package nl.aanspreekpunt.web;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PulsesTest {
  @RegisterExtension final StoreFixture fixture = new StoreFixture();

  @Test
  void eachBeatRaisesTheNumberOfEachAlsoFromSeveralNodes() {
    Pulses pulses = Pulses.in(fixture.store());
    await(Future.all(IntStream.range(0, 20).mapToObj(i -> pulses.beat(List.of("jan"))).toList()));
    await(pulses.beat(List.of("jan", "els")));
    assertThat(await(pulses.of(List.of("els", "jan", "nobody"))))
        .isEqualTo(Map.of("jan", 21L, "els", 1L));
    assertThat(await(pulses.of(List.of()))).isEmpty();
  }
}
