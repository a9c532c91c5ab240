package nl.aanspreekpunt;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.List;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Joining;
import nl.aanspreekpunt.casework.Noting;
import nl.aanspreekpunt.casework.Separating;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.outbox.Notice;
import org.junit.jupiter.api.Test;

/**
 * Messages are taken out of a question, cut off after the k-th write for every k and started again,
 * also by two people at the same moment: each message is in one question, which has a promise due
 * no later than before, and the citizen hears of it once.
 */
class SplitCutOffTest extends CutOffs {
  private static final String BY = "samira.elamrani";

  @Test
  void aMessageGetsAQuestionOfItsOwn() throws Exception {
    for (int k = 0; k < MOST_WRITES; k++) {
      Case one = withTwo("+3161251%04d".formatted(k));
      String second = second(one);
      boolean cutOff = interrupted(k, () -> Future.join(split(one), split(one)).otherwiseEmpty());
      if (found(one.id()).wentTo(second).isEmpty()) {
        assertThat(found(one.id()).openPromises()).isEqualTo(one.openPromises());
        await(split(one));
      }
      Case left = found(one.id());
      Case own = found(left.wentTo(second).orElseThrow());
      assertApart(left, own, one);
      assertThat(told(own, Notice.Kind.NEW_OFFICIAL)).hasSize(1);
      if (!cutOff) {
        assertThat(await(split(one))).isInstanceOf(Decision.Refused.class);
        return;
      }
    }
    throw new AssertionError("never went through");
  }

  @Test
  void aMessageGoesToTheQuestionWhereItBelongs() throws Exception {
    for (int k = 0; k < MOST_WRITES; k++) {
      Case one = withTwo("+3161252%04d".formatted(k));
      Case other = asked("+3161253%04d".formatted(k));
      String second = second(one);
      boolean cutOff = interrupted(k, () -> move(one, second, other));
      if (found(one.id()).wentTo(second).isEmpty()) {
        await(move(one, second, other));
      }
      assertThat(found(one.id()).wentTo(second)).contains(other.id());
      Case there = found(other.id());
      assertThat(receipts(there)).containsExactlyInAnyOrder(other.openedBy(), second);
      assertApart(found(one.id()), there, one);
      if (!cutOff) {
        return;
      }
    }
    throw new AssertionError("never went through");
  }

  @Test
  void aMessageOfAnOlderPageGoesToTheQuestionWhereItBelongs() throws Exception {
    for (int k = 0; k < MOST_WRITES; k++) {
      Case two = withTwo("+3161256%04d".formatted(k));
      Case other = asked("+3161257%04d".formatted(k));
      String second = second(two);
      Case one = aged(two);
      List<CaseEvent> page = await(hub.cases.page(one.id(), 0));
      assertThat(receipts(one)).isEmpty();
      boolean cutOff = interrupted(k, () -> move(one, second, other));
      if (found(one.id()).wentTo(second).isEmpty()) {
        await(move(one, second, other));
      }
      Case left = found(one.id());
      assertThat(left.wentTo(second)).contains(other.id());
      assertThat(await(hub.cases.page(one.id(), 0)))
          .as("history is added to, never rewritten")
          .isEqualTo(page)
          .anyMatch(it -> it instanceof CaseEvent.Received in && in.receipt().equals(second));
      assertThat(receipts(found(other.id()))).containsExactlyInAnyOrder(other.openedBy(), second);
      assertApart(left, found(other.id()), one);
      if (!cutOff) {
        assertThat(aged(left).wentTo(second)).as("also when that is old").contains(other.id());
        assertThat(await(Separating.followed(hub.cases, one.id(), second)).orElseThrow().id())
            .isEqualTo(other.id());
        return;
      }
    }
    throw new AssertionError("never went through");
  }

  @Test
  void whatWasJoinedIsTakenApartAgainAndJoinedAgain() throws Exception {
    for (int k = 0; k < MOST_WRITES; k++) {
      Case one = asked("+3161254%04d".formatted(k));
      Case other = asked("+3161255%04d".formatted(k));
      await(join(one, other));
      Case both = found(other.id());
      boolean cutOff = interrupted(k, () -> move(both, one.openedBy(), one));
      if (found(one.id()).joined()) {
        await(move(both, one.openedBy(), one));
      }
      Case back = found(one.id());
      assertThat(back.joined()).isFalse();
      assertApart(found(other.id()), back, both);
      assertThat(receipts(back)).containsExactly(one.openedBy());
      if (!cutOff) {
        await(join(back, found(other.id())));
        assertThat(receipts(found(other.id())))
            .containsExactlyInAnyOrder(one.openedBy(), other.openedBy());
        assertThat(found(other.id()).openPromises()).isNotEmpty();
        return;
      }
    }
    throw new AssertionError("never went through");
  }

  private Case withTwo(String number) throws Exception {
    asked(number);
    Receipt more = sms(number, "En de straatlamp is kapot");
    await(hub.inbox.accept(more));
    await(hub.inbox.drain());
    hub = open();
    return placed(more);
  }

  /** So much happened since that its messages are in a page of older events. */
  private Case aged(Case one) throws Exception {
    for (int i = 0; i < 100; i++) {
      await(hub.casework.change(one.id(), new Noting(BY, "Notitie " + i)));
    }
    return found(one.id());
  }

  private static String second(Case one) {
    return one.messages().get(1).receipt();
  }

  private Future<Decision> split(Case one) {
    return separating()
        .split(
            new Separating.What(one.id(), List.of(second(one)), BY),
            new Separating.Own("Straatlamp", null, one.citizen(), null),
            hub.numbers,
            act -> act);
  }

  private Future<Decision> move(Case one, String message, Case into) {
    return separating()
        .move(new Separating.What(one.id(), List.of(message), BY), into.id(), act -> act);
  }

  private Future<Decision> join(Case one, Case into) {
    return new Joining(hub.cases, hub.casework).join(one.id(), into.id(), BY, true, act -> act);
  }

  private Separating separating() {
    return new Separating(hub.cases, hub.casework);
  }

  private static List<String> receipts(Case one) {
    return one.messages().stream().map(CaseEvent.Received::receipt).toList();
  }

  /** Each has a promise that is due no later than what they had together, and nothing under way. */
  private static void assertApart(Case left, Case own, Case before) {
    for (Case one : List.of(left, own)) {
      assertThat(one.open()).isTrue();
      assertThat(one.parting()).isNull();
      assertThat(one.pending()).isEmpty();
      assertThat(one.openPromises()).hasSize(1);
      assertThat(one.dueAt()).isBeforeOrEqualTo(before.dueAt());
      assertThat(one.wakeAt()).isAfter(MONDAY_TEN);
      assertThat(one.concerns()).contains(one.official());
    }
    assertThat(receipts(left)).doesNotContainAnyElementsOf(receipts(own));
  }
}
