package nl.aanspreekpunt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.outbox.ScriptedRelay;
import nl.aanspreekpunt.process.RunningHub;
import nl.aanspreekpunt.process.Until;
import nl.aanspreekpunt.store.TestStore;
import nl.aanspreekpunt.twilio.TwilioStandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What waits goes once there is a relay, and what was cut off while it went goes again as far as
 * nobody has it: the hub is a process of its own that is stopped and killed.
 */
class SendingTest {
  private static final String WAITING = "wacht@elders.example";
  private static final String MAILS = "ans@elders.example";
  private static final String HAS_IT = "+31612000001";
  private static final String HAS_IT_NOT = "+31612000002";
  private static final TwilioStandIn.Failure TAKEN =
      new TwilioStandIn.Failure(TwilioStandIn.SILENCE, null, null, true);
  private static final TwilioStandIn.Failure LOST =
      new TwilioStandIn.Failure(TwilioStandIn.SILENCE, null, null, false);
  private final Vertx vertx = Vertx.vertx();
  private final ScriptedRelay relay = new ScriptedRelay();
  private final TwilioStandIn twilio = new TwilioStandIn(vertx);
  private RunningHub hub;

  @BeforeEach
  void start() {
    hub =
        RunningHub.started(
            Map.of("twilio.auth-token", TwilioStandIn.TOKEN, "twilio.from", TwilioStandIn.FROM));
  }

  @AfterEach
  void stop() {
    if (hub != null) {
      hub.close();
    }
    twilio.close();
    relay.close();
    TestStore.await(vertx.close());
  }

  @Test
  void whatWaitsGoesWithTheFirstRelayAndWhatWasCutOffGoesAgainUnlessItArrived() throws Exception {
    waitsAndSaysWhy();
    hub.stop();
    hub.configure(Map.of("relay.host", "127.0.0.1", "relay.port", Integer.toString(relay.port())));
    hub.configure(twilio.configuration());
    hub.start();
    Until.until("what waited has gone", () -> relay.to(WAITING).size() == 1);

    beforeAnybodyAnswers();
    hub.kill();
    relay.well("CONTENT");
    twilio.failNextLookUp(503);
    hub.to(RunningHub.MONDAY_TEN.plus(Duration.ofMinutes(3)));
    hub.start();

    theMailGoesAgainUnderTheSameMessageId();
    hub.to(RunningHub.MONDAY_TEN.plus(Duration.ofMinutes(6)));
    whatTwilioHasIsNotSentAgain();
    whatTwilioHasNotIsSent();
  }

  private void waitsAndSaysWhy() throws Exception {
    Citizen.mails(hub, WAITING, "vraag@voorbeeldstad.example", "Mijn huur", "Wat nu?", "");
    hub.caseOf(WAITING);
    assertThat(told(WAITING))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.getString("state")).isEqualTo("waiting");
              assertThat(entry.getString("detail")).isEqualTo("no relay configured");
            });
  }

  /** The relay has the whole mail, Twilio one of two messages; none of them says so. */
  private void beforeAnybodyAnswers() throws Exception {
    relay.on("CONTENT", ScriptedRelay.SILENCE);
    twilio.failNext(TAKEN);
    twilio.texts(hub.url(""), HAS_IT, "SM1", "Mijn huur is te hoog");
    Until.until("Twilio has it", () -> twilio.to(HAS_IT).size() == 1);
    twilio.failNext(LOST);
    twilio.texts(hub.url(""), HAS_IT_NOT, "SM2", "Mijn huur is te hoog");
    Until.until("Twilio was asked", () -> twilio.asked.contains(HAS_IT_NOT));
    Citizen.mails(hub, MAILS, "vraag@voorbeeldstad.example", "Mijn huur", "Wat nu?", "");
    Until.until("the relay has it", () -> relay.to(MAILS).size() == 1);
  }

  private void theMailGoesAgainUnderTheSameMessageId() {
    Until.until("sent again", () -> relay.to(MAILS).size() == 2);
    Until.until("that is recorded", () -> state(MAILS).equals("sent"));
    assertThat(relay.to(MAILS)).extracting(Relay::messageId).doesNotContainNull();
    assertThat(Relay.messageId(relay.to(MAILS).get(0)))
        .isEqualTo(Relay.messageId(relay.to(MAILS).get(1)))
        .isEqualTo(told(MAILS).get(0).getString("reference"));
    saysPerhapsTwice(MAILS);
  }

  private void whatTwilioHasIsNotSentAgain() {
    Until.until("found at Twilio", () -> state(HAS_IT).equals("sent"));
    assertThat(twilio.to(HAS_IT)).hasSize(1);
    assertThat(told(HAS_IT).get(0).getBoolean("perhapsTwice")).isFalse();
    assertThat(told(HAS_IT).get(0).getString("reference"))
        .isEqualTo(twilio.to(HAS_IT).get(0).sid());
  }

  private void whatTwilioHasNotIsSent() {
    Until.until("sent again", () -> state(HAS_IT_NOT).equals("sent"));
    assertThat(twilio.to(HAS_IT_NOT)).hasSize(1);
    saysPerhapsTwice(HAS_IT_NOT);
    assertThat(twilio.lookUps.get()).as("one failed and was done again").isEqualTo(3);
    assertThat(relay.to(MAILS)).hasSize(2);
  }

  private void saysPerhapsTwice(String citizen) {
    assertThat(told(citizen).get(0).getBoolean("perhapsTwice")).isTrue();
    Until.until(
        "the timeline says so",
        () ->
            RunningHub.entries(hub.caseOf(citizen), "delivery").stream()
                .anyMatch(entry -> entry.getString("detail").equals("hub:perhaps-twice")));
  }

  private String state(String citizen) {
    return told(citizen).get(0).getString("state");
  }

  /** What the outbox has for somebody. */
  private List<JsonObject> told(String citizen) {
    return hub.all("/outbox").stream()
        .filter(entry -> entry.getString("to").equals(citizen))
        .toList();
  }
}
