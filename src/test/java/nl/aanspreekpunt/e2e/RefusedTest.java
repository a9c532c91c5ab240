package nl.aanspreekpunt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import nl.aanspreekpunt.outbox.ScriptedRelay;
import nl.aanspreekpunt.process.RunningHub;
import nl.aanspreekpunt.process.Until;
import nl.aanspreekpunt.store.TestStore;
import nl.aanspreekpunt.twilio.Sent;
import nl.aanspreekpunt.twilio.TwilioStandIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a provider will not have reaches the case and its official, and goes when sent again. */
class RefusedTest {
  private static final String MAILS = "weg@elders.example";
  private static final String TEXTS = "+31612345678";
  private static final String TO_THEM = "RCPT TO:<" + MAILS + ">";
  private static Vertx vertx;
  private static ScriptedRelay relay;
  private static TwilioStandIn twilio;
  private static RunningHub hub;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    relay = new ScriptedRelay();
    twilio = new TwilioStandIn(vertx);
    Map<String, String> configuration = new HashMap<>(twilio.configuration());
    configuration.put("relay.host", "127.0.0.1");
    configuration.put("relay.port", Integer.toString(relay.port()));
    hub = RunningHub.started(configuration);
  }

  @AfterAll
  static void stop() {
    if (hub != null) {
      hub.close();
    }
    twilio.close();
    relay.close();
    TestStore.await(vertx.close());
  }

  @Test
  void whatTheMailServerRefusesWarnsTheOfficialAndIsSentAgain() throws Exception {
    relay.on(TO_THEM, "550 5.1.1 no such user");
    Citizen.mails(hub, MAILS, "afval@voorbeeldstad.example", "Afval", "Er ligt vuilnis.", "");
    JsonObject refused = delivery(MAILS, "refused");
    assertThat(refused.getString("detail")).isEqualTo("550 5.1.1 no such user");
    assertThat(warned(MAILS)).contains(number(MAILS)).doesNotContain("vuilnis", MAILS);
    assertThat(relay.to(MAILS)).isEmpty();

    relay.well(TO_THEM);
    hub.post("/outbox/" + refused.getString("entry") + "/resend", 200, new JsonObject());

    Until.until("it arrived", () -> relay.to(MAILS).size() == 1);
    assertThat(delivery(MAILS, "sent").getString("entry")).isEqualTo(refused.getString("entry"));
    assertThat(RunningHub.entries(hub.caseOf(MAILS), "resent"))
        .singleElement()
        .satisfies(again -> assertThat(again.getString("by")).isEqualTo(official(MAILS)));
  }

  @Test
  void whatTwilioSaysLaterOfATextMessageWarnsTheOfficial() {
    twilio.texts(hub.url(""), TEXTS, "SM1", "Mijn huur is te hoog");
    Sent told = Until.present("an answer by SMS", () -> twilio.to(TEXTS).stream().findFirst());

    assertThat(twilio.status(told, "undelivered", "30005")).isBetween(200, 299);

    assertThat(delivery(TEXTS, "refused").getString("detail")).isEqualTo("twilio:30005");
    assertThat(warned(TEXTS)).contains(number(TEXTS)).doesNotContain("te hoog");
  }

  private static JsonObject delivery(String citizen, String state) {
    return Until.present(
        "the timeline says " + state,
        () ->
            RunningHub.entries(hub.caseOf(citizen), "delivery").stream()
                .filter(entry -> entry.getString("state").equals(state))
                .findFirst());
  }

  private static String number(String citizen) {
    return hub.caseOf(citizen).getString("number");
  }

  private static String official(String citizen) {
    return hub.caseOf(citizen).getJsonObject("official").getString("id");
  }

  /** What the official of that case reads, once the warning came. */
  private static String warned(String citizen) {
    String address = official(citizen) + "@werk.voorbeeldstad.example";
    return Until.present(
        "a warning to " + address,
        () ->
            relay.to(address).stream()
                .map(Relay::text)
                .filter(text -> text.contains(number(citizen)))
                .findFirst());
  }
}
