package nl.aanspreekpunt;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.official.Voorbeeldstad;
import nl.aanspreekpunt.outbox.Outgoing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** "No family without tap water" does not wait until somebody opens the office. */
class PrincipleTest {
  private static final Instant SATURDAY_NIGHT = Instant.parse("2026-11-28T22:00:00Z");
  private final Workplace workplace = new Workplace(Voorbeeldstad.yaml(), Map.of());

  @AfterEach
  void close() {
    workplace.close();
  }

  @Test
  void itsNormRunsInClockHoursAndTheCitizenHearsWhatToDoMeanwhile() {
    workplace.clock.forward(Duration.between(workplace.clock.instant(), SATURDAY_NIGHT));
    Case dry = asked("water-en-energie");
    Case rent = asked("huur-en-onderhoud");

    assertThat(dry.dueAt()).isEqualTo(dry.openedAt().plus(Duration.ofHours(4)));
    assertThat(rent.dueAt()).isAfter(rent.openedAt().plus(Duration.ofDays(2)));
    assertThat(acknowledgement(dry).notice().facts().get("meanwhile"))
        .startsWith("Heeft u nu geen water?");
    assertThat(acknowledgement(rent).notice().facts()).doesNotContainKey("meanwhile");
  }

  @Test
  void wordsThatNameItHurryAQuestionAboutSomethingElseAndSayWhatToDoMeanwhile() {
    workplace.clock.forward(Duration.between(workplace.clock.instant(), SATURDAY_NIGHT));
    Case dry = asked("huur-en-onderhoud", "De huur is hoog. Wij zitten nu zonder water!");

    assertThat(dry.topic()).isEqualTo("huur-en-onderhoud");
    assertThat(dry.dueAt()).isEqualTo(dry.openedAt().plus(Duration.ofHours(4)));
    assertThat(acknowledgement(dry).notice().facts().get("meanwhile"))
        .startsWith("Heeft u nu geen water?");
  }

  private Case asked(String topic) {
    return asked(topic, "Help.");
  }

  private Case asked(String topic, String words) {
    return workplace.question(topic + "@elders.example", "Ans", "Een vraag", words, topic);
  }

  private Outgoing acknowledgement(Case one) {
    String entry =
        one.events().stream()
            .filter(CaseEvent.Told.class::isInstance)
            .map(event -> ((CaseEvent.Told) event).entry())
            .findFirst()
            .orElseThrow();
    return await(workplace.outbox.find(entry)).orElseThrow();
  }
}
