package nl.aanspreekpunt.casework;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SpellsTest {
  private static final Instant NOW = Town.MONDAY_TEN;
  private static final Absence AWAY = Town.away("jan.devries", NOW);
  private static final Spell STATED = Spell.stated(AWAY, NOW);

  @RegisterExtension final StoreFixture fixture = new StoreFixture();
  private Spells spells;

  @BeforeEach
  void open() {
    spells = Spells.in(fixture.store());
    await(spells.prepare());
  }

  @Test
  void anAbsenceIsTakenUpOnce() {
    assertThat(await(spells.begin(STATED))).isTrue();
    assertThat(await(spells.begin(STATED.running(AWAY, List.of())))).isFalse();
    assertThat(await(spells.find(STATED.id()))).contains(STATED);
    assertThat(await(spells.findAll(List.of("nobody", STATED.id())))).containsExactly(STATED);
  }

  @Test
  void whatIsDueIsFoundAndWhatHasEndedIsNot() {
    await(spells.begin(STATED));
    assertThat(await(spells.due(NOW.minusSeconds(1), 10))).isEmpty();
    assertThat(await(spells.due(NOW, 10))).containsExactly(STATED);

    Spell running = STATED.running(AWAY, List.of("000000000"));
    assertThat(await(spells.replace(running, running.version()))).isFalse();
    assertThat(await(spells.replace(running, STATED.version()))).isTrue();
    assertThat(await(spells.due(NOW.plus(Duration.ofDays(900)), 10))).isEmpty();
    assertThat(await(spells.underWay(10))).containsExactly(running);

    await(spells.replace(running.ended(NOW), running.version()));
    assertThat(await(spells.underWay(10))).isEmpty();
  }
}
