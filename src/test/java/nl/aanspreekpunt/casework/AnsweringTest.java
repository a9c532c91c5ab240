package nl.aanspreekpunt.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Attempt;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import org.junit.jupiter.api.Test;

/** An answer or a talk settles what its author had read, and nothing that came in since. */
class AnsweringTest {
  private static final String SAMIRA = "samira.elamrani";
  private static final Instant LATER = Town.MONDAY_TEN.plus(Duration.ofHours(2));
  private static final Arrival.Wish CALL =
      new Arrival.Wish("+31612345678", "mijn huur", "", "citizen");

  @Test
  void aLaterMessageKeepsItsPromiseAndTheAuthorIsToldInEveryKindOfAnswer() {
    Case two = receive(Town.rentQuestion(), "r2", null);
    Promise asked = callback(receive(Town.rentQuestion(), "r2", CALL));
    List<Act> answers =
        List.of(
            new Replying(SAMIRA, "Dag Jan", null, "r1", Map.of()),
            new Talking(SAMIRA, CaseEvent.Talk.DESK, "besproken", "r1"),
            new Talking(SAMIRA, CaseEvent.Talk.VISIT, "besproken", null));

    for (Act answer : answers) {
      Case after = Town.after(answer.on(two, Town.moment(LATER)));
      assertThat(Town.promise(after, 0).state()).isEqualTo(Promise.State.KEPT);
      assertThat(after.openPromises())
          .singleElement()
          .satisfies(
              open -> {
                assertThat(open.seen()).isEqualTo("r2");
                assertThat(open.due()).isEqualTo(Town.promise(two, 0).due());
              });
      toldOfALaterMessage(after);
    }
    Case called = receive(receive(Town.rentQuestion(), "r2", CALL), "r3", CALL);
    Attempting reached =
        new Attempting(asked.id(), SAMIRA, Attempt.Outcome.REACHED, "besproken", "r2");
    Case after = Town.after(reached.on(called, Town.moment(LATER)));
    assertThat(callback(after).open()).as("asked again in a message not read yet").isTrue();
    toldOfALaterMessage(after);
  }

  private static void toldOfALaterMessage(Case after) {
    assertThat(after.pending())
        .filteredOn(entry -> entry.notice().kind() == Notice.Kind.WARNING)
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.notice().official()).isEqualTo(SAMIRA);
              assertThat(entry.notice().facts()).containsEntry("what", "later-message");
            });
  }

  @Test
  void whoReadTheLastMessageReadTheEarlierOnes() {
    Case called = receive(Town.rentQuestion(), "r2", CALL);

    Case after =
        Town.after(
            new Replying(SAMIRA, "Dag Jan", null, "r2", Map.of()).on(called, Town.moment(LATER)));

    assertThat(after.openPromises())
        .extracting(Promise::kind)
        .containsExactly(PromiseKind.CALLBACK);
    assertThat(after.pending())
        .extracting(entry -> entry.notice().kind())
        .containsExactly(Notice.Kind.REPLY);
  }

  @Test
  void whatGoesOnKeepsItsStepsAndWhoActsOnIt() {
    Case one = Town.rentQuestion();
    Instant due = Town.promise(one, 0).due();
    Case late = Town.told(Town.after(Town.climbing().on(one, Town.moment(due))));
    Case two = Town.told(receive(late, "r2", null, due.plusSeconds(60)));

    Case after =
        Town.after(
            new Replying("jan.devries", "Dag Jan", null, "r1", Map.of())
                .on(two, Town.moment(due.plusSeconds(120))));

    Promise on = after.openPromises().get(0);
    assertThat(after.ownerOf(on)).isEqualTo("jan.devries");
    assertThat(after.concerns()).contains("jan.devries");
    assertThat(on.steps()).isEqualTo(Town.promise(late, 0).steps());
    assertThat(Town.climbing().on(Town.told(after), Town.moment(due.plusSeconds(180))))
        .as("no step is taken twice")
        .isInstanceOf(Decision.Unchanged.class);
  }

  @Test
  void twoRequestsThatComeTogetherAreOneCallAtTheEarlierTime() {
    Case one = receive(Town.rentQuestion(), "r2", CALL);
    Case other =
        new Opening(
                Town.arrival("r9", Town.JAN, CALL),
                Town.opening(Town.JAN, SAMIRA, CALL).route(),
                "Re: huur",
                "c1",
                false)
            .as("111111111", Town.moment(Town.MONDAY_TEN.minus(Duration.ofDays(3))))
            .opened();
    Case tried =
        Town.after(
            new Attempting(
                    callback(one).id(), SAMIRA, Attempt.Outcome.NO_ANSWER, "", one.lastReceived())
                .on(one, Town.moment(LATER)));

    Case both = Town.after(new TakingIn(other, SAMIRA).on(tried, Town.moment(LATER)));

    assertThat(both.openPromises())
        .filteredOn(promise -> promise.kind() == PromiseKind.CALLBACK)
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.due()).isEqualTo(callback(other).due());
              assertThat(call.callback().attempts()).hasSize(1);
            });
    assertThat(callback(both).state()).isEqualTo(Promise.State.WITHDRAWN);
    Case talked =
        Town.after(
            new Talking(SAMIRA, CaseEvent.Talk.PHONE, "besproken", "r9")
                .on(both, Town.moment(LATER)));
    assertThat(talked.openPromises()).isEmpty();
  }

  private static Case receive(Case before, String receipt, Arrival.Wish wish) {
    return receive(before, receipt, wish, Town.MONDAY_TEN.plus(Duration.ofHours(1)));
  }

  private static Case receive(Case before, String receipt, Arrival.Wish wish, Instant at) {
    Arrival arrival = Town.arrival(receipt, Town.JAN, wish);
    return Town.told(Town.after(new Receiving(arrival, Town.ANSWERS).on(before, Town.moment(at))));
  }

  private static Promise callback(Case one) {
    return one.promises().stream().filter(p -> p.callback() != null).findFirst().orElseThrow();
  }
}
