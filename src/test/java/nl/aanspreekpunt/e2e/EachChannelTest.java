package nl.aanspreekpunt.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.process.RunningHub;
import nl.aanspreekpunt.process.Until;
import nl.aanspreekpunt.twilio.Sent;
import nl.aanspreekpunt.twilio.TwilioStandIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever channel a citizen uses: a named official has it, with the reason, and the citizen is
 * told who. The hub, the mail server and the stand-in of Twilio talk over real sockets.
 */
class EachChannelTest {
  private static final Path SWAKS = Path.of("/usr/bin/swaks");
  private static Wired wired;
  private static Relay relay;
  private static TwilioStandIn twilio;
  private static RunningHub hub;

  @BeforeAll
  static void start() {
    wired = new Wired();
    relay = wired.relay;
    twilio = wired.twilio;
    hub = wired.hub;
  }

  @AfterAll
  static void stop() {
    if (wired != null) {
      wired.close();
    }
  }

  @Test
  void aMailIsWithANamedOfficialAndSoSaysTheAcknowledgement() throws Exception {
    String citizen = "ans@elders.example";
    Citizen.mails(hub, citizen, "vraag@voorbeeldstad.example", "Mijn huur", "Wat kan ik doen?", "");
    String name = withANamedOfficial(hub.caseOf(citizen), "topic");
    MimeMessage told = relay.firstTo(citizen);
    assertThat(Relay.text(told)).contains(name).contains(hub.url("/"));
    assertThat(Relay.header(told, "Auto-Submitted")).isEqualTo("auto-replied");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nl|Mijn huur is te hoog|Wat kan ik doen aan mijn huur?|EEEE d MMMM HH:mm",
        "en|My rent is too high|What can I do about my huur, please?|EEEE d MMMM 'at' HH:mm"
      })
  void theWholeAcknowledgementSaysWhoByWhenAndHowToReachThemInTheLanguageOfTheQuestion(
      String language, String subject, String text, String when) throws Exception {
    String citizen = "heel-" + language + "@elders.example";
    String threads =
        "Message-ID: <vraag@elders.example>\nReferences: <eerder@elders.example>\n"
            + ("Content-Language: " + language + "\n");
    Citizen.mails(hub, citizen, "huur@voorbeeldstad.example", subject, text, threads);
    JsonObject one = hub.caseOf(citizen);
    MimeMessage told = relay.firstTo(citizen);

    String number = one.getString("number");
    JsonObject official = hub.get("/officials/" + one.getJsonObject("official").getString("id"));
    String due =
        DateTimeFormatter.ofPattern(when, Locale.forLanguageTag(language))
            .format(Instant.parse(one.getString("due")).atZone(ZoneId.of("Europe/Amsterdam")));
    String phone =
        PhoneNumberUtil.getInstance()
            .format(
                PhoneNumberUtil.getInstance().parse(official.getString("phone"), "NL"),
                PhoneNumberUtil.PhoneNumberFormat.NATIONAL);
    for (String words : List.of(Relay.text(told), Relay.html(told))) {
      assertThat(words)
          .contains(official.getString("name"), official.getString("function"))
          .contains(due, phone, official.getString("address"), number)
          .contains(hub.url("/v/" + number + "/1/"))
          .contains(language.equals("nl") ? "Goedendag" : "Hello");
    }
    assertThat(Relay.html(told))
        .contains("lang=\"" + language + "\"", "src=\"cid:picture\"")
        .contains("href=\"tel:" + official.getString("phone"));
    assertThat(Relay.picture(told, "picture")).startsWith(0x89, 'P', 'N', 'G');
    assertThat(((InternetAddress) told.getFrom()[0]).getPersonal())
        .startsWith(official.getString("name"));
    assertThat(((InternetAddress) told.getFrom()[0]).getAddress())
        .as("also what ignores Reply-To comes back to the case")
        .isEqualTo(Relay.replyTo(told));
    assertThat(Relay.replyTo(told))
        .matches(
            "vraag\\+" + number.toLowerCase(Locale.ROOT) + "-[0-9a-z]{17}@voorbeeldstad.example");
    assertThat(Relay.header(told, "Auto-Submitted")).isEqualTo("auto-replied");
    assertThat(Relay.header(told, "Content-Language")).isEqualTo(language);
    assertThat(Relay.header(told, "In-Reply-To")).isEqualTo("<vraag@elders.example>");
    assertThat(Relay.header(told, "References").split("\\s+"))
        .containsExactly("<eerder@elders.example>", "<vraag@elders.example>");
    assertThat(told.getSubject()).isEqualTo("Re: " + subject + " [" + number + "]");
  }

  @Test
  void aReplyToTheAcknowledgementJoinsTheCase() throws Exception {
    String citizen = "bea@elders.example";
    Citizen.mails(
        hub, citizen, "vraag@voorbeeldstad.example", "Afval in de straat", "Er ligt afval.", "");
    JsonObject before = hub.caseOf(citizen);
    MimeMessage told = relay.firstTo(citizen);
    String threads = "In-Reply-To: " + told.getMessageID() + "\n";
    Citizen.mails(hub, citizen, Relay.replyTo(told), "Re: iets heel anders", "Nog iets.", threads);
    Citizen.mails(hub, citizen, "vraag@voorbeeldstad.example", "Zonder adres", "En dit.", threads);
    Until.until(
        "both replies are in the case",
        () -> RunningHub.entries(hub.caseOf(citizen), "received").size() == 3);
    assertThat(hub.caseOf(citizen).getString("number")).isEqualTo(before.getString("number"));
  }

  @Test
  void aReplyGoesWhereTheMessageIsThatOurLetterAnsweredAlsoAfterThatWasTakenOut() throws Exception {
    String citizen = "bor@elders.example";
    String office = "vraag@voorbeeldstad.example";
    Citizen.mails(hub, citizen, office, "Mijn huur", "De huur is te hoog.", "");
    String rent = hub.caseOf(citizen).getString("number");
    MimeMessage first = relay.firstTo(citizen);
    Citizen.mails(
        hub, citizen, Relay.replyTo(first), "Re: Mijn huur", "En de lantaarn is stuk.", "");
    MimeMessage second =
        Until.present("a second letter", () -> relay.to(citizen).stream().skip(1).findFirst());
    String lamp = RunningHub.entries(hub.one(rent), "received").get(1).getString("message");
    JsonObject split = new JsonObject().put("messages", new JsonArray().add(lamp));
    String own = hub.post("/cases/" + rent + "/split", 201, split).getString("number");

    for (MimeMessage letter : List.of(second, first)) {
      Citizen.mails(
          hub,
          citizen,
          Relay.replyTo(letter),
          "Re: Mijn huur",
          "Antwoord op " + (letter == first ? "de eerste" : "de tweede"),
          "In-Reply-To: " + letter.getMessageID() + "\n");
    }

    JsonObject went = Until.present("the reply about the lamp", () -> routed(own, "tweede"));
    assertThat(went.getString("rule")).isEqualTo("reply-token");
    assertThat(went.getJsonObject("facts"))
        .isEqualTo(new JsonObject().put("case", own).put("named", rent));
    assertThat(went.getString("evidence")).contains(rent, own);
    JsonObject stayed = Until.present("the reply about the rent", () -> routed(rent, "eerste"));
    assertThat(stayed.getJsonObject("facts"))
        .isEqualTo(new JsonObject().put("case", rent).put("named", rent));
  }

  /** Why a message with these words came to a case. */
  private static Optional<JsonObject> routed(String number, String words) {
    JsonObject one = hub.one(number);
    Optional<String> message =
        RunningHub.entries(one, "received").stream()
            .filter(it -> it.getString("text", "").contains(words))
            .map(it -> it.getString("message"))
            .findFirst();
    return RunningHub.entries(one, "routed").stream()
        .filter(it -> message.filter(it.getString("message")::equals).isPresent())
        .findFirst();
  }

  @Test
  void aMailFromSwaksIsWithANamedOfficial() throws Exception {
    assumeTrue(Files.isExecutable(SWAKS), "bin/test installs swaks");
    String citizen = "carla@elders.example";
    Process swaks =
        new ProcessBuilder(
                SWAKS.toString(),
                "--server",
                "127.0.0.1:" + hub.smtpPort(),
                "--from",
                citizen,
                "--to",
                "parkeren@voorbeeldstad.example",
                "--header",
                "Subject: Een vergunning")
            .redirectErrorStream(true)
            .start();
    String said = new String(swaks.getInputStream().readAllBytes(), UTF_8);
    assertThat(swaks.waitFor()).as(said).isZero();
    String name = withANamedOfficial(hub.caseOf(citizen), "topic");
    assertThat(Relay.text(relay.firstTo(citizen))).contains(name);
  }

  @Test
  void aTextMessageIsWithANamedOfficialAndSoSaysTheAnswer() {
    String citizen = "+31612345678";
    assertThat(twilio.texts(hub.url(""), citizen, "SM1", "Mijn huur is te hoog").statusCode())
        .isEqualTo(200);
    String name = withANamedOfficial(hub.caseOf(citizen), "topic");
    Sent answer = Until.present("an answer by SMS", () -> twilio.to(citizen).stream().findFirst());
    assertThat(answer.body()).contains(name);
  }

  @Test
  void aWronglySignedTextMessageIsRefusedAndNothingIsStored() {
    String citizen = "+31612345679";
    String url = hub.url("/webhooks/twilio/sms");
    String elsewhere = "https://elders.example/webhooks/twilio/sms";
    assertThat(twilio.call(url, elsewhere, sms(citizen, "SM2")).statusCode()).isEqualTo(403);
    assertThat(hub.all("/cases?citizen=%2B31612345679")).isEmpty();
    assertThat(hub.metrics()).contains("aanspreekpunt_webhooks_refused_total 1.0");
  }

  @Test
  void aFormIsWithANamedOfficialAndSoSaysTheAcknowledgement() {
    String citizen = "dirk@elders.example";
    Citizen.fillsIn(
        hub,
        Map.of(
            "text", "Mijn paspoort is verlopen.",
            "topic", "burgerzaken",
            "name", "Dirk Smit",
            "email", citizen),
        () -> hub.to(RunningHub.MONDAY_TEN.plusSeconds(600)));
    String name = withANamedOfficial(hub.caseOf(citizen), "topic");
    assertThat(Relay.text(relay.firstTo(citizen))).contains(name);
  }

  /** The official's name. */
  private static String withANamedOfficial(JsonObject one, String rule) {
    JsonObject official = one.getJsonObject("official");
    JsonObject employed = hub.get("/officials/" + official.getString("id"));
    assertThat(employed.getBoolean("employed")).isTrue();
    assertThat(one.getJsonObject("route").getString("rule")).isEqualTo(rule);
    assertThat(one.getJsonObject("route").getString("evidence")).isNotBlank();
    List<JsonObject> listed = hub.all("/cases?official=" + official.getString("id"));
    assertThat(listed).extracting(c -> c.getString("number")).contains(one.getString("number"));
    assertThat(Optional.ofNullable(one.getString("due"))).isPresent();
    return official.getString("name");
  }

  private static Map<String, String> sms(String from, String sid) {
    return TwilioStandIn.sms(from, sid, "Mijn huur is te hoog");
  }
}
