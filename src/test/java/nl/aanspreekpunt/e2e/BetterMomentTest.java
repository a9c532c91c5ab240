package nl.aanspreekpunt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.process.RunningHub;
import nl.aanspreekpunt.process.Until;
import nl.aanspreekpunt.twilio.TwilioStandIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Who was called in vain at different times of day is asked when it suits, and answers where they
 * were asked: over SMS with a signed webhook, by mail over SMTP.
 */
class BetterMomentTest {
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
  void theAnswerSaysWhenAndIsNoNewCase() throws Exception {
    String phone = "+31612345678";
    String mail = "ans@elders.example";
    twilio.texts(hub.url(""), phone, "SM1", "Kunt u mij bellen over mijn huur?");
    Citizen.mails(
        hub,
        mail,
        "vraag@voorbeeldstad.example",
        "Een vergunning",
        "Kunt u mij bellen op 06 12345699 over mijn vergunning?",
        "");
    for (Duration later :
        List.of(Duration.ofMinutes(10), Duration.ofHours(4), Duration.ofDays(1))) {
      hub.to(RunningHub.MONDAY_TEN.plus(later));
      triedInVain(phone);
      triedInVain(mail);
    }
    String asked = "Wanneer kan ik";
    MimeMessage question =
        Until.present(
            "a mail that asks for a better moment",
            () -> relay.to(mail).stream().filter(one -> Relay.text(one).contains(asked)).findAny());
    Until.until(
        "a text message that asks for a better moment",
        () -> twilio.to(phone).stream().anyMatch(one -> one.body().contains(asked)));

    twilio.texts(hub.url(""), phone, "SM2", "Woensdag na 15 uur");
    Citizen.mails(
        hub,
        mail,
        Relay.replyTo(question),
        "Re: " + question.getSubject(),
        "Liefst donderdag na 14 uur.",
        "In-Reply-To: " + Relay.messageId(question) + "\n");

    suits(phone, "oensdag na 15 uur");
    suits(mail, "onderdag na 14 uur");
  }

  /** And still of one case: {@link RunningHub#caseOf} finds no second. */
  private static void suits(String citizen, String words) {
    JsonObject call =
        Until.present(
            citizen + " is to be called " + words,
            () ->
                Optional.of(call(citizen).getJsonObject("callback"))
                    .filter(one -> one.getString("preferred").contains(words)));
    assertThat(call.getJsonArray("times")).as("the proposal goes by it").isNotEmpty();
    assertThat(call.getJsonObject("asked")).as("nobody waits for an answer now").isNull();
    assertThat(RunningHub.entries(hub.caseOf(citizen), "received")).hasSize(2);
    assertThat(call(citizen).getString("state")).as("not reached is not kept").isEqualTo("open");
  }

  private static void triedInVain(String citizen) {
    hub.post(
        "/callback-requests/" + call(citizen).getString("id") + "/attempts",
        201,
        new JsonObject().put("outcome", "no-answer"));
  }

  private static JsonObject call(String citizen) {
    return RunningHub.each(hub.caseOf(citizen).getJsonArray("promises"))
        .filter(one -> one.getJsonObject("callback") != null)
        .findFirst()
        .orElseThrow();
  }
}
