package nl.aanspreekpunt;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.official.Voorbeeldstad;
import nl.aanspreekpunt.outbox.Outgoing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The citizens of the demo municipality's questions are made up: nothing is ever sent to them. */
class DemoTest {
  private final Workplace workplace =
      new Workplace(
          Voorbeeldstad.yaml(),
          Map.of("demo", "true", "relay.host", "127.0.0.1", "relay.port", "9"));

  @AfterEach
  void close() {
    workplace.close();
  }

  @Test
  void whateverHappensToThemNothingGoesToTheirCitizens() {
    List<Case> all = all();
    assertThat(all).hasSizeGreaterThan(3).allMatch(Case::demo);
    for (Case one : all) {
      await(
          workplace.casework.change(
              one.id(), new Replying(one.official(), "Dag.", null, one.lastReceived(), Map.of())));
    }
    workplace.clock.forward(Duration.ofDays(9));
    workplace.tick();
    workplace.tick();

    List<Outgoing> out = await(workplace.outbox.list(null, null, 500));
    assertThat(out).hasSizeGreaterThan(all.size());
    assertThat(out).extracting(Outgoing::state).containsOnly(Outgoing.State.HELD);
    assertThat(await(workplace.outbox.due(workplace.clock.instant(), 10))).isEmpty();
  }

  private List<Case> all() {
    return await(workplace.cases.list(new Cases.Filter(null, null, null), null, 100));
  }
}
