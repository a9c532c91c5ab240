package nl.aanspreekpunt.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.official.Voorbeeldstad;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.promise.WorkingTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The official asks the citizen something, and what was promised waits for the answer. */
class WaitingTest {
  private static final Instant ASKED = Town.at("2026-06-01T15:00");
  private static final Instant SILENT = Town.at("2026-06-15T15:00");
  private static final WorkingTime OFFICE = Voorbeeldstad.directory().clock("wonen");

  private static Case asked() {
    Asking asking = new Asking(reply("Wat is uw adres?", "r1"));
    return Town.told(Town.after(asking.on(Town.rentQuestion(), Town.moment(ASKED))));
  }

  private static Replying reply(String text, String seen) {
    return new Replying("samira.elamrani", text, null, seen, Map.of());
  }

  private static Decision receive(Case before, Arrival arrival, String at) {
    return new Receiving(arrival, Town.ANSWERS).on(before, Town.moment(Town.at(at)));
  }

  private static Instant wake(Case one) {
    return Wake.at(one.openPromises(), one.team(), Voorbeeldstad.directory());
  }

  @Test
  void whatIsAskedIsSentAndThePromiseStandsStill() {
    Case one =
        Town.after(
            new Asking(reply("Wat is uw adres?", "r1"))
                .on(Town.rentQuestion(), Town.moment(ASKED)));

    Promise promise = Town.promise(one, 0);
    assertThat(promise.waits()).isTrue();
    assertThat(promise.due()).isEqualTo(Town.promise(Town.rentQuestion(), 0).due());
    assertThat(one.dueAt()).as("nothing to do before").isEqualTo(SILENT);
    assertThat(one.events())
        .contains(
            new CaseEvent.Waits(
                ASKED, "samira.elamrani", promise.id(), PromiseKind.ANSWER, promise.due(), SILENT));
    assertThat(one.pending()).extracting(e -> e.notice().kind()).containsExactly(Notice.Kind.REPLY);
    assertThat(Town.facts(one, 0))
        .containsEntry("text", "Wat is uw adres?")
        .containsEntry("waitsUntil", SILENT.toString());
  }

  @Test
  void theLadderStandsStillMeanwhile() {
    Case one = asked();

    assertThat(wake(one)).isEqualTo(SILENT);
    assertThat(Town.climbing().on(one, Town.moment(SILENT.minusSeconds(1))))
        .isInstanceOf(Decision.Unchanged.class);
  }

  @Test
  void anAnswerLetsItGoOnLaterByTheOpeningTimeWaited() {
    Instant due = Town.promise(asked(), 0).due();

    Case one = Town.after(receive(asked(), Town.arrival("r2", Town.JAN, null), "2026-06-03T10:00"));

    Promise promise = Town.promise(one, 0);
    assertThat(promise.waits()).isFalse();
    assertThat(promise.due())
        .isEqualTo(OFFICE.shifted(due, ASKED, Town.at("2026-06-03T10:00")))
        .isEqualTo(Town.at("2026-06-04T13:30"));
    assertThat(one.events())
        .anyMatch(e -> e instanceof CaseEvent.WentOn on && on.how().equals("answer"));
    assertThat(one.pending()).hasSize(1);
    assertThat(Town.facts(one, 0)).containsEntry("due", promise.due().toString());
  }

  @Test
  void theLadderHasAsMuchTimeLeftAsBefore() {
    Instant reminder = Town.rentQuestion().wakeAt();

    Case one = Town.after(receive(asked(), Town.arrival("r2", Town.JAN, null), "2026-06-03T10:00"));

    assertThat(wake(one)).isEqualTo(OFFICE.shifted(reminder, ASKED, Town.at("2026-06-03T10:00")));
  }

  @Test
  void aMessageThatIsJoinedToItLetsItGoOn() {
    Moment later = Town.moment(Town.at("2026-06-03T10:00"));
    Route route = Town.opening(Town.JAN, "samira.elamrani", null).route();
    Case other =
        new Opening(Town.arrival("r9", Town.JAN, null), route, "Mijn adres", "c1", false)
            .as("111111111", later)
            .opened();

    Case one = Town.after(new TakingIn(other, "samira.elamrani").on(asked(), later));

    assertThat(Town.promise(one, 0).waits()).isFalse();
    assertThat(one.pending())
        .extracting(e -> e.notice().kind())
        .containsExactly(Notice.Kind.WENT_ON);
  }

  @Test
  void thanksDoNotLetItGoOn() {
    Arrival thanks = Town.courtesy(Town.arrival("r2", Town.JAN, null));

    Case one = Town.after(receive(asked(), thanks, "2026-06-03T10:00"));

    assertThat(Town.promise(one, 0).waits()).isTrue();
    assertThat(one.pending()).as("nor are they answered").isEmpty();
    assertThat(one.promises()).hasSize(1);
    Case answered =
        Town.after(receive(one, Town.arrival("r3", Town.JAN, null), "2026-06-04T10:00"));
    assertThat(Town.promise(answered, 0).waits()).isFalse();
  }

  @Test
  void aMachinesMailDoesNotLetItGoOn() {
    Arrival machine = Town.automatic(Town.arrival("r2", Town.JAN, null));

    assertThat(Town.promise(Town.after(receive(asked(), machine, "2026-06-03T10:00")), 0).waits())
        .isTrue();
  }

  @Test
  void silenceIsPutToTheOfficialAndTheCitizenHearsThatItGoesOn() {
    Case one = Town.after(Town.climbing().on(asked(), Town.moment(SILENT)));

    Promise promise = Town.promise(one, 0);
    assertThat(promise.waits()).isFalse();
    assertThat(promise.due()).isEqualTo(Town.at("2026-06-17T10:00"));
    assertThat(one.pending())
        .extracting(Outgoing::notice)
        .extracting(Notice::kind, notice -> notice.facts().get("what"), Notice::official)
        .containsExactlyInAnyOrder(
            tuple(Notice.Kind.WARNING, "silence", "samira.elamrani"),
            tuple(Notice.Kind.WENT_ON, null, "samira.elamrani"));
    assertThat(one.wakeAt()).as("its notices first").isBeforeOrEqualTo(SILENT);
    assertThat(Town.climbing().on(Town.told(one), Town.moment(SILENT)))
        .isInstanceOf(Decision.Unchanged.class);
  }

  @Test
  void anOfficialLetsItGoOnWhoHasTheAnswerAnotherWay() {
    String id = Town.promise(asked(), 0).id();
    GoingOn going = new GoingOn(id, "samira.elamrani", null);

    Case one = Town.after(going.on(asked(), Town.moment(Town.at("2026-06-02T10:00"))));

    assertThat(Town.promise(one, 0).due()).isEqualTo(Town.at("2026-06-03T13:30"));
    assertThat(Town.facts(one, 0)).containsEntry("how", "official");
    assertThat(Town.refusal(going.on(one, Town.moment(Town.at("2026-06-02T11:00")))))
        .isEqualTo("does-not-wait");
  }

  /** Jan called about his rent, from where nothing can be written to; a clerk put it down. */
  private static Case called(Arrival.Wish wish) {
    return Town.opened(Town.LANDLINE, "samira.elamrani", wish).opened();
  }

  private static Case askedOnThePhone() {
    AskingByPhone asking = new AskingByPhone("samira.elamrani", "Wat is uw adres?", null, "r1");
    return Town.told(Town.after(asking.on(called(null), Town.moment(ASKED))));
  }

  @Test
  void whoCanOnlyBeCalledIsAskedOnThePhoneAndThePromiseStandsStill() {
    Case one = askedOnThePhone();

    Promise promise = Town.promise(one, 0);
    assertThat(promise.waits()).isTrue();
    assertThat(promise.due()).isEqualTo(Town.promise(called(null), 0).due());
    assertThat(wake(one)).isEqualTo(SILENT);
    assertThat(AskingByPhone.until(called(null), Town.moment(ASKED))).isEqualTo(SILENT);
    assertThat(one.events())
        .contains(
            new CaseEvent.Talked(
                ASKED, "samira.elamrani", CaseEvent.Talk.PHONE, "Wat is uw adres?"),
            new CaseEvent.Waits(
                ASKED, "samira.elamrani", promise.id(), PromiseKind.ANSWER, promise.due(), SILENT));
    assertThat(Town.promise(one, 1).state())
        .as("the call to tell who helps is made with it")
        .isEqualTo(Promise.State.KEPT);
    assertThat(one.openPromises()).hasSize(1);
    assertThat(one.met()).contains("samira.elamrani");
  }

  @Test
  void aCallThatWasAskedForIsKeptByTheQuestionAndTheAnswerWaits() {
    Requesting call = new Requesting("+31201234567", "", "", "citizen");
    Case one = Town.told(Town.after(call.on(called(null), Town.moment(Town.MONDAY_TEN))));
    AskingByPhone asking = new AskingByPhone("samira.elamrani", "Wat is uw adres?", null, "r1");

    Case asked = Town.after(asking.on(one, Town.moment(ASKED)));

    assertThat(Town.promise(asked, 0).waits()).isTrue();
    assertThat(Town.promise(asked, 1).state()).isEqualTo(Promise.State.KEPT);
    Case wish = called(new Arrival.Wish("+31201234567", "", "", "citizen"));
    assertThat(Town.refusal(asking.on(wish, Town.moment(ASKED)))).isEqualTo("nothing-can-wait");
  }

  @Test
  void whatAClerkPutsDownOfWhoCallsBackLetsItGoOn() {
    Case one =
        Town.after(
            receive(
                askedOnThePhone(), Town.arrival("r2", Town.LANDLINE, null), "2026-06-03T10:00"));

    assertThat(Town.promise(one, 0).waits()).isFalse();
    assertThat(Town.promise(one, 0).due())
        .isEqualTo(
            OFFICE.shifted(
                Town.promise(called(null), 0).due(), ASKED, Town.at("2026-06-03T10:00")));
  }

  @Test
  void whatIsAnsweredOnThePhoneLetsItGoOnAndIsToldThere() {
    String id = Town.promise(askedOnThePhone(), 0).id();
    Moment later = Town.moment(Town.at("2026-06-02T10:00"));

    Case told =
        Town.after(new GoingOn(id, "samira.elamrani", "Laan 1").on(askedOnThePhone(), later));
    Case silent = Town.after(new GoingOn(id, "samira.elamrani", null).on(askedOnThePhone(), later));

    assertThat(Town.promise(told, 0).due()).isEqualTo(Town.at("2026-06-03T13:30"));
    assertThat(told.events())
        .contains(
            new CaseEvent.Talked(later.now(), "samira.elamrani", CaseEvent.Talk.PHONE, "Laan 1"));
    assertThat(told.openPromises()).hasSize(1);
    assertThat(silent.openPromises())
        .as("who was not spoken with is to be called")
        .extracting(Promise::kind)
        .containsExactly(PromiseKind.ANSWER, PromiseKind.CALLBACK);
    Case written = Town.after(new GoingOn(id, "samira.elamrani", "Laan 1").on(asked(), later));
    assertThat(Town.facts(written, 0)).containsEntry("how", "answer");
  }

  @Test
  void silenceAfterAQuestionOnThePhoneIsPutToTheOfficialWhoIsToCall() {
    Case one = Town.after(Town.climbing().on(askedOnThePhone(), Town.moment(SILENT)));

    assertThat(Town.promise(one, 0).waits()).isFalse();
    assertThat(one.pending())
        .extracting(e -> e.notice().kind())
        .containsExactly(Notice.Kind.WARNING);
    assertThat(Town.promise(one, 2).callback().reason()).isEqualTo("tell:WENT_ON");
  }

  @ParameterizedTest
  @CsvSource({
    "'', r1, text-needed",
    "Wat is uw adres?, r0, newer-message",
  })
  void aQuestionOnThePhoneIsRefusedWithoutWordsOrUnread(String text, String seen, String code) {
    AskingByPhone asking = new AskingByPhone("samira.elamrani", text, null, seen);

    assertThat(Town.refusal(asking.on(called(null), Town.moment(ASKED)))).isEqualTo(code);
  }

  @Test
  void whoCanBeWrittenToIsAskedInWriting() {
    AskingByPhone asking = new AskingByPhone("samira.elamrani", "Welk adres?", null, "r1");

    assertThat(AskingByPhone.only(Town.rentQuestion())).isFalse();
    assertThat(Town.refusal(asking.on(Town.rentQuestion(), Town.moment(ASKED))))
        .isEqualTo("ask-in-writing");
  }

  @Test
  void askedAgainItWaitsOnAndCountsFromTheFirstQuestion() {
    Asking again = new Asking(reply("En uw huisnummer?", "r1"));
    Case one = Town.told(Town.after(again.on(asked(), Town.moment(Town.at("2026-06-08T15:00")))));

    assertThat(Town.promise(one, 0).moves().pauses()).hasSize(1);
    assertThat(wake(one)).isEqualTo(Town.at("2026-06-22T15:00"));
    Case on = Town.after(receive(one, Town.arrival("r2", Town.JAN, null), "2026-06-09T15:00"));
    assertThat(Town.promise(on, 0).due())
        .isEqualTo(
            OFFICE.shifted(
                Town.promise(Town.rentQuestion(), 0).due(), ASKED, Town.at("2026-06-09T15:00")));
  }

  @Test
  void whatIsLateAndACallDoNotWait() {
    Instant late = Town.promise(Town.rentQuestion(), 0).due();

    assertThat(
            Town.refusal(
                new Asking(reply("Welk adres?", "r1")).on(Town.rentQuestion(), Town.moment(late))))
        .isEqualTo("nothing-can-wait");
    Case call =
        Town.opened(
                Town.JAN, "samira.elamrani", new Arrival.Wish("+31612345678", "", "", "citizen"))
            .opened();
    assertThat(Town.refusal(new Asking(reply("Welk adres?", "r1")).on(call, Town.moment(ASKED))))
        .isEqualTo("nothing-can-wait");
  }

  @Test
  void aQuestionDoesNotAskWhetherACallIsStillWanted() {
    Requesting call = new Requesting("+31612345678", "", "", "citizen");
    Case one = Town.told(Town.after(call.on(Town.rentQuestion(), Town.moment(Town.MONDAY_TEN))));

    Case asked = Town.after(new Asking(reply("Welk adres?", "r1")).on(one, Town.moment(ASKED)));

    assertThat(Town.facts(asked, 0)).doesNotContainKey("askCallback");
    assertThat(StillWanting.unanswered(asked, Town.promise(asked, 1), null)).isFalse();
    assertThat(Town.promise(asked, 1).waits()).as("a call does not wait").isFalse();
  }

  @Test
  void whoHasNotReadTheLastMessageDoesNotAsk() {
    Case two =
        Town.after(
            receive(Town.rentQuestion(), Town.arrival("r2", Town.JAN, null), "2026-06-01T11:00"));

    assertThat(Town.refusal(new Asking(reply("Welk adres?", "r1")).on(two, Town.moment(ASKED))))
        .isEqualTo("newer-message");
  }

  @Test
  void aQuestionThatDoesNotArriveMakesNobodyWait() {
    Case one =
        Town.after(
            new Asking(reply("Wat is uw adres?", "r1"))
                .on(Town.rentQuestion(), Town.moment(ASKED)));
    Outgoing refused = Town.became(one.pending().get(0), Outgoing.State.REFUSED);

    Case failed =
        Town.after(
            new Reporting(refused).on(Town.told(one), Town.moment(Town.at("2026-06-01T15:05"))));

    assertThat(Town.promise(failed, 0).waits()).isFalse();
    assertThat(Town.promise(failed, 0).due()).isEqualTo(Town.promise(one, 0).due());
  }

  @Test
  void anAnswerInWritingEndsTheWaiting() {
    Case one =
        Town.after(
            reply("Ik weet het al.", "r1").on(asked(), Town.moment(Town.at("2026-06-02T10:00"))));

    Promise promise = Town.promise(one, 0);
    assertThat(promise.state()).isEqualTo(Promise.State.KEPT);
    assertThat(promise.moves().pausedNow()).isEmpty();
    assertThat(List.copyOf(one.openPromises())).isEmpty();
  }

  @Test
  void whoHandsItOverTellsTheCitizenNoMomentThatStandsStill() {
    Case one =
        Town.after(
            new Reassigning("jan.devries", "samira.elamrani", "handover", "")
                .on(asked(), Town.moment(Town.at("2026-06-09T10:00"))));

    assertThat(Town.promise(one, 0).waits()).isTrue();
    assertThat(Town.facts(one, 0)).doesNotContainKey("due");
  }
}
