package nl.aanspreekpunt.outbox.optout;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.outbox.optout.OptOut.Turn;
import nl.aanspreekpunt.store.TestStore;
import org.junit.jupiter.api.Test;

/** What was said last counts, in whatever order, however often and by however many it is heard. */
class OptOutTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final String NUMBER = "+31612345678";

  private static Turn turn(int second, boolean stop) {
    return new Turn(stop, NOON.plusSeconds(second), "message-" + second + stop, "STOP");
  }

  @Property(tries = 300)
  void inAnyOrderAndTwiceTheSameCounts(
      @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 30) Integer> seconds,
      @ForAll Random order) {
    List<Turn> said = seconds.stream().distinct().map(at -> turn(at, order.nextBoolean())).toList();
    List<Turn> heard = new ArrayList<>(said);
    heard.addAll(said);
    Collections.shuffle(heard, order);

    OptOut all = OptOut.first(Channel.SMS, NUMBER, heard.get(0));
    for (Turn one : heard) {
      all = all.with(one);
    }

    Turn last = said.stream().max(Comparator.comparing(Turn::at)).orElseThrow();
    assertThat(all.last()).isEqualTo(last);
    assertThat(all.turns()).containsExactlyInAnyOrderElementsOf(said);
  }

  @Test
  void ofTwoInOneSecondTheOneToStopCounts() {
    OptOut both = OptOut.first(Channel.SMS, NUMBER, turn(5, true)).with(turn(5, false));

    assertThat(both.stopped()).isTrue();
  }

  @Test
  void oneThatWasSaidEarlierThanItWasHeardIsPutThereAndNeverLater() {
    Turn heard = new Turn(true, NOON.plusSeconds(60), "m1", "STOP");
    Turn said = new Turn(true, NOON, "m1", "STOP");
    OptOut started =
        OptOut.first(Channel.SMS, NUMBER, new Turn(false, NOON.plusSeconds(30), "m2", "START"));

    assertThat(started.with(heard).stopped()).as("at once").isTrue();
    assertThat(started.with(heard).with(said).stopped()).isFalse();
    assertThat(started.with(said).with(heard).stopped()).as("done again").isFalse();
  }

  @Test
  void manyAtOnceLoseNothing() {
    Vertx vertx = Vertx.vertx();
    TestStore own = TestStore.open(vertx);
    OptOuts one = OptOuts.in(own.store());
    OptOuts other = OptOuts.in(own.store());
    List<Future<Boolean>> all = new ArrayList<>();
    for (int second = 0; second < 30; second++) {
      OptOuts node = second % 2 == 0 ? one : other;
      all.add(node.said(Channel.SMS, NUMBER, turn(second, second % 3 == 0)));
      all.add(node.said(Channel.WHATSAPP, NUMBER, turn(second, second % 3 != 0)));
    }
    all.forEach(TestStore::await);

    OptOut sms = TestStore.await(one.find(Channel.SMS, NUMBER)).orElseThrow();
    assertThat(sms.turns()).hasSize(30);
    assertThat(sms.stopped()).isFalse();
    assertThat(TestStore.await(one.find(Channel.WHATSAPP, NUMBER)).orElseThrow().stopped())
        .as("each channel by itself")
        .isTrue();
    own.close();
    TestStore.await(vertx.close());
  }
}
