package nl.aanspreekpunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Handover;
import nl.aanspreekpunt.casework.Reassigning;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Promise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Cut off after the k-th write, for every k, and started again: whatever was acknowledged is there
 * once, at a named person, with its promise, and its citizen told once.
 */
class CutOffTest extends CutOffs {
  private static final int MOST_OF_A_DEPARTURE = 26;

  static IntStream writes() {
    return IntStream.range(0, MOST_OF_A_DEPARTURE);
  }

  @Test
  void aNewQuestion() throws Exception {
    for (int k = 0; k < MOST_WRITES; k++) {
      String number = "+3161234%04d".formatted(k);
      Receipt receipt = sms(number, "Mijn huur is te hoog");
      boolean cutOff = interrupted(k, () -> deliver(receipt));
      Case one = placed(receipt);
      assertThat(one.responsibilities()).hasSize(1);
      assertWhole(one, 1);
      if (!cutOff) {
        return;
      }
    }
    throw new AssertionError("never went through");
  }

  @Test
  void aNewMail() throws Exception {
    for (int k = 0; k < MOST_WRITES; k++) {
      String citizen = "citizen" + k + "@burger.example";
      Receipt receipt = mail(citizen, "Mijn huur", "Mijn huur is te hoog.");
      boolean cutOff = interrupted(k, () -> deliver(receipt));
      Case one = placed(receipt);
      assertThat(one.responsibilities()).hasSize(1);
      assertThat(one.openPromises()).hasSize(1);
      assertWhole(one, 1);
      if (!cutOff) {
        return;
      }
    }
    throw new AssertionError("never went through");
  }

  @Test
  void aReplyToAnOpenQuestion() throws Exception {
    for (int k = 0; k < MOST_WRITES; k++) {
      String number = "+3161235%04d".formatted(k);
      Case first = asked(number);
      Receipt reply = sms(number, "En nog iets over mijn huur");
      boolean cutOff = interrupted(k, () -> deliver(reply));
      Case one = placed(reply);
      assertThat(one.id()).isEqualTo(first.id());
      assertThat(one.promises().get(0).due()).isEqualTo(first.promises().get(0).due());
      assertWhole(one, 2);
      if (!cutOff) {
        return;
      }
    }
    throw new AssertionError("never went through");
  }

  @Test
  void aStepOfTheLadder() throws Exception {
    for (int k = 0; k < MOST_WRITES; k++) {
      clock.to(MONDAY_TEN);
      Case first = asked("+3161236%04d".formatted(k));
      clock.to(first.dueAt().plusSeconds(1));
      boolean cutOff = interrupted(k, () -> hub.caseClock.tick());
      Case one = found(first.id());
      Promise promise = one.promises().get(0);
      assertThat(promise.steps()).extracting(Promise.Step::rung).containsExactly(0, 1);
      assertThat(promise.due()).isEqualTo(first.promises().get(0).due());
      assertThat(told(one, Notice.Kind.ACTING)).hasSize(1);
      assertWhole(one, 1);
      if (!cutOff) {
        return;
      }
    }
    throw new AssertionError("never went through");
  }

  @Test
  void anAnswer() throws Exception {
    acted("+3161237%04d", "reply-", one -> replying(one), Notice.Kind.REPLY, false);
  }

  @Test
  void aHandover() throws Exception {
    acted(
        "+3161238%04d",
        "handover-",
        one ->
            new Reassigning(
                one.official().equals("jan.devries") ? "samira.elamrani" : "jan.devries",
                one.official(),
                "handover",
                ""),
        Notice.Kind.NEW_OFFICIAL,
        true);
  }

  /** Somebody leaves with open questions of two citizens. */
  @ParameterizedTest(name = "after {0} writes")
  @MethodSource("writes")
  void aDeparture(int k) throws Exception {
    Case one = asked("+31612390001");
    Case other = asked("+31612390002");
    String leaves = one.official();
    boolean cutOff =
        interrupted(
            k,
            () ->
                hub.departing
                    .mark(leaves, "test")
                    .compose(marked -> hub.departing.confirm(leaves, null, Map.of(), "", "test")));
    if (await(hub.handovers.find(leaves)).filter(Handover::confirmed).isEmpty()) {
      await(hub.departing.mark(leaves, "test"));
      await(hub.departing.confirm(leaves, null, Map.of(), "", "test"));
    }
    await(hub.departing.tick());
    await(hub.caseClock.tick());

    assertThat(await(hub.cases.openOf(leaves, 10))).isEmpty();
    assertThat(hub.directories.current().employed(leaves, clock.instant())).isFalse();
    for (Case before : List.of(one, other)) {
      Case moved = found(before.id());
      assertThat(moved.official()).isNotEqualTo(leaves);
      assertThat(moved.promises().get(0).due()).isEqualTo(before.promises().get(0).due());
      assertThat(told(moved, Notice.Kind.NEW_OFFICIAL))
          .hasSize(before.official().equals(leaves) ? 1 : 0);
      assertWhole(moved, 1);
    }
    Receipt later = sms("+31612390001", "Nog een vraag over mijn huur");
    assertThat(placed(later).official()).isNotEqualTo(leaves);
    if (k == MOST_OF_A_DEPARTURE - 1) {
      assertThat(cutOff).as("every write of a departure was tried").isFalse();
    }
  }

  private interface Making {
    Act of(Case one);
  }

  /** An act that its author did not see succeed is done again, and took effect once at most. */
  private void acted(
      String numbers, String name, Making making, Notice.Kind told, boolean promiseStays)
      throws Exception {
    for (int k = 0; k < MOST_WRITES; k++) {
      Case first = asked(numbers.formatted(k));
      boolean cutOff = interrupted(k, () -> hub.casework.change(first.id(), making.of(first)));
      Case one = found(first.id());
      assertThat(told(one, told)).as(name + k).hasSizeLessThanOrEqualTo(1);
      assertThat(one.events().size() > first.events().size())
          .as("history and notice go together, " + name + k)
          .isEqualTo(told(one, told).size() == 1);
      assertThat(one.openPromises().isEmpty()).isEqualTo(!promiseStays && one.version() > 1);
      assertWhole(one, 1);
      if (!cutOff) {
        assertThat(told(one, told)).hasSize(1);
        return;
      }
    }
    throw new AssertionError("never went through");
  }

  private static Act replying(Case one) {
    return new Replying(
        one.official(), "Dag, wij kijken ernaar.", null, one.lastReceived(), Map.of());
  }
}
