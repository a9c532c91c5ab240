package nl.aanspreekpunt.web.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.official.Voorbeeldstad;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who got a case and why, who has too much, and what a coordinator pins. */
class FairPagesTest {
  private static final String PINS = "/werk/team/regels";
  private Workplace workplace;

  @AfterEach
  void close() {
    workplace.close();
  }

  private Case asked(String who, String subject) {
    return workplace.question(who + "@example.org", who, subject, "Nat.", "huur-en-onderhoud");
  }

  private String page(String official, String path) {
    return Visitor.loggedIn(workplace, official).get(path).body();
  }

  @Test
  void whyTheyGotItIsATableForTheCoordinatorAndTheirOwnFiguresForAnOfficial() {
    workplace = new Workplace(Voorbeeldstad.yaml(), Map.of());
    String path = "/werk/vragen/" + asked("ans", "Schimmel").id();

    assertThat(page("jan.devries", path))
        .contains(
            "Wie kon het krijgen", "Samira El Amrani <strong>(gekozen)", "row\">Jan de Vries");
    assertThat(page("samira.elamrani", path))
        .contains("Samira El Amrani <strong>(gekozen)", "En 1 van wie u de cijfers niet ziet")
        .doesNotContain("row\">Jan de Vries");
  }

  @Test
  void theTeamPageSaysWhoIsAtTheirCapAndThatTheWholeTeamIs() {
    String capped = Voorbeeldstad.yaml().replaceAll("(capacity: \\d+)", "$1\n    cap: 1");
    workplace = new Workplace(capped, Map.of());
    asked("ans", "Schimmel");
    workplace.tick();
    assertThat(page("jan.devries", "/werk/team"))
        .contains("hoogstens 1")
        .doesNotContain("hele team zit aan het maximum");
    asked("bas", "Lekkage");
    asked("cor", "Kraan");
    asked("dirk", "Dak");
    assertThat(page("jan.devries", "/werk/team")).contains("Het hele team zit aan het maximum");
  }

  @Test
  void aCoordinatorPinsARuleSeesThatItCannotBeFollowedAndRevokesIt() {
    workplace = new Workplace(Voorbeeldstad.yaml(), Map.of());
    Visitor jan = Visitor.loggedIn(workplace, "jan.devries");
    jan.get(PINS);
    Visitor.Answer wrong = jan.post(PINS, Map.of("official", "ravi.ramdin", "until", "2020-01-01"));
    jan.get(PINS);
    Visitor.Answer made =
        jan.post(
            PINS,
            Map.of(
                "official", "samira.elamrani", "word", "lift", "way", "TO", "reason", "Kent die"));
    Case one = asked("ans", "De lift");
    String listed = jan.get(PINS).body();
    Workplace.await(
        workplace.directories.absent(
            new Absence(
                "samira.elamrani", workplace.clock.instant(), null, null, "", "jan.devries")));
    String team = jan.get("/werk/team").body();
    jan.get(PINS);
    String pin = workplace.directories.current().pins().get(0).id();
    jan.post(PINS + "/intrekken", Map.of("pin", pin, "why", "Klaar"));

    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body())
        .contains("Kies een medewerker van uw team", "Vul de reden in", "minstens één van de vier");
    assertThat(made.location()).contains("gedaan=regel");
    assertThat(listed).contains("in de titel: naar Samira El Amrani", "Kent die");
    assertThat(page("jan.devries", "/werk/vragen/" + one.id())).contains("Vaste regel " + pin);
    assertThat(team).contains("wijst naar Samira El Amrani, maar die is afwezig");
    assertThat(jan.get(PINS).body()).contains("ingetrokken door Jan de Vries", "Klaar");
    assertThat(page("jan.devries", "/werk/team")).doesNotContain("maar die is afwezig");
    assertThat(Visitor.loggedIn(workplace, "samira.elamrani").get(PINS).status()).isEqualTo(403);
  }
}
