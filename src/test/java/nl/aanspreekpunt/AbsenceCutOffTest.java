package nl.aanspreekpunt;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nl.aanspreekpunt.casework.Acting;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An absence known beforehand begins and ends by the clock, on any of the nodes, also when they
 * were down at that moment or are killed in the middle: each citizen hears it once.
 */
class AbsenceCutOffTest extends CutOffs {
  private static final Instant TUESDAY = MONDAY_TEN.plus(Duration.ofHours(14));
  private static final Instant WEDNESDAY = TUESDAY.plus(Duration.ofDays(1));
  private static final int MOST = 14;

  static IntStream writes() {
    return IntStream.of(0, 1, 2, 3, 4, 6, 8, MOST - 1);
  }

  @Test
  void twoNodesBeginAndEndItAtTheSameMomentAndItHappensOnce() throws Exception {
    Case one = asked("+31612390001");
    plan(one.official());
    Hub second = open();

    for (int tick = 0; tick < 3; tick++) {
      both(second);
      assertThat(found(one.id()).actingNow()).isEmpty();
    }
    clock.to(TUESDAY.plusSeconds(1));
    both(second);
    both(second);
    acts(one);
    clock.to(WEDNESDAY.plusSeconds(1));
    both(second);
    both(second);

    isBack(one);
  }

  private void both(Hub second) throws Exception {
    List<Future<?>> all = new ArrayList<>();
    for (Hub node : List.of(hub, second)) {
      await(node.directories.refresh());
      all.add(node.absences.tick());
    }
    await(Future.join(all));
  }

  @ParameterizedTest(name = "after {0} writes")
  @MethodSource("writes")
  void aNodeThatIsKilledAtItsStartOrEndIsFollowedByAnother(int k) throws Exception {
    Case one = asked("+31612390001");
    interrupted(k, () -> hub.absences.absent(absence(one.official())));
    plan(one.official());
    clock.to(TUESDAY.plusSeconds(1));
    interrupted(k, () -> hub.absences.tick());
    await(hub.absences.tick());
    acts(one);

    clock.to(WEDNESDAY.plusSeconds(1));
    boolean cutOff = interrupted(k, () -> hub.absences.tick());
    await(hub.absences.tick());
    isBack(one);
    if (k == MOST - 1) {
      assertThat(cutOff).as("none was left to cut off").isFalse();
    }
  }

  @Test
  void whatBeganAndEndedWhileNothingRanTellsNobodyAnything() throws Exception {
    Case one = asked("+31612390001");
    plan(one.official());
    clock.to(WEDNESDAY.plus(Duration.ofDays(2)));

    hub = open();
    await(hub.absences.tick());

    assertThat(found(one.id()).acting()).isEmpty();
    assertThat(told(one, Notice.Kind.ACTING)).isEmpty();
  }

  private void plan(String official) throws Exception {
    await(hub.absences.absent(absence(official)));
  }

  private static Absence absence(String official) {
    return new Absence(official, TUESDAY, WEDNESDAY, null, "vakantie", official, Absence.Gets.ALL);
  }

  private void acts(Case before) throws Exception {
    Case one = found(before.id());
    assertThat(one.official()).isEqualTo(before.official());
    assertThat(one.actingNow().map(Acting::official)).isPresent();
    assertThat(one.concerns()).contains(one.actingNow().orElseThrow().official());
    assertThat(one.acting()).hasSize(1);
    assertThat(one.promises().get(0).due()).isEqualTo(before.promises().get(0).due());
    assertThat(told(one, Notice.Kind.ACTING))
        .singleElement()
        .extracting(entry -> entry.notice().facts().get("back"))
        .isEqualTo("2026-06-03T06:30:00Z");
  }

  private void isBack(Case before) throws Exception {
    Case one = found(before.id());
    assertThat(one.actingNow()).isEmpty();
    assertThat(one.concerns()).containsExactly(one.official());
    assertThat(told(one, Notice.Kind.ACTING)).hasSizeLessThanOrEqualTo(1);
    assertThat(told(one, Notice.Kind.NEW_OFFICIAL)).hasSizeLessThanOrEqualTo(1);
    List<Outgoing> all = await(hub.outbox.list(Outgoing.State.WAITING, null, 1000));
    for (Notice.Kind once : List.of(Notice.Kind.ACTING, Notice.Kind.NEW_OFFICIAL)) {
      assertThat(all).filteredOn(entry -> entry.notice().kind() == once).hasSize(1);
    }
    assertThat(all)
        .filteredOn(entry -> entry.notice().kind() == Notice.Kind.ABSENCE)
        .singleElement()
        .extracting(entry -> entry.notice().official())
        .isEqualTo(one.official());
    assertWhole(one, 1);
  }
}
