package nl.aanspreekpunt.outbox;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TakingUpTest {
  @RegisterExtension final StoreFixture fixture = new StoreFixture();

  @Test
  void whatTheOnlyProcessWasSendingWhenItDiedIsDueAtItsNextStart() {
    Outbox outbox = Outbox.in(fixture.store());
    await(outbox.prepare());
    await(outbox.add(List.of(Town.email("a", Notice.Kind.ACKNOWLEDGEMENT))));
    Outgoing entry = await(outbox.find("a")).orElseThrow();
    await(outbox.claim(entry, "dead", Town.NOW.plus(Duration.ofSeconds(90)), null));
    assertThat(await(outbox.due(Town.NOW.plusSeconds(1), 10))).isEmpty();

    assertThat(await(outbox.takeUp(Town.NOW))).isEqualTo(1);

    List<Outgoing> due = await(outbox.due(Town.NOW.plusSeconds(1), 10));
    assertThat(due).extracting(Outgoing::id).containsExactly("a");
    assertThat(Attempting.perhapsArrived(due.get(0))).isTrue();
  }
}
