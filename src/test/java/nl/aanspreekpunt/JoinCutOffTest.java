package nl.aanspreekpunt;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.List;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Joining;
import org.junit.jupiter.api.Test;

/**
 * Questions that are joined, cut off after the k-th write for every k and started again, also when
 * several people join them at the same moment: each message is in one question that goes on, once.
 */
class JoinCutOffTest extends CutOffs {
  private static final String BY = "samira.elamrani";

  @Test
  void oneQuestionIsJoinedToAnother() throws Exception {
    for (int k = 0; k < MOST_WRITES; k++) {
      Case one = asked("+3161231%04d".formatted(k));
      Case other = asked("+3161232%04d".formatted(k));
      boolean cutOff = interrupted(k, () -> join(one, other));
      Case left = found(one.id());
      if (left.open()) {
        assertThat(left.openPromises()).isEqualTo(one.openPromises());
        assertThat(found(other.id()).holds(one.openedBy())).isFalse();
        await(join(one, other));
      }
      assertJoined(other.id(), one, other);
      assertThat(found(other.id()).promises().get(0).due())
          .isEqualTo(other.promises().get(0).due());
      if (!cutOff) {
        return;
      }
    }
    throw new AssertionError("never went through");
  }

  @Test
  void oneQuestionIsJoinedToTwoOthersAtTheSameMoment() throws Exception {
    for (int k = 0; k < MOST_WRITES; k++) {
      Case one = asked("+3161233%04d".formatted(k));
      Case other = asked("+3161240%04d".formatted(k));
      Case third = asked("+3161241%04d".formatted(k));
      boolean cutOff =
          interrupted(k, () -> Future.join(join(one, other), join(one, third)).otherwiseEmpty());
      Case left = found(one.id());
      if (left.open()) {
        await(join(one, other));
        left = found(one.id());
      }
      Case stays = left.suggested().equals(other.id()) ? other : third;
      assertJoined(stays.id(), one, stays);
      Case alone = stays.equals(other) ? third : other;
      assertWhole(found(alone.id()), 1);
      if (!cutOff) {
        assertThat(await(join(one, alone))).isInstanceOf(Decision.Refused.class);
        return;
      }
    }
    throw new AssertionError("never went through");
  }

  @Test
  void questionsAreJoinedRoundInACircleAtTheSameMoment() throws Exception {
    for (int k = 0; k < MOST_WRITES; k++) {
      Case one = asked("+3161242%04d".formatted(k));
      Case other = asked("+3161243%04d".formatted(k));
      Case third = asked("+3161244%04d".formatted(k));
      boolean cutOff =
          interrupted(
              k,
              () ->
                  Future.join(join(one, other), join(other, third), join(third, one))
                      .otherwiseEmpty());
      await(hub.caseClock.tick());
      List<Case> all = List.of(found(one.id()), found(other.id()), found(third.id()));
      List<Case> open = all.stream().filter(Case::open).toList();
      assertThat(open).isNotEmpty();
      for (String receipt : List.of(one.openedBy(), other.openedBy(), third.openedBy())) {
        assertThat(open.stream().flatMap(it -> received(it).filter(receipt::equals))).hasSize(1);
      }
      assertThat(all).allSatisfy(it -> assertThat(it.movesTo()).isNull());
      if (!cutOff) {
        assertThat(open).hasSize(1);
        return;
      }
    }
    throw new AssertionError("never went through");
  }

  private Future<Decision> join(Case one, Case into) {
    return new Joining(hub.cases, hub.casework).join(one.id(), into.id(), BY, true, act -> act);
  }

  /** Everything is with the one that goes on, and the number of the other leads there. */
  private void assertJoined(String goesOn, Case one, Case other) throws Exception {
    Case left = found(one.id());
    Case stays = found(goesOn);
    assertThat(left.joined()).isTrue();
    assertThat(left.suggested()).isEqualTo(goesOn);
    assertThat(left.movesTo()).isNull();
    assertThat(left.openPromises()).isEmpty();
    assertThat(left.pending()).isEmpty();
    assertThat(stays.open()).isTrue();
    assertThat(received(stays)).containsExactlyInAnyOrder(one.openedBy(), other.openedBy());
    assertThat(stays.openPromises()).hasSize(1);
    assertThat(stays.pending()).isEmpty();
  }

  private static Stream<String> received(Case one) {
    return one.events().stream()
        .filter(CaseEvent.Received.class::isInstance)
        .map(event -> ((CaseEvent.Received) event).receipt());
  }
}
