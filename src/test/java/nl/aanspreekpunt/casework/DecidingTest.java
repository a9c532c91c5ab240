package nl.aanspreekpunt.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.casework.decision.Deciding;
import nl.aanspreekpunt.casework.decision.First;
import nl.aanspreekpunt.casework.decision.Refusing;
import nl.aanspreekpunt.casework.decision.Sending;
import nl.aanspreekpunt.casework.decision.TakingBack;
import nl.aanspreekpunt.casework.talk.CallingOff;
import nl.aanspreekpunt.casework.talk.Fulfilling;
import nl.aanspreekpunt.casework.talk.Inviting;
import nl.aanspreekpunt.casework.talk.PuttingDown;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Attempt;
import nl.aanspreekpunt.promise.LegalClass;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import org.junit.jupiter.api.Test;

/** A no comes with reasons, and in a talk before the letter. */
class DecidingTest {
  private static final String SAMIRA = "samira.elamrani";
  private static final String WHY = "Uw inkomen is hoger dan de regeling toelaat; bel mij gerust.";
  private static final Instant NOW = Town.MONDAY_TEN.plus(Duration.ofHours(1));
  private static final Instant TOMORROW = Town.at("2026-06-02T10:00");
  private static final Moment MOMENT = Town.moment(NOW);
  private static final First VISIT =
      new First.Planned(CaseEvent.Talk.VISIT, TOMORROW, "Kerkstraat 1", null);
  private static final First WITHOUT = new First.Not("De inwoner wil het eerst lezen.");

  @Test
  void aReasonThatOnlyNamesARuleIsRefused() {
    Case one = Town.rentQuestion();

    assertThat(refused(one, Grounds.because(""))).isEqualTo("explanation-needed");
    assertThat(refused(one, Grounds.because("Art. 4."))).isEqualTo("explanation-needed");
    assertThat(refused(one, Grounds.because("Op grond van artikel 4:5 Awb.")))
        .isEqualTo("rule-alone");
    assertThat(refused(one, Grounds.because(WHY))).isEqualTo("rule-needed");
    assertThat(refused(one, Grounds.because(WHY).restingOn(".", null))).isEqualTo("rule-needed");
    assertThat(refused(one, Grounds.because(WHY).restingOn("De grens.", null)))
        .isEqualTo("alternative-needed");
    assertThat(refused(one, Grounds.because(WHY).restingOn("De grens.", null).offering(". .")))
        .isEqualTo("alternative-needed");
    First dots = new First.Not("..........");
    assertThat(Town.refusal(decide(one, Outcome.REFUSED, Refusing.grounds(WHY), dots)))
        .isEqualTo("why-no-talk");
  }

  @Test
  void allThatIsToBeMendedIsSaidAtOnceInTheOrderOfItsForm() {
    First nowhere = new First.Planned(CaseEvent.Talk.VISIT, null, null, null);
    assertThat(mend(Outcome.REFUSED, Grounds.because("Op grond van artikel 4."), nowhere))
        .containsExactly(
            "explanation rule-alone",
            "rule rule-needed",
            "alternative alternative-needed",
            "from talk-to-come",
            "place talk-place");
    assertThat(mend(Outcome.NOT_OURS, Grounds.because(WHY), null))
        .containsExactly(
            "rule rule-needed",
            "helper helper-needed",
            "person person-needed",
            "email reach-needed",
            "first talk-or-why");
    Grounds asked =
        Grounds.because("")
            .sendingTo(new Body("Vitens", " ", null, "0900"), new Consent("", null), List.of());
    assertThat(mend(Outcome.NOT_OURS, asked, new First.Not("Druk.")))
        .containsExactly(
            "explanation explanation-needed",
            "rule rule-needed",
            "person person-needed",
            "email email-to-forward",
            "consent consent-how",
            "consentOn consent-when",
            "messages messages-needed",
            "why why-no-talk");
    String endless = "Te lang. ".repeat(2_000);
    assertThat(mend(Outcome.NOT_NOW, Grounds.because(WHY).inviting(endless), null))
        .containsExactly("changes changes-needed", "offer part-too-long");
  }

  private static List<String> mend(Outcome outcome, Grounds grounds, First first) {
    return ((Decision.Refused) decide(Town.rentQuestion(), outcome, grounds, first))
        .refusal().all().stream().map(one -> one.field() + " " + one.code()).toList();
  }

  private static String refused(Case one, Grounds grounds) {
    return Town.refusal(decide(one, Outcome.REFUSED, grounds, WITHOUT));
  }

  @Test
  void theLetterWaitsForTheTalkThatIsPlannedAndWhatWasPromisedStaysDue() {
    Case one = Town.rentQuestion();

    Case held = Town.after(decide(one, Outcome.REFUSED, Refusing.grounds(WHY), VISIT));

    assertThat(held.open()).isTrue();
    assertThat(held.care().intended().by()).isEqualTo(SAMIRA);
    assertThat(Town.promise(held, 0)).isEqualTo(Town.promise(one, 0));
    Promise talk = held.openPromises().get(1);
    assertThat(talk.kind()).isEqualTo(PromiseKind.TALK);
    assertThat(talk.due()).isAfter(TOMORROW);
    assertThat(Town.refusal(send(held, null))).isEqualTo("talk-or-why");
  }

  @Test
  void whatIsForAnotherBodyIsNotKeptWithANo() {
    Grounds more =
        Refusing.grounds(WHY)
            .sendingTo(
                new Body("Het waterschap", "Mila", "mila@waterschap.example", null),
                new Consent("Aan de balie", null),
                List.of("r1"));

    Grounds kept =
        Town.after(decide(Town.rentQuestion(), Outcome.REFUSED, more, VISIT))
            .care()
            .intended()
            .grounds();

    assertThat(kept).isEqualTo(Refusing.grounds(WHY));
  }

  @Test
  void itsTalkIsAnAppointmentToWhichBothAreInvitedWithoutTheAnswerItself() {
    Case held = held();

    Appointment talk = held.care().talks().planned().get(0);
    assertThat(talk.promise()).isEqualTo(held.care().intended().promise());
    assertThat(talk.from()).isEqualTo(TOMORROW);
    assertThat(talk.place()).isEqualTo("Kerkstraat 1");
    assertThat(held.care().intended().asked()).isFalse();
    assertThat(held.pending())
        .extracting(entry -> entry.notice().kind())
        .containsExactlyInAnyOrder(Notice.Kind.APPOINTMENT, Notice.Kind.AGENDA);
    assertThat(invitation(held).facts())
        .containsEntry("at", TOMORROW.toString())
        .containsEntry("what", "planned");
    assertThat(held.pending().toString()).as("the answer itself").doesNotContain(WHY);
    First nowhere = new First.Planned(CaseEvent.Talk.VISIT, TOMORROW, null, null);
    assertThat(
            Town.refusal(
                decide(Town.rentQuestion(), Outcome.REFUSED, Refusing.grounds(WHY), nowhere)))
        .isEqualTo("talk-place");
  }

  @Test
  void aTalkThatIsPlannedAlreadyIsTheOneTheLetterWaitsFor() {
    Case planned = Town.told(Town.after(visit().on(Town.rentQuestion(), MOMENT)));

    Case held = Town.after(decide(planned, Outcome.REFUSED, Refusing.grounds(WHY), null));

    assertThat(held.openPromises()).isEqualTo(planned.openPromises());
    assertThat(held.care().talks()).isEqualTo(planned.care().talks());
    assertThat(held.care().intended().promise())
        .isEqualTo(planned.care().talks().planned().get(0).promise());
    assertThat(held.care().intended().asked()).isFalse();
    assertThat(held.pending()).isEmpty();
    assertThat(Town.refusal(decide(planned, Outcome.REFUSED, Refusing.grounds(WHY), WITHOUT)))
        .as("it was not planned for the decision")
        .isEqualTo("talk-open");
  }

  @Test
  void aTalkOfItsOwnThatIsStillToComeIsCalledOffWhenTheySpokeSooner() {
    Case talked =
        Town.told(
            Town.after(
                new Talking(SAMIRA, CaseEvent.Talk.PHONE, "Uitgelegd.", "r1")
                    .on(Town.told(held()), MOMENT)));
    assertThat(talked.care().talks().planned()).hasSize(1);

    Case sent = Town.after(new Sending(SAMIRA, null, null, "r1").on(talked, MOMENT));

    assertThat(sent.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(invitation(sent).facts()).containsEntry("what", "off");
  }

  @Test
  void whatWasAgreedInATalkIsKeptByNoLetterAndKeepsNoneWaiting() {
    Case held = Town.told(held());
    Case agreed = Town.told(Town.after(agreeing(held).on(held, Town.moment(TOMORROW))));

    Case sent = Town.after(send(agreed, null));

    assertThat(sent.open()).isTrue();
    assertThat(sent.care().intended()).isNull();
    assertThat(sent.openPromises())
        .extracting(Promise::kind)
        .containsExactly(PromiseKind.UNDERTAKING);
    assertThat(closed(sent).facts())
        .containsEntry("outcome", "REFUSED")
        .doesNotContainKey("askHelped")
        .hasEntrySatisfying("agreed", lines -> assertThat(lines).contains("Ik stuur de folder"));
    assertThat(sent.happened(CaseEvent.Closed.class)).isEmpty();
    Promise open = sent.openPromises().get(0);
    Case done =
        Town.told(
            Town.after(
                new Fulfilling(open.id(), Fulfilling.What.DONE, "Gestuurd.", SAMIRA)
                    .on(Town.told(sent), Town.moment(TOMORROW))));
    assertThat(Town.after(new Closing(SAMIRA, Outcome.ANSWERED, "", "r1").on(done, MOMENT)).open())
        .isFalse();
  }

  @Test
  void theLetterStaysPromisedUntilItGoes() {
    Case held = Town.told(held());
    Promise answer = held.openPromises().get(0);

    Case talked = Town.told(Town.after(plain(held).on(held, Town.moment(TOMORROW))));
    assertThat(talked.openPromises()).as("by the talk alone").containsExactly(answer);
    assertThat(talked.wakeAt()).isNotNull();
    Case sent = Town.after(send(talked, null));
    assertThat(sent.promise(answer.id()).orElseThrow().state()).isEqualTo(Promise.State.KEPT);

    Case nothing =
        Town.told(
            Town.after(
                new Talking(SAMIRA, CaseEvent.Talk.PHONE, "Gebeld.", "r1")
                    .on(Town.rentQuestion(), MOMENT)));
    assertThat(nothing.openPromises()).isEmpty();
    Case again = Town.after(decide(nothing, Outcome.REFUSED, Refusing.grounds(WHY), VISIT));
    assertThat(again.openPromises())
        .extracting(Promise::kind)
        .containsExactlyInAnyOrder(PromiseKind.TALK, PromiseKind.DECISION);
  }

  private static PuttingDown plain(Case planned) {
    return new PuttingDown(
        planned.care().talks().planned().get(0).uid(),
        CaseEvent.Talk.VISIT,
        "Samira en Jan",
        "Uitgelegd.",
        "",
        List.of(),
        List.of(),
        "r1",
        SAMIRA);
  }

  @Test
  void whatPolicyOwesIsAnsweredAndNotDecided() {
    Draft draft = new Draft(Town.rentQuestion(), MOMENT);
    draft.care(draft.care().with(new Policy("hoge-lasten", 0)));
    Case policy = Town.after(draft.done());
    assertThat(Town.refusal(decide(policy, Outcome.REFUSED, Refusing.grounds(WHY), VISIT)))
        .isEqualTo("friction-answer");
  }

  private static Inviting visit() {
    return new Inviting(
        CaseEvent.Talk.VISIT, TOMORROW, null, "Kerkstraat 1", "Uw huur", null, "", SAMIRA);
  }

  static PuttingDown agreeing(Case planned) {
    return new PuttingDown(
        planned.care().talks().planned().get(0).uid(),
        CaseEvent.Talk.VISIT,
        "Samira en Jan",
        "Uitgelegd.",
        "",
        List.of(new PuttingDown.Agreement("Ik stuur de folder", TOMORROW.plus(Duration.ofDays(3)))),
        List.of(),
        "r1",
        SAMIRA);
  }

  private static Notice invitation(Case one) {
    List<Notice> all =
        one.pending().stream()
            .map(entry -> entry.notice())
            .filter(notice -> notice.kind() == Notice.Kind.APPOINTMENT)
            .toList();
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  @Test
  void afterTheTalkOneKeySendsIt() {
    Case held = held();
    Case talked =
        Town.after(
            new Talking(SAMIRA, CaseEvent.Talk.VISIT, "Uitgelegd.", "r1")
                .on(Town.told(held), Town.moment(TOMORROW)));
    assertThat(talked.openPromises())
        .as("the talk is kept")
        .extracting(Promise::kind)
        .containsExactly(PromiseKind.ANSWER);

    Case sent = Town.after(send(Town.told(talked), null));

    assertThat(sent.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(sent.care().intended()).isNull();
    CaseEvent.Decided decided = sent.happened(CaseEvent.Decided.class).findFirst().orElseThrow();
    assertThat(decided.spoken()).isTrue();
    assertThat(decided.why()).isNull();
    assertThat(closed(sent).facts())
        .containsEntry("explanation", WHY)
        .containsEntry("spoken", "yes")
        .containsEntry("alternative", "Vraag het volgend jaar opnieuw.")
        .containsKey("rule");
  }

  @Test
  void withoutATalkItGoesOnlyWithAReasonOnRecordAndTheTalkIsCalledOff() {
    Case held = Town.told(held());

    assertThat(Town.refusal(send(held, "Druk."))).isEqualTo("why-no-talk");
    Case sent = Town.after(send(held, "De inwoner ligt in het ziekenhuis."));

    assertThat(closed(sent).facts()).doesNotContainKey("spoken");
    assertThat(invitation(sent).facts()).as("once").containsEntry("what", "off");
    assertThat(sent.care().talks().planned()).isEmpty();
    assertThat(sent.happened(CaseEvent.Decided.class).findFirst().orElseThrow().why())
        .isEqualTo("De inwoner ligt in het ziekenhuis.");
    assertThat(sent.promises().get(1).state()).isEqualTo(Promise.State.WITHDRAWN);
  }

  @Test
  void itGoesAtOnceWhenTheySpokeAlreadyAndNotWhenTheyDidNot() {
    Case one = Town.rentQuestion();
    First spoken = new First.Spoken();
    Grounds grounds = Refusing.grounds(WHY);
    assertThat(Town.refusal(decide(one, Outcome.PARTLY, grounds, spoken))).isEqualTo("no-talk-yet");
    assertThat(Town.refusal(decide(one, Outcome.PARTLY, grounds, null))).isEqualTo("talk-or-why");

    Case talked =
        Town.after(new Talking(SAMIRA, CaseEvent.Talk.DESK, "Uitgelegd.", "r1").on(one, MOMENT));
    Case sent = Town.after(decide(Town.told(talked), Outcome.PARTLY, grounds, spoken));

    assertThat(sent.outcome()).isEqualTo(Outcome.PARTLY);
    assertThat(sent.happened(CaseEvent.Decided.class).findFirst().orElseThrow().spoken()).isTrue();
  }

  @Test
  void aTalkThatDoesNotHappenClimbsTheLadder() {
    Case held = Town.told(held());

    Case late =
        Town.after(Town.climbing().on(held, Town.moment(TOMORROW.plus(Duration.ofDays(4)))));

    assertThat(late.promises().get(1).steps()).isNotEmpty();
    assertThat(late.care().intended()).as("the letter waits on").isNotNull();
  }

  @Test
  void aCallOnThePhoneIsACallbackSoThatTriesCountAndReachingKeepsIt() {
    First call = new First.Planned(CaseEvent.Talk.PHONE, TOMORROW, null, null);
    Grounds grounds = Refusing.grounds(WHY);
    assertThat(Town.refusal(decide(Town.rentQuestion(), Outcome.REFUSED, grounds, call)))
        .isEqualTo("phone-needed");

    First with = new First.Planned(CaseEvent.Talk.PHONE, TOMORROW, null, "+31612345678");
    Case held = Town.after(decide(Town.rentQuestion(), Outcome.REFUSED, grounds, with));
    Promise talk = held.openPromises().get(1);
    assertThat(talk.kind()).isEqualTo(PromiseKind.CALLBACK);
    Attempting reached = new Attempting(talk.id(), SAMIRA, Attempt.Outcome.REACHED, "", "r1");
    Case called = Town.after(reached.on(Town.told(held), Town.moment(TOMORROW)));
    assertThat(Town.after(send(Town.told(called), null)).outcome()).isEqualTo(Outcome.REFUSED);
  }

  @Test
  void aCallTheCitizenAskedForThemselvesIsNotCalledOffByALetter() {
    Case asked =
        Town.told(
            Town.after(
                new Requesting("+31612345678", "huur", "", "citizen")
                    .on(Town.rentQuestion(), MOMENT)));
    First call = new First.Planned(CaseEvent.Talk.PHONE, TOMORROW, null, null);
    Case held = Town.after(decide(asked, Outcome.REFUSED, Refusing.grounds(WHY), call));

    assertThat(held.openPromises()).as("one call").hasSize(2);
    assertThat(Town.refusal(send(Town.told(held), "De inwoner wil het eerst lezen.")))
        .isEqualTo("callback-open");
  }

  @Test
  void whoeverIsResponsibleChangesItAndHistorySaysWhoWroteWhat() {
    Case held = Town.told(held());
    Case moved =
        Town.told(
            Town.after(new Reassigning("jan.devries", SAMIRA, "handover", "").on(held, MOMENT)));
    assertThat(moved.care().intended()).as("goes with it").isNotNull();
    Grounds other = Refusing.grounds("U verdient 3.100 euro; de grens ligt op 2.700 euro.");
    Case changed =
        Town.after(
            new Deciding("jan.devries", Outcome.PARTLY, other, null, null, "r1").on(moved, MOMENT));

    assertThat(changed.care().intended().by()).isEqualTo("jan.devries");
    assertThat(changed.care().intended().outcome()).isEqualTo(Outcome.PARTLY);
    assertThat(changed.happened(CaseEvent.DecisionHeld.class))
        .extracting(CaseEvent.DecisionHeld::by)
        .containsExactly(SAMIRA);
    assertThat(changed.happened(CaseEvent.DecisionChanged.class))
        .extracting(CaseEvent.DecisionChanged::by)
        .containsExactly("jan.devries");
    assertThat(changed.openPromises()).hasSameSizeAs(moved.openPromises());
  }

  @Test
  void takenBackTheTalkStandsAsItWasPromised() {
    Case held = Town.told(held());

    Case back = Town.after(new TakingBack(SAMIRA).on(held, MOMENT));

    assertThat(back.care().intended()).isNull();
    assertThat(back.openPromises()).isEqualTo(held.openPromises());
    assertThat(Town.refusal(new TakingBack(SAMIRA).on(back, MOMENT))).isEqualTo("no-decision");
    assertThat(Town.refusal(send(back, null))).isEqualTo("no-decision");
  }

  @Test
  void aMessageThatCameSinceIsReadFirst() {
    Case held = Town.told(held());
    Case wrote =
        Town.after(
            new Receiving(Town.arrival("r2", Town.JAN, null), Town.ANSWERS).on(held, MOMENT));

    assertThat(wrote.care().intended()).isNotNull();
    assertThat(Town.refusal(send(Town.told(wrote), "De inwoner wil het eerst lezen.")))
        .isEqualTo("newer-message");
  }

  @Test
  void whatTheLawCallsADecisionCarriesTheObjectionWithItsLastDay() {
    Case formal =
        Town.told(
            Town.after(new Classing(SAMIRA, LegalClass.FORMAL).on(Town.rentQuestion(), MOMENT)));
    Grounds noAlternative = Grounds.because(WHY).restingOn("De inkomensgrens.", null);

    Case sent = Town.after(decide(formal, Outcome.REFUSED, noAlternative, WITHOUT));

    // Six weeks after Monday 1 June is Monday 13 July, which counts whole.
    assertThat(closed(sent).facts().get("objection")).startsWith("2026-07-13T21:59");
    assertThat(closed(sent).facts()).doesNotContainKey("appeal");
    Case objection =
        Town.after(decide(formal, Outcome.REFUSED, noAlternative.appealing(true), WITHOUT));
    assertThat(closed(objection).facts())
        .as("after an objection the court decides")
        .containsEntry("appeal", "yes")
        .containsKey("objection");
    Case question =
        Town.after(decide(Town.rentQuestion(), Outcome.REFUSED, Refusing.grounds(WHY), WITHOUT));
    assertThat(closed(question).facts()).doesNotContainKey("objection");
  }

  @Test
  void notNowSaysWhatMayChangeAndNeedsNoTalk() {
    Case one = Town.rentQuestion();
    Grounds bare = Grounds.because("Het geld voor dakisolatie is dit jaar op.");

    assertThat(Town.refusal(decide(one, Outcome.NOT_NOW, bare, null))).isEqualTo("changes-needed");
    Case sent =
        Town.after(
            decide(one, Outcome.NOT_NOW, bare.until("In januari komt er nieuw geld."), null));

    assertThat(sent.outcome()).isEqualTo(Outcome.NOT_NOW);
    assertThat(closed(sent).facts()).containsEntry("changes", "In januari komt er nieuw geld.");
  }

  @Test
  void aDecisionThatWaitsGoesAlongWhenItsCaseIsJoinedToAnother() {
    Case into = question("222222222");
    Case held = Town.told(held());
    Moment tomorrow = Town.moment(TOMORROW);
    assertThat(Town.refusal(new GoingOver(Town.told(held()), SAMIRA, true).on(held2(), MOMENT)))
        .as("somebody says first what becomes of the one")
        .isEqualTo("two-decisions");

    Case claimed = Town.told(Town.after(new GoingOver(into, SAMIRA, true).on(held, MOMENT)));
    Case taken = Town.told(Town.after(new TakingIn(claimed, SAMIRA).on(into, MOMENT)));

    Intended here = taken.care().intended();
    assertThat(here.grounds()).isEqualTo(held.care().intended().grounds());
    assertThat(taken.promise(here.promise()).orElseThrow().open()).isTrue();
    assertThat(taken.promise(here.promise()).orElseThrow().due())
        .isEqualTo(held.promise(held.care().intended().promise()).orElseThrow().due());
    assertThat(here.spoken(taken)).isFalse();
    Case gone = Town.after(new Moved(SAMIRA).on(claimed, MOMENT));
    assertThat(gone.care().intended()).isNull();
    Case talked = Town.told(Town.after(plain(taken).on(taken, tomorrow)));
    assertThat(Town.after(send(talked, null)).outcome()).isEqualTo(Outcome.REFUSED);

    Case first = Town.told(Town.after(plain(held).on(held, tomorrow)));
    Case after =
        Town.after(
            new TakingIn(Town.after(new GoingOver(into, SAMIRA, true).on(first, tomorrow)), SAMIRA)
                .on(into, tomorrow));
    assertThat(after.care().intended().spoken(after)).as("in the other case").isTrue();
    assertThat(Town.after(send(Town.told(after), null)).outcome()).isEqualTo(Outcome.REFUSED);
  }

  private static Case held2() {
    Case other = question("222222222");
    return Town.told(Town.after(decide(other, Outcome.REFUSED, Refusing.grounds(WHY), VISIT)));
  }

  private static Case question(String number) {
    return new Opening(
            Town.arrival("r1", Town.JAN, null),
            Town.opening(Town.JAN, SAMIRA, null).route(),
            "Huur",
            "c1",
            false)
        .as(number, MOMENT)
        .opened();
  }

  @Test
  void grantedAfterAllTheDecisionThatWaitedIsOnRecordAsTakenBack() {
    Case held = Town.told(held());
    String talk = held.care().intended().promise();
    Case free = Town.told(Town.after(new CallingOff(talk, "Toch ja.", SAMIRA).on(held, MOMENT)));
    Case granted =
        Town.after(new Closing(SAMIRA, Outcome.GRANTED, "Toch toegekend.", "r1").on(free, MOMENT));

    assertThat(granted.care().intended()).isNull();
    assertThat(granted.happened(CaseEvent.DecisionTakenBack.class)).hasSize(1);
  }

  private static Case held() {
    return Town.after(decide(Town.rentQuestion(), Outcome.REFUSED, Refusing.grounds(WHY), VISIT));
  }

  private static Decision decide(Case one, Outcome outcome, Grounds grounds, First first) {
    return new Deciding(SAMIRA, outcome, grounds, first, null, "r1").on(one, MOMENT);
  }

  private static Decision send(Case one, String why) {
    return new Sending(SAMIRA, why, null, "r1")
        .on(one, Town.moment(TOMORROW.plus(Duration.ofHours(1))));
  }

  static Notice closed(Case one) {
    return one.pending().stream()
        .map(entry -> entry.notice())
        .filter(notice -> notice.kind() == Notice.Kind.CLOSED)
        .findFirst()
        .orElseThrow(() -> new AssertionError(List.of(one.pending()) + "" + Map.of()));
  }
}
