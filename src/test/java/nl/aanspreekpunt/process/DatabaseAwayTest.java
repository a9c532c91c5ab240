package nl.aanspreekpunt.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import nl.aanspreekpunt.e2e.Citizen;
import nl.aanspreekpunt.inbox.email.SmtpDialogue;
import nl.aanspreekpunt.store.BrokenServer;
import nl.aanspreekpunt.store.StoreFixture;
import nl.aanspreekpunt.twilio.TwilioStandIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The hub's MongoDB steps down and comes back: whoever hands something in is told to keep it and
 * offer it again, and then it is there once.
 */
class DatabaseAwayTest {
  private static final String MAIL =
      "From: <ans@elders.example>\r\nSubject: Mijn huur\r\n\r\nWat kan ik doen aan mijn huur?";

  private static final Map<String, String> FORM =
      Map.of("text", "De container is vol.", "email", "cor@elders.example");
  private static final Map<String, String> SMS =
      Map.of(
          "MessageSid", "SM1",
          "AccountSid", TwilioStandIn.ACCOUNT,
          "From", "+31612345678",
          "To", TwilioStandIn.FROM,
          "Body", "Er ligt een boom om");
  private static final Map<String, String> STATUS =
      Map.of("MessageSid", "SM2", "MessageStatus", "delivered");

  private static Vertx vertx;
  private static TwilioStandIn twilio;
  private static BrokenServer database;
  private static RunningHub hub;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    database = new BrokenServer();
    twilio = new TwilioStandIn(vertx);
    hub =
        RunningHub.started(
            Map.of(
                "store.uri", database.uri(),
                "twilio.account-sid", TwilioStandIn.ACCOUNT,
                "twilio.auth-token", TwilioStandIn.TOKEN,
                "twilio.from", TwilioStandIn.FROM,
                "twilio.api-url", twilio.apiUrl()));
  }

  @AfterAll
  static void stop() {
    hub.close();
    database.close();
    StoreFixture.await(vertx.close());
  }

  @Test
  void whatIsHandedInMeanwhileIsKeptByItsSender() throws IOException {
    database.steppedDown();
    try (SmtpDialogue smtp = SmtpDialogue.greeted(hub.smtpPort())) {
      assertThat(smtp.delivers(MAIL)).startsWith("451 4.3.0");
    }
    hub.post("/messages", 503, message(), "Idempotency-Key", "one");
    assertThat(hub.page("/ontvangen/" + "0".repeat(64)).statusCode()).isEqualTo(503);
    Until.until("not ready", () -> hub.readiness().contains("database"));
    assertThat(hub.managed("/health/live").statusCode()).as("alive, if not ready").isEqualTo(200);

    database.whole();
    Until.until("ready", () -> !hub.readiness().contains("database"));
    try (SmtpDialogue smtp = SmtpDialogue.greeted(hub.smtpPort())) {
      assertThat(smtp.delivers(MAIL)).startsWith("250");
    }
    JsonObject receipt = hub.post("/messages", 202, message(), "Idempotency-Key", "one");
    assertThat(receipt.getBoolean("duplicate")).isFalse();
    assertThat(hub.caseOf("ans@elders.example").getJsonObject("official")).isNotNull();
    assertThat(hub.caseOf("bea@elders.example").getJsonObject("official")).isNotNull();
    assertThat(hub.log()).doesNotContain("ans@", "bea@", "Er is geen water");
  }

  @Test
  void aFormIsShownAgainAsItWasTypedAndTwilioIsToldToComeBack() {
    hub.to(RunningHub.MONDAY_TEN);
    Citizen.Form form = Citizen.opensTheForm(hub);
    hub.to(RunningHub.MONDAY_TEN.plusSeconds(600));
    database.steppedDown();
    HttpResponse<String> typed = form.sends(FORM);
    assertThat(typed.statusCode()).isEqualTo(503);
    assertThat(typed.body()).contains(FORM.get("text"), FORM.get("email"));
    String sms = hub.url("/webhooks/twilio/sms");
    assertThat(twilio.post(sms, SMS).statusCode()).isEqualTo(503);
    String status = hub.url("/webhooks/twilio/status?entry=x.1.y");
    assertThat(twilio.post(status, STATUS).statusCode()).isEqualTo(503);

    database.whole();
    Until.until("taken", () -> form.sends(FORM).statusCode() == 200);
    Until.until("taken", () -> twilio.post(sms, SMS).statusCode() == 200);
    assertThat(twilio.post(sms, SMS).statusCode()).as("once more").isEqualTo(200);
    assertThat(twilio.post(status, STATUS).statusCode()).isEqualTo(204);
    assertThat(hub.caseOf(FORM.get("email")).getJsonObject("official")).isNotNull();
    JsonObject texted = hub.caseOf(SMS.get("From"));
    assertThat(RunningHub.entries(texted, "received")).hasSize(1);
    assertThat(RunningHub.entries(texted, "told")).hasSize(1);
  }

  @Test
  void aHubWhoseClockIsOffTheDatabasesIsNotReady() {
    hub.to(Instant.now());
    Until.until("ready", () -> hub.managed("/health/ready").statusCode() == 200);
    hub.to(Instant.now().plusSeconds(4));
    Until.until("not ready", () -> hub.managed("/health/ready").statusCode() == 503);
    assertThat(hub.readiness()).contains("\"failing\":[\"clock\"]");
    hub.to(Instant.now());
    Until.until("ready again", () -> hub.managed("/health/ready").statusCode() == 200);
  }

  private static JsonObject message() {
    return new JsonObject()
        .put("from", new JsonObject().put("email", "bea@elders.example"))
        .put("subject", "Geen water")
        .put("text", "Er is geen water.");
  }
}
