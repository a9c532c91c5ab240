package nl.aanspreekpunt.web.work.chafe;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.friction.Friction;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An official reports what chafes from a case; policy answers; each sees as much as is theirs. */
class FrictionPagesTest {
  private static final String LIST = "/werk/knelpunten";
  private static final String ANSWER = "Een verklaring van de opvang is nu ook goed als bewijs.";
  private static Workplace workplace;

  @BeforeAll
  static void open() {
    workplace = new Workplace(Workplace.oneForEachTopic(), Map.of("frictions.public", "true"));
  }

  @AfterAll
  static void close() {
    workplace.close();
  }

  @Test
  void itIsReportedFromACaseAnsweredByPolicyAndReadByEverybody() {
    Case one = question("a@elders.example");
    String form = LIST + "/nieuw?vraag=" + one.id();
    Visitor samira = Visitor.loggedIn(workplace, "samira.elamrani");
    assertThat(samira.get("/werk/vragen/" + one.id()).body()).contains(form);
    assertThat(samira.get(form).body()).contains("Mijn huur", "De inwoner wil horen");
    Map<String, String> empty = Map.of("about", one.id());
    assertThat(samira.post(LIST + "/nieuw", empty).body()).contains("Zeg welke regel");
    Map<String, String> named =
        Map.of("about", one.id(), "rule", "Formulier woonadres", "what", "Ans Jonker kon niet");
    Visitor.Answer refused = samira.post(LIST + "/nieuw", named);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("lijkt een naam", "Formulier woonadres");
    String id = report(samira, one, "Formulier woonadres eist een huurcontract");
    assertThat(samira.get(LIST + "/" + id).body())
        .contains("antwoordt vóór", "/werk/vragen/" + one.id());
    assertThat(samira.get("/werk/vragen/" + one.id()).body())
        .contains("meldde dat hier iets knelt");

    Visitor ravi = Visitor.loggedIn(workplace, "ravi.ramdin");
    assertThat(ravi.get(LIST).body()).contains("Formulier woonadres eist een huurcontract");
    assertThat(ravi.get(LIST + "/" + id).body())
        .as("who may not read the case sees no number")
        .contains("een vraag die u niet kunt lezen")
        .doesNotContain(one.id(), "/stap", "/eigenaar");
    assertThat(ravi.post(LIST + "/" + id + "/stap", step("STAYS", ANSWER)).status()).isEqualTo(403);
    assertThat(ravi.post(LIST + "/" + id + "/eigenaar", Map.of("owner", "ravi.ramdin")).status())
        .isEqualTo(403);
    assertThat(ravi.get(form).status()).isEqualTo(403);
    Visitor auditor = Visitor.loggedIn(workplace, "marijke.smit");
    assertThat(auditor.get(LIST + "/" + id).body()).doesNotContain(one.id(), "/stap");

    String owner = workplace.found(friction(id).number()).official();
    Visitor policy = Visitor.loggedIn(workplace, owner);
    assertThat(policy.get("/werk").body()).contains("Beantwoord het knelpunt");
    assertThat(policy.get("/werk/vragen/" + friction(id).number()).body())
        .contains(LIST + "/" + id);
    policy.get(LIST + "/" + id);
    assertThat(policy.post(LIST + "/" + id + "/stap", step("STAYS", "Nee.")).body())
        .contains("in een hele zin", "Nee.");
    workplace.clock.forward(Duration.ofMinutes(1));
    assertThat(policy.post(LIST + "/" + id + "/stap", step("CHANGED", ANSWER)).status())
        .isEqualTo(303);
    assertThat(samira.get(LIST + "/" + id).body()).contains(ANSWER, "Het gaat nu anders");
    assertThat(samira.get("/werk/vragen/" + one.id()).body()).contains(ANSWER);
    Visitor citizen = new Visitor(workplace);
    assertThat(citizen.get(workplace.followPath(one, "1")).body()).contains(ANSWER);
    assertThat(citizen.get("/knelpunten").body()).contains("Ook een verklaring van de opvang");
    assertThat(citizen.get("/knelpunten?taal=en").body())
        .contains("What changed because of practice");
    assertThat(citizen.get(LIST + "/" + id).status()).isEqualTo(303);
  }

  @Test
  void whatIsTheSameIsGatheredByAPersonAndTakenApartAgain() {
    Visitor samira = Visitor.loggedIn(workplace, "samira.elamrani");
    Case one = question("b@elders.example");
    Case other = question("c@elders.example");
    String first = report(samira, one, "Inkomensverklaring weekloon uitzendkrachten");
    workplace.clock.forward(Duration.ofHours(3));
    String second = report(samira, other, "Uitzendkrachten en inkomensverklaring per weekloon");
    assertThat(samira.get(LIST + "/" + second).body())
        .contains("Is dit hetzelfde?", "In beide: ", "uitzendkrachten");
    Case owed = workplace.found(friction(second).number());
    assertThat(samira.post(LIST + "/" + second + "/samen", Map.of("into", first)).status())
        .isEqualTo(303);
    assertThat(workplace.found(owed.id()).open()).isFalse();
    assertThat(samira.get(LIST + "/" + second).body()).contains("Dat antwoord is ook voor dit");
    assertThat(samira.get(LIST + "/" + first).body()).contains("Meldingen (2)");
    samira.get(LIST + "/" + second);
    assertThat(samira.post(LIST + "/" + second + "/apart", Map.of()).status()).isEqualTo(303);
    Case again = workplace.found(owed.id());
    assertThat(again.open()).isTrue();
    assertThat(again.dueAt()).as("no due time moved").isEqualTo(owed.dueAt());
    assertThat(samira.get(LIST + "/" + first).body()).contains("Meldingen (1)");
  }

  private static Map<String, String> step(String state, String words) {
    return Map.of(
        "state", state, "words", words, "plain", "Ook een verklaring van de opvang is goed.");
  }

  private static Friction friction(String id) {
    return await(workplace.frictionWork.frictions().find(id)).orElseThrow();
  }

  private static Case question(String from) {
    return workplace.question(from, "Ans Jonker", "Mijn huur", "Te hoog.", "huur-en-onderhoud");
  }

  private static String report(Visitor by, Case about, String rule) {
    by.get(LIST + "/nieuw?vraag=" + about.id());
    Visitor.Answer sent =
        by.post(
            LIST + "/nieuw",
            Map.of(
                "about",
                about.id(),
                "rule",
                rule,
                "what",
                "Wie in de opvang slaapt kan dit niet geven",
                "tells",
                "yes"));
    assertThat(sent.status()).as(sent.body()).isEqualTo(303);
    return await(workplace.frictionWork.frictions().about(about.id(), 1)).get(0).id();
  }
}
