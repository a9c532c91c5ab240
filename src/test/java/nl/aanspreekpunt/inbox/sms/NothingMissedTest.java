package nl.aanspreekpunt.inbox.sms;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.StoredFile.State;
import nl.aanspreekpunt.outbox.Reason;
import nl.aanspreekpunt.process.Until;
import nl.aanspreekpunt.twilio.TwilioStandIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Line 2 of issue 9: what Twilio has for our numbers and its webhook did not bring is taken in,
 * once.
 */
class NothingMissedTest {
  private static final String EVA = "+31612345678";
  private static final Duration LATER = Duration.ofMinutes(4);
  private static final Vertx VERTX = Vertx.vertx();
  private static TwilioStandIn twilio;
  private static Workplace workplace;

  @BeforeAll
  static void open() {
    twilio = new TwilioStandIn(VERTX);
    Map<String, String> more = new HashMap<>(twilio.configuration());
    more.put("numbers.names", "algemeen, afval, app");
    more.put("numbers.algemeen.number", TwilioStandIn.FROM);
    more.put("numbers.afval.number", "+31970000001");
    more.put("numbers.afval.for", "topic afval");
    more.put("numbers.app.number", "+31970000002");
    more.put("numbers.app.does", "whatsapp");
    workplace = new Workplace(Workplace.oneForEachTopic(), more);
  }

  @AfterAll
  static void close() {
    workplace.close();
    twilio.close();
    await(VERTX.close());
  }

  @BeforeEach
  void allIsKnown() {
    workplace.clock.forward(Duration.ofHours(1));
    assertThat(workplace.missed()).as("what was before is known").isZero();
  }

  private Map<String, String> has(int number, String to, String words) {
    return has(number, to, words, workplace.clock.instant());
  }

  /** Twilio has it, and nobody heard. */
  private Map<String, String> has(int number, String to, String words, Instant at) {
    Map<String, String> form =
        new HashMap<>(TwilioStandIn.sms(EVA + number, TwilioStandIn.sid(number), words));
    form.put("To", to);
    twilio.received(form, at);
    return form;
  }

  private Receipt receipt(Map<String, String> form) {
    String id = SmsReceipt.id(TwilioStandIn.ACCOUNT, form.get("MessageSid"));
    return Until.present(
        "it is at its case",
        () ->
            await(workplace.receipts.find(id))
                .filter(found -> found.state() == Receipt.State.ROUTED));
  }

  private int webhook(Map<String, String> form) {
    return twilio.post(workplace.url("/webhooks/twilio/sms"), form).statusCode();
  }

  @Test
  void whatTheWebhookDidNotBringIsTakenInOnceAlsoWhenItComesAfterAll() {
    Map<String, String> brought = has(1, TwilioStandIn.FROM, "De container is vol");
    assertThat(webhook(brought)).isEqualTo(200);
    Map<String, String> missed = has(2, TwilioStandIn.FROM, "De huur is te hoog");
    Map<String, String> topic = has(3, "+31970000001", "Kunt u mij helpen?");
    workplace.clock.forward(LATER);

    assertThat(workplace.missed()).isEqualTo(2);
    Case one = workplace.found(receipt(missed).caseNumber());
    assertThat(one.topic()).isEqualTo("huur-en-onderhoud");
    assertThat(one.messages()).hasSize(1);
    assertThat(receipt(missed).facts()).containsKey("DateSent");
    assertThat(workplace.found(receipt(topic).caseNumber()).topic()).isEqualTo("afval");

    workplace.clock.forward(LATER);
    assertThat(workplace.missed()).as("the overlap is looked through again").isZero();
    assertThat(webhook(missed)).as("late").isEqualTo(200);
    assertThat(workplace.found(receipt(missed).caseNumber()).messages()).hasSize(1);
  }

  @Test
  void whatTheHubSentOrIsNotOursIsNotTakenIn() {
    has(4, "+31970000099", "Voor een ander");
    workplace.clock.forward(LATER);

    assertThat(workplace.missed()).isZero();
  }

  @Test
  void aFileOfWhatWasMissedIsFetchedToo() {
    Map<String, String> form = has(5, TwilioStandIn.FROM, "Kijk");
    form.put("NumMedia", "1");
    twilio.media(form.get("MessageSid"), "image/jpeg", new byte[] {-1, -40, -1, 1, 2, 3});
    workplace.clock.forward(LATER);

    assertThat(workplace.missed()).isEqualTo(1);
    Receipt one = receipt(form);
    workplace.files();
    Receipt after = await(workplace.receipts.find(one.id())).orElseThrow();
    assertThat(after.files()).extracting(it -> it.state()).containsExactly(State.UNCHECKED);
    assertThat(after.files().get(0).size()).isEqualTo(6);
  }

  @Test
  void whatComesInLateWasWrittenWhenItWasSentAndWakesNobodyUp() {
    Instant written = workplace.clock.instant().truncatedTo(ChronoUnit.SECONDS);
    String mobile = "+31612345698";
    Map<String, String> text =
        TwilioStandIn.sms(mobile, TwilioStandIn.sid(8), "De huur is te hoog");
    twilio.received(text, written);
    Map<String, String> app =
        new HashMap<>(
            TwilioStandIn.sms(
                "whatsapp:" + mobile, TwilioStandIn.sid(9), "De huur is echt te hoog"));
    app.put("To", "whatsapp:+31970000002");
    twilio.received(app, written);
    workplace.clock.to(written.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(46)));

    assertThat(workplace.missed()).isEqualTo(2);
    String number = receipt(text).caseNumber();
    receipt(app);
    assertThat(
            await(workplace.identities.find(new Address(Address.Kind.PHONE, mobile)))
                .flatMap(who -> who.lastBy(Channel.WHATSAPP)))
        .as("24 hours from then they may be written to")
        .contains(written);
    Until.until(
        "the acknowledgement waits for the morning",
        () -> {
          workplace.dispatch();
          return await(workplace.outbox.list(null, null, 200)).stream()
              .filter(entry -> number.equals(entry.notice().caseNumber()))
              .anyMatch(entry -> Reason.QUIET.code().equals(entry.detail()));
        });
  }

  @Test
  void itIsNotAskedAgainBeforeItIsDueAndAFailureHasItsTurnAgain() {
    int before = twilio.lookUps.get();
    assertThat(workplace.missed()).isZero();
    assertThat(twilio.lookUps.get()).isEqualTo(before);

    Map<String, String> form = has(6, TwilioStandIn.FROM, "De huur is te hoog");
    workplace.clock.forward(LATER);
    twilio.failNextLookUp(500);
    twilio.failNextLookUp(429);
    assertThat(workplace.missed()).isZero();
    workplace.clock.forward(Duration.ofSeconds(61));
    assertThat(workplace.missed()).isEqualTo(1);
    assertThat(receipt(form).facts()).containsEntry("Body", "De huur is te hoog");
  }

  @Test
  void aGapOfDaysIsGoneThroughInOrderDayByDayAndPageByPage() {
    Instant began = workplace.clock.instant();
    List<Map<String, String>> all = new ArrayList<>();
    for (int i = 0; i < 240; i++) {
      Duration after = i < 220 ? Duration.ofMinutes(5L * i) : Duration.ofDays(i - 219L);
      all.add(has(1000 + i, TwilioStandIn.FROM, "Vraag " + i, began.plus(after)));
    }
    workplace.clock.forward(Duration.ofDays(20).plusHours(1));

    int taken = workplace.missed();
    assertThat(taken).as("two weeks at a turn").isBetween(230, 236);
    assertThat(taken + workplace.missed()).isEqualTo(240);
    assertThat(workplace.missed()).isZero();
    workplace.clock.forward(Duration.ofMinutes(2));
    await(workplace.sweep());
    List<Receipt> receipts = all.stream().map(this::receipt).toList();
    assertThat(receipts).extracting(Receipt::id).doesNotHaveDuplicates();
    assertThat(receipts)
        .as("the first came first")
        .isSortedAccordingTo(Comparator.comparing(Receipt::receivedAt));
  }

  @Test
  void twoNodesAtOnceTakeItInOnce() {
    Map<String, String> form = has(7, TwilioStandIn.FROM, "De huur is te hoog");
    workplace.clock.forward(LATER);

    Future<Integer> both =
        Future.all(workplace.alsoMissed(), workplace.alsoMissed())
            .map(done -> (Integer) done.resultAt(0) + (Integer) done.resultAt(1));
    assertThat(await(both)).isBetween(1, 2);
    assertThat(workplace.found(receipt(form).caseNumber()).messages()).hasSize(1);
  }
}
