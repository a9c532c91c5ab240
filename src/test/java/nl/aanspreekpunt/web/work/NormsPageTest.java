package nl.aanspreekpunt.web.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.official.Voorbeeldstad;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.Test;

/** What holds now, for all who work here. */
class NormsPageTest {
  private static final String PATH = "/werk/normen";

  @Test
  void normsHoursClosingDaysAndLaddersAreSaidInPlainWords() {
    String directory =
        Voorbeeldstad.yaml()
            .replace("good-friday: false", "good-friday: true")
            .replace("closed: []", "closed: [2026-12-24]")
            .replace("thu: \"08:30-20:00\"", "thu: \"08:30-12:00, 13:00-20:00\"");
    try (Workplace workplace = new Workplace(directory, Map.of())) {
      Visitor official = Visitor.loggedIn(workplace, "fatma.yildiz");
      assertThat(official.get("/werk").body()).contains(PATH);

      String page = official.get(PATH).body();

      assertThat(page)
          .contains("Antwoord: binnen 2 werkdagen", "Antwoord: binnen 1 werkdag")
          .contains("Terugbellen: binnen 4 uur openingstijd")
          .contains("Antwoord aan een collega: binnen 2 werkdagen")
          .contains("Rugdekking door de manager: binnen 1 werkdag")
          .contains("Bevestiging door een ander die helpt: binnen 5 werkdagen")
          .contains("Antwoord op een knelpunt, door wie er in dit team naar kijkt: binnen 10 ")
          .contains("Besluit op een klacht: binnen 6 weken; te verlengen met 4 weken, hooguit 1×")
          .contains("donderdag: 08:30-12:00, 13:00-20:00", "maandag: 08:30-17:00")
          .contains("Na 75% van de tijd: wie het beloofde krijgt een herinnering.")
          .contains("Op het afgesproken moment: de vervanger gaat het doen.")
          .contains("donderdag 24 december 2026", "vrijdag 26 maart 2027")
          .doesNotContain("/werk/gids");
      assertThat(official.get(PATH + "?taal=en").status()).isEqualTo(200);
      assertThat(official.get(PATH).body())
          .contains("Answer: within 1 working day", "Thursday, December 24, 2026")
          .contains("At the moment that was promised: the deputy does it.");
    }
  }

  @Test
  void whoMayChangeThemReadsWhere() {
    try (Workplace workplace = new Workplace()) {
      Visitor administrator = Visitor.loggedIn(workplace, "thomas.bakker");

      assertThat(administrator.get(PATH).body()).contains("href=\"/werk/beheer/gids/normen\"");
      assertThat(new Visitor(workplace).get(PATH).status()).isEqualTo(303);
    }
  }
}
