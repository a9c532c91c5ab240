package nl.aanspreekpunt.casework;

import static nl.aanspreekpunt.casework.Town.JAN;
import static nl.aanspreekpunt.casework.Town.MONDAY_TEN;
import static nl.aanspreekpunt.casework.Town.after;
import static nl.aanspreekpunt.casework.Town.at;
import static nl.aanspreekpunt.casework.Town.moment;
import static nl.aanspreekpunt.casework.Town.refusal;
import static nl.aanspreekpunt.casework.Town.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.casework.talk.CallingOff;
import nl.aanspreekpunt.casework.talk.Cautioning;
import nl.aanspreekpunt.casework.talk.Fulfilling;
import nl.aanspreekpunt.casework.talk.Hushing;
import nl.aanspreekpunt.casework.talk.Inviting;
import nl.aanspreekpunt.casework.talk.NotSuiting;
import nl.aanspreekpunt.casework.talk.ProposedTalks;
import nl.aanspreekpunt.casework.talk.PuttingDown;
import nl.aanspreekpunt.casework.talk.Rescheduling;
import nl.aanspreekpunt.casework.talk.TalkSigns;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.official.TalkSettings;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Attempt;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.promise.TalkTimes;
import org.junit.jupiter.api.Test;

/** Talks: when they are proposed, planned, moved, called off and held. */
class TalkTest {
  private static final String SAMIRA = "samira.elamrani";
  private static final Instant THURSDAY_TEN = at("2026-06-04T10:00");
  private static final CaseEvent.Talk VISIT = CaseEvent.Talk.VISIT;
  private static final Arrival.Heard ANGRY =
      new Arrival.Heard(List.of("klopt niet"), List.of("ben het zat"), List.of(), List.of());
  private int messages = 1;

  private Case wrote(Case one, Instant when, Arrival.Heard heard) {
    Arrival arrival = Town.hearing(Town.arrival("m" + ++messages, JAN, null), heard);
    return told(after(new Receiving(arrival, Town.ANSWERS).on(one, moment(when))));
  }

  private static Case replied(Case one, Instant when) {
    return told(
        after(
            new Replying(SAMIRA, "Dag Jan.", null, one.lastReceived(), Map.of())
                .on(one, moment(when))));
  }

  private static List<TalkSigns.Kind> signs(Case one) {
    return TalkSigns.of(one, TalkSettings.USUAL).stream().map(TalkSigns.Sign::kind).toList();
  }

  private static Inviting visit() {
    return new Inviting(
        VISIT, THURSDAY_TEN, null, "Kerkstraat 1", "De schimmel", null, "Grote hond", SAMIRA);
  }

  private static Case planned() {
    return told(after(visit().on(Town.rentQuestion(), moment(MONDAY_TEN))));
  }

  private static PuttingDown down(String uid, PuttingDown.Agreement... agreed) {
    return new PuttingDown(
        uid,
        VISIT,
        "Samira en Jan",
        "Schimmel in de slaapkamer.",
        "Jan zet het raam open.",
        List.of(agreed),
        List.of(),
        "r1",
        SAMIRA);
  }

  private static List<Notice> notices(Case one, Notice.Kind kind) {
    return one.pending().stream()
        .map(entry -> entry.notice())
        .filter(notice -> notice.kind() == kind)
        .toList();
  }

  @Test
  void threeMessagesBackAndForthAThirdOfficialADoubtedAnswerAndPlainWordsEachTellThatATalkIsDue() {
    Case one = Town.rentQuestion();
    assertThat(signs(one)).isEmpty();
    one = wrote(one, at("2026-06-01T11:00"), ANGRY);
    assertThat(signs(one)).as("nothing was answered yet").containsExactly(TalkSigns.Kind.UPSET);
    one = replied(one, at("2026-06-01T12:00"));
    one = wrote(one, at("2026-06-01T13:00"), ANGRY);
    assertThat(signs(one))
        .containsExactly(TalkSigns.Kind.UPSET, TalkSigns.Kind.DOUBT, TalkSigns.Kind.MESSAGES);
    one =
        told(
            after(
                new Reassigning("jan.devries", "x", "handover", "").on(one, moment(THURSDAY_TEN))));
    one =
        told(
            after(
                new Reassigning("ravi.ramdin", "x", "handover", "").on(one, moment(THURSDAY_TEN))));
    assertThat(signs(one)).contains(TalkSigns.Kind.THIRD);
    assertThat(TalkSigns.of(one, TalkSettings.USUAL).get(0).words()).containsExactly("ben het zat");
    assertThat(TalkSigns.of(one, new TalkSettings(true, false)))
        .extracting(TalkSigns.Sign::kind)
        .doesNotContain(TalkSigns.Kind.UPSET, TalkSigns.Kind.DOUBT);
    assertThat(TalkSigns.of(one, new TalkSettings(false, false))).isEmpty();
  }

  @Test
  void whoWritesThatTheyDoNotWantToLiveIsCalledTodayWhateverIsPlannedOrWasSaidBefore() {
    Arrival.Heard despair =
        new Arrival.Heard(List.of(), List.of(), List.of("wil niet meer leven"), List.of());
    Case hushed = told(after(new Hushing(true, SAMIRA).on(planned(), moment(MONDAY_TEN))));

    Case one = wrote(hushed, at("2026-06-01T11:00"), despair);

    assertThat(signs(one)).containsExactly(TalkSigns.Kind.DESPAIR);
    assertThat(TalkSigns.of(one, TalkSettings.USUAL).get(0).words())
        .containsExactly("wil niet meer leven");
    assertThat(TalkSigns.of(one, new TalkSettings(true, false))).as("off for the town").isEmpty();
    Case talked =
        after(
            new Talking(SAMIRA, CaseEvent.Talk.PHONE, "Gebeld.", one.lastReceived())
                .on(one, moment(at("2026-06-01T11:30"))));
    assertThat(signs(talked)).isEmpty();
  }

  @Test
  void whatToBeCarefulOfIsNotedAlsoOnceTheVisitIsPlanned() {
    Case one = planned();
    assertThat(refusal(new Cautioning(" ", SAMIRA).on(one, moment(MONDAY_TEN))))
        .isEqualTo("caution-needed");

    Case noted = after(new Cautioning("Steile trap", SAMIRA).on(one, moment(MONDAY_TEN)));

    assertThat(noted.care().talks().cautions())
        .extracting(Talks.Caution::words)
        .containsExactly("Grote hond", "Steile trap");
    assertThat(noted.pending()).as("nobody is told").isEmpty();
    assertThat(refusal(new Cautioning("Hond", SAMIRA).on(Town.rentQuestion(), moment(MONDAY_TEN))))
        .isEqualTo("no-such-talk");
  }

  @Test
  void aTalkClearsTheSignsAndAnOfficialSwitchesThemOffHereAndOnAgain() {
    Case one = wrote(Town.rentQuestion(), at("2026-06-01T11:00"), ANGRY);
    Case hushed = told(after(new Hushing(true, SAMIRA).on(one, moment(MONDAY_TEN))));
    assertThat(signs(hushed)).isEmpty();
    Case again = told(after(new Hushing(false, SAMIRA).on(hushed, moment(MONDAY_TEN))));
    assertThat(signs(again)).isNotEmpty();
    assertThat(new Hushing(false, SAMIRA).on(again, moment(MONDAY_TEN)))
        .isInstanceOf(Decision.Unchanged.class);

    Case talked =
        after(
            new Talking(SAMIRA, CaseEvent.Talk.DESK, "Uitgelegd.", one.lastReceived())
                .on(again, moment(MONDAY_TEN)));
    assertThat(signs(talked)).isEmpty();
    assertThat(talked.care().talks().written()).isZero();
  }

  @Test
  void aPlannedTalkIsAPromiseAndBothGetAnInvitationWithoutWhatToBeCarefulOf() {
    Case one = after(visit().on(Town.rentQuestion(), moment(MONDAY_TEN)));

    Promise promise = one.openPromises().get(1);
    assertThat(promise.kind()).isEqualTo(PromiseKind.TALK);
    assertThat(promise.due()).isEqualTo(at("2026-06-04T12:00"));
    Appointment talk = one.care().talks().planned().get(0);
    assertThat(talk.until()).isEqualTo(at("2026-06-04T11:00"));
    assertThat(one.care().talks().cautions())
        .extracting(Talks.Caution::words)
        .containsExactly("Grote hond");
    Notice citizen = notices(one, Notice.Kind.APPOINTMENT).get(0);
    Notice official = notices(one, Notice.Kind.AGENDA).get(0);
    assertThat(citizen.to()).isEqualTo(JAN.value());
    assertThat(citizen.facts())
        .containsEntry("place", "Kerkstraat 1")
        .containsEntry("sequence", "0");
    assertThat(official.official()).isEqualTo(SAMIRA);
    assertThat(official.facts()).doesNotContainKey("place").doesNotContainKey("about");
    assertThat(one.pending().toString() + one.events()).doesNotContain("Grote hond");
    assertThat(signs(one)).isEmpty();
    assertThat(visit().on(told(one), moment(MONDAY_TEN))).isInstanceOf(Decision.Unchanged.class);
  }

  @Test
  void whatCannotBeIsSaidWithTheField() {
    Case one = Town.rentQuestion();
    Moment now = moment(MONDAY_TEN);
    Inviting past = new Inviting(VISIT, MONDAY_TEN, null, "Hier", "", null, "", SAMIRA);
    Inviting nowhere = new Inviting(VISIT, THURSDAY_TEN, null, " ", "", null, "", SAMIRA);
    Inviting sunday =
        new Inviting(VISIT, at("2026-06-07T10:00"), null, "Hier", "", null, "", SAMIRA);
    Inviting call =
        new Inviting(CaseEvent.Talk.PHONE, THURSDAY_TEN, null, "", "", null, "", SAMIRA);
    assertThat(refusal(past.on(one, now))).isEqualTo("talk-to-come");
    assertThat(refusal(nowhere.on(one, now))).isEqualTo("talk-place");
    assertThat(refusal(sunday.on(one, now))).isEqualTo("talk-off-day");
    assertThat(refusal(call.on(one, now))).isEqualTo("phone-needed");
    assertThat(refusal(visit().on(one, moment(MONDAY_TEN, Town.away(SAMIRA, MONDAY_TEN)))))
        .isEqualTo("talk-off-day");
    Inviting other =
        new Inviting(VISIT, at("2026-06-05T10:00"), null, "Hier", "", null, "", SAMIRA);
    assertThat(refusal(other.on(planned(), now))).isEqualTo("talk-planned");
    assertThat(refusal(down("no").on(planned(), now))).isEqualTo("no-such-talk");
    assertThat(refusal(new CallingOff("no", "Ziek", SAMIRA).on(planned(), now)))
        .isEqualTo("no-such-talk");
    assertThat(refusal(new Closing(SAMIRA, Outcome.ANSWERED, "", "r1").on(planned(), now)))
        .isEqualTo("talk-open");
    String id = planned().care().talks().planned().get(0).promise();
    assertThat(
            refusal(
                new Renewing(id, SAMIRA, at("2026-06-08T10:00"), true, "Later").on(planned(), now)))
        .isEqualTo("talk-moves");
  }

  @Test
  void itMovesUnderTheSameNameWithAHigherSequenceAndIsCalledOff() {
    Case one = planned();
    String uid = one.care().talks().planned().get(0).uid();
    Instant friday = at("2026-06-05T14:00");
    Case moved =
        after(
            new Rescheduling(uid, friday, null, null, "Eerder bezet", SAMIRA)
                .on(one, moment(MONDAY_TEN)));
    Map<String, String> facts = notices(moved, Notice.Kind.APPOINTMENT).get(0).facts();
    assertThat(facts)
        .containsEntry("what", "moved")
        .containsEntry("uid", uid)
        .containsEntry("sequence", "1")
        .containsEntry("place", "Kerkstraat 1")
        .containsEntry("reason", "Eerder bezet");
    assertThat(moved.openPromises().get(1).due()).isEqualTo(at("2026-06-05T16:00"));

    Case off = after(new CallingOff(uid, "Opgelost", SAMIRA).on(told(moved), moment(MONDAY_TEN)));
    assertThat(notices(off, Notice.Kind.APPOINTMENT).get(0).facts())
        .containsEntry("what", "off")
        .containsEntry("uid", uid)
        .containsEntry("sequence", "2");
    assertThat(notices(off, Notice.Kind.AGENDA)).hasSize(1);
    assertThat(off.care().talks().planned()).isEmpty();
    assertThat(off.openPromises()).extracting(Promise::kind).containsExactly(PromiseKind.ANSWER);
  }

  @Test
  void whoTakesOverComesAndAllThreeHearSo() {
    Case one =
        after(
            new Reassigning("jan.devries", "x", "handover", "").on(planned(), moment(MONDAY_TEN)));

    assertThat(notices(one, Notice.Kind.APPOINTMENT).get(0).facts()).containsEntry("what", "other");
    assertThat(notices(one, Notice.Kind.APPOINTMENT).get(0).official()).isEqualTo("jan.devries");
    assertThat(notices(one, Notice.Kind.AGENDA))
        .extracting(notice -> notice.official() + " " + notice.facts().get("what"))
        .containsExactlyInAnyOrder(SAMIRA + " off", "jan.devries other");
    assertThat(one.care().talks().planned().get(0).official()).isEqualTo("jan.devries");
  }

  @Test
  void whoActsForADayDoesNotComeToATalkAfterIt() {
    Case one = planned();
    var away =
        new nl.aanspreekpunt.official.Absence(
            SAMIRA, MONDAY_TEN, at("2026-06-02T18:00"), "jan.devries", "ziek", "test");
    Case acted =
        told(
            after(
                new Covering("jan.devries", "absence", null)
                    .on(one, moment(MONDAY_TEN.plusSeconds(60), away))));
    assertThat(acted.care().talks().planned().get(0).official()).isEqualTo(SAMIRA);
    var sick = Town.away(SAMIRA, at("2026-06-03T08:00"));
    Case ill =
        after(
            new Covering("jan.devries", "absence", null)
                .on(one, moment(at("2026-06-03T09:00"), sick)));
    assertThat(ill.care().talks().planned().get(0).official()).isNotEqualTo(SAMIRA);
    assertThat(notices(ill, Notice.Kind.APPOINTMENT)).hasSize(1);
  }

  @Test
  void itDoesNotSuitSaysOnlyWhoWasInvited() {
    Case one = planned();
    String promise = one.care().talks().planned().get(0).promise();
    Address other = new Address(Address.Kind.EMAIL, "x@burger.example");
    assertThat(refusal(new NotSuiting(promise, "Vrijdag wel", other).on(one, moment(MONDAY_TEN))))
        .isEqualTo("no-such-talk");
    Case said = after(new NotSuiting(promise, "Vrijdag wel", JAN).on(one, moment(MONDAY_TEN)));
    assertThat(said.care().talks().planned().get(0).unsuited()).isEqualTo("Vrijdag wel");
    assertThat(said.pending()).hasSize(1);
    assertThat(new ProposedTalks(said, List.of(), moment(MONDAY_TEN)).times(VISIT))
        .extracting(TalkTimes.Proposal::from)
        .first()
        .asString()
        .startsWith("2026-06-05");
  }

  @Test
  void whatWasAgreedIsPromisedEachAndTheCitizenGetsItInWriting() {
    Case one = planned();
    String uid = one.care().talks().planned().get(0).uid();
    Instant due = at("2026-06-12T17:00");
    Case held =
        after(
            down(uid, new PuttingDown.Agreement("Ik stuur de aannemer", due))
                .on(one, moment(at("2026-06-04T10:50"))));

    assertThat(held.care().talks().planned()).isEmpty();
    assertThat(held.events()).anyMatch(CaseEvent::conversation);
    assertThat(held.openPromises()).hasSize(1);
    Promise agreed = held.openPromises().get(0);
    assertThat(agreed.kind()).isEqualTo(PromiseKind.UNDERTAKING);
    assertThat(agreed.said()).isEqualTo("Ik stuur de aannemer");
    assertThat(notices(held, Notice.Kind.AGREEMENT).get(0).facts())
        .containsEntry("agreed", due + " Ik stuur de aannemer")
        .containsEntry("theirs", "Jan zet het raam open.");
    assertThat(refusal(new Closing(SAMIRA, Outcome.ANSWERED, "", "r1").on(told(held), moment(due))))
        .isEqualTo("agreement-open");

    Fulfilling done = new Fulfilling(agreed.id(), Fulfilling.What.DONE, "Hij komt maandag", SAMIRA);
    Case kept = after(done.on(told(held), moment(due)));
    assertThat(kept.openPromises()).isEmpty();
    assertThat(notices(kept, Notice.Kind.AGREEMENT).get(0).facts())
        .containsEntry("what", "done")
        .containsEntry("reason", "Hij komt maandag");
    Fulfilling back = new Fulfilling(agreed.id(), Fulfilling.What.AGAIN, "", SAMIRA);
    assertThat(after(back.on(told(kept), moment(due))).openPromises()).hasSize(1);
  }

  @Test
  void aCallThatIsPlannedIsAPromiseToCallAndReachingThemIsTheTalk() {
    Case one =
        after(
            new Inviting(
                    CaseEvent.Talk.PHONE,
                    THURSDAY_TEN,
                    null,
                    "",
                    "Uw huur",
                    "+31612345678",
                    "",
                    SAMIRA)
                .on(Town.rentQuestion(), moment(MONDAY_TEN)));
    Promise call = one.openPromises().get(1);
    assertThat(call.kind()).isEqualTo(PromiseKind.CALLBACK);
    assertThat(call.from()).isEqualTo(THURSDAY_TEN);
    Case reached =
        after(
            new Attempting(call.id(), SAMIRA, Attempt.Outcome.REACHED, "", "r1")
                .on(told(one), moment(THURSDAY_TEN)));
    assertThat(reached.care().talks().planned()).isEmpty();
    assertThat(notices(reached, Notice.Kind.APPOINTMENT)).isEmpty();
    Case withdrawn = after(new Withdrawing(call.id(), "citizen").on(told(one), moment(MONDAY_TEN)));
    assertThat(notices(withdrawn, Notice.Kind.AGENDA).get(0).facts()).containsEntry("what", "off");
  }

  @Test
  void whoCannotBeWrittenToIsCalledToTellAVisitAndACallIsJustMade() {
    Case one = told(Town.opened(Town.LANDLINE, SAMIRA, null).opened());
    Case visited = after(visit().on(one, moment(MONDAY_TEN)));
    assertThat(visited.happened(CaseEvent.HeldBack.class))
        .contains(new CaseEvent.HeldBack(MONDAY_TEN, "APPOINTMENT", "call"));
    assertThat(visited.openPromises()).anyMatch(p -> p.callback() != null);
    Case called =
        after(
            new Inviting(CaseEvent.Talk.PHONE, THURSDAY_TEN, null, "", "", null, "", SAMIRA)
                .on(one, moment(MONDAY_TEN)));
    assertThat(called.openPromises().stream().filter(p -> THURSDAY_TEN.equals(p.from())))
        .hasSize(1);
    assertThat(notices(called, Notice.Kind.APPOINTMENT)).isEmpty();
  }

  @Test
  void aTalkGoesAlongWithACaseThatIsJoinedToAnother() {
    Case one = planned();
    Case other = Town.opened(JAN, "jan.devries", null).opened();
    Case into = withNumber(other, "111111111");
    Case here = after(new TakingIn(one, SAMIRA).on(into, moment(MONDAY_TEN)));
    Appointment talk = here.care().talks().planned().get(0);
    assertThat(talk.uid()).isEqualTo(one.care().talks().planned().get(0).uid());
    assertThat(here.promise(talk.promise()).orElseThrow().kind()).isEqualTo(PromiseKind.TALK);
    assertThat(talk.official()).isEqualTo("jan.devries");
    assertThat(here.care().talks().cautions()).hasSize(1);
  }

  private static Case withNumber(Case one, String number) {
    return Town.opening(JAN, one.official(), null).as(number, moment(MONDAY_TEN)).opened();
  }

  @Test
  void timesAreWhereTheOfficialWorksAndIsFreeAndItSuitsTheCitizen() {
    Case one = Town.rentQuestion();
    Moment now = moment(MONDAY_TEN);
    List<Instant> visits =
        new ProposedTalks(one, List.of(), now)
            .times(VISIT).stream().map(TalkTimes.Proposal::from).toList();
    assertThat(visits).hasSize(3).allMatch(at -> at.isAfter(at("2026-06-02T00:00")));
    Instant first = visits.get(0);
    Case busy =
        told(
            after(
                new Inviting(VISIT, first, null, "Elders", "", null, "", SAMIRA)
                    .on(Town.rentQuestion(), now)));
    assertThat(new ProposedTalks(one, List.of(busy), now).times(VISIT))
        .extracting(TalkTimes.Proposal::from)
        .doesNotContain(first);
    Case asked =
        Town.opened(JAN, SAMIRA, new Arrival.Wish("+31612345678", "", "woensdagmiddag", "citizen"))
            .opened();
    assertThat(new ProposedTalks(asked, List.of(), now).times(VISIT))
        .isNotEmpty()
        .allMatch(TalkTimes.Proposal::suits)
        .allMatch(it -> Duration.between(at("2026-06-03T12:00"), it.from()).toDays() % 7 == 0);
  }
}
