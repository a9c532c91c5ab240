package nl.aanspreekpunt;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Planned;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.casework.planned.PlanningReply;
import nl.aanspreekpunt.casework.planned.TakingBackReply;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.outbox.Notice;
import org.junit.jupiter.api.Test;

/**
 * An answer that waits for its moment, cut off after the k-th write for every k and started again:
 * it goes once, or came back, and never both.
 */
class PlannedCutOffTest extends CutOffs {
  private static final Duration UNDO = Duration.ofSeconds(10);

  @Test
  void itGoesOnceWhenItsMomentComes() throws Exception {
    for (int k = 0; k < MOST_WRITES; k++) {
      Case first = asked("+3161250%04d".formatted(k));
      Case held = held(first);
      clock.forward(UNDO);
      boolean cutOff = interrupted(k, () -> hub.caseClock.tick());
      Case one = found(first.id());
      assertThat(told(one, Notice.Kind.REPLY)).hasSize(1);
      assertThat(one.care().plans().all()).isEmpty();
      assertThat(one.openPromises()).isEmpty();
      assertThat(held.openPromises()).hasSize(1);
      assertWhole(one, 1);
      if (!cutOff) {
        return;
      }
    }
    throw new AssertionError("never went through");
  }

  @Test
  void twoNodesSendItOnce() throws Exception {
    Case first = asked("+31612510000");
    held(first);
    Hub other = open();
    clock.forward(UNDO);
    await(
        Future.join(hub.caseClock.tick(), other.caseClock.tick(), hub.caseClock.tick())
            .otherwiseEmpty());
    assertThat(told(found(first.id()), Notice.Kind.REPLY)).hasSize(1);
  }

  @Test
  void itGoesOrItWasTakenBackWhenBothHappenAtTheSameMoment() throws Exception {
    for (int k = 0; k < 5; k++) {
      Case first = asked("+3161252%04d".formatted(k));
      String id = held(first).care().plans().all().get(0).id();
      clock.forward(UNDO);
      Future<Decision> taken =
          hub.casework.change(first.id(), new TakingBackReply(id, first.official()));
      await(Future.join(taken, hub.caseClock.tick()).otherwiseEmpty());
      await(hub.caseClock.tick());
      Case one = found(first.id());
      boolean back = one.care().plans().find(id).filter(it -> !it.waits()).isPresent();
      assertThat(taken.result() instanceof Decision.Refused).isNotEqualTo(back);
      assertThat(told(one, Notice.Kind.REPLY)).hasSize(back ? 0 : 1);
    }
  }

  @Test
  void itComesBackWhenTheCitizenWritesAgain() throws Exception {
    for (int k = 0; k < MOST_WRITES; k++) {
      String number = "+3161253%04d".formatted(k);
      Case first = asked(number);
      held(first);
      Receipt more = sms(number, "En nog iets over mijn huur");
      boolean cutOff = interrupted(k, () -> deliver(more));
      Case one = placed(more);
      await(hub.caseClock.tick());
      one = found(one.id());
      // The clock may have been first, where the message was not taken in yet.
      int sent = told(one, Notice.Kind.REPLY).size();
      assertThat(one.care().plans().all()).hasSize(1 - sent);
      assertThat(one.care().plans().all())
          .allSatisfy(it -> assertThat(it.back().why()).isEqualTo(Planned.Why.NEWER));
      assertThat(one.openPromises()).hasSize(1);
      assertWhole(one, 2);
      if (!cutOff) {
        assertThat(sent).isZero();
        return;
      }
    }
    throw new AssertionError("never went through");
  }

  private Case held(Case one) throws Exception {
    Replying reply =
        new Replying(one.official(), "Dag, wij kijken ernaar.", null, one.lastReceived(), Map.of());
    Act plan = new PlanningReply(reply, reply, null, UNDO, null, false, null);
    return ((Decision.Changed) await(hub.casework.change(one.id(), plan))).after();
  }
}
