package nl.aanspreekpunt;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Reassigning;
import nl.aanspreekpunt.outbox.Notice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What falls due on somebody's day off comes to their deputy by the clock, on whichever node, also
 * when one is killed in the middle: once on record, told once.
 */
class DayOffCutOffTest extends CutOffs {
  private static final Instant WEDNESDAY = Instant.parse("2026-06-03T08:00:00Z");
  private static final Instant THURSDAY = Instant.parse("2026-06-04T14:00:00Z");
  private static final Instant FRIDAY_OPENING = Instant.parse("2026-06-05T06:30:00Z");
  private static final int MOST = 4;

  static IntStream writes() {
    return IntStream.range(0, MOST);
  }

  @Test
  void twoNodesAtTheSameMomentHandItToTheDeputyOnce() throws Exception {
    Case one = withSanne();
    Hub second = open();
    clock.to(FRIDAY_OPENING);

    for (int tick = 0; tick < 2; tick++) {
      await(Future.join(hub.caseClock.tick(), second.caseClock.tick()));
    }

    minded(one);
  }

  @ParameterizedTest(name = "after {0} writes")
  @MethodSource("writes")
  void aNodeThatIsKilledAtItIsFollowedByAnother(int k) throws Exception {
    Case one = withSanne();
    clock.to(FRIDAY_OPENING);

    boolean cutOff = interrupted(k, () -> hub.caseClock.tick());
    await(hub.caseClock.tick());

    minded(one);
    if (k == MOST - 1) {
      assertThat(cutOff).as("none was left to cut off").isFalse();
    }
  }

  /** She works Monday to Thursday; it is due on Friday at ten. */
  private Case withSanne() throws Exception {
    clock.to(WEDNESDAY);
    Case one = asked("+31612390001");
    await(hub.casework.change(one.id(), new Reassigning("sanne.vandijk", "hub", "handover", "")));
    clock.to(THURSDAY);
    await(hub.caseClock.tick());
    Case before = found(one.id());
    assertThat(before.concerns()).containsExactly("sanne.vandijk");
    assertThat(before.wakeAt()).isEqualTo(FRIDAY_OPENING);
    return before;
  }

  private void minded(Case before) throws Exception {
    Case one = found(before.id());
    assertThat(one.concerns()).containsExactly("sanne.vandijk", "kwame.mensah");
    assertThat(one.promises().get(0).due()).isEqualTo(before.promises().get(0).due());
    List<CaseEvent> minds =
        one.events().stream().filter(CaseEvent.Minds.class::isInstance).toList();
    assertThat(minds).hasSize(1);
    assertThat(told(one, Notice.Kind.LADDER))
        .filteredOn(entry -> entry.notice().facts().get("does").equals("MINDS"))
        .singleElement()
        .extracting(entry -> entry.notice().official())
        .isEqualTo("kwame.mensah");
    assertWhole(one, 1);
  }
}
