package nl.aanspreekpunt.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import nl.aanspreekpunt.Hands;
import org.junit.jupiter.api.Test;

/** Of the clock's work one that always fails delays no other, and is tried ever less often. */
class TryingTest {
  private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
  private static final SetAside.Queue QUEUE = SetAside.Queue.ABSENCE;
  private static final String BAD = "absence/bad";

  private final Hands clock = new Hands(NOW);
  private final SetAsides setAsides = new MemorySetAsides(new HashMap<>());
  private final Trying trying = new Trying(setAsides, clock);
  private final List<String> tried = new ArrayList<>();
  private boolean broken = true;

  private Future<?> work(String one) {
    tried.add(one);
    if (broken && one.startsWith("bad")) {
      throw new IllegalStateException("a bug");
    }
    return Future.succeededFuture();
  }

  private int tick(List<String> due) {
    return trying
        .each(
            QUEUE,
            most -> Future.succeededFuture(due.stream().limit(most).toList()),
            3,
            Function.identity(),
            this::work)
        .result();
  }

  private SetAside bad() {
    return setAsides.find(BAD).result().orElseThrow();
  }

  @Test
  void theOthersHaveTheirTurnAndTheOneThatFailedWaitsLongerEachTime() {
    List<Long> pauses = new ArrayList<>();
    for (int n = 1; n < SetAside.MOST_TRIES; n++) {
      tick(List.of("bad", "good"));
      pauses.add(Duration.between(clock.instant(), bad().until()).toSeconds());
      tried.clear();
      tick(List.of("bad", "good"));
      assertThat(tried).as("it waits").containsExactly("good");
      clock.to(bad().until());
      tried.clear();
    }
    assertThat(pauses).containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 320L, 600L, 600L);
    assertThat(bad().since()).isEqualTo(NOW);
    assertThat(bad().rests()).isFalse();

    tick(List.of("bad", "good"));
    assertThat(bad().rests()).isTrue();
    assertThat(bad().until()).isEqualTo(clock.instant().plus(Duration.ofDays(1)));
    assertThat(setAsides.list(clock.instant(), 10).result()).extracting(SetAside::id).contains(BAD);
  }

  @Test
  void whatRestsIsTriedWhenSomebodySaysSoAndIsOffTheRecordOnceItWorks() {
    for (int n = 0; n < SetAside.MOST_TRIES; n++) {
      tick(List.of("bad"));
      if (!bad().rests()) {
        clock.to(bad().until());
      }
    }
    clock.forward(Duration.ofHours(1));
    assertThat(tick(List.of("bad"))).isZero();
    assertThat(setAsides.tryNow(BAD, clock.instant()).result()).isTrue();
    assertThat(setAsides.tryNow(BAD, clock.instant()).result()).as("waits no more").isFalse();
    tick(List.of("bad"));
    assertThat(bad().tries()).isEqualTo(SetAside.MOST_TRIES + 1);
    assertThat(bad().rests()).as("one try, then it rests again").isTrue();

    broken = false;
    setAsides.tryNow(BAD, clock.instant());
    tick(List.of("bad"));
    assertThat(setAsides.find(BAD).result()).isEmpty();
  }

  @Test
  void moreThatFailThanAreTakenAtOnceDelayNoneBehindThem() {
    List<String> due = new ArrayList<>(IntStream.range(0, 50).mapToObj(n -> "bad" + n).toList());
    due.add("good");
    for (int n = 0; n < 4; n++) {
      tick(due);
    }
    assertThat(tried).contains("good");
  }

  @Test
  void withoutTheStoreNothingIsSetAside() {
    Future<Integer> ticked =
        trying.each(
            QUEUE,
            most -> Future.succeededFuture(List.of("one")),
            3,
            Function.identity(),
            one -> Future.failedFuture(new StoreAway("away")));
    assertThat(ticked.cause()).isInstanceOf(StoreAway.class);
    assertThat(setAsides.list(NOW, 10).result()).isEmpty();
  }
}
