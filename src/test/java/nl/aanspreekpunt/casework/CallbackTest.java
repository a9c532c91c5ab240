package nl.aanspreekpunt.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.official.Matter;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Attempt;
import nl.aanspreekpunt.promise.CallbackRequest;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A request to be called, from asking to its end. */
class CallbackTest {
  private static final String SAMIRA = "samira.elamrani";
  private static final String NUMBER = "+31612345678";
  private static final Moment LATER = Town.moment(Town.MONDAY_TEN.plus(Duration.ofHours(2)));
  private static final Arrival.Wish IN_WORDS =
      new Arrival.Wish(NUMBER, "bel mij", "", CallbackRequest.WORDS);

  /** The norm is one working day to the same time of day; the team works 08:30 to 17:00. */
  @ParameterizedTest
  @CsvSource({
    "2026-06-01T10:00, 2026-06-02T10:00",
    "2026-06-05T16:00, 2026-06-08T16:00",
    "2026-06-06T12:00, 2026-06-09T08:30",
    "2026-04-02T15:00, 2026-04-03T15:00",
    "2026-04-03T15:00, 2026-04-07T15:00",
    "2026-04-24T11:00, 2026-04-28T11:00",
    "2026-05-13T09:00, 2026-05-15T09:00",
    "2026-12-24T16:00, 2026-12-28T16:00",
    "2026-03-27T12:00, 2026-03-30T12:00",
    "2026-10-23T12:00, 2026-10-26T12:00",
  })
  void isDueByTheNormInWorkingTime(String asked, String due) {
    Case one =
        Town.after(
            new Requesting(NUMBER, "huur", "na 10 uur", SAMIRA)
                .on(Town.rentQuestion(), Town.moment(Town.at(asked))));

    assertThat(callback(one).due()).isEqualTo(Town.at(due));
    assertThat(callback(one).callback().requestedBy()).isEqualTo(SAMIRA);
    assertThat(callback(one).callback().preferred()).isEqualTo("na 10 uur");
    Notice told = one.pending().get(0).notice();
    assertThat(told.kind()).isEqualTo(Notice.Kind.PROMISED);
    assertThat(told.facts()).containsEntry("due", Town.at(due).toString());
  }

  @ParameterizedTest
  @EnumSource(Attempt.Outcome.class)
  void anAttemptIsOnRecordAndOnlyAConversationEndsIt(Attempt.Outcome outcome) {
    Case asked = asked();

    Case tried =
        Town.after(
            new Attempting(callback(asked).id(), SAMIRA, outcome, "om tien uur", "r1")
                .on(asked, LATER));

    boolean reached = outcome == Attempt.Outcome.REACHED;
    assertThat(callback(tried).open()).isEqualTo(!reached);
    assertThat(callback(tried).due()).isEqualTo(callback(asked).due());
    assertThat(callback(tried).callback().attempts())
        .containsExactly(new Attempt(LATER.now(), SAMIRA, outcome, "om tien uur"));
    assertThat(tried.events())
        .contains(
            new CaseEvent.Tried(LATER.now(), SAMIRA, callback(asked).id(), outcome, "om tien uur"));
    assertThat(ended(tried)).isEqualTo(reached ? "talk" : null);
  }

  @ParameterizedTest
  @EnumSource(CaseEvent.Talk.class)
  void aTalkWhereverItIsHeldEndsItAndTheCitizenIsTold(CaseEvent.Talk where) {
    Case asked = asked();

    Case talked = Town.after(new Talking(SAMIRA, where, "besproken", "r1").on(asked, LATER));

    assertThat(callback(talked).state()).isEqualTo(Promise.State.KEPT);
    assertThat(ended(talked)).isEqualTo("talk");
    assertThat(talked.events())
        .contains(new CaseEvent.Talked(LATER.now(), SAMIRA, where, "besproken"));
  }

  @Test
  void whoCanOnlyBeCalledIsNotCalledToHearThatTheCallWasMade() {
    Case asked = Town.told(Town.opened(Town.LANDLINE, SAMIRA, null).opened());
    assertThat(callback(asked).open()).isTrue();

    Case reached =
        Town.after(
            new Attempting(callback(asked).id(), SAMIRA, Attempt.Outcome.REACHED, "gesproken", "r1")
                .on(asked, LATER));

    assertThat(reached.openPromises()).isEmpty();
    assertThat(heldBack(reached)).isEqualTo("in-person");
  }

  @Test
  void aQuestionOfWhoCanOnlyBeCalledClosesAfterATalk() {
    Case asked = Town.told(Town.opened(Town.LANDLINE, SAMIRA, null).opened());
    Closing closing = new Closing(SAMIRA, Outcome.ANSWERED, "Uitgelegd.", "r1");
    Case withdrawn =
        Town.told(Town.after(new Withdrawing(callback(asked).id(), "citizen").on(asked, LATER)));
    Case talked =
        Town.told(
            Town.after(
                new Talking(SAMIRA, CaseEvent.Talk.PHONE, "uitgelegd", "r1").on(asked, LATER)));

    assertThat(Town.refusal(closing.on(asked, LATER))).isEqualTo("callback-open");
    assertThat(Town.refusal(closing.on(withdrawn, LATER))).isEqualTo("talk-first");
    Case closed = Town.after(closing.on(talked, LATER));
    assertThat(closed.open()).isFalse();
    assertThat(closed.openPromises()).isEmpty();
    assertThat(closed.wakeAt()).isNull();
  }

  @Test
  void whoNoLongerWantsACallIsStillAnsweredByWhenTheyAreTold() {
    Case asked = Town.opened(Town.JAN, SAMIRA, wish("citizen")).opened();

    Case withdrawn = Town.after(new Withdrawing(callback(asked).id(), "citizen").on(asked, LATER));

    assertThat(callback(withdrawn).state()).isEqualTo(Promise.State.WITHDRAWN);
    assertThat(withdrawn.openPromises())
        .singleElement()
        .satisfies(
            answer -> {
              assertThat(answer.kind()).isEqualTo(PromiseKind.ANSWER);
              assertThat(answer.due()).isEqualTo(answerDue(Town.MONDAY_TEN));
              assertThat(Town.facts(withdrawn, 0))
                  .containsEntry("how", "withdrawn")
                  .containsEntry("due", answer.due().toString());
            });
  }

  @Test
  void afterAWrittenAnswerNothingIsLeftWhenTheCallIsWithdrawn() {
    Case asked = Town.opened(Town.JAN, SAMIRA, wish("citizen")).opened();
    Case written =
        Town.after(new Replying(SAMIRA, "Dag Jan", null, "r1", Map.of()).on(asked, LATER));

    Case withdrawn =
        Town.after(new Withdrawing(callback(asked).id(), "citizen").on(Town.told(written), LATER));

    assertThat(Town.facts(written, 0)).containsEntry("askCallback", callback(asked).id());
    assertThat(withdrawn.openPromises()).isEmpty();
    assertThat(Town.facts(withdrawn, 0)).doesNotContainKey("due");
  }

  @Test
  void onlyWhatWasReadInWordsIsUndoneAndTheCitizenHearsWhatComesInstead() {
    Case read = Town.opened(Town.JAN, SAMIRA, IN_WORDS).opened();
    Case clerk = Town.opened(Town.JAN, SAMIRA, wish("thomas.bakker")).opened();
    Case again = receive(Town.opened(Town.JAN, SAMIRA, wish("citizen")).opened(), "r2", IN_WORDS);

    Case undone = Town.after(new Withdrawing(callback(read).id(), SAMIRA).on(read, LATER));

    assertThat(Town.facts(undone, 0))
        .containsEntry("how", "undone")
        .containsEntry("due", answerDue(Town.MONDAY_TEN).toString());
    for (Case asked : new Case[] {clerk, again}) {
      assertThat(Town.refusal(new Withdrawing(callback(asked).id(), SAMIRA).on(asked, LATER)))
          .isEqualTo("only-the-citizen-withdraws");
    }
    assertThat(callback(clerk).callback().requestedBy()).isEqualTo("thomas.bakker");
  }

  @Test
  void askingAgainNeitherMovesTheDueTimeNorForgetsTheAttempts() {
    Case asked = asked();
    Case tried =
        Town.after(
            new Attempting(callback(asked).id(), SAMIRA, Attempt.Outcome.NO_ANSWER, "", "r1")
                .on(asked, LATER));

    Case again =
        Town.after(new Requesting("+31687654321", "", "", "citizen").on(Town.told(tried), LATER));

    CallbackRequest request = callback(again).callback();
    assertThat(again.openPromises()).filteredOn(p -> p.kind() == PromiseKind.CALLBACK).hasSize(1);
    assertThat(callback(again).due()).isEqualTo(callback(asked).due());
    assertThat(request.phone()).isEqualTo("+31687654321");
    assertThat(request.reason()).isEqualTo("huur");
    assertThat(request.attempts()).hasSize(1);
  }

  @Test
  void thatIsNotSoOpensItAtItsOwnTimeAndItClimbsOn() {
    Case asked = asked();
    Instant due = callback(asked).due();
    Case reminded =
        Town.told(Town.after(Town.climbing().on(asked, Town.moment(due.minusSeconds(60)))));
    Case talked =
        Town.told(
            Town.after(
                new Attempting(callback(asked).id(), SAMIRA, Attempt.Outcome.REACHED, "", "r1")
                    .on(reminded, Town.moment(due.minusSeconds(30)))));
    assertThat(Town.climbing().on(talked, Town.moment(due.plusSeconds(60))))
        .isInstanceOf(Decision.Unchanged.class);

    Moment nextDay = Town.moment(due.plus(Duration.ofHours(20)));
    Case opened =
        Town.told(Town.after(new Contradicting(callback(asked).id()).on(talked, nextDay)));
    Case climbed = Town.after(Town.climbing().on(opened, nextDay));

    assertThat(callback(opened).due()).isEqualTo(due);
    assertThat(opened.wakeAt()).isBeforeOrEqualTo(nextDay.now());
    assertThat(callback(climbed).steps())
        .extracting(Promise.Step::does)
        .startsWith("REMIND", "ACT")
        .doesNotHaveDuplicates();
  }

  private static Case asked() {
    return Town.told(
        Town.after(
            new Requesting(NUMBER, "huur", "", "citizen")
                .on(answered(), Town.moment(Town.MONDAY_TEN))));
  }

  /** Nothing else is due in it. */
  private static Case answered() {
    Replying answer = new Replying(SAMIRA, "Dag Jan", null, "r1", Map.of());
    return Town.told(Town.after(answer.on(Town.rentQuestion(), Town.moment(Town.MONDAY_TEN))));
  }

  private static Arrival.Wish wish(String by) {
    return new Arrival.Wish(NUMBER, "huur", "", by);
  }

  private static Case receive(Case before, String receipt, Arrival.Wish wish) {
    Address from = Town.JAN;
    return Town.after(
        new Receiving(Town.arrival(receipt, from, wish), Town.ANSWERS).on(before, LATER));
  }

  private static Instant answerDue(Instant asked) {
    return Dues.due(
        PromiseKind.ANSWER, Town.moment(asked), Matter.about("huur-en-onderhoud", "wonen"));
  }

  /** How the citizen was told that it ended; null when they were not. */
  private static String ended(Case after) {
    return after.pending().stream()
        .map(entry -> entry.notice())
        .filter(notice -> notice.kind() == Notice.Kind.CALLBACK_ENDED)
        .map(notice -> notice.facts().get("how"))
        .findFirst()
        .orElse(null);
  }

  private static String heldBack(Case one) {
    return one.events().stream()
        .map(e -> e instanceof CaseEvent.HeldBack held ? held.reason() : null)
        .filter(Objects::nonNull)
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  private static Promise callback(Case one) {
    return one.promises().stream().filter(p -> p.callback() != null).findFirst().orElseThrow();
  }
}
