package nl.aanspreekpunt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was written to a citizen and reads as a promise, as officials and the citizen see it. */
class WrittenPagesTest {
  private static Workplace workplace;

  @BeforeAll
  static void open() {
    workplace = new Workplace();
  }

  @AfterAll
  static void close() {
    workplace.close();
  }

  @Test
  void whatWasWrittenToACitizenStandsOnTodayUntilItIsPromisedOrSaidToBeNone() {
    Case one =
        workplace.question(
            "geschreven@elders.example", "Bo", "Mijn stoep", "Wanneer hoor ik het?", "parkeren");
    Visitor official = Visitor.loggedIn(workplace, one.official());
    String page = "/werk/vragen/" + one.id();
    official.get(page);
    String text =
        "Dag Bo. U hoort vrijdag voor 12 uur van mij, en u krijgt 15 december een besluit."
            + " Ik bel u morgen.";
    official.post(page + "/antwoord", Map.of("text", text, "seen", one.lastReceived()));
    Promise answer = read(one, PromiseKind.ANSWER);
    Promise decision = read(one, PromiseKind.DECISION);

    String today = official.get("/werk").body();
    assertThat(today)
        .contains("Belooft u dit?", "geschreven-" + answer.id(), "beloof-" + decision.id())
        .contains("Besluit vóór")
        .doesNotContain("open-" + one.id(), "belofte-" + answer.id());
    assertThat(new Visitor(workplace).get(workplace.followPath(one, "1")).body())
        .as("the hub says nothing that nobody confirmed")
        .doesNotContain("2026-11-27T11:00:00Z");
    Visitor.Answer promised =
        official.post(
            page + "/beloven",
            Map.of("page", "today", "promised", "ANSWER " + answer.due() + " " + answer.said()));
    Visitor.Answer none =
        official.post(page + "/niet-beloven", Map.of("page", "today", "promise", decision.id()));

    assertThat(promised.location()).isEqualTo("/werk?gedaan=beloven");
    assertThat(official.get(none.location()).body())
        .contains("belofte-" + answer.id(), "Goed: het is geen belofte.")
        .doesNotContain("geschreven-" + answer.id(), "geschreven-" + decision.id());
    assertThat(workplace.found(one.id()).promise(decision.id()).orElseThrow().state())
        .isEqualTo(Promise.State.WITHDRAWN);
    Promise call = read(one, PromiseKind.CALLBACK);
    official.post(page + "/niet-beloven", Map.of("promise", call.id()));
    assertThat(new Visitor(workplace).get(workplace.followPath(one, "1")).body())
        .contains("2026-11-27T11:00:00Z")
        .doesNotContain(call.id());
  }

  private static Promise read(Case one, PromiseKind kind) {
    return workplace.found(one.id()).openPromises().stream()
        .filter(promise -> promise.unconfirmed() && promise.kind() == kind)
        .findFirst()
        .orElseThrow();
  }
}
