package nl.aanspreekpunt.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import org.junit.jupiter.api.Test;

/** Messages are taken out of a case: into one of their own, or into the one where they belong. */
class SplittingTest {
  private static final Moment LATER = Town.moment(Town.MONDAY_TEN.plus(Duration.ofHours(1)));
  private static final String SAMIRA = "samira.elamrani";
  private static final String OWN = "111111111";

  @Test
  void theOwnCaseKeepsTheDueTimeAndBothReferToEachOther() {
    Case two = withTwo(null);
    Case left = Town.after(apart(two, null, "r2"));
    Case own = new SettingUp(left, left.parting()).as(LATER);

    assertThat(own.openPromises()).extracting(Promise::due).containsExactly(two.dueAt());
    assertThat(left.openPromises()).extracting(Promise::due).containsExactly(two.dueAt());
    assertThat(own.promises().get(0).id()).isEqualTo(OWN + "-p1");
    assertThat(own.official()).isEqualTo(SAMIRA);
    assertThat(own.subject()).isEqualTo("Lantaarn");
    assertThat(own.responsibleAt(LATER.now())).contains(SAMIRA);
    assertThat(left.wentTo("r2")).contains(OWN);
    assertThat(own.happened(CaseEvent.Parted.class))
        .containsExactly(new CaseEvent.Parted(LATER.now(), SAMIRA, two.id(), List.of("r2"), true));
    assertThat(own.pending())
        .extracting(one -> one.notice().kind())
        .containsExactly(Notice.Kind.NEW_OFFICIAL);
    assertThat(own.route().rule()).isEqualTo("parted");
    assertThat(own.route().confirmedBy()).isEqualTo(SAMIRA);
  }

  @Test
  void whatNobodyElseWaitsForGoesAlong() {
    Case two = withTwo(new Arrival.Wish("+31612345678", "bel mij", "", "citizen"));
    Case left = Town.after(apart(two, null, "r2"));
    Case own = new SettingUp(left, left.parting()).as(LATER);

    assertThat(left.openPromises()).extracting(Promise::kind).containsExactly(PromiseKind.ANSWER);
    assertThat(own.openPromises()).extracting(Promise::kind).containsExactly(PromiseKind.CALLBACK);
    assertThat(own.numbers()).containsExactly("+31612345678");
    assertThat(own.dueAt()).isEqualTo(Town.promise(two, 1).due());
  }

  @Test
  void anotherTopicGoesToWhoKnowsIt() {
    Successors anouk = (one, moment, given) -> Choice.without("anouk.jansen", Choice.Fit.TOPIC);
    Case left =
        Town.after(
            new GoingApart(
                    new GoingApart.Own(OWN, "Afval", "afval", "c1", anouk),
                    List.of("r2"),
                    SAMIRA,
                    List.of())
                .on(withTwo(null), LATER));
    Case own = new SettingUp(left, left.parting()).as(LATER);

    assertThat(own.official()).isEqualTo("anouk.jansen");
    assertThat(own.topic()).isEqualTo("afval");
    assertThat(own.team()).isEqualTo("openbare-ruimte");
    assertThat(own.responsibleAt(LATER.now().minusSeconds(1))).contains(SAMIRA);
    assertThat(own.pending())
        .extracting(one -> one.notice().kind())
        .containsExactlyInAnyOrder(Notice.Kind.NEW_OFFICIAL, Notice.Kind.HANDED_OVER);
  }

  @Test
  void whatWasAnsweredIsAQuestionAgain() {
    Case two = withTwo(null);
    Promise open = Town.promise(two, 0);
    Draft draft = new Draft(two, LATER);
    draft.promises.keep(open, SAMIRA, "reply");
    Case answered = Town.told(Town.after(draft.done()));
    Case left = Town.after(apart(answered, null, "r2"));
    Case own = new SettingUp(left, left.parting()).as(LATER);

    assertThat(left.openPromises()).isEmpty();
    assertThat(own.openPromises()).extracting(Promise::kind).containsExactly(PromiseKind.ANSWER);
    assertThat(own.dueAt()).isAfter(LATER.now());
  }

  @Test
  void itIsRefusedWhenNothingWouldBeLeftOrItIsNotThereOrAColleagueIsDoingIt() {
    Case two = withTwo(null);

    assertThat(Town.refusal(apart(two, null, "r1", "r2"))).isEqualTo("all-messages");
    assertThat(Town.refusal(apart(two, null, "r9"))).isEqualTo("no-such-message");
    assertThat(Town.refusal(apart(two, "onzin", "r2"))).isEqualTo("no-such-topic");
    Case claimed = Town.after(apart(two, null, "r2"));
    assertThat(Town.refusal(apart(claimed, null, "r1"))).isEqualTo("parting");
    assertThat(Town.refusal(new GoingOver(Town.rentQuestion(), SAMIRA, true).on(claimed, LATER)))
        .isEqualTo("parting");
  }

  @Test
  void whereItBelongsTheEarlierDueTimeStandsAndItIsThereOnce() {
    Case two = withTwo(null);
    Case other = question(OWN);
    Case left =
        Town.after(
            new GoingApart(new GoingApart.There(other), List.of("r2"), SAMIRA, List.of())
                .on(two, LATER));
    Case there = Town.after(new ComingHome(left, left.parting()).on(other, LATER));

    assertThat(there.messages())
        .extracting(CaseEvent.Received::receipt)
        .containsExactly("r9", "r2");
    assertThat(there.dueAt()).isEqualTo(two.dueAt());
    assertThat(new ComingHome(left, left.parting()).on(Town.told(there), LATER))
        .isInstanceOf(Decision.Unchanged.class);
    Case done = Town.after(new LettingGo(left.parting()).on(left, LATER));
    assertThat(done.parting()).isNull();
    assertThat(new LettingGo(left.parting()).on(done, LATER))
        .isInstanceOf(Decision.Unchanged.class);
  }

  private static Decision apart(Case one, String topic, String... messages) {
    return new GoingApart(
            new GoingApart.Own(OWN, "Lantaarn", topic, "c1", null),
            List.of(messages),
            SAMIRA,
            List.of())
        .on(one, LATER);
  }

  private static Case withTwo(Arrival.Wish wish) {
    Receiving second = new Receiving(Town.arrival("r2", Town.JAN, wish), Town.ANSWERS);
    Moment then = Town.moment(Town.MONDAY_TEN.plus(Duration.ofMinutes(30)));
    return Town.told(Town.after(second.on(Town.rentQuestion(), then)));
  }

  private static Case question(String number) {
    Opening opening = Town.opening(Town.JAN, SAMIRA, null);
    return new Opening(Town.arrival("r9", Town.JAN, null), opening.route(), "Afval", "c1", false)
        .as(number, LATER)
        .opened();
  }
}
