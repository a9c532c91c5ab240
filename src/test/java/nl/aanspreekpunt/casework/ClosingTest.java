package nl.aanspreekpunt.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.promise.Attempt;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import org.junit.jupiter.api.Test;

class ClosingTest {
  private static final Moment LATER = Town.moment(Town.MONDAY_TEN.plus(Duration.ofHours(2)));
  private static final String SAMIRA = "samira.elamrani";
  private static final String WHY = "Uw inkomen is hoger dan de regeling toelaat; bel mij gerust.";

  @Test
  void whatNeedsReasonsIsDecidedWithThem() {
    Case one = Town.rentQuestion();

    for (Outcome outcome :
        List.of(Outcome.REFUSED, Outcome.PARTLY, Outcome.NOT_OURS, Outcome.NOT_NOW)) {
      assertThat(Town.refusal(close(one, outcome, WHY))).isEqualTo("reasons-needed");
    }
  }

  @Test
  void itNeedsAnOutcomeOfItsOwnAndWordsWhileTheCitizenWaitsForAnAnswer() {
    Case one = Town.rentQuestion();

    assertThat(Town.refusal(close(one, null, WHY))).isEqualTo("outcome-needed");
    assertThat(Town.refusal(close(one, Outcome.JOINED, WHY))).isEqualTo("outcome-needed");
    assertThat(Town.refusal(close(one, Outcome.ANSWERED, " "))).isEqualTo("answer-open");
    assertThat(Town.refusal(close(one, Outcome.GRANTED, ""))).isEqualTo("answer-open");
    for (Outcome outcome : List.of(Outcome.WITHDRAWN, Outcome.NO_QUESTION)) {
      Case closed = Town.after(close(one, outcome, ""));
      assertThat(closed.outcome()).isEqualTo(outcome);
      assertThat(Town.promise(closed, 0).state()).isEqualTo(Promise.State.WITHDRAWN);
    }
  }

  @Test
  void aCaseWithAnOpenCallbackCannotBeClosed() {
    Case asked = withCallback(Town.rentQuestion());

    assertThat(Town.refusal(close(asked, Outcome.ANSWERED, WHY))).isEqualTo("callback-open");
  }

  @Test
  void aMessageItsAuthorDidNotSeePreventsClosing() {
    Case joined =
        Town.after(
            new Receiving(Town.arrival("r2", Town.JAN, null), Town.ANSWERS)
                .on(Town.rentQuestion(), LATER));

    assertThat(Town.refusal(close(joined, Outcome.ANSWERED, WHY))).isEqualTo("newer-message");
  }

  @Test
  void onlyAConversationKeepsACallback() {
    Case asked = withCallback(Town.rentQuestion());
    String id = callback(asked).id();

    Case voicemail =
        Town.after(
            new Attempting(id, SAMIRA, Attempt.Outcome.VOICEMAIL, "", "r1").on(asked, LATER));
    Case written =
        Town.after(new Replying(SAMIRA, "Dag Jan", null, "r1", Map.of()).on(voicemail, LATER));
    Case reached =
        Town.after(
            new Attempting(id, SAMIRA, Attempt.Outcome.REACHED, "besproken", "r1")
                .on(written, LATER));

    assertThat(callback(voicemail).open()).isTrue();
    assertThat(callback(written).open()).isTrue();
    assertThat(
            written.pending().stream()
                .filter(e -> e.notice().kind() == Notice.Kind.REPLY)
                .findFirst()
                .orElseThrow()
                .notice()
                .facts())
        .containsEntry("askCallback", id);
    assertThat(callback(reached).state()).isEqualTo(Promise.State.KEPT);
    assertThat(callback(reached).callback().attempts()).hasSize(2);
  }

  @Test
  void thatIsNotSoReopensACallbackAtItsOriginalDueTime() {
    Case asked = withCallback(Town.rentQuestion());
    Case talked =
        Town.after(new Talking(SAMIRA, CaseEvent.Talk.PHONE, "gebeld", "r1").on(asked, LATER));

    Case contradicted = Town.after(new Contradicting(callback(asked).id()).on(talked, LATER));

    assertThat(callback(contradicted).open()).isTrue();
    assertThat(callback(contradicted).due()).isEqualTo(callback(asked).due());
  }

  @Test
  void anOfficialCannotWithdrawACallbackTheCitizenAskedFor() {
    Case asked = withCallback(Town.rentQuestion());
    String id = callback(asked).id();

    assertThat(Town.refusal(new Withdrawing(id, SAMIRA).on(asked, LATER)))
        .isEqualTo("only-the-citizen-withdraws");
    assertThat(callback(Town.after(new Withdrawing(id, "citizen").on(asked, LATER))).state())
        .isEqualTo(Promise.State.WITHDRAWN);
  }

  @Test
  void aCallbackReadInTheWordsCanBeUndoneAndLeavesAPromiseToAnswer() {
    Arrival.Wish wish = new Arrival.Wish("+31612345678", "bel mij", "", "words");
    Case opened = Town.opened(Town.JAN, SAMIRA, wish).opened();

    Case undone = Town.after(new Withdrawing(callback(opened).id(), SAMIRA).on(opened, LATER));

    assertThat(undone.openPromises()).extracting(Promise::kind).containsExactly(PromiseKind.ANSWER);
  }

  @Test
  void iHaveNotBeenHelpedReopensWithANewPromise() {
    Case closed = Town.after(close(Town.rentQuestion(), Outcome.ANSWERED, WHY));

    Case reopened = Town.after(new Reopening("citizen", "not-helped").on(closed, LATER));

    assertThat(reopened.open()).isTrue();
    assertThat(reopened.openPromises()).hasSize(1);
  }

  @Test
  void handingOverMovesNoDueTimeAndTellsTheCitizen() {
    Case one = Town.rentQuestion();

    Case moved =
        Town.after(
            new Reassigning("jan.devries", SAMIRA, "handover", "Kent het dossier").on(one, LATER));

    assertThat(moved.official()).isEqualTo("jan.devries");
    assertThat(moved.responsibleAt(Town.MONDAY_TEN)).contains(SAMIRA);
    assertThat(Town.promise(moved, 0).due()).isEqualTo(Town.promise(one, 0).due());
    assertThat(moved.pending())
        .extracting(entry -> entry.notice().kind())
        .containsExactly(Notice.Kind.NEW_OFFICIAL, Notice.Kind.HANDED_OVER);
  }

  @Test
  void anUndeliverableAnswerOpensThePromiseAgain() {
    Case one = Town.rentQuestion();
    Case replied = Town.after(new Replying(SAMIRA, "Dag Jan", null, "r1", Map.of()).on(one, LATER));
    Outgoing refused = Town.became(replied.pending().get(0), Outgoing.State.REFUSED);

    Case reported = Town.after(new Reporting(refused).on(Town.told(replied), LATER));

    assertThat(Town.promise(reported, 0).open()).isTrue();
    assertThat(Town.promise(reported, 0).due()).isEqualTo(Town.promise(one, 0).due());
  }

  private static Decision close(Case one, Outcome outcome, String why) {
    return new Closing(SAMIRA, outcome, why, "r1").on(one, LATER);
  }

  private static Case withCallback(Case one) {
    return Town.after(new Requesting("+31612345678", "huur", "", "citizen").on(one, LATER));
  }

  private static Promise callback(Case one) {
    return one.promises().stream().filter(p -> p.callback() != null).findFirst().orElseThrow();
  }
}
