package nl.aanspreekpunt.web.work.calling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.promise.Attempt;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Issue 9, line 8: without Twilio's voice, tel: links and the same form do it. */
class WithoutVoiceTest {
  private static final String DIALS = "href=\"tel:+31612345678\"";
  private static Workplace workplace;

  @BeforeAll
  static void open() {
    workplace =
        new Workplace(
            Workplace.oneForEachTopic(),
            Map.of(
                "twilio.account-sid", "AC5a4d0000000000000000000000005a4d",
                "twilio.auth-token", "geheim",
                "twilio.from", "+31970000000",
                "twilio.api-url", "http://127.0.0.1:9"));
  }

  @AfterAll
  static void close() {
    workplace.close();
  }

  private static Promise promise(Case one) {
    return workplace.found(one.id()).promises().stream()
        .filter(it -> it.callback() != null)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theTelephoneOfTheOfficialOpensAndTheAttemptIsPutDownOnTheCasePage() {
    Case one =
        workplace.question(
            "zonder@elders.example",
            "Ans",
            "Bel mij",
            "Graag bellen.",
            "huur-en-onderhoud",
            Map.of("callbackPhone", "+31612345678"));
    Visitor samira = Visitor.loggedIn(workplace, "samira.elamrani");
    String page = "/werk/vragen/" + one.id();
    for (String shown : new String[] {"/werk", "/werk/bellen", page}) {
      assertThat(samira.get(shown).body())
          .as(shown)
          .contains(DIALS)
          .doesNotContain(page + "/bel\"");
    }
    assertThat(samira.post(page + "/bel", Map.of("call", promise(one).id())).status())
        .isEqualTo(404);

    Map<String, String> form =
        Map.of(
            "call",
            promise(one).id(),
            "attempt",
            "VOICEMAIL",
            "attemptNote",
            "Ingesproken",
            "seen",
            one.lastReceived());
    assertThat(samira.post(page + "/poging", form).status()).isEqualTo(303);
    assertThat(promise(one).callback().attempts())
        .singleElement()
        .matches(
            it ->
                it.outcome() == Attempt.Outcome.VOICEMAIL
                    && it.note().equals("Ingesproken")
                    && it.call() == null);
    assertThat(promise(one).open()).isTrue();
  }
}
