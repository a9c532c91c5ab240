package nl.aanspreekpunt.web.work.desk;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.CallStep;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.phone.desk.DeskRing;
import nl.aanspreekpunt.process.Until;
import nl.aanspreekpunt.trail.Kind;
import nl.aanspreekpunt.trail.Query;
import nl.aanspreekpunt.trail.Subject;
import nl.aanspreekpunt.trail.Trace;
import nl.aanspreekpunt.twilio.TwilioStandIn;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Issue 9, line 9: the phone desk. */
class PhoneDeskTest {
  private static final String MEILIN = "+31655500108";
  private static final String THOMAS = "+31655500109";
  private static final String RAVI = "+31655500106";
  private static final String ANOUK = "+31655500107";
  private static final String LINE = "/werk/nieuw/telefoon";
  private Vertx vertx;
  private TwilioStandIn twilio;
  private Workplace workplace;
  private Visitor meilin;
  private int calls;

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
    twilio = new TwilioStandIn(vertx);
    Map<String, String> more = new HashMap<>(twilio.configuration());
    more.put("voice.on", "true");
    more.put("desk.rings", "true");
    workplace =
        new Workplace(
            Workplace.oneForEachTopic()
                .replace("roles: [administrator]", "roles: [administrator, clerk]"),
            more);
    meilin = Visitor.loggedIn(workplace, "meilin.chen");
  }

  @AfterEach
  void close() {
    workplace.close();
    twilio.close();
    await(vertx.close());
  }

  private DeskRing caller(String from) {
    String sid = String.format("CA%032x", 0xdead00 + ++calls);
    DeskRing call = new DeskRing(twilio, workplace.url(""), sid, from, TwilioStandIn.FROM);
    twilio.called(
        Map.of("CallSid", sid, "From", from, "To", TwilioStandIn.FROM),
        workplace.clock.instant(),
        "in-progress",
        null);
    return call.calls();
  }

  /** Taken by Mei-Lin; gives the page of the new contact. */
  private String taken(DeskRing call) {
    String heard = call.picksUp(MEILIN);
    assertThat(call.presses(heard, "1")).doesNotContain("<Hangup/>", "<Say");
    return "/werk/nieuw?gesprek=" + call.sid;
  }

  /** Takes the question down. */
  private Case question(String page, String text, Map<String, String> more) {
    String form = meilin.get(page).body();
    Map<String, String> fields = new HashMap<>(more);
    fields.put("nonce", form.replaceAll("(?s).*name=\"nonce\" value=\"([^\"]+)\".*", "$1"));
    fields.put("phoned", form.replaceAll("(?s).*name=\"phoned\" value=\"([^\"]+)\".*", "$1"));
    fields.put("who", "06 12345678");
    fields.put("text", text);
    taken = meilin.post("/werk/nieuw", fields).location();
    String receipt = taken.substring("/werk/nieuw/".length());
    return Until.present(
        "it is placed",
        () ->
            await(workplace.receipts.find(receipt))
                .map(Receipt::caseNumber)
                .map(number -> workplace.found(number)));
  }

  private String taken;

  @Test
  void theGeneralNumberRingsTheClerksWhoAreThereAndTheFirstToPressTheKeyGetsIt() {
    DeskRing call = caller("+31612345678");
    assertThat(call.ringing()).isEqualTo(2);
    assertThat(call.now).contains(">" + MEILIN + "<", ">" + THOMAS + "<");
    Visitor thomas = Visitor.loggedIn(workplace, "thomas.bakker");
    assertThat(meilin.get(LINE).body()).contains("Er belt iemand: 06 12345678");
    assertThat(thomas.get(LINE).body())
        .contains("Er belt iemand")
        .doesNotContain("data-opens=\"CA");

    String heard = call.picksUp(MEILIN);
    String alsoHeard = call.picksUp(THOMAS);
    assertThat(heard).contains("Toets 1 om aan te nemen").doesNotContain("12345678");
    assertThat(call.presses(heard, "1")).doesNotContain("<Say");
    assertThat(call.presses(alsoHeard, "1")).contains("Een collega was u voor", "<Hangup/>");
    assertThat(call.presses(heard, "1")).as("said twice").doesNotContain("<Say");
    assertThat(meilin.get(LINE).body())
        .contains("U hebt aan de lijn: 06 12345678", "data-opens=\"" + call.sid + "\"");
    assertThat(thomas.get(LINE).body()).doesNotContain("06 12345678");
    assertThat(Visitor.loggedIn(workplace, "ravi.ramdin").get(LINE).body())
        .doesNotContain("06 12345678");
    call.after("completed", true);
    assertThat(call.now).contains("<Hangup/>");
    assertThat(meilin.get(LINE).body()).doesNotContain("06 12345678");
  }

  @Test
  void twoClerksWhoPressAtTheSameMomentAreNotBothConnected() throws Exception {
    for (int i = 0; i < 5; i++) {
      DeskRing call = caller("+3161234567" + i);
      String heard = call.picksUp(MEILIN);
      String alsoHeard = call.picksUp(THOMAS);
      ExecutorService hands = Executors.newFixedThreadPool(4);
      List<Future<String>> pressed =
          hands.invokeAll(
              List.of(
                  () -> call.presses(heard, "1"),
                  () -> call.presses(alsoHeard, "1"),
                  () -> call.presses(heard, "1"),
                  () -> call.presses(alsoHeard, "1")));
      hands.shutdown();
      boolean meilinHasIt = !pressed.get(0).get().contains("Een collega was u voor");
      boolean thomasHasIt = !pressed.get(1).get().contains("Een collega was u voor");
      assertThat(meilinHasIt).isNotEqualTo(thomasHasIt);
      assertThat(pressed.get(2).get()).isEqualTo(pressed.get(0).get());
      assertThat(pressed.get(3).get()).isEqualTo(pressed.get(1).get());
      call.hangsUp();
    }
  }

  @Test
  void whoCallsIsRecognisedWithWhomTheyAreAndWhetherThatOneIsThere() {
    workplace.question("+31612345678", "Toos Trouw", "Huur", "Nat", "huur-en-onderhoud");
    DeskRing call = caller("+31612345678");
    String page = taken(call);
    assertThat(meilin.get(page).body())
        .contains("value=\"06 12345678\"", "name=\"phoned\" value=\"" + call.sid + "\"");
    String known = "/werk/nieuw/bekend?who=0612345678&phoned=" + call.sid;
    for (int i = 0; i < Lookups.MOST + 5; i++) {
      meilin.get("/werk/nieuw/bekend?who=06123411" + (10 + i));
    }
    assertThat(meilin.get(known).body()).contains("Toos Trouw", "Bij Samira El Amrani.");
    assertThat(meilin.get("/werk/nieuw/bekend?who=0612345678").body())
        .as("not typed by themselves")
        .contains("meer gaat niet");
    List<Trace> trail =
        await(
            workplace
                .trailWork
                .trail()
                .find(
                    new Query(
                        null,
                        Set.of(Subject.READING),
                        Instant.EPOCH,
                        workplace.clock.instant().plusSeconds(60),
                        null),
                    50));
    assertThat(trail)
        .anyMatch(
            it -> it instanceof Trace.Own own && own.entry().kind() == Kind.CALLER_RECOGNISED);
  }

  @Test
  void aHiddenNumberIsSaidAndAnUnknownOneIsFilledIn() {
    DeskRing hidden = caller("anonymous");
    String page = taken(hidden);
    assertThat(meilin.get(page).body())
        .contains("Het nummer is verborgen", "name=\"phoned\"")
        .doesNotContain("value=\"anonymous\"");
    assertThat(meilin.get(LINE).body()).contains("U hebt aan de lijn: een verborgen nummer");
    hidden.hangsUp();
    DeskRing unknown = caller("+31687654321");
    assertThat(meilin.get(taken(unknown)).body()).contains("value=\"06 87654321\"");
    assertThat(
            Visitor.loggedIn(workplace, "ravi.ramdin")
                .get("/werk/nieuw?gesprek=" + unknown.sid)
                .body())
        .doesNotContain("06 87654321");
  }

  @Test
  void nobodyTakesItAndItGoesOnAsIfThereWasNoDesk() {
    DeskRing call = caller("+31612345678");
    String asked = call.now;
    String said = call.after("no-answer", false).now;
    assertThat(said).contains("<Redirect", "/webhooks/twilio/voice?desk=nee");
    call.now = asked;
    assertThat(call.after("no-answer", false).now).as("asked again").isEqualTo(said);
    assertThat(meilin.get(LINE).body()).doesNotContain("06 12345678");
    assertThat(call.post(workplace.url("/webhooks/twilio/voice?desk=nee"), Map.of()))
        .contains("gemeente Voorbeeldstad");
  }

  @Test
  void whoPressedTheKeyAndWasLostLeavesTheCitizenToOthers() {
    DeskRing call = caller("+31612345678");
    assertThat(call.now)
        .as("the caller hears it ring meanwhile")
        .contains("answerOnBridge=\"true\"");
    call.presses(call.picksUp(MEILIN), "1");
    call.after("completed", false);
    assertThat(call.now).contains("<Redirect", "/webhooks/twilio/voice?desk=nee");
  }

  @Test
  void aVoicemailThatPicksUpTakesNothingAndTheOthersRingAgain() {
    DeskRing call = caller("+31612345678");
    assertThat(call.picksUp(THOMAS)).endsWith("<Hangup/></Response>");
    call.after("completed", false);
    assertThat(call.ringing()).isEqualTo(1);
    assertThat(call.now).contains(">" + MEILIN + "<");
    call.after("no-answer", false);
    assertThat(call.now).contains("desk=nee");
  }

  @Test
  void whoHangsUpWhileItRingsIsShownAsNotHelped() {
    DeskRing call = caller("+31612345678");
    call.hangsUp();
    assertThat(meilin.get(LINE).body())
        .contains("Vandaag belden en niet geholpen: 1", "/werk/nieuw?who=%2B31612345678")
        .doesNotContain("Er belt iemand");
  }

  @Test
  void aCallThatTheDeskTookIsNotMissedAndOneThatRangThereInVainIs() {
    workplace.missed();
    DeskRing spoken = caller("+31612345678");
    taken(spoken);
    spoken.after("completed", true).hangsUp();
    twilio.callBecame(spoken.sid, "completed", 90, null);
    DeskRing rangOff = caller("+31612345679");
    rangOff.hangsUp();
    twilio.callBecame(rangOff.sid, "no-answer", 0, null);
    workplace.clock.forward(Duration.ofMinutes(4));
    assertThat(workplace.missed()).as("both are known").isZero();
    workplace.tick();
    assertThat(of("+31612345678")).as("somebody spoke with them").isEmpty();
    assertThat(of("+31612345679")).as("somebody sees to that").hasSize(1);
  }

  @Test
  void whoRingsOffWhileItRingsAtTheDeskHasSomebodyWhoSeesToThatByTheWebhookAlone() {
    DeskRing rangOff = caller("+31612345679");
    rangOff.hangsUp();
    rangOff.hangsUp();
    DeskRing handedOn = caller("+31612345670").after("no-answer", false);
    handedOn.hangsUp();
    DeskRing spoken = caller("+31612345678");
    taken(spoken);
    spoken.after("completed", true).hangsUp();
    workplace.clock.forward(Duration.ofMinutes(1));
    workplace.tick();

    assertThat(of("+31612345679"))
        .singleElement()
        .satisfies(
            one ->
                assertThat(one.happened(CaseEvent.Phoned.class))
                    .extracting(CaseEvent.Phoned::step)
                    .containsExactly(CallStep.CAME_IN, CallStep.MISSED));
    assertThat(of("+31612345670")).as("gone before anybody else answered").hasSize(1);
    assertThat(of("+31612345678")).as("somebody spoke with them").isEmpty();
  }

  @Test
  void whoTookTheCallStandsWithTheQuestionBeforeAnyPageOfItIsShown() {
    Case one = question(taken(caller("+31612345678")), "De stoep ligt los", Map.of());
    assertThat(workplace.found(one.id()).happened(CaseEvent.Phoned.class))
        .extracting(CaseEvent.Phoned::step, CaseEvent.Phoned::official)
        .containsExactly(tuple(CallStep.CAME_IN, null), tuple(CallStep.CONNECTED, "meilin.chen"));
  }

  @Test
  void theChannelsSayWhatIsToBeSetAtTheProvider() {
    assertThat(Visitor.loggedIn(workplace, "thomas.bakker").get("/werk/beheer/kanalen").body())
        .contains(
            TwilioStandIn.FROM,
            workplace.url("/webhooks/twilio/voice") + "<",
            workplace.url("/webhooks/twilio/voice/ended#rc=5&amp;rp=all") + "<");
    assertThat(Visitor.loggedIn(workplace, "thomas.bakker").get("/werk/beheer/problemen").body())
        .doesNotContain("zonder telefoon");
  }

  private List<Case> of(String number) {
    return await(workplace.cases.ofAddress(new Address(Address.Kind.PHONE, number), 5));
  }

  @Test
  void whoSpeaksIsNotRungAndWithNobodyThereItIsNotForTheDesk() {
    DeskRing first = caller("+31612345678");
    taken(first);
    DeskRing second = caller("+31612345679");
    assertThat(second.ringing()).isEqualTo(1);
    assertThat(second.now).contains(">" + THOMAS + "<");
    workplace.clock.to(Instant.parse("2026-11-24T22:00:00Z"));
    DeskRing night = caller("+31612345670");
    assertThat(night.ringing()).isZero();
    assertThat(night.now).contains("gemeente Voorbeeldstad");
  }

  @Test
  void aCitizenIsPutThroughToWhoHasTheQuestionAndThatStandsThere() {
    DeskRing call = caller("+31612345678");
    Case one = question(taken(call), "De stoep ligt los", Map.of("topic", "straat-en-groen"));
    assertThat(one.official()).isEqualTo("ravi.ramdin");
    assertThat(meilin.get(taken).body()).contains("Verbind nu door");
    Map<String, String> through = Map.of("to", "ravi.ramdin", "told", "Zij viel gisteren");
    Visitor.Answer put = meilin.post(taken + "/doorverbonden", through);
    meilin.post(taken + "/doorverbonden", through);
    assertThat(twilio.changedCalls()).as("a double click").hasSize(1);
    assertThat(meilin.get(put.location()).body()).contains("Wij verbinden door.");
    call.redirected();
    assertThat(call.now).contains(">" + RAVI + "<").doesNotContain(MEILIN);
    assertThat(meilin.get(LINE).body()).contains("Het toestel van Ravi Ramdin gaat over…");
    assertThat(workplace.found(one.id()).happened(CaseEvent.PutThrough.class)).isEmpty();
    String heard = call.picksUp(RAVI);
    assertThat(heard)
        .contains("Mei-Lin Chen verbindt een inwoner met u door")
        .doesNotContain("stoep", "viel");
    call.presses(heard, "1");
    Until.until(
        "it stands with the question",
        () ->
            workplace
                .found(one.id())
                .happened(CaseEvent.PutThrough.class)
                .anyMatch(
                    it ->
                        it.by().equals("meilin.chen")
                            && it.to().equals("ravi.ramdin")
                            && it.about().equals("Zij viel gisteren")));
    assertThat(meilin.get(LINE).body()).contains("Ravi Ramdin heeft deze inwoner nu aan de lijn");
    assertThat(workplace.found(one.id()).happened(CaseEvent.Phoned.class))
        .extracting(CaseEvent.Phoned::step)
        .containsExactly(CallStep.CAME_IN, CallStep.CONNECTED);
    call.after("completed", true);
    assertThat(meilin.get("/werk/nieuw/vandaag").body())
        .contains("U verbond door met Ravi Ramdin.");
  }

  @Test
  void nobodyPicksUpAndTheCitizenComesBackToTheClerkWhoPromisesACall() {
    DeskRing call = caller("+31612345678");
    Case one = question(taken(call), "De stoep ligt los", Map.of("topic", "straat-en-groen"));
    meilin.post(taken + "/doorverbonden", Map.of("to", "anouk.jansen", "told", ""));
    call.redirected();
    assertThat(call.now).contains(">" + ANOUK + "<");
    call.after("no-answer", false);
    assertThat(call.now).as("whose it is").contains(">" + RAVI + "<");
    call.after("busy", false);
    String heard = call.picksUp(MEILIN);
    assertThat(heard).contains("Niemand nam op. Toets 1");
    call.presses(heard, "1");
    assertThat(meilin.get(LINE).body()).contains("Niemand nam op. U hebt weer aan de lijn");
    assertThat(workplace.found(one.id()).happened(CaseEvent.PutThrough.class)).isEmpty();
    meilin.post(taken + "/terugbellen", Map.of("phone", "06 12345678"));
    assertThat(workplace.found(one.id()).openPromises()).anyMatch(it -> it.callback() != null);
    assertThat(meilin.get(taken).body()).as("once more").contains("Verbind nu door");
    call.after("completed", true);
    assertThat(call.now).contains("<Hangup/>");
    assertThat(meilin.get(taken).body()).contains("Ik heb doorverbonden");
  }

  @Test
  void theClerkDoesNotPickUpEitherAndTheCitizenIsNotLeftAlone() {
    DeskRing call = caller("+31612345678");
    question(taken(call), "De stoep ligt los", Map.of("topic", "straat-en-groen"));
    meilin.post(taken + "/doorverbonden", Map.of("to", "ravi.ramdin", "told", ""));
    call.redirected();
    while (call.ringing() > 0) {
      call.after("no-answer", false);
    }
    assertThat(call.now).contains("desk=nee");
  }
}
