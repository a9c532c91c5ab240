package nl.aanspreekpunt.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.outbox.Delivery.Outcome;
import nl.aanspreekpunt.outbox.Notice.Kind;
import nl.aanspreekpunt.twilio.Sent;
import nl.aanspreekpunt.twilio.TwilioStandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsSenderTest {
  private static final int THREADS = 2;
  private final Vertx vertx = Vertx.vertx();
  private final TwilioStandIn twilio = new TwilioStandIn(vertx);
  private final SmsSender sender =
      new SmsSender(vertx, twilio.account(Duration.ofSeconds(5)), THREADS, Town.letters());
  private final Outgoing entry = Town.sms("7K3M9P2QX/3/to-1", Kind.ACKNOWLEDGEMENT);

  @AfterEach
  void close() {
    twilio.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void aTextMessageNamesTheOfficialAndCarriesTheEntryInItsCallback() {
    Delivery delivery = send(entry, false);

    assertThat(delivery).isEqualTo(Delivery.sent(TwilioStandIn.sid(1)));
    Sent message = twilio.sent.get(0);
    assertThat(message.to()).isEqualTo("+31612345678");
    assertThat(message.from()).isEqualTo(TwilioStandIn.FROM);
    assertThat(message.body()).contains("Samira El Amrani").contains("voor di 1 dec");
    assertThat(message.callback())
        .isEqualTo(
            "https://hub.voorbeeldstad.example/webhooks/twilio/status?entry=7K3M9P2QX%2F3%2Fto-1");
  }

  @ParameterizedTest
  @CsvSource({
    "429, 20429, RETRY, twilio:http-429",
    "500, , UNKNOWN, twilio:http-500",
    "504, , UNKNOWN, twilio:http-504",
    "503, , RETRY, twilio:http-503",
    "400, 21611, RETRY, twilio:21611",
    "400, 21610, REFUSED, twilio:21610",
    "400, 21211, REFUSED, twilio:21211",
    "400, 21614, REFUSED, twilio:21614",
    "400, 99999, REFUSED, twilio:99999",
    "401, 20003, RETRY, twilio:http-401",
  })
  void whatTwilioAnswersDecides(int status, Integer code, Outcome outcome, String why) {
    twilio.failNext(new TwilioStandIn.Failure(status, code, "120", false));

    Delivery delivery = send(entry, false);

    assertThat(delivery.outcome()).as(delivery.toString()).isEqualTo(outcome);
    assertThat(delivery.detail()).isEqualTo(why);
    assertThat(twilio.sent).isEmpty();
    if (status == 429) {
      assertThat(delivery.after()).isEqualTo(Duration.ofMinutes(2));
    }
  }

  @Test
  void whenTwilioHadItAndDidNotAnswerItIsLookedUpAndNotSentAgain() {
    twilio.failNext(new TwilioStandIn.Failure(0, null, null, true));

    assertThat(send(entry, false).outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(send(entry, true)).isEqualTo(Delivery.sent(TwilioStandIn.sid(1)));
    assertThat(twilio.sent).hasSize(1);
  }

  @Test
  void whenTwilioDoesNotHaveItItIsSentAgainAndSaysPerhapsTwice() {
    twilio.failNext(new TwilioStandIn.Failure(0, null, null, false));
    send(Town.sms("other", Kind.PROMISED), false);
    send(Town.sms("other", Kind.PROMISED), false);

    assertThat(send(entry, true)).isEqualTo(Delivery.perhapsTwice(TwilioStandIn.sid(2)));
    assertThat(twilio.sent).hasSize(2);
  }

  /** What Twilio had before that is not this message. */
  @ParameterizedTest
  @CsvSource({
    "+31600000000, , , false",
    ", +31970000009, , false",
    ", , 'Mon, 23 Nov 2026 23:59:00 +0000', false",
    ", , 'Tue, 24 Nov 2026 08:54:59 +0000', false",
    ", , 'Tue, 24 Nov 2026 08:58:00 +0000', true",
  })
  void onlyTheSameTextToTheSameNumberFromOursSinceTheEntryIsTheSame(
      String to, String from, String created, boolean same) {
    send(entry, false);
    Sent ours = twilio.sent.remove(0);
    twilio.sent.add(
        new Sent(
            TwilioStandIn.sid(9),
            to == null ? ours.to() : to,
            from == null ? ours.from() : from,
            ours.body(),
            ours.callback(),
            created == null ? ours.created() : created));

    Delivery delivery = send(entry, true);

    assertThat(delivery)
        .isEqualTo(
            same
                ? Delivery.sent(TwilioStandIn.sid(9))
                : Delivery.perhapsTwice(TwilioStandIn.sid(2)));
  }

  @Test
  void aMessageIsKnownAgainByTheWordsItWentWithWhateverWouldBeWrittenNow() {
    twilio.failNext(new TwilioStandIn.Failure(0, null, null, true));
    Outgoing claimed = claimed("Zoals het toen werd geschreven.");

    assertThat(send(claimed, false).outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(send(claimed, true)).isEqualTo(Delivery.sent(TwilioStandIn.sid(1)));
    assertThat(send(claimed("Zoals het nu wordt geschreven."), true))
        .isEqualTo(Delivery.perhapsTwice(TwilioStandIn.sid(2)));
  }

  private Outgoing claimed(String written) {
    return new Outgoing(
        entry.id(),
        entry.notice(),
        Outgoing.State.SENDING,
        entry.createdAt(),
        null,
        1,
        "node-1",
        null,
        null,
        null,
        null,
        false,
        null,
        written);
  }

  @Test
  void whileTwilioCannotBeAskedNothingIsSentAgain() {
    twilio.failNextLookUp(503);
    twilio.failNextLookUp(400);

    assertThat(send(entry, true).outcome()).isEqualTo(Outcome.RETRY);
    assertThat(send(entry, true).outcome()).isEqualTo(Outcome.RETRY);
    assertThat(twilio.sent).isEmpty();
    assertThat(send(entry, true)).isEqualTo(Delivery.perhapsTwice(TwilioStandIn.sid(1)));
    assertThat(twilio.lookUps).hasValue(3);
  }

  @Test
  void aTwilioThatStaysSilentIsWaitedForNoLongerThanATryMayTake() {
    twilio.failNext(new TwilioStandIn.Failure(TwilioStandIn.SILENCE, null, null, true));
    SmsSender hasty =
        new SmsSender(vertx, twilio.account(Duration.ofMillis(500)), THREADS, Town.letters());

    assertThat(await(hasty.send(entry, false, () -> true)).outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(twilio.sent).hasSize(1);
    await(hasty.close());
  }

  @Test
  void whatWaitedForItsTurnTooLongIsNotSentLater() {
    CountDownLatch busy = new CountDownLatch(1);
    WorkerExecutor threads = vertx.createSharedWorkerExecutor("sms-" + TwilioStandIn.ACCOUNT);
    for (int i = 0; i < THREADS; i++) {
      threads.executeBlocking(() -> busy.await(20, TimeUnit.SECONDS), false);
    }
    SmsSender hasty =
        new SmsSender(vertx, twilio.account(Duration.ofMillis(300)), THREADS, Town.letters());

    assertThat(await(hasty.send(entry, false, () -> true)).outcome()).isEqualTo(Outcome.RETRY);
    busy.countDown();

    send(Town.sms("other", Kind.PROMISED), false);
    assertThat(twilio.sent).hasSize(1);
    await(hasty.close());
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

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
