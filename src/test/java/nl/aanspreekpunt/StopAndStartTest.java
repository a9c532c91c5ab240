package nl.aanspreekpunt;

import static nl.aanspreekpunt.Texting.CITIZEN;
import static nl.aanspreekpunt.Workplace.MORNING;
import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Undelivered;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.outbox.Reason;
import nl.aanspreekpunt.outbox.optout.OptOut;
import nl.aanspreekpunt.twilio.TwilioStandIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Issue 9, line 5: STOP and START, and Dutch STOP, UIT and AAN. */
class StopAndStartTest {
  private static final Instant NIGHT = Instant.parse("2026-11-24T21:30:00Z");
  private static Texting texting;
  private static int numbers;
  private String citizen;

  @BeforeAll
  static void open() {
    texting = new Texting(Map.of());
  }

  @AfterAll
  static void close() {
    texting.close();
  }

  /** Each test has a citizen of its own. */
  @BeforeEach
  void begin() {
    texting.workplace.clock.to(MORNING);
    citizen = "+3161" + String.format("%07d", ++numbers);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STOP",
        "stop",
        " Stop. ",
        "“STOP”",
        "stop!!",
        "\nUit\n",
        "uit",
        "UIT.",
        "StopAll",
        "unsubscribe",
        "ＳＴＯＰ",
        "OPTOUT",
        "(stop)"
      })
  void inAnyCaseWithSpacesAndMarksTheWholeMessageStopsAtOnceAndIsNobodysQuestion(String words) {
    Receipt receipt = texting.says(citizen, words, MORNING);

    assertThat(texting.stopped(citizen)).isTrue();
    assertThat(receipt.state()).isEqualTo(Receipt.State.NOTED);
    assertThat(receipt.caseNumber()).isNull();
    assertThat(texting.optOut(citizen).orElseThrow().last().message()).isEqualTo(receipt.id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Stop met bellen",
        "De kraan kan niet uit",
        "stop stop",
        "non-stop",
        "YES",
        "Ja",
        "AAN",
        "Start",
        "1 STOP"
      })
  void whatSaysMoreOrTurnsOnWhatWasNeverOffIsAQuestionToAPerson(String words) {
    Case one = texting.asks(citizen, words);

    assertThat(texting.optOut(citizen)).isEmpty();
    assertThat(one.official()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({"STOP, START", "stop, aan", "UIT, Aan.", "uit, UNSTOP"})
  void whoStoppedMayStartAgain(String off, String on) {
    texting.says(citizen, off, MORNING);
    texting.workplace.clock.to(MORNING.plusSeconds(60));
    Receipt started = texting.says(citizen, on, MORNING.plusSeconds(60));

    assertThat(texting.stopped(citizen)).isFalse();
    assertThat(started.state()).isEqualTo(Receipt.State.NOTED);
    assertThat(texting.optOut(citizen).orElseThrow().turns())
        .extracting(OptOut.Turn::stop)
        .containsExactly(true, false);
  }

  @Test
  void whoStartedLongAgoMeansSomethingElseByOn() {
    texting.says(citizen, "UIT", MORNING);
    texting.workplace.clock.to(MORNING.plusSeconds(60));
    texting.says(citizen, "AAN", MORNING.plusSeconds(60));
    texting.workplace.clock.to(MORNING.plusSeconds(120));
    Map<String, String> lamp = texting.message(citizen, "Aan", MORNING.plusSeconds(120));

    assertThat(texting.webhook(lamp).body()).isEqualTo("<Response/>");
    Receipt read = texting.done(lamp);
    assertThat(read.caseNumber()).as("of the street light that was asked about").isNotNull();
    await(texting.workplace.hub.inbox.process(read));
    assertThat(texting.workplace.found(read.caseNumber()).happened(CaseEvent.TextsTurned.class))
        .isEmpty();
    assertThat(texting.stopped(citizen)).isFalse();
  }

  @Test
  void whatWaitsForTheNumberIsWithheldItsOfficialIsToldAndThePromiseIsOpenAgain() {
    Case one = texting.asks(citizen, "Wanneer is mijn paspoort klaar?");
    texting.dispatch();
    texting.workplace.clock.to(NIGHT);
    texting.answers(one, "Morgen om negen uur.");
    texting.dispatch();
    assertThat(texting.answer(one).detail()).isEqualTo(Reason.QUIET.code());
    int before = texting.got(citizen).size();

    texting.says(citizen, "STOP", NIGHT);
    texting.dispatch();

    Case now = texting.workplace.found(one.id());
    assertThat(texting.got(citizen)).hasSize(before);
    assertThat(texting.answer(one).state()).isEqualTo(Outgoing.State.REFUSED);
    assertThat(texting.answer(one).detail()).isEqualTo(Reason.OPTED_OUT.code());
    assertThat(now.openPromises()).as("kept by nothing").isNotEmpty();
    assertThat(Undelivered.in(now)).extracting(lost -> lost.failure().entry()).isNotEmpty();
    assertThat(warnings(now)).contains("undelivered-answer");
    assertThat(now.happened(CaseEvent.TextsTurned.class))
        .singleElement()
        .satisfies(turned -> assertThat(turned.how() + turned.words()).isEqualTo("offSTOP"));

    texting.workplace.clock.to(NIGHT.plus(Duration.ofHours(12)));
    texting.dispatch();
    assertThat(texting.got(citizen)).as("not in the morning either").hasSize(before);
  }

  private List<String> warnings(Case one) {
    return await(texting.workplace.outbox.list(null, null, 200)).stream()
        .filter(entry -> one.id().equals(entry.notice().caseNumber()))
        .filter(entry -> entry.notice().kind() == Notice.Kind.WARNING)
        .filter(entry -> entry.notice().official().equals(one.official()))
        .map(entry -> entry.notice().facts().get("what"))
        .toList();
  }

  @Test
  void aCodeThatTheyAskForGoesAtAnyHourToWhoStopped() {
    texting.says(citizen, "UIT", MORNING);
    texting.workplace.clock.to(NIGHT);
    Notice code =
        new Notice(
            "code",
            Notice.Kind.CODE,
            Channel.SMS,
            citizen,
            "samira.elamrani",
            null,
            "nl",
            Map.of("nonce", citizen, "minutes", "10"));
    await(texting.workplace.outbox.add(List.of(Outgoing.waiting("code-" + citizen, code, NIGHT))));
    texting.dispatch();

    assertThat(texting.got(citizen)).hasSize(1);
    assertThat(texting.stopped(citizen)).as("for all else they are").isTrue();
  }

  @Test
  void anotherNumberGetsItsTextMessagesAsBefore() {
    String other = "+316190" + citizen.substring(7);
    Case theirs = texting.asks(other, "En het mijne?");
    texting.says(citizen, "STOP", MORNING);
    texting.answers(theirs, "Dat van u ook.");
    texting.dispatch();

    assertThat(texting.got(other)).anyMatch(text -> text.contains("Dat van u ook."));
  }

  @Test
  void theOneThatWasSaidLastCountsWhateverOrderTheyComeIn() {
    Map<String, String> stop = texting.message(citizen, "STOP", MORNING.minusSeconds(60));
    Map<String, String> start = texting.message(citizen, "START", MORNING.minusSeconds(30));
    texting.says(citizen, "STOP", MORNING.minusSeconds(90));

    texting.webhook(start);
    texting.done(start);
    assertThat(texting.stopped(citizen)).isFalse();
    texting.workplace.clock.to(MORNING.plusSeconds(10));
    texting.webhook(stop);
    Receipt late = texting.done(stop);
    assertThat(texting.stopped(citizen)).as("START was said after it").isFalse();
    assertThat(late.state()).isEqualTo(Receipt.State.NOTED);
    texting.webhook(stop);
    texting.webhook(start);
    assertThat(texting.stopped(citizen)).isFalse();
    assertThat(texting.optOut(citizen).orElseThrow().turns()).hasSize(3);
  }

  @Test
  void whileTwilioCannotSayWhenAStartThatComesAfterAStopStartsAgain() {
    texting.says(citizen, "STOP", MORNING);
    texting.workplace.clock.to(MORNING.plusSeconds(60));
    Map<String, String> start = TwilioStandIn.sms(citizen, texting.sid(), "START");
    texting.webhook(start);
    texting.done(start);

    assertThat(texting.stopped(citizen)).isFalse();
    texting.twilio.violations();
  }

  @Test
  void whatTwilioItselfTakesForStopIsOneInWhateverWordsAndTwilioAnswersIt() {
    Map<String, String> enough =
        texting.message(citizen, "Genoeg nu", MORNING, "OptOutType", "STOP");

    assertThat(texting.webhook(enough).body()).isEqualTo("<Response/>");
    assertThat(texting.done(enough).state()).isEqualTo(Receipt.State.NOTED);
    assertThat(texting.stopped(citizen)).isTrue();
  }

  @Test
  void whatTwilioRefusesForAStopThatTheHubNeverHeardIsOneFromThenOn() {
    Case one = texting.asks(citizen, "Hallo?");
    texting.dispatch();
    texting.answers(one, "Dag.");
    texting.twilio.failNext(new TwilioStandIn.Failure(400, 21610, null, false));
    texting.dispatch();

    OptOut stopped = texting.optOut(citizen).orElseThrow();
    assertThat(stopped.stopped()).isTrue();
    assertThat(stopped.last().message()).isEqualTo(texting.answer(one).id());
    int asked = texting.twilio.asked.size();
    texting.answers(one, "Nog eens.");
    texting.dispatch();
    assertThat(texting.twilio.asked).as("Twilio is not asked again").hasSize(asked);
    assertThat(texting.workplace.found(one.id()).openPromises()).isNotEmpty();
  }

  /** A messaging service takes each message, and says later that it refuses one. */
  @Test
  void whatTwilioRefusesForAStopOnlyAfterItTookTheMessageIsOneTooUntilTheyStart() {
    Case one = texting.asks(citizen, "Hallo?");
    texting.dispatch();
    texting.answers(one, "Dag.");
    texting.dispatch();
    refusedLater(texting.answer(one));

    assertThat(texting.stopped(citizen)).isTrue();
    assertThat(texting.answer(one).detail()).isEqualTo(Reason.UNSUBSCRIBED);
    texting.workplace.clock.to(MORNING.plusSeconds(60));
    texting.says(citizen, "START", MORNING.plusSeconds(60));
    texting.workplace.clock.to(MORNING.plusSeconds(120));
    refusedLater(texting.answer(one));
    assertThat(texting.stopped(citizen)).as("it came once more, and was said before").isFalse();
  }

  private void refusedLater(Outgoing entry) {
    Map<String, String> status =
        Map.of(
            "AccountSid",
            TwilioStandIn.ACCOUNT,
            "MessageSid",
            entry.reference(),
            "MessageStatus",
            "failed",
            "ErrorCode",
            "21610");
    String path =
        "/webhooks/twilio/status?entry=" + URLEncoder.encode(entry.id(), StandardCharsets.UTF_8);
    assertThat(texting.twilio.post(texting.workplace.url(path), status).statusCode())
        .isEqualTo(204);
  }

  @Test
  void aPictureThatComesWithTheWordIsLookedAtByAPerson() {
    Map<String, String> form =
        texting.message(
            citizen,
            "Uit",
            MORNING,
            "NumMedia",
            "1",
            "MediaUrl0",
            "https://api.twilio.com/2010-04-01/Accounts/AC0/Messages/MM0/Media/ME0",
            "MediaContentType0",
            "image/jpeg");
    texting.webhook(form);

    assertThat(texting.done(form).caseNumber()).isNotNull();
    assertThat(texting.stopped(citizen)).isTrue();
  }

  @Test
  void cancelStopsAndIsReadByAPersonTooForItMayBeAboutAnAppointment() {
    Case one = texting.asks(citizen, "Cancel");

    assertThat(texting.stopped(citizen)).isTrue();
    assertThat(one.open()).isTrue();
  }

  @Test
  void theHubAnswersOnceWhatTwilioDoesNotAndInTheLanguageOfTheWord() {
    Map<String, String> off = texting.message(citizen, "uit", MORNING);
    assertThat(texting.webhook(off).body())
        .contains("<Message>U krijgt geen sms meer")
        .contains("AAN")
        .doesNotContain("You get");
    assertThat(texting.webhook(off).body()).as("redelivered").isEqualTo("<Response/>");
    texting.done(off);
    Map<String, String> more = texting.message(citizen, "UIT!", MORNING.plusSeconds(30));
    assertThat(texting.webhook(more).body()).as("they heard it").isEqualTo("<Response/>");
    texting.done(more);
    texting.workplace.clock.to(MORNING.plusSeconds(60));
    Map<String, String> on = texting.message(citizen, "aan", MORNING.plusSeconds(60));
    assertThat(texting.webhook(on).body()).contains("U krijgt weer sms");
    texting.done(on);
    Map<String, String> stop = texting.message(citizen, "STOP", MORNING.plusSeconds(90));
    assertThat(texting.webhook(stop).body()).as("Twilio answers it").isEqualTo("<Response/>");
    assertThat(texting.texts(CITIZEN, "aan").body()).as("never off").isEqualTo("<Response/>");
  }

  @Test
  void afterACrashInBetweenItIsDoneAgainAndStandsOnTheTimelineOnce() {
    Case one = texting.asks(citizen, "Wanneer is het klaar?");
    Receipt stop = texting.says(citizen, "STOP", MORNING);
    await(texting.workplace.hub.inbox.process(stop));
    await(texting.workplace.hub.inbox.process(stop));

    assertThat(texting.workplace.found(one.id()).happened(CaseEvent.TextsTurned.class)).hasSize(1);
    assertThat(texting.optOut(citizen).orElseThrow().turns()).hasSize(1);
  }

  @Test
  void byApiAnAnswerToWhoStoppedIsNotSentAndItsOfficialHearsIt() {
    Case one = texting.asks(citizen, "Wanneer is het klaar?");
    texting.says(citizen, "STOP", MORNING);
    texting.answers(one, "Morgen.");
    texting.dispatch();

    assertThat(texting.twilio.asked).doesNotContain(citizen);
    assertThat(texting.answer(one).detail()).isEqualTo(Reason.OPTED_OUT.code());
    assertThat(warnings(texting.workplace.found(one.id()))).contains("undelivered-answer");
    assertThat(texting.workplace.found(one.id()).openPromises()).isNotEmpty();
  }
}
