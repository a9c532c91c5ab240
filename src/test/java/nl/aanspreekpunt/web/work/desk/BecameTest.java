package nl.aanspreekpunt.web.work.desk;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Attempting;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.process.Until;
import nl.aanspreekpunt.promise.Attempt;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Issue 9, line 9: what became of my contacts today. */
class BecameTest {
  private static final String LIST = "/werk/nieuw/vandaag";
  private Workplace workplace;
  private Visitor clerk;

  @BeforeEach
  void open() {
    workplace = new Workplace();
    clerk = Visitor.loggedIn(workplace, "meilin.chen");
  }

  @AfterEach
  void close() {
    workplace.close();
  }

  private Case taken(String name, String text, Map<String, String> more) {
    String form = clerk.get("/werk/nieuw").body();
    Map<String, String> fields = new HashMap<>(more);
    fields.put("nonce", form.replaceAll("(?s).*name=\"nonce\" value=\"([^\"]+)\".*", "$1"));
    fields.put("name", name);
    fields.put("text", text);
    fields.put("phone", "06 12345678");
    String path = clerk.post("/werk/nieuw", fields).location();
    String receipt = path.substring("/werk/nieuw/".length());
    return Until.present(
        "it is placed",
        () ->
            await(workplace.receipts.find(receipt))
                .map(Receipt::caseNumber)
                .map(number -> workplace.found(number)));
  }

  private static Promise call(Case one) {
    return one.promises().stream().filter(it -> it.callback() != null).findFirst().orElseThrow();
  }

  @Test
  void theClerkSeesWhoHasItAndWhetherItWasCalledBackAndNothingThatWasWrittenSince() {
    assertThat(clerk.get(LIST).body()).contains("U nam vandaag nog geen vraag aan.");
    Case one =
        taken("Toos Trouw", "Mijn kraan lekt", Map.of("call", "yes", "topic", "huur-en-onderhoud"));
    assertThat(clerk.get(LIST).body())
        .contains("Toos Trouw", one.id(), "Bij Samira El Amrani.", "Wordt gebeld vóór")
        .doesNotContain("Mijn kraan lekt", "12345678");
    await(
        workplace.casework.change(
            one.id(),
            new Attempting(
                call(one).id(), one.official(), Attempt.Outcome.VOICEMAIL, "Geheim", null)));
    assertThat(clerk.get(LIST).body()).contains("voicemail").doesNotContain("Geheim");
    await(
        workplace.casework.change(
            one.id(),
            new Attempting(
                call(one).id(),
                one.official(),
                Attempt.Outcome.REACHED,
                "Wat er is besproken",
                workplace.found(one.id()).lastReceived())));
    assertThat(clerk.get(LIST).body())
        .contains("Gesproken met Samira El Amrani")
        .doesNotContain("Wat er is besproken");
  }

  @Test
  void whatIsLateIsMarkedAndWhatWasPutThroughSaysToWhom() {
    Case one = taken("Cor", "De stoep ligt los", Map.of("topic", "straat-en-groen"));
    String path =
        clerk.get(LIST).body().replaceAll("(?s).*href=\"(/werk/nieuw/desk-[^\"]+)\".*", "$1");
    clerk.get(path);
    clerk.post(path + "/doorverbonden", Map.of("to", one.official(), "told", "Het is urgent"));
    assertThat(clerk.get(LIST).body())
        .contains("U verbond door met Ravi Ramdin.", "Ravi Ramdin antwoordt vóór")
        .doesNotContain("Het is urgent", "Hier is een belofte te laat");
    workplace.clock.forward(Duration.ofDays(20));
    assertThat(clerk.get(LIST).body()).as("of today alone").doesNotContain(one.id());
  }

  @Test
  void anotherClerkAndWhoTheComplaintIsAboutSeeNothingOfIt() {
    Case about =
        taken("Boos", "Zo gaat het niet.", Map.of("topic", "klacht", "concerned", "Mei-Lin Chen"));
    assertThat(about.barred()).contains("meilin.chen");
    Case one = taken("Toos", "Mijn kraan lekt", Map.of("topic", "huur-en-onderhoud"));
    assertThat(clerk.get(LIST).body()).contains(one.id()).doesNotContain(about.id(), "Boos");
    assertThat(Visitor.loggedIn(workplace, "thomas.bakker").get(LIST).body())
        .doesNotContain(one.id());
  }
}
