package nl.aanspreekpunt.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import nl.aanspreekpunt.casework.decision.Refusing;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.outbox.Outgoing.State;
import nl.aanspreekpunt.promise.Promise;
import org.junit.jupiter.api.Test;

/** What became of a message is in the timeline, and what it said is undone when it failed. */
class ReportingTest {
  private static final String SAMIRA = "samira.elamrani";
  private static final Moment LATER = Town.moment(Town.MONDAY_TEN.plus(Duration.ofHours(2)));
  private static final Moment NEXT = Town.moment(Town.MONDAY_TEN.plus(Duration.ofHours(3)));

  @Test
  void anAnswerThatCannotBeDeliveredIsStillOwedAndItsOfficialIsWarnedByName() {
    Case answered = answered();

    Case failed = report(answered, reply(answered), State.REFUSED);

    Promise promise = Town.promise(failed, 0);
    assertThat(promise.open()).isTrue();
    assertThat(promise.due()).isEqualTo(Town.promise(answered, 0).due());
    assertThat(failed.events())
        .contains(
            new CaseEvent.Delivery(
                NEXT.now(), reply(answered).id(), "REFUSED", "550 no such user"));
    Notice warning = failed.pending().get(0).notice();
    assertThat(warning.kind()).isEqualTo(Notice.Kind.WARNING);
    assertThat(warning.official()).isEqualTo(SAMIRA);
    assertThat(warning.to()).isEqualTo("samira.elamrani@werk.voorbeeldstad.example");
    assertThat(Undelivered.in(failed)).hasSize(1);
  }

  @Test
  void whileTheOfficialIsAwayWhoActsIsWarned() {
    Case answered = answered();
    Moment away = Town.moment(NEXT.now(), Town.away(SAMIRA, NEXT.now().minusSeconds(60)));

    Case failed =
        Town.after(
            new Reporting(Town.became(reply(answered), State.DEAD)).on(Town.told(answered), away));

    assertThat(failed.pending().get(0).notice().official()).isEqualTo("jan.devries");
  }

  @Test
  void theSameReportAgainChangesNothing() {
    Case answered = answered();
    Case failed = report(answered, reply(answered), State.REFUSED);

    assertThat(new Reporting(Town.became(reply(answered), State.REFUSED)).on(failed, NEXT))
        .isInstanceOf(Decision.Unchanged.class);
  }

  @Test
  void aClosingThatDoesNotArriveOpensTheCaseAndWhatItEnded() {
    Act closing = Refusing.atOnce(SAMIRA, "Uw inkomen is te hoog; bel mij gerust.", "r1");
    Case closed = Town.after(closing.on(Town.rentQuestion(), LATER));
    Outgoing letter = closed.pending().get(0);

    Case failed = report(Town.told(closed), letter, State.REFUSED);

    assertThat(failed.open()).isTrue();
    assertThat(Town.promise(failed, 0).open()).isTrue();
    assertThat(failed.concerns()).containsExactly(SAMIRA);
  }

  @Test
  void afterAnAnswerThatClosedNothingSomebodyStillHasSomethingToDo() {
    Case closed =
        Town.told(
            Town.after(new Closing(SAMIRA, Outcome.ANSWERED, "", "r1").on(answered(), LATER)));
    Case more =
        Town.after(new Replying(SAMIRA, "Nog iets", null, "r1", Map.of()).on(closed, LATER));

    Case failed = report(Town.told(more), more.pending().get(0), State.DEAD);

    assertThat(failed.open()).isTrue();
    assertThat(failed.openPromises()).hasSize(1);
  }

  @Test
  void anAnswerThatArrivesAfterAllKeepsItsPromiseUnlessTheCitizenWroteSince() {
    Case answered = answered();
    Outgoing reply = reply(answered);
    Case failed = report(answered, reply, State.REFUSED);
    Case resent = resent(failed, reply);
    Case wrote =
        Town.told(
            Town.after(
                new Receiving(Town.arrival("r2", Town.JAN, null), Town.ANSWERS).on(failed, NEXT)));

    Case arrived = report(resent, reply, State.SENT);

    assertThat(Town.promise(arrived, 0).state()).isEqualTo(Promise.State.KEPT);
    assertThat(Town.promise(arrived, 0).endedBy()).isEqualTo(SAMIRA);
    assertThat(Undelivered.in(arrived)).isEmpty();
    assertThat(report(wrote, reply, State.DELIVERED).openPromises()).hasSize(1);
  }

  @Test
  void whatFailsOnceMoreIsToldOnceMore() {
    Case answered = answered();
    Outgoing reply = reply(answered);
    Case failed = report(answered, reply, State.REFUSED);
    Case resent = resent(failed, reply);

    Case again = Town.after(new Reporting(Town.became(reply, State.REFUSED)).on(resent, NEXT));

    assertThat(again.pending())
        .extracting(entry -> entry.notice().kind())
        .containsExactly(Notice.Kind.WARNING);
  }

  private static Case answered() {
    return Town.after(
        new Replying(SAMIRA, "Dag Jan", null, "r1", Map.of()).on(Town.rentQuestion(), LATER));
  }

  private static Outgoing reply(Case answered) {
    return answered.pending().get(0);
  }

  private static Case resent(Case failed, Outgoing entry) {
    return Town.told(
        Town.after(new Resending.Recorded(entry.id(), "jan.devries").on(failed, NEXT)));
  }

  private static Case report(Case before, Outgoing entry, State state) {
    return Town.after(new Reporting(Town.became(entry, state)).on(Town.told(before), NEXT));
  }
}
