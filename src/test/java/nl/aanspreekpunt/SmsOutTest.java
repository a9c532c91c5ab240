package nl.aanspreekpunt;

import static nl.aanspreekpunt.Workplace.MORNING;
import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Correcting;
import nl.aanspreekpunt.casework.Undelivered;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.outbox.Reason;
import nl.aanspreekpunt.setup.problems.Problem;
import nl.aanspreekpunt.twilio.Sent;
import nl.aanspreekpunt.twilio.TwilioStandIn;
import nl.aanspreekpunt.twilio.TwilioStandIn.Failure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Issue 9, line 4: text messages that go out. */
class SmsOutTest {
  private static final Instant NIGHT = Instant.parse("2026-11-24T21:30:00Z");
  private static final Instant NEXT_MORNING = Instant.parse("2026-11-25T07:00:00Z");
  private static final String ANNA = "+31612345601";
  private static final String BERT = "+31612345602";
  private static final String OWN = "+31970000009";
  private static final String GENERAL = TwilioStandIn.FROM;
  private Texting texting = new Texting(Map.of());

  @AfterEach
  void close() {
    texting.close();
  }

  private void with(Map<String, String> more) {
    texting.close();
    texting = new Texting(more);
  }

  private void dispatch() {
    texting.dispatch();
  }

  private void at(Instant moment) {
    texting.workplace.clock.to(moment);
  }

  @Test
  void atNightAnAnswerWaitsForTheMorningWhereTheCitizenIsButForOneThatIsUrgent() {
    Case anna = texting.asks(ANNA, "Wanneer kan ik langskomen?");
    Case bert = texting.asks(BERT, "En ik?");
    dispatch();
    at(NIGHT);
    texting.answers(anna, "Morgen om negen uur.");
    texting.answers(bert, "Nu, er is haast bij.", Map.of(Notice.URGENT, "yes"));
    dispatch();

    assertThat(texting.got(ANNA)).noneMatch(text -> text.contains("Morgen om negen uur."));
    assertThat(texting.got(BERT)).anyMatch(text -> text.contains("Nu, er is haast bij."));
    assertThat(texting.answer(anna).detail()).isEqualTo(Reason.QUIET.code());
    assertThat(texting.answer(anna).nextTry()).isEqualTo(NEXT_MORNING);
    at(NEXT_MORNING.minusSeconds(1));
    dispatch();
    assertThat(texting.got(ANNA)).hasSize(1);
    at(NEXT_MORNING);
    dispatch();
    assertThat(texting.got(ANNA)).hasSize(2);
  }

  @Test
  void whatIsUrgentGoesBeforeWhatWaitsForTheMorningInTheSameConversation() {
    Case anna = texting.asks(ANNA, "Wanneer kan ik langskomen?");
    dispatch();
    at(NIGHT);
    texting.answers(anna, "Morgen om negen uur.");
    texting.answers(anna, "Er is brand: kom niet!", Map.of(Notice.URGENT, "yes"));
    dispatch();

    assertThat(texting.got(ANNA)).hasSize(2).last().asString().contains("brand");
    at(NIGHT.plusSeconds(60));
    texting.answers(anna, "Het is geblust.", Map.of(Notice.URGENT, "yes"));
    dispatch();
    assertThat(texting.got(ANNA)).last().asString().contains("geblust");
    at(NEXT_MORNING);
    dispatch();
    assertThat(texting.got(ANNA)).hasSize(4).last().asString().contains("Morgen om negen uur.");
  }

  @Test
  void whoeverWritesAtNightHearsAtOnceWhoHelpsThemAndUrgentQuestionsAreAnsweredAtAnyHour() {
    at(NIGHT);
    Case anna = texting.asks(ANNA, "Wanneer kan ik langskomen?");
    dispatch();
    assertThat(texting.got(ANNA)).as("they are awake").hasSize(1);

    String official = texting.workplace.found(anna.id()).official();
    await(
        texting.workplace.casework.change(
            anna.id(), new Correcting("water-en-energie", official, null)));
    texting.answers(anna, "De kraan wordt nu gemaakt.");
    dispatch();
    assertThat(texting.got(ANNA)).hasSize(2);
  }

  @Test
  void whatMayBeSpentInADayIsSpentTheRestWaitsUrgentOnesGoOnAndAdministratorsAreTold() {
    with(Map.of("sms.segments-a-day", "10", "sms.warn-at", "50"));
    Case anna = texting.asks(ANNA, "Wanneer kan ik langskomen?");
    Case bert = texting.asks(BERT, "En ik?");
    dispatch();
    assertThat(told()).isEmpty();
    long first = spent();
    texting.answers(anna, "a".repeat(480));
    dispatch();
    assertThat(spent()).isEqualTo(first + 4);
    assertThat(told()).containsOnly("sms-nearly-spent");
    texting.answers(bert, "b".repeat(480));
    dispatch();

    assertThat(spent()).as("nothing of it was taken").isEqualTo(first + 4);
    assertThat(texting.answer(bert).state()).isEqualTo(Outgoing.State.WAITING);
    assertThat(texting.answer(bert).detail()).isEqualTo(Reason.SPENT.code());
    assertThat(told()).containsOnly("sms-nearly-spent", "sms-spent");
    texting.answers(anna, "c".repeat(480), Map.of(Notice.URGENT, "yes"));
    dispatch();
    assertThat(texting.got(ANNA)).last().asString().startsWith("ccc");
    assertThat(problems()).contains(Problem.What.SMS_SPENT);

    at(Instant.parse("2026-11-25T08:00:00Z"));
    dispatch();
    assertThat(texting.got(BERT)).as("the next day").last().asString().startsWith("bbb");
    assertThat(problems()).doesNotContain(Problem.What.SMS_SPENT);
  }

  private long spent() {
    return await(
        texting
            .workplace
            .hub
            .smsWork
            .spending()
            .taken(texting.workplace.hub.smsWork.limits().day(texting.workplace.clock.instant())));
  }

  private List<String> told() {
    return await(texting.workplace.outbox.list(null, null, 200)).stream()
        .filter(entry -> entry.notice().kind() == Notice.Kind.ADMINISTRATION)
        .map(entry -> entry.notice().facts().get("what"))
        .toList();
  }

  private List<Problem.What> problems() {
    return await(new SetupLook(texting.workplace.hub, List::of).now()).stream()
        .map(Problem::what)
        .toList();
  }

  @Test
  void anAnswerComesFromTheNumberThatWasWrittenTo() {
    with(
        Map.of(
            "numbers.names",
            "algemeen, eigen",
            "numbers.algemeen.number",
            GENERAL,
            "numbers.eigen.number",
            OWN,
            "numbers.eigen.for",
            "official samira.elamrani"));
    Case anna = asksAt(ANNA, OWN);
    Case bert = asksAt(BERT, GENERAL);
    texting.answers(anna, "Dag Anna.");
    texting.answers(bert, "Dag Bert.");
    dispatch();
    assertThat(from(ANNA)).containsOnly(OWN);
    assertThat(from(BERT)).containsOnly(GENERAL);

    asksAt(ANNA, GENERAL);
    texting.answers(anna, "Nog eens.");
    dispatch();
    assertThat(from(ANNA)).last().isEqualTo(GENERAL);
  }

  @Test
  void aNumberOfAnotherAccountIsSentFromByThatAccount() {
    with(
        Map.of(
            "numbers.names",
            "algemeen, wijk",
            "numbers.algemeen.number",
            GENERAL,
            "numbers.wijk.number",
            TwilioStandIn.THEIRS,
            "twilio.subaccounts",
            "wijk",
            "twilio.wijk.account-sid",
            TwilioStandIn.SUBACCOUNT,
            "twilio.wijk.auth-token",
            TwilioStandIn.TOKEN));
    Map<String, String> form =
        texting.message(
            ANNA,
            "Hallo wijkteam",
            texting.workplace.clock.instant(),
            "To",
            TwilioStandIn.THEIRS,
            "AccountSid",
            TwilioStandIn.SUBACCOUNT);
    texting.webhook(form);
    Case anna = texting.workplace.found(texting.done(form).caseNumber());
    dispatch();
    texting.twilio.failNext(new Failure(0, null, null, true));
    texting.answers(anna, "Dag Anna.");
    dispatch();
    at(MORNING.plusSeconds(120));
    dispatch();

    assertThat(from(ANNA)).containsExactly(TwilioStandIn.THEIRS, TwilioStandIn.THEIRS);
    assertThat(texting.answer(anna).state()).isEqualTo(Outgoing.State.SENT);
  }

  @Test
  void theOwnNumberOfAnOfficialIsNotSentFromToWhoNeverUsedIt() {
    with(
        Map.of(
            "numbers.names", "vast, eigen",
            "numbers.vast.number", "+31201234567",
            "numbers.vast.does", "calls",
            "numbers.eigen.number", OWN,
            "numbers.eigen.for", "official samira.elamrani"));
    Case anna = asksAt(ANNA, OWN);
    Case bert = asksAt(BERT, "+31201234567");
    texting.answers(anna, "Dag Anna.");
    texting.answers(bert, "Dag Bert.");
    dispatch();

    assertThat(from(ANNA)).containsOnly(OWN);
    assertThat(from(BERT)).containsOnly(TwilioStandIn.FROM);
  }

  @Test
  void aNumberThatIsInAMessagingServiceIsSentFromThroughIt() {
    String service = "MG" + "0".repeat(31) + "1";
    with(
        Map.of(
            "numbers.names", "algemeen, eigen",
            "numbers.algemeen.number", GENERAL,
            "numbers.eigen.number", OWN,
            "numbers.eigen.service", service));
    Case anna = asksAt(ANNA, OWN);
    texting.twilio.failNext(new Failure(0, null, null, true));
    texting.answers(anna, "Dag Anna.");
    dispatch();
    at(MORNING.plusSeconds(120));
    dispatch();

    Sent sent = texting.twilio.to(ANNA).get(0);
    assertThat(sent.said("MessagingServiceSid")).isEqualTo(service);
    assertThat(sent.said("From")).isEqualTo(OWN);
    assertThat(texting.got(ANNA)).as("known again by the same sender").hasSize(2);
  }

  private Case asksAt(String from, String to) {
    Map<String, String> form =
        texting.message(from, "Hallo " + to, texting.workplace.clock.instant(), "To", to);
    texting.webhook(form);
    return texting.workplace.found(texting.done(form).caseNumber());
  }

  private List<String> from(String number) {
    return texting.twilio.to(number).stream().map(Sent::from).toList();
  }

  /** Each of these happens to some of them, in this order: refusals, and half a minute of none. */
  @Test
  void tooManyRequestsAndAnOutageOfHalfAMinuteLoseAndDoubleNothing() {
    List<Case> cases =
        java.util.stream.IntStream.range(0, 8)
            .mapToObj(i -> texting.asks("+3161234570" + i, "Vraag " + i))
            .toList();
    dispatch();
    int acknowledged = texting.twilio.sent.size();
    assertThat(acknowledged).isEqualTo(8);
    cases.forEach(one -> texting.answers(one, "Antwoord op " + one.id()));
    texting.twilio.failNext(new Failure(429, 20429, "20", false));
    texting.twilio.failNext(new Failure(429, 20429, null, false));
    texting.twilio.failNext(new Failure(0, null, null, true));
    texting.twilio.failNext(new Failure(0, null, null, false));
    texting.twilio.failNext(new Failure(503, 20503, null, false));
    texting.twilio.failNext(new Failure(500, 20500, null, true));
    for (int second = 0; second < 30; second += 5) {
      at(MORNING.plusSeconds(second));
      dispatch();
    }
    for (int minute = 1; minute < 60; minute++) {
      at(MORNING.plus(Duration.ofMinutes(minute)));
      dispatch();
    }

    for (Case one : cases) {
      assertThat(answers(one)).as("the answer in " + one.id()).isEqualTo(1);
      assertThat(texting.answer(one).state()).isEqualTo(Outgoing.State.SENT);
      assertThat(Undelivered.in(texting.workplace.found(one.id()))).isEmpty();
    }
  }

  private long answers(Case one) {
    return texting.twilio.sent.stream()
        .filter(sent -> sent.body().contains("Antwoord op " + one.id()))
        .count();
  }
}
