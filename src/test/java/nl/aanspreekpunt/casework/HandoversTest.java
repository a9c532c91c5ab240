package nl.aanspreekpunt.casework;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HandoversTest {
  private static final Handover MARKED = Handover.marked("jan.devries", "els", Town.MONDAY_TEN);

  @RegisterExtension final StoreFixture fixture = new StoreFixture();
  private Handovers handovers;

  @BeforeEach
  void open() {
    handovers = Handovers.in(fixture.store());
    await(handovers.prepare());
  }

  @Test
  void somebodyDepartsOnce() {
    assertThat(await(handovers.begin(MARKED))).isTrue();
    assertThat(await(handovers.begin(MARKED.told()))).isFalse();
    assertThat(await(handovers.find("jan.devries"))).contains(MARKED);
    assertThat(await(handovers.find("samira.elamrani"))).isEmpty();
  }

  @Test
  void aChangeNamesTheVersionItWasDecidedOn() {
    await(handovers.begin(MARKED));
    Handover adjusted = MARKED.adjusted(Map.of("000000000", "samira.elamrani"));
    assertThat(await(handovers.replace(adjusted, MARKED.version() + 1))).isFalse();
    assertThat(await(handovers.replace(adjusted, MARKED.version()))).isTrue();
    assertThat(await(handovers.replace(MARKED.told(), MARKED.version()))).isFalse();
    assertThat(await(handovers.find("jan.devries"))).contains(adjusted);
  }

  @Test
  void thoseUnderWayAreFoundUntilTheyEnd() {
    await(handovers.begin(MARKED));
    assertThat(await(handovers.underWay())).containsExactly(MARKED);
    await(handovers.replace(MARKED.ended(), MARKED.version()));
    assertThat(await(handovers.underWay())).isEmpty();
  }
}
