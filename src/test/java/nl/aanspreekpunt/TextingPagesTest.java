package nl.aanspreekpunt;

import static nl.aanspreekpunt.Workplace.MORNING;
import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Correcting;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.twilio.Sent;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Issue 9, lines 4 and 5: what an official sees of text messages before and after they go. */
class TextingPagesTest {
  private static final Instant NIGHT = Instant.parse("2026-11-24T21:30:00Z");
  private final Texting texting = new Texting(Map.of(), false);
  private final String citizen = Texting.CITIZEN;

  @AfterEach
  void close() {
    texting.close();
  }

  private Visitor at(Case one) {
    Visitor visitor = Visitor.loggedIn(texting.workplace, one.official());
    visitor.get(path(one));
    return visitor;
  }

  private static String path(Case one) {
    return "/werk/vragen/" + one.id();
  }

  private static Map<String, String> answer(Case one, String text, String... more) {
    Map<String, String> form = new HashMap<>();
    form.put("text", text);
    form.put("seen", one.messages().get(one.messages().size() - 1).receipt());
    form.put("when", "now");
    for (int i = 0; i < more.length; i += 2) {
      form.put(more[i], more[i + 1]);
    }
    return form;
  }

  @Test
  void whatItCountsForIsSaidWhileItIsWrittenAndInThePreviewAlsoWithoutScript() {
    Case one = texting.asks(citizen, "Wanneer is het klaar?");
    Visitor official = at(one);

    assertThat(official.get(path(one)).body())
        .contains("data-hx-post=\"" + path(one) + "/telling\"");
    assertThat(official.post(path(one) + "/telling", answer(one, "Morgen.")).body())
        .contains("Dit is één sms.")
        .doesNotContain("70 tekens", "<html");
    assertThat(official.post(path(one) + "/telling", answer(one, "a".repeat(200))).body())
        .contains("Dit telt als 2 sms’jes.");
    assertThat(
            official.post(path(one) + "/telling", answer(one, "Çava 😀 " + "a".repeat(90))).body())
        .contains("Dit telt als 2 sms’jes.", "Door 😀 passen er 70 tekens");
    Visitor.Answer preview =
        official.post(path(one) + "/voorbeeld", answer(one, "woord ".repeat(300)));
    assertThat(preview.body())
        .contains("<html", "Dit telt als 4 sms’jes.", "De inwoner leest de rest achter de link.")
        .contains("Lees verder:");
    assertThat(official.post(path(one) + "/telling", answer(one, "")).body().strip()).isEmpty();
  }

  @Test
  void atNightItsHourIsShownBeforeAndAfterAndOneThatIsUrgentGoesAtOnce() {
    Case one = texting.asks(citizen, "Wanneer is het klaar?");
    texting.dispatch();
    texting.workplace.clock.to(NIGHT);
    Visitor official = at(one);
    String goes = "Dit gaat weg: morgen, woensdag 25 november, 08:00 uur";

    assertThat(official.get(path(one)).body()).contains(goes, "name=\"urgent\"");
    assertThat(official.post(path(one) + "/voorbeeld", answer(one, "Morgen.")).body())
        .contains(goes);
    assertThat(
            official.post(path(one) + "/voorbeeld", answer(one, "Morgen.", "urgent", "yes")).body())
        .doesNotContain(goes);

    assertThat(
            official.post(path(one) + "/antwoord", answer(one, "Nu al!", "urgent", "yes")).status())
        .isEqualTo(303);
    texting.workplace.tick();
    texting.dispatch();
    assertThat(texting.got(citizen)).last().asString().startsWith("Nu al!");
  }

  @Test
  void atNightNoHourIsShownOfAQuestionThatIsAnsweredAtAnyHour() {
    Case one = texting.asks(citizen, "Er komt geen water uit de kraan");
    texting.workplace.clock.to(NIGHT);
    await(
        texting.workplace.casework.change(
            one.id(), new Correcting("water-en-energie", one.official(), null)));
    Visitor official = at(texting.workplace.found(one.id()));

    assertThat(official.get(path(one)).body())
        .contains("name=\"text\"")
        .doesNotContain("Dit gaat weg: ", "name=\"urgent\"");
    assertThat(official.post(path(one) + "/voorbeeld", answer(one, "We komen nu.")).body())
        .doesNotContain("Dit gaat weg: ");
  }

  @Test
  void thatSomebodyStoppedStandsOnTheCardAndInTheFormAndAnAnswerIsKeptInItsBox() {
    Case one = texting.asks(citizen, "Wanneer is het klaar?");
    texting.says(citizen, "Stop", MORNING);
    Visitor official = at(one);
    String said = "wil geen berichten meer per sms (bericht “STOP”, vandaag, 10:00 uur)";

    String page = official.get(path(one)).body();
    assertThat(page.split(Pattern.quote(said), -1)).as("on the card and in the form").hasSize(3);
    assertThat(page)
        .contains("stuurde “STOP” en wil geen berichten meer per sms", "tel:" + citizen);
    Visitor.Answer refused =
        official.post(path(one) + "/antwoord", answer(one, "Een heel verhaal."));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Een heel verhaal.", "Uw tekst is bewaard");
    assertThat(texting.workplace.found(one.id()).happened(CaseEvent.Replied.class)).isEmpty();

    texting.workplace.clock.to(MORNING.plusSeconds(60));
    texting.says(citizen, "Aan", MORNING.plusSeconds(60));
    assertThat(official.get(path(one)).body())
        .doesNotContain(said)
        .contains("wil weer berichten per sms");
    Case now = texting.workplace.found(one.id());
    assertThat(official.post(path(one) + "/antwoord", answer(now, "Een heel verhaal.")).status())
        .isEqualTo(303);
  }

  @Test
  void whereATextMessagePassedStandsWithItInAnyOrderAndWhyItDidNotArriveWithWhatToDo() {
    Case one = texting.asks(citizen, "Wanneer is het klaar?");
    texting.answers(one, "Morgen.");
    texting.dispatch();
    Sent sent = texting.twilio.to(citizen).get(1);
    for (String status : List.of("sent", "queued", "sent", "delivered", "sending")) {
      assertThat(texting.twilio.status(sent, status, null)).isEqualTo(204);
    }
    Visitor official = at(one);
    assertThat(official.get(path(one)).body())
        .contains(
            "Aangekomen: in de rij 10:00, wordt verstuurd 10:00, verstuurd 10:00,"
                + " aangekomen 10:00");

    texting.answers(one, "Toch overmorgen.");
    texting.dispatch();
    Sent lost = texting.twilio.to(citizen).get(2);
    texting.twilio.status(lost, "sent", null);
    texting.twilio.status(lost, "undelivered", "30003");
    texting.dispatch();
    assertThat(official.get(path(one)).body())
        .contains(
            "niet aangekomen 10:00 (De telefoon staat uit of is niet bereikbaar."
                + " Stuur het later opnieuw, of bel.)");
    assertThat(texting.workplace.found(one.id()).openPromises()).as("not kept").isNotEmpty();
  }

  @Test
  void whatDidNotArriveKeepsNothingAndGoesAnotherWayWithOneActOnceAndToNobodyElse() {
    Case one = texting.asks(citizen, "Wanneer is het klaar?");
    Address mail = new Address(Address.Kind.EMAIL, "anna@elders.example");
    Address other = new Address(Address.Kind.EMAIL, "bert@elders.example");
    await(texting.workplace.identities.known(mail, one.citizen(), "nl"));
    await(texting.workplace.identities.known(other, "c-other", "nl"));
    texting.answers(one, "Morgen om negen uur.");
    texting.dispatch();
    String lost = texting.answer(one).id();
    assertThat(texting.workplace.found(one.id()).openPromises()).as("kept").isEmpty();
    texting.twilio.status(texting.twilio.to(citizen).get(1), "undelivered", "30005");
    texting.dispatch();
    assertThat(texting.workplace.found(one.id()).openPromises()).as("open again").isNotEmpty();

    Visitor official = at(one);
    assertThat(official.get(path(one)).body())
        .contains("Stuur dit per e-mail naar anna@elders.example", "Dit nummer bestaat niet")
        .doesNotContain("bert@elders.example");
    assertThat(
            official.post(path(one) + "/anders", Map.of("entry", lost, "to", other.id())).status())
        .isEqualTo(404);
    Map<String, String> act = Map.of("entry", lost, "to", mail.id());
    official.get(path(one));
    Visitor.Answer sent = official.post(path(one) + "/anders", act);
    assertThat(sent.location()).as(sent.status() + sent.body()).endsWith("gedaan=anders");
    assertThat(official.post(path(one) + "/anders", act).location()).endsWith("gedaan=opnieuw-al");

    Case now = texting.workplace.found(one.id());
    Outgoing letter = texting.answer(now);
    assertThat(letter.notice().channel()).isEqualTo(Channel.EMAIL);
    assertThat(letter.notice().to()).isEqualTo(mail.value());
    assertThat(letter.notice().facts()).containsEntry("text", "Morgen om negen uur.");
    assertThat(now.openPromises()).as("a named person sent it").isEmpty();
    assertThat(now.happened(CaseEvent.Replied.class)).hasSize(2);
    assertThat(official.get(path(one)).body())
        .doesNotContain("Stuur dit per e-mail")
        .contains("liet een bericht dat niet aankwam sturen naar een ander adres");
  }

  @Test
  void whoStoppedIsAnsweredAtAnotherAddressOfTheirsFromThenOnWithOneAct() {
    Case one = texting.asks(citizen, "Wanneer is het klaar?");
    Address mail = new Address(Address.Kind.EMAIL, "anna@elders.example");
    await(texting.workplace.identities.known(mail, one.citizen(), "nl"));
    Visitor official = at(one);
    assertThat(official.get(path(one)).body()).doesNotContain("Antwoord voortaan");
    texting.says(citizen, "STOP", MORNING);

    assertThat(official.get(path(one)).body())
        .contains("Antwoord voortaan per e-mail naar anna@elders.example");
    String nobodys = "mailto:bert@elders.example";
    assertThat(official.post(path(one) + "/anders", Map.of("to", nobodys)).status()).isEqualTo(404);
    official.get(path(one));
    assertThat(official.post(path(one) + "/anders", Map.of("to", mail.id())).location())
        .endsWith("gedaan=elders");
    assertThat(official.get(path(one)).body()).doesNotContain("Antwoord voortaan");
    Case now = texting.workplace.found(one.id());
    assertThat(now.openPromises()).as("nothing was said yet").isNotEmpty();
    assertThat(official.post(path(one) + "/antwoord", answer(now, "Per mail dan.")).status())
        .isEqualTo(303);
    texting.workplace.tick();
    assertThat(texting.answer(one).notice().to()).isEqualTo(mail.value());
  }
}
