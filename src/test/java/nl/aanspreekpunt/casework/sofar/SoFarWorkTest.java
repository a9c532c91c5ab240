package nl.aanspreekpunt.casework.sofar;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.SoFarNote;
import org.junit.jupiter.api.Test;

/** What was cut off after a story was written, or corrected, is finished by the clock, once. */
class SoFarWorkTest {
  private static final SoFar.Parts PARTS = new SoFar.Parts("Rust", "", "", "", "");

  @Test
  void itsCasesSaySoAfterACrash() {
    try (Workplace workplace = new Workplace()) {
      Case one =
          workplace.question("a@elders.example", "Ans", "Huur", "Te hoog.", "huur-en-onderhoud");
      assertThat(SoFarNote.asked(one)).isTrue();
      SoFars stories = SoFars.in(workplace.store);
      SoFar written = SoFar.first(one.citizen(), PARTS, one.official(), workplace.clock.instant());
      await(stories.add(written));
      workplace.tick();
      workplace.tick();
      Case after = workplace.found(one.id());
      assertThat(after.happened(CaseEvent.SoFarWritten.class)).hasSize(1);
      assertThat(SoFarNote.asked(after)).isFalse();

      SoFar now = await(stories.find(one.citizen())).orElseThrow();
      assertThat(now.checkAt()).isNull();
      SoFar.Correction said =
          new SoFar.Correction(
              "said", one.id(), "Ans", "Stilte", workplace.clock.instant(), null, null, null, null);
      await(stories.replace(now.with(said), now.version()));
      workplace.tick();
      workplace.tick();
      assertThat(workplace.found(one.id()).happened(CaseEvent.SoFarCorrected.class)).hasSize(1);
    }
  }
}
