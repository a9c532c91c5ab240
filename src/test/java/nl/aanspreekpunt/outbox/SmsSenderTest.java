package nl.aanspreekpunt.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.outbox.Delivery.Outcome;
import nl.aanspreekpunt.outbox.Notice.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsSenderTest {
  private final Vertx vertx = Vertx.vertx();
  private final TwilioStandIn twilio = new TwilioStandIn(vertx);
  private final SmsSender sender =
      new SmsSender(vertx, twilio.account(Duration.ofSeconds(5)), 2, Town.letters());
  private final Outgoing entry = Town.sms("7K3M9P2QX/3/to-1", Kind.ACKNOWLEDGEMENT);

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void aTextMessageNamesTheOfficialAndCarriesTheEntryInItsCallback() {
    Delivery delivery = send(entry, false);

    assertThat(delivery).isEqualTo(Delivery.sent("SM1"));
    TwilioStandIn.Sent message = twilio.sent.get(0);
    assertThat(message.to()).isEqualTo("+31612345678");
    assertThat(message.from()).isEqualTo(TwilioStandIn.FROM);
    assertThat(message.body()).contains("Samira El Amrani").contains("voor di 1 dec");
    assertThat(message.callback())
        .isEqualTo(
            "https://hub.voorbeeldstad.example/webhooks/twilio/status?entry=7K3M9P2QX%2F3%2Fto-1");
  }

  @ParameterizedTest
  @CsvSource({
    "429, 20429, RETRY",
    "500, , RETRY",
    "503, , RETRY",
    "400, 21610, REFUSED",
    "400, 21211, REFUSED",
    "400, 21614, REFUSED",
    "400, 99999, REFUSED",
    "401, 20003, RETRY",
  })
  void whatTwilioAnswersDecides(int status, Integer code, Outcome outcome) {
    twilio.failNext(new TwilioStandIn.Failure(status, code, "120", false));

    Delivery delivery = send(entry, false);

    assertThat(delivery.outcome()).as(delivery.toString()).isEqualTo(outcome);
    assertThat(twilio.sent).isEmpty();
    if (status == 429) {
      assertThat(delivery.after()).isEqualTo(Duration.ofMinutes(2));
    }
    if (code != null && code == 21610) {
      assertThat(delivery.detail()).startsWith("21610: Deze persoon heeft STOP gestuurd");
    }
  }

  @Test
  void whenTwilioHadItAndDidNotAnswerItIsLookedUpAndNotSentAgain() {
    twilio.failNext(new TwilioStandIn.Failure(0, null, null, true));

    assertThat(send(entry, false).outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(send(entry, true)).isEqualTo(Delivery.sent("SM1"));
    assertThat(twilio.sent).hasSize(1);
  }

  @Test
  void whenTwilioDoesNotHaveItItIsSentAgainAndSaysPerhapsTwice() {
    twilio.failNext(new TwilioStandIn.Failure(0, null, null, false));
    send(Town.sms("other", Kind.PROMISED), false);
    send(Town.sms("other", Kind.PROMISED), false);

    assertThat(send(entry, true)).isEqualTo(Delivery.perhapsTwice("SM2"));
    assertThat(twilio.sent).hasSize(2);
  }

  @Test
  void aTwilioThatIsAwayIsTriedLater() {
    twilio.close();

    assertThat(send(entry, false).outcome()).isEqualTo(Outcome.RETRY);
    assertThat(send(entry, true).outcome()).isEqualTo(Outcome.RETRY);
  }

  @Test
  void nothingIsSentWhenTheClaimRanOutOrTheNumberIsNone() {
    Delivery late = await(sender.send(entry, false, () -> false));
    Notice name = Town.notice(Kind.REPLY, Channel.SMS, "KPN", "nl");

    assertThat(late.outcome()).isEqualTo(Outcome.RETRY);
    assertThat(send(Outgoing.waiting("x", name, Town.NOW), false).outcome())
        .isEqualTo(Outcome.REFUSED);
    assertThat(twilio.sent).isEmpty();
  }

  private Delivery send(Outgoing message, boolean again) {
    return await(sender.send(message, again, () -> true));
  }

  private static Delivery await(io.vertx.core.Future<Delivery> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
