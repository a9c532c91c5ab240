package nl.aanspreekpunt.web.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.Test;

/** A question is offered to a colleague, who says yes or no before they may read it. */
class OfferPagesTest {
  @Test
  void itIsOfferedRefusedWithAReasonOfferedAgainAndAccepted() {
    try (Workplace workplace = new Workplace()) {
      Case one =
          workplace.question(
              "a@elders.example", "Ans", "Schimmel", "Heel vertrouwelijk.", "huur-en-onderhoud");
      workplace.clock.forward(Duration.ofDays(6)); // what was promised is late
      String path = "/werk/vragen/" + one.id();
      Visitor samira = Visitor.loggedIn(workplace, "samira.elamrani");
      samira.get(path);
      assertThat(samira.post(path + "/aanbieden", Map.of()).status()).isEqualTo(422);
      Map<String, String> offer = Map.of("offerTo", "ravi.ramdin", "offerNote", "Kent de straat");
      assertThat(samira.post(path + "/aanbieden", offer).status()).isEqualTo(303);
      assertThat(samira.get(path).body()).contains("Aangeboden aan Ravi Ramdin");

      Visitor ravi = Visitor.loggedIn(workplace, "ravi.ramdin");
      assertThat(ravi.get("/werk").body()).contains("Aangeboden aan u", "Schimmel", "Te laat: ");
      assertThat(ravi.get(path).body())
          .contains("Samira El Amrani biedt u deze vraag aan", "Kent de straat", "Te laat: ")
          .doesNotContain("Heel vertrouwelijk");
      assertThat(ravi.post(path + "/weigeren", Map.of()).body()).contains("Schrijf op waarom niet");
      Visitor thomas = Visitor.loggedIn(workplace, "thomas.bakker");
      thomas.get(path);
      assertThat(thomas.post(path + "/aannemen", Map.of()).status()).isEqualTo(403);
      ravi.get(path);
      assertThat(ravi.post(path + "/weigeren", Map.of("reason", "Niet mijn wijk")).status())
          .isEqualTo(303);
      assertThat(samira.get(path).body()).contains("Niet mijn wijk", "nam de vraag niet over");

      samira.post(path + "/aanbieden", offer);
      ravi.get(path + "?taal=en");
      assertThat(ravi.get(path).body()).contains("offers you this question");
      assertThat(ravi.post(path + "/aannemen", Map.of()).status()).isEqualTo(303);
      assertThat(ravi.get(path).body()).contains("Heel vertrouwelijk");
      assertThat(workplace.found(one.id()).official()).isEqualTo("ravi.ramdin");
      assertThat(samira.get(path).body()).doesNotContain("Heel vertrouwelijk");
    }
  }

  @Test
  void whoMayReadItAlreadyAnswersOnThePageOfTheQuestion() {
    try (Workplace workplace = new Workplace()) {
      Case one =
          workplace.question("a@elders.example", "Ans", "Schimmel", "Vocht.", "huur-en-onderhoud");
      String path = "/werk/vragen/" + one.id();
      String leads = workplace.directories.current().team(one.team()).orElseThrow().coordinator();
      Visitor samira = Visitor.loggedIn(workplace, "samira.elamrani");
      samira.get(path);
      Map<String, String> offer = Map.of("offerTo", leads, "offerNote", "Kent de straat");
      assertThat(samira.post(path + "/aanbieden", offer).status()).isEqualTo(303);
      assertThat(samira.get(path).body()).contains("/niet-aanbieden").doesNotContain("/aannemen");

      Visitor coordinator = Visitor.loggedIn(workplace, leads);
      assertThat(coordinator.get(path).body())
          .contains("Vocht.", "biedt u deze vraag aan", "Kent de straat", "/aannemen", "/weigeren")
          .doesNotContain("/niet-aanbieden");
      Visitor.Answer refused = coordinator.post(path + "/weigeren", Map.of());
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.body()).contains("Schrijf op waarom niet", "Vocht.");
      assertThat(coordinator.post(path + "/aannemen", Map.of()).status()).isEqualTo(303);
      assertThat(workplace.found(one.id()).official()).isEqualTo(leads);
      assertThat(coordinator.get(path).body()).doesNotContain("/aannemen");
    }
  }
}
