package nl.aanspreekpunt.web.work;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.process.Until;
import nl.aanspreekpunt.twilio.Sent;
import nl.aanspreekpunt.twilio.TwilioStandIn;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The line 6, WhatsApp by Twilio's API: the window of 24 hours known and shown, fixed texts
 * outside it, delivery and read receipts; over HTTP both ways.
 */
class WhatsAppTest {
  private static final String NEWS = "HX00000000000000000000000000000001";
  private static final String NEWS_TEXT = "U hebt een antwoord van {{1}}. U leest het hier {{2}}";
  private static final String WORDS = "HX00000000000000000000000000000002";
  private static final String WORDS_TEXT = "{{1}} schrijft u: {{2}}";

  /** One pixel. */
  private static final String PNG =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  private static final String AT_WORK = "samira.elamrani";

  private static Vertx vertx;
  private static TwilioStandIn twilio;
  private static Workplace workplace;
  private static Visitor samira;
  private static int messages;

  @BeforeAll
  static void open() {
    vertx = Vertx.vertx();
    twilio = new TwilioStandIn(vertx);
    twilio.approves(NEWS, NEWS_TEXT);
    twilio.approves(WORDS, WORDS_TEXT);
    Map<String, String> configuration = new HashMap<>(twilio.configuration());
    configuration.put("numbers.names", "algemeen");
    configuration.put("numbers.algemeen.number", TwilioStandIn.FROM);
    configuration.put("numbers.algemeen.does", "texts, whatsapp");
    configuration.put("whatsapp.templates", "nieuws, woorden");
    configuration.put("whatsapp.nieuws.title", "Er is een antwoord");
    configuration.put("whatsapp.nieuws.nl-sid", NEWS);
    configuration.put("whatsapp.nieuws.nl-text", NEWS_TEXT);
    configuration.put("whatsapp.woorden.title", "Met uw eerste woorden");
    configuration.put("whatsapp.woorden.values", "official, words");
    configuration.put("whatsapp.woorden.nl-sid", WORDS);
    configuration.put("whatsapp.woorden.nl-text", WORDS_TEXT);
    workplace = new Workplace(Workplace.oneForEachTopic(), configuration);
    samira = Visitor.loggedIn(workplace, AT_WORK);
  }

  @AfterAll
  static void close() {
    workplace.close();
    twilio.close();
    await(vertx.close());
  }

  /** Somebody writes by WhatsApp; gives the case that it came to. */
  private static Case writes(String number, String words) {
    Map<String, String> form = new HashMap<>();
    form.put("MessageSid", TwilioStandIn.sid(1000 + ++messages));
    form.put("AccountSid", TwilioStandIn.ACCOUNT);
    form.put("From", "whatsapp:" + number);
    form.put("To", "whatsapp:" + TwilioStandIn.FROM);
    form.put("ProfileName", "Eva de Wit");
    form.put("Body", words);
    int before = recent(number).size();
    assertThat(twilio.post(workplace.url("/webhooks/twilio/sms"), form).statusCode())
        .isEqualTo(200);
    return Until.present(
        "it is placed",
        () ->
            recent(number).size() == before
                ? Optional.empty()
                : theirs(number).filter(one -> one.events().toString().contains(last(number))));
  }

  private static String last(String number) {
    List<Identity.Recent> all = recent(number);
    return all.get(all.size() - 1).receipt();
  }

  private static List<Identity.Recent> recent(String number) {
    return await(workplace.identities.find(new Address(Address.Kind.PHONE, number)))
        .map(Identity::recent)
        .orElse(List.of());
  }

  private static Optional<Case> theirs(String number) {
    return await(workplace.identities.find(new Address(Address.Kind.PHONE, number)))
        .flatMap(
            known -> await(workplace.cases.ofCitizen(known.citizen(), 5)).stream().findFirst());
  }

  private static String path(Case one) {
    return "/werk/vragen/" + one.id();
  }

  /** What goes to them by WhatsApp, once all that waits was sent. */
  private static List<Sent> goes(String number) {
    workplace.dispatch();
    return twilio.to("whatsapp:" + number);
  }

  private static Sent answer(Case one, String number, Map<String, String> more) {
    return answer(samira, one, number, more);
  }

  private static Sent answer(Visitor samira, Case one, String number, Map<String, String> more) {
    Map<String, String> fields = new HashMap<>(more);
    fields.put("text", "Goed nieuws voor u:\nwij komen dinsdag.");
    String page = samira.get(path(one)).body();
    fields.put("seen", page.replaceAll("(?s).*name=\"seen\" value=\"([^\"]*)\".*", "$1"));
    assertThat(samira.post(path(one) + "/antwoord", fields).status()).isEqualTo(303);
    int before = twilio.to("whatsapp:" + number).size();
    return Until.present(
        "the answer goes",
        () ->
            Stream.of(goes(number))
                .filter(all -> all.size() > before)
                .map(all -> all.get(all.size() - 1))
                .findFirst());
  }

  @Test
  void whoWritesByWhatsAppIsAnsweredThereInOnesOwnWordsAndItIsSeenThatTheyReadIt() {
    String number = "+31612345601";
    Case one = writes(number, "De huur is te hoog");
    Sent told = Until.present("an acknowledgement", () -> goes(number).stream().findFirst());
    assertThat(told.body()).contains("Samira El Amrani");
    assertThat(told.from()).isEqualTo("whatsapp:" + TwilioStandIn.FROM);

    assertThat(samira.get(path(one)).body())
        .contains(
            "Per WhatsApp aan Eva de Wit", "25 november", "kunt u per WhatsApp in uw eigen woorden")
        .doesNotContain("name=\"template\"");
    assertThat(samira.post(path(one) + "/voorbeeld", Map.of("text", "Wij komen.")).body())
        .contains("Wij komen.");

    Sent sent = answer(one, number, Map.of());
    assertThat(sent.body()).startsWith("Goed nieuws voor u:\nwij komen dinsdag.");
    assertThat(sent.said("ContentSid")).isNull();

    twilio.status(sent, "delivered", null);
    assertThat(samira.get(path(one)).body()).contains("Aangekomen");
    twilio.status(sent, "read", null);
    twilio.status(sent, "delivered", null);
    twilio.status(sent, "sent", null);
    assertThat(samira.get(path(one)).body()).contains("Gelezen");
  }

  @Test
  void whoIsAnsweredAmongOthersIsSaidToBeAnsweredByWhatsApp() {
    Case one = writes("+31612345619", "De huur is te hoog");
    samira.get("/werk/samen/antwoord");
    Map<String, String> form = Map.of("cases", one.id(), "text", "Wij komen.");
    String shown = samira.post("/werk/samen/antwoord", form).location();
    assertThat(samira.get(shown).body())
        .contains("Per sms: 0. Per WhatsApp: 1.", "krijgt het per WhatsApp");
  }

  @Test
  void afterADayAFixedTextIsChosenAndSeenBeforeItGoesAndTheAnswerIsOnTheFollowPage() {
    String number = "+31612345602";
    Case one = writes(number, "De huur is te hoog");
    workplace.clock.forward(Duration.ofHours(25));
    try {
      Visitor nextDay = Visitor.loggedIn(workplace, AT_WORK);
      assertThat(nextDay.get(path(one)).body())
          .contains(
              "Eva de Wit schreef langer dan 24 uur geleden",
              "Er is een antwoord",
              "Met uw eerste woorden");
      Map<String, String> chosen = Map.of("text", "Wij\nkomen.", "template", "woorden");
      assertThat(nextDay.post(path(one) + "/voorbeeld", chosen).body())
          .contains("Samira El Amrani schrijft u: Wij komen.");

      Sent sent = answer(nextDay, one, number, Map.of("template", "woorden"));
      assertThat(sent.said("ContentSid")).isEqualTo(WORDS);
      assertThat(sent.body())
          .isEqualTo("Samira El Amrani schrijft u: Goed nieuws voor u: wij komen dinsdag.");
      String link = one.participants().get(0).link();
      assertThat(new Visitor(workplace).get(workplace.followPath(one, link)).body())
          .contains("wij komen dinsdag");
    } finally {
      workplace.clock.to(Workplace.MORNING);
    }
  }

  @Test
  void aPhotoGoesAlongFromAnAddressThatOpensForAnHourAndForNobodyElse() throws Exception {
    String number = "+31612345605";
    Case one = writes(number, "De huur is te hoog");
    Until.until("an acknowledgement", () -> goes(number).size() == 1);
    BufferedImage picture = new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB);
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpeg", jpeg);
    String seen = samira.get(path(one)).body();
    Map<String, String> fields =
        Map.of(
            "text",
            "Zo ziet het eruit.",
            "seen",
            seen.replaceAll("(?s).*name=\"seen\" value=\"([^\"]*)\".*", "$1"));

    Visitor.Answer table = samira.file(path(one) + "/antwoord", "files", "a;b", fields);
    assertThat(table.status()).isEqualTo(422);
    assertThat(table.body()).contains("Per WhatsApp kan één foto mee");
    assertThat(samira.photo(path(one) + "/antwoord", "a.jpg", jpeg.toByteArray(), fields).status())
        .isEqualTo(303);
    Until.until("the photo goes", () -> goes(number).size() == 2);
    Sent sent = goes(number).get(1);
    assertThat(sent.body()).startsWith("Zo ziet het eruit.");
    String address = sent.said("MediaUrl").replaceFirst("^https?://[^/]+", "");

    Visitor twilios = new Visitor(workplace);
    Visitor.Answer photo = twilios.get(address);
    assertThat(photo.status()).isEqualTo(200);
    assertThat(photo.whole().headers().firstValue("Content-Type")).contains("image/jpeg");
    assertThat(photo.whole().headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(ImageIO.read(new ByteArrayInputStream(twilios.bytes(address))).getWidth())
        .isEqualTo(30);
    for (String other :
        List.of(
            address.replace("signature=", "signature=x"),
            address.replaceFirst("until=\\d", "until=9"),
            address.replaceFirst("entry=[^&]+", "entry=" + one.id()),
            "/webhooks/twilio/media")) {
      assertThat(twilios.get(other).status()).as(other).isEqualTo(404);
    }
    workplace.clock.forward(Duration.ofMinutes(61));
    assertThat(twilios.get(address).status()).isEqualTo(404);
    workplace.clock.to(Workplace.MORNING);
  }

  @Test
  void aPhotoThatComesByWhatsAppIsWithTheCase() {
    String number = "+31612345606";
    String sid = TwilioStandIn.sid(5000);
    byte[] png = Base64.getDecoder().decode(PNG);
    Map<String, String> form = new HashMap<>();
    form.put("MessageSid", sid);
    form.put("AccountSid", TwilioStandIn.ACCOUNT);
    form.put("From", "whatsapp:" + number);
    form.put("To", "whatsapp:" + TwilioStandIn.FROM);
    form.put("ProfileName", "Eva de Wit");
    form.put("Body", "De huur is te hoog");
    form.put("NumMedia", "1");
    form.put("MediaUrl0", twilio.media(sid, "image/png", png));
    form.put("MediaContentType0", "image/png");
    assertThat(twilio.post(workplace.url("/webhooks/twilio/sms"), form).statusCode())
        .isEqualTo(200);

    Case one = Until.present("it is placed", () -> theirs(number));
    workplace.files();
    assertThat(samira.get(path(one)).body()).contains("mms-1.png</a>");
  }

  /** They never wrote there: a fixed text is all that may go. */
  @Test
  void whoAsksByTheFormMayChooseToBeAnsweredByWhatsApp() {
    String number = "+31612345607";
    Visitor citizen = new Visitor(workplace);
    String form = citizen.get("/").body();
    assertThat(form).contains("Per WhatsApp");
    workplace.clock.forward(Duration.ofSeconds(10));
    Map<String, String> fields = new HashMap<>();
    fields.put("text", "De huur is te hoog.");
    fields.put("name", "Eva");
    fields.put("email", "eva@elders.example");
    fields.put("answer", "whatsapp");
    fields.put("nonce", form.replaceAll("(?s).*name=\"nonce\" value=\"([^\"]*)\".*", "$1"));
    Visitor.Answer without = citizen.post("/vraag", fields);
    assertThat(without.body()).contains("id=\"phone-error\"");
    fields.put("phone", number);
    citizen.get("/");
    workplace.clock.forward(Duration.ofSeconds(10));
    assertThat(citizen.post("/vraag", fields).status()).as("sent").isLessThan(400);

    Sent told = Until.present("it is told", () -> goes(number).stream().findFirst());
    assertThat(told.said("ContentSid")).isEqualTo(NEWS);
    assertThat(theirs(number).orElseThrow().participants())
        .extracting(it -> it.address().value())
        .containsExactly(number);
    workplace.clock.to(Workplace.MORNING);
  }

  /** The window was taken to be open, and Twilio says that it was not. */
  @Test
  void whatWhatsAppDidNotLetThroughKeepsNoPromiseAndGoesInAFixedTextWhenItIsSentAgain() {
    String number = "+31612345603";
    Case one = writes(number, "De huur is te hoog");
    Sent sent = answer(one, number, Map.of());
    assertThat(twilio.status(sent, "undelivered", "63016")).isEqualTo(204);

    Outgoing lost =
        Until.present(
            "it is known",
            () ->
                await(workplace.outbox.list(Outgoing.State.REFUSED, null, 20)).stream()
                    .filter(entry -> number.equals(entry.notice().to()))
                    .findFirst());
    workplace.dispatch();
    assertThat(samira.get(path(one)).body()).contains("WhatsApp liet dit bericht niet door");
    assertThat(workplace.found(one.id()).promises()).anyMatch(promise -> promise.open());

    assertThat(
            samira
                .post(path(one) + "/opnieuw", Map.of("entry", lost.id(), "from", path(one)))
                .status())
        .isEqualTo(303);
    Until.until(
        "it goes again",
        () -> goes(number).stream().anyMatch(again -> NEWS.equals(again.said("ContentSid"))));
  }

  @Test
  void whoTextsAgainIsAnsweredByTextMessage() {
    String number = "+31612345604";
    Case one = writes(number, "De huur is te hoog");
    workplace.clock.forward(Duration.ofMinutes(5));
    twilio.texts(workplace.url(""), number, "SM" + "7".repeat(32), "Of bel mij");
    Until.until("it joined", () -> workplace.found(one.id()).participants().get(0).by() == null);
    assertThat(workplace.found(one.id()).participants()).hasSize(1);
    assertThat(samira.get(path(one)).body()).contains("Per sms aan Eva de Wit");
    assertThat(recent(number))
        .extracting(Identity.Recent::channel)
        .containsExactly(Channel.WHATSAPP, Channel.SMS);
    workplace.clock.to(Workplace.MORNING);
  }
}
