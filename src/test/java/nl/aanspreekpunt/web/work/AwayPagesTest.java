package nl.aanspreekpunt.web.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Acting;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.store.StoreFixture;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.Test;

/** Officials say when they are away and see who stands in; on their return what happened. */
class AwayPagesTest {
  private static final String SAMIRA = "samira.elamrani";

  @Test
  void anAbsenceIsPlannedSeenCalledOffAndOnReturnThereIsAPageOfWhatHappened() {
    try (Workplace workplace = new Workplace()) {
      Case one =
          workplace.question("a@elders.example", "Ans", "Schimmel", "x", "huur-en-onderhoud");
      Visitor samira = Visitor.loggedIn(workplace, SAMIRA);
      assertThat(samira.get("/werk/afwezig").body())
          .contains("Wie vervangt: Jan de Vries", "Ik ben er niet");

      assertThat(samira.post("/werk/afwezig", Map.of("until", "2026-11-01")).body())
          .contains("until-error");
      Map<String, String> plan = Map.of("from", "2026-11-25", "until", "2026-11-26", "gets", "ALL");
      assertThat(samira.post("/werk/afwezig", plan).status()).isEqualTo(303);
      assertThat(samira.get("/werk/afwezig").body())
          .contains("Vanaf 25 november 2026, terug op 26 november 2026", "alles wat open is");
      Visitor jan = Visitor.loggedIn(workplace, "jan.devries");
      assertThat(jan.get("/werk/team").body()).contains("Vanaf 25 november 2026");

      workplace.clock.forward(Duration.ofHours(15));
      workplace.tick();
      assertThat(workplace.found(one.id()).actingNow().map(Acting::official))
          .contains("jan.devries");
      StoreFixture.await(
          workplace.casework.change(
              one.id(),
              new Replying("jan.devries", "Ik kom kijken.", null, one.openedBy(), Map.of())));
      workplace.clock.forward(Duration.ofDays(1));
      workplace.tick();

      Visitor back = Visitor.loggedIn(workplace, SAMIRA);
      String page = back.get("/werk/afwezig").body();
      String path = page.replaceAll("(?s).*href=\"(/werk/afwezig/[^\"]+)\".*", "$1");
      assertThat(back.get(path).body())
          .contains("U bent terug", "Schimmel", "antwoord van Jan de Vries", "Nu bij Samira");
      assertThat(back.get(path + "?taal=en").body()).contains("an answer of Jan de Vries");
      assertThat(Visitor.loggedIn(workplace, "ravi.ramdin").get(path).status()).isEqualTo(404);
    }
  }

  @Test
  void whoIsAwayUntilFurtherNoticeIsSeenOnBothPagesAndEndsItThemself() {
    try (Workplace workplace = new Workplace()) {
      Visitor samira = Visitor.loggedIn(workplace, SAMIRA);
      samira.get("/werk/afwezig");
      samira.post("/werk/afwezig", Map.of());
      Absence now = workplace.directories.current().absences().get(0);
      assertThat(now.until()).isNull();
      samira.get("/werk/afwezig");
      samira.post("/werk/afwezig/niet", Map.of("from", now.from().toString()));
      assertThat(workplace.directories.current().here(SAMIRA, workplace.clock.instant())).isTrue();
    }
  }
}
