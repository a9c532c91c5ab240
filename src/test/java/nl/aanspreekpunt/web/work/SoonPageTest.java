package nl.aanspreekpunt.web.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What who leads a team sees of its promises before they escalate. */
class SoonPageTest {
  private static final String SOON = "/werk/team/vandaag";
  private Workplace workplace;

  @BeforeEach
  void open() {
    workplace = new Workplace();
  }

  @AfterEach
  void close() {
    workplace.close();
  }

  @Test
  void theCoordinatorSeesWhatEscalatesTodayBeforeItDoes() {
    workplace.question(
        "ans@example.org", "Ans", "Schimmel in de gang", "Nat.", "huur-en-onderhoud");
    Visitor jan = Visitor.loggedIn(workplace, "jan.devries");
    assertThat(jan.get("/werk/team").body()).contains(SOON);
    assertThat(jan.get(SOON).body()).as("it is due the day after tomorrow").contains("niets");

    workplace.clock.forward(Duration.ofDays(1));
    String dayBefore = soon();
    workplace.clock.forward(Duration.ofHours(23));
    workplace.tick();
    String dueDay = soon();

    assertThat(dayBefore)
        .contains("Schimmel in de gang", "Samira El Amrani krijgt een herinnering");
    assertThat(dueDay).contains("Jan de Vries gaat het waarnemen").doesNotContain("herinnering");
  }

  private String soon() {
    return Visitor.loggedIn(workplace, "jan.devries").get(SOON).body();
  }

  @Test
  void whoLeadsNoTeamSeesNothing() {
    assertThat(Visitor.loggedIn(workplace, "samira.elamrani").get(SOON).status()).isEqualTo(403);
  }
}
