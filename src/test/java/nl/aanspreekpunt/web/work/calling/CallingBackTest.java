package nl.aanspreekpunt.web.work.calling;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.CallStep;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.phone.back.MadeCall;
import nl.aanspreekpunt.phone.back.RungBack;
import nl.aanspreekpunt.process.Until;
import nl.aanspreekpunt.promise.Attempt;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.twilio.TwilioStandIn;
import nl.aanspreekpunt.twilio.TwilioStandIn.Failure;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Issue 9, line 8: calling back. */
class CallingBackTest {
  private static final String SAMIRA = "samira.elamrani";
  private static final String CITIZEN = "+31612345678";
  private static Vertx vertx;
  private static TwilioStandIn twilio;
  private static Workplace workplace;
  private int before;

  @BeforeAll
  static void open() {
    vertx = Vertx.vertx();
    twilio = new TwilioStandIn(vertx);
    Map<String, String> more = new HashMap<>(twilio.configuration());
    more.put("callbacks.ring", "true");
    workplace = new Workplace(Workplace.oneForEachTopic(), more);
  }

  @AfterAll
  static void close() {
    workplace.close();
    twilio.close();
    await(vertx.close());
  }

  @BeforeEach
  void count() {
    before = RungBack.outgoing(twilio);
  }

  private static Case asked(String name, String preferred) {
    return workplace.question(
        name + "@elders.example",
        "Ans de Vries",
        "Bel mij over " + name,
        "Graag bellen.",
        "huur-en-onderhoud",
        Map.of("callbackPhone", CITIZEN, "callbackPreferred", preferred));
  }

  private static Case askedAt(String phone) {
    return workplace.question(
        "abroad@elders.example",
        "Ans de Vries",
        "Bel mij",
        "Graag bellen.",
        "huur-en-onderhoud",
        Map.of("callbackPhone", phone));
  }

  @Test
  void aNumberAbroadIsNotRungAndThePageHasALinkThatOpensTheTelephone() {
    Case one = askedAt("+32470123456");
    Visitor samira = samira();
    assertThat(samira.get("/werk/vragen/" + one.id()).body())
        .contains("href=\"tel:+32470123456\"")
        .doesNotContain("/werk/vragen/" + one.id() + "/bel\"");
    String page = press(samira, one).location();
    assertThat(samira.get(page).body()).contains("Bel deze inwoner met uw eigen telefoon.");
    assertThat(await(workplace.madeCalls().ofCase(one.id(), 5))).isEmpty();
    assertThat(RungBack.outgoing(twilio)).isEqualTo(before);
  }

  @Test
  void nobodyWhoIsMadeUpIsRung() {
    Case one =
        workplace.question(
            "verzonnen@elders.example",
            "Ans Verzonnen",
            "Bel mij",
            "Graag bellen.",
            "huur-en-onderhoud",
            Map.of("callbackPhone", CITIZEN, "demo", "true"));
    assertThat(one.demo()).isTrue();
    Visitor samira = samira();
    String page = press(samira, one).location();
    assertThat(samira.get(page).body()).contains("Er is niemand gebeld");
    assertThat(await(workplace.madeCalls().ofCase(one.id(), 5))).isEmpty();
  }

  @Test
  void whatAnotherDidNotConfirmKeepsNobodyFromCalling() {
    Case one = asked("naar-huis", "");
    Visitor samira = samira();
    String page = press(samira, one).location();
    RungBack rings = rings(1);
    rings.theirs(rings.presses(rings.answers(), "1"), "no-answer", 0);
    rings.own("completed");
    await(
        workplace.casework.change(
            one.id(),
            new nl.aanspreekpunt.casework.Reassigning("jan.devries", SAMIRA, "handover", "")));
    Visitor jan = Visitor.loggedIn(workplace, "jan.devries");
    jan.get("/werk");
    assertThat(jan.get(page).body()).contains("Bel opnieuw");
    assertThat(press(jan, one).location()).isNotEqualTo(page);
    rings(2).own("no-answer");
  }

  @Test
  void aCitizenWhoIsPutThroughToTheTelephoneIsNotTakenForTheCallWhoseAnswerWasLost() {
    Case one = asked("verwisseld", "");
    Visitor samira = samira();
    String child = twilio.dials("CA" + "0".repeat(31) + "f", "+31655500101", TwilioStandIn.FROM);
    twilio.failNextCall(new Failure(0, null, null, false));
    String page = press(samira, one).location();
    Instant then = workplace.clock.instant();
    workplace.clock.forward(Duration.ofMinutes(10));
    Until.until(
        "it was looked up",
        () -> {
          workplace.asksTwilio();
          return samira.get(page).body().contains("De telefoondienst weet van niets");
        });
    assertThat(await(workplace.madeCalls().known(child))).isFalse();
    workplace.clock.to(then);
  }

  private static Promise promise(Case one) {
    return workplace.found(one.id()).promises().stream()
        .filter(it -> it.callback() != null)
        .findFirst()
        .orElseThrow();
  }

  private static List<Attempt> attempts(Case one) {
    return promise(one).callback().attempts();
  }

  private static Visitor.Answer press(Visitor official, Case one) {
    return official.post("/werk/vragen/" + one.id() + "/bel", Map.of("call", promise(one).id()));
  }

  private static Visitor samira() {
    Visitor samira = Visitor.loggedIn(workplace, SAMIRA);
    samira.get("/werk");
    return samira;
  }

  private RungBack rings(int nth) {
    RungBack rings = RungBack.nth(twilio, before + nth);
    Until.until("its id is known", () -> await(workplace.madeCalls().known(rings.call.sid())));
    return rings;
  }

  /** As the form on the page sends it. */
  private static void putDown(Visitor samira, String page, String outcome) {
    String seen =
        samira.get(page).body().replaceAll("(?s).*name=\"seen\" value=\"([^\"]*)\".*", "$1");
    samira.post(
        page + "/bevestig", Map.of("attempt", outcome, "attemptNote", "Zo ging het", "seen", seen));
  }

  /** The act on Today. */
  private static String toPutDown(String page) {
    return "leg-vast-" + page.substring(page.lastIndexOf('/') + 1).replace('~', '-');
  }

  @Test
  void onePressRingsTheOfficialWhoHearsWhoIsCalledAndPressesOneThenTheCitizenIsRung() {
    Case one = asked("een", "");
    Visitor samira = samira();
    assertThat(samira.get("/werk").body()).contains("/werk/vragen/" + one.id() + "/bel");
    assertThat(samira.get("/werk/bellen").body()).contains("/werk/vragen/" + one.id() + "/bel");
    assertThat(samira.get("/werk/vragen/" + one.id()).body())
        .contains("/werk/vragen/" + one.id() + "/bel")
        .doesNotContain("href=\"tel:" + CITIZEN);

    String page = press(samira, one).location();
    RungBack rings = rings(1);
    assertThat(rings.call.said("To")).isEqualTo("+31655500101");
    assertThat(rings.call.said("From")).isEqualTo(TwilioStandIn.FROM);
    assertThat(rings.call.form().get("StatusCallbackEvent"))
        .containsExactlyInAnyOrder("initiated", "ringing", "answered", "completed");
    rings.own("ringing");
    assertThat(samira.get(page).body())
        .contains("Uw toestel gaat over…", "Ans de Vries, 06 12345678", "Bel toch niet");

    String whisper = rings.answers();
    assertThat(whisper)
        .contains("U belt terug met Ans de Vries", "nl-NL", "<Gather", "numDigits=\"1\"")
        .doesNotContain("<Dial", "Bel mij over", CITIZEN);
    assertThat(samira.get(page).body()).contains("Toets 1, dan bellen wij de inwoner");
    String dial = rings.presses(whisper, "1");
    assertThat(dial)
        .contains(
            "callerId=\"" + TwilioStandIn.FROM + "\"",
            ">" + CITIZEN + "</Number>",
            "machineDetection=\"Enable\"",
            "statusCallbackEvent=\"initiated ringing answered completed\"");
    rings.theirs(dial, "ringing", 0);
    assertThat(samira.get(page).body()).contains("Het toestel van de inwoner gaat over…");
    rings.theirs(dial, "in-progress", 0);
    assertThat(samira.get(page).body())
        .contains("U bent in gesprek.")
        .doesNotContain("Bel toch niet");
    rings.machine(dial, "human").theirs(dial, "completed", 130);
    assertThat(rings.done(dial, "completed")).contains("<Hangup/>").doesNotContain("<Say");
    rings.own("completed");

    String over = samira.get(page).body();
    assertThat(over)
        .contains("U sprak de inwoner, ongeveer 2 minuten", "value=\"REACHED\" selected");
    assertThat(attempts(one)).as("nobody confirmed it").isEmpty();
    assertThat(promise(one).open()).isTrue();
    putDown(samira, page, "REACHED");
    assertThat(attempts(one))
        .singleElement()
        .matches(it -> it.outcome() == Attempt.Outcome.REACHED && it.note().equals("Zo ging het"));
    assertThat(promise(one).open()).isFalse();
    Until.until(
        "the call is on the timeline",
        () ->
            workplace
                    .found(one.id())
                    .happened(CaseEvent.Phoned.class)
                    .filter(it -> it.step() == CallStep.CALLED || it.step() == CallStep.ENDED)
                    .count()
                == 2);
  }

  @ParameterizedTest
  @CsvSource({
    "no-answer,,De inwoner nam niet op,NO_ANSWER,",
    "busy,,De inwoner was in gesprek,NO_ANSWER,In gesprek",
    "failed,,Het nummer was niet te bereiken,WRONG_NUMBER,Geen verbinding",
    "completed,machine_start,Er nam een antwoordapparaat op,VOICEMAIL,"
  })
  void theOutcomeIsFilledInAndCanBeEditedBeforeItIsConfirmed(
      String end, String machine, String said, String proposed, String note) {
    Case one = asked("uitkomst" + end, "");
    Visitor samira = samira();
    String page = press(samira, one).location();
    RungBack rings = rings(1);
    String dial = rings.presses(rings.answers(), "1");
    rings.theirs(dial, "ringing", 0);
    if (machine != null) {
      rings.theirs(dial, "in-progress", 0).machine(dial, machine);
    }
    rings.theirs(dial, end, machine == null ? 0 : 20);
    if (machine == null) {
      assertThat(rings.done(dial, end)).contains("<Say");
    }
    assertThat(samira.get(page).body())
        .contains(said, "value=\"" + proposed + "\" selected", note == null ? "" : note);
    assertThat(samira.get("/werk").body())
        .contains("Leg vast hoe het ging: u belde Ans de Vries", toPutDown(page));
    Visitor.Answer nothing = samira.post(page + "/bevestig", Map.of("attemptNote", "Getypt"));
    assertThat(nothing.status()).isEqualTo(422);
    assertThat(nothing.body()).contains("Getypt");
    putDown(samira, page, "VOICEMAIL");
    assertThat(attempts(one))
        .extracting(Attempt::outcome)
        .containsExactly(Attempt.Outcome.VOICEMAIL);
    assertThat(samira.get("/werk").body()).doesNotContain(toPutDown(page));
    assertThat(promise(one).open()).as("only a conversation keeps it").isTrue();
  }

  @Test
  void aVoicemailThatAnswersForTheOfficialPressesNothingAndNobodyIsCalled() {
    Case one = asked("voicemail", "");
    Visitor samira = samira();
    String page = press(samira, one).location();
    RungBack rings = rings(1);
    String whisper = rings.answers();
    assertThat(whisper).endsWith("<Hangup/></Response>");
    assertThat(rings.presses(whisper, "5")).contains("<Gather").doesNotContain("<Dial");
    rings.own("completed");
    assertThat(samira.get(page).body())
        .contains("De inwoner is niet gebeld", "Bel opnieuw")
        .doesNotContain("/bevestig");
    assertThat(samira.get("/werk").body()).doesNotContain(toPutDown(page));
    assertThat(press(samira, one).location()).isNotEqualTo(page);
    rings(2).own("no-answer");
  }

  @Test
  void aDoubleClickAndTwoTabsMakeOneCallAndOneAttempt() throws Exception {
    Case one = asked("dubbel", "");
    ExecutorService tabs = Executors.newFixedThreadPool(6);
    Visitor samira = samira();
    Callable<String> click = () -> press(samira, one).location();
    List<Future<String>> pressed =
        tabs.invokeAll(List.of(click, click, click, click, click, click));
    String page = pressed.get(0).get();
    for (Future<String> each : pressed) {
      assertThat(each.get()).isEqualTo(page);
    }
    RungBack rings = rings(1);
    String dial = rings.presses(rings.answers(), "1");
    for (int i = 0; i < 3; i++) {
      rings.theirs(dial, "no-answer", 0).theirs(dial, "ringing", 0).own("ringing");
    }
    rings.own("completed").own("in-progress");
    assertThat(press(samira, one).location()).as("to be confirmed first").isEqualTo(page);
    Callable<Integer> confirm =
        () ->
            samira
                .post(page + "/bevestig", Map.of("attempt", "NO_ANSWER", "attemptNote", ""))
                .status();
    tabs.invokeAll(List.of(confirm, confirm, confirm, confirm));
    tabs.shutdown();
    assertThat(RungBack.outgoing(twilio)).isEqualTo(before + 1);
    assertThat(attempts(one)).hasSize(1);
  }

  @Test
  void aCallThatWasConfirmedJustBeforeACrashIsNotPutDownTwice() {
    Case one = asked("crash", "");
    Visitor samira = samira();
    String page = press(samira, one).location();
    RungBack rings = rings(1);
    String dial = rings.presses(rings.answers(), "1");
    rings.theirs(dial, "no-answer", 0);
    String id = page.substring(page.lastIndexOf('/') + 1);
    MadeCall call = await(workplace.madeCalls().find(id)).orElseThrow();
    await(
        workplace.casework.change(
            one.id(),
            new nl.aanspreekpunt.casework.Attempting(
                call.promise(), SAMIRA, Attempt.Outcome.NO_ANSWER, "", null, id, null)));
    putDown(samira, page, "NO_ANSWER");
    assertThat(attempts(one)).hasSize(1);
    assertThat(await(workplace.madeCalls().standing(SAMIRA, 50)))
        .extracting(MadeCall::id)
        .doesNotContain(id);
  }

  @Test
  void itIsCalledOffWhileItRings() {
    Case one = asked("stop", "");
    Visitor samira = samira();
    String page = press(samira, one).location();
    RungBack rings = rings(1);
    rings.own("ringing");
    samira.post(page + "/stop", Map.of());
    assertThat(twilio.changedCalls())
        .filteredOn(it -> it.sid().equals(rings.call.sid()))
        .singleElement()
        .matches(it -> it.said("Status").equals("completed"));
    assertThat(samira.get(page).body()).contains("Wij breken het af…");
    assertThat(rings.answers()).as("picked up at that moment").doesNotContain("<Gather");
    rings.own("canceled");
    assertThat(samira.get(page).body()).contains("Afgebroken. De inwoner is niet gebeld.");
  }

  @Test
  void anAnswerThatIsLostIsLookedUpAndNotAskedForAgain() {
    Case one = asked("stil", "");
    Visitor samira = samira();
    twilio.failNextCall(new Failure(0, null, null, true));
    String page = press(samira, one).location();
    RungBack rings = RungBack.nth(twilio, before + 1);
    assertThat(samira.get(page).body()).contains("Uw toestel gaat zo over…");
    assertThat(press(samira, one).location()).isEqualTo(page);
    workplace.clock.forward(Duration.ofSeconds(31));
    workplace.asksTwilio();
    assertThat(await(workplace.madeCalls().known(rings.call.sid()))).isTrue();
    assertThat(RungBack.outgoing(twilio)).isEqualTo(before + 1);
    rings.own("no-answer");
  }

  @Test
  void whatTwilioNeverHadWasNotMadeAndCanBeAskedForAgain() {
    Case one = asked("nooit", "");
    Visitor samira = samira();
    twilio.failNextCall(new Failure(0, null, null, false));
    String page = press(samira, one).location();
    workplace.clock.forward(Duration.ofMinutes(10));
    Until.until(
        "it was looked up",
        () -> {
          workplace.asksTwilio();
          return samira.get(page).body().contains("De telefoondienst weet van niets");
        });
    assertThat(RungBack.outgoing(twilio)).isEqualTo(before);
    press(samira, one);
    rings(1).own("busy");
  }

  @ParameterizedTest
  @CsvSource({
    "400,21211,Uw eigen nummer in de gids is niet te bellen",
    "400,21210,Het nummer van de gemeente mag niet bellen",
    "429,20429,heeft het te druk",
    "401,20003,De telefoondienst weigerde het"
  })
  void aRefusalIsSaidInWordsAndIsNotTriedAgainByItself(int status, int code, String said) {
    Case one = asked("geweigerd" + code, "");
    Visitor samira = samira();
    twilio.failNextCall(new Failure(status, code, null, false));
    String page = press(samira, one).location();
    Until.until("it is said", () -> samira.get(page).body().contains(said));
    assertThat(RungBack.outgoing(twilio)).isEqualTo(before);
  }

  @Test
  void callbacksThatNeverCameAreAskedFor() {
    Case one = asked("gemist", "");
    Visitor samira = samira();
    Instant then = workplace.clock.instant();
    String page = press(samira, one).location();
    RungBack rings = rings(1);
    rings.answers();
    String child = twilio.dials(rings.call.sid(), CITIZEN, TwilioStandIn.FROM);
    twilio.callBecame(child, "completed", 75, "human");
    twilio.callBecame(rings.call.sid(), "completed", 90, null);
    workplace.clock.forward(Duration.ofSeconds(31));
    workplace.asksTwilio();
    assertThat(samira.get(page).body()).contains("U sprak de inwoner", "REACHED\" selected");
    putDown(samira, page, "REACHED");
    assertThat(attempts(one)).as("when it was made").extracting(Attempt::at).containsExactly(then);
  }

  @Test
  void whoWantsToBeCalledAtOtherTimesIsCalledOnlyAfterAWarning() {
    Case one = asked("liever", "na 15 uur");
    Visitor samira = samira();
    Visitor.Answer warned = press(samira, one);
    assertThat(warned.status()).isEqualTo(422);
    assertThat(warned.body())
        .contains("Dit moment komt niet goed uit", "Ans de Vries wil gebeld worden: na 15 uur");
    assertThat(RungBack.outgoing(twilio)).isEqualTo(before);
    Map<String, String> anyway = new HashMap<>(Map.of("call", promise(one).id(), "toch", "ja"));
    assertThat(samira.post("/werk/vragen/" + one.id() + "/bel", anyway).status()).isEqualTo(303);
    rings(1).own("no-answer");
  }

  @Test
  void whoMayNotActInTheQuestionNeitherCallsNorSeesTheCall() {
    Case one = asked("ander", "");
    Visitor samira = samira();
    String page = press(samira, one).location();
    Visitor ravi = Visitor.loggedIn(workplace, "ravi.ramdin");
    ravi.get("/werk");
    assertThat(press(ravi, one).status()).isEqualTo(403);
    assertThat(ravi.get(page).status()).isEqualTo(404);
    assertThat(ravi.post(page + "/stop", Map.of()).status()).isEqualTo(404);
    assertThat(ravi.post(page + "/bevestig", Map.of("attempt", "REACHED")).status()).isEqualTo(404);
    rings(1).own("no-answer");
    assertThat(attempts(one)).isEmpty();
  }

  @Test
  void aFormThatIsNotOursCallsNobody() {
    Case one = asked("form", "");
    Visitor samira = samira();
    String path = "/werk/vragen/" + one.id() + "/bel";
    assertThat(samira.post(path, Map.of("call", promise(one).id()), "1.a").status())
        .isNotEqualTo(303);
    assertThat(RungBack.outgoing(twilio)).isEqualTo(before);
    String page = press(samira, one).location();
    RungBack rings = rings(1);
    assertThat(samira.post(page + "/stop", Map.of(), "1.a").status()).isNotEqualTo(303);
    assertThat(twilio.changedCalls()).noneMatch(it -> it.sid().equals(rings.call.sid()));
    rings.theirs(rings.presses(rings.answers(), "1"), "no-answer", 0);
    samira.post(page + "/bevestig", Map.of("attempt", "REACHED"), "1.a");
    assertThat(attempts(one)).isEmpty();
  }

  @Test
  void aForgedWebhookChangesNothing() {
    Case one = asked("vals", "");
    Visitor samira = samira();
    String page = press(samira, one).location();
    RungBack rings = rings(1);
    String url = rings.call.said("StatusCallback");
    assertThat(
            twilio
                .call(
                    url, url + "x", Map.of("CallSid", rings.call.sid(), "CallStatus", "completed"))
                .statusCode())
        .isEqualTo(403);
    assertThat(samira.get(page).body()).contains("Uw toestel gaat over");
    assertThat(
            rings
                .post(
                    url.replaceAll("call=.*", "call=niets"),
                    Map.of("CallSid", "CA9", "CallStatus", "completed"))
                .statusCode())
        .isEqualTo(204);
    rings.own("busy");
  }
}
