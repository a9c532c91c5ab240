package nl.aanspreekpunt.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import nl.aanspreekpunt.inbox.email.SmtpDialogue;
import nl.aanspreekpunt.store.BrokenServer;
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

  private static BrokenServer database;
  private static RunningHub hub;

  @BeforeAll
  static void start() {
    database = new BrokenServer();
    hub = RunningHub.started(Map.of("store.uri", database.uri()));
  }

  @AfterAll
  static void stop() {
    hub.close();
    database.close();
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
