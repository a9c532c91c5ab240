package nl.aanspreekpunt.inbox;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Closing;
import nl.aanspreekpunt.casework.Correcting;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.routing.learned.Example;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CaseExamplesTest {
  private final Workplace workplace = new Workplace();

  @AfterEach
  void close() {
    workplace.close();
  }

  private Case asked(String who, String text, String topic) {
    return workplace.question(who + "@example.org", who, "Vraag", text, topic);
  }

  private void act(Case one, Act act) {
    assertThat(await(workplace.casework.change(one.id(), act)))
        .isInstanceOf(Decision.Changed.class);
  }

  private void answered(Case one, Outcome outcome) {
    act(one, new Replying(one.official(), "Wij komen.", null, one.lastReceived(), Map.of()));
    act(one, new Closing(one.official(), outcome, "", one.lastReceived()));
  }

  @Test
  void questionsThatWereCorrectedOrAnsweredAreLearnedFromAndNothingThatIsHidden() {
    Case corrected = asked("an", "De bak is vol.", null);
    act(corrected, new Correcting("afval", corrected.official(), null));
    answered(asked("bo", "De kraan lekt.", "huur-en-onderhoud"), Outcome.ANSWERED);
    answered(asked("cas", "Ik heb schulden.", "schuldhulp"), Outcome.ANSWERED);
    answered(asked("dee", "Bedankt.", "afval"), Outcome.NO_QUESTION);
    Case confided = asked("els", "Een geheim.", "schuldhulp");
    act(confided, new Correcting("afval", confided.official(), null));
    asked("fay", "Nog niemand keek.", "parkeren");

    assertThat(
            await(
                new CaseExamples(workplace.cases, workplace.receipts, workplace.directories)
                    .latest(100)))
        .extracting(Example::topic, one -> one.text().strip().lines().toList().get(1))
        .containsExactlyInAnyOrder(
            tuple("afval", "De bak is vol."), tuple("huur-en-onderhoud", "De kraan lekt."));
  }
}
