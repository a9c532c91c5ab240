package nl.aanspreekpunt.official;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoadTest {
  private final List<Official> officials = Voorbeeldstad.directory().officials();
  private final Official samira = officials.get(0);
  private final Map<String, Long> open = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final MovingClock clock = new MovingClock();
  private final Load load = new Load(this::count, clock, Duration.ofSeconds(5));

  private Future<Load.Work> count(String official) {
    asked.add(official);
    return Future.succeededFuture(new Load.Work(open.getOrDefault(official, 0L), 0));
  }

  @Test
  void whatThisNodeGaveCountsAtOnceUntilItIsCounted() {
    load.refresh(officials).await();
    load.added(samira.id());
    load.added(samira.id());
    assertThat(load.of(samira.id()).open()).isEqualTo(2);
    open.put(samira.id(), 2L);
    clock.now = clock.now.plusSeconds(5);
    load.refresh(officials).await();
    assertThat(load.of(samira.id()).open()).isEqualTo(2);
  }

  @Test
  void aCaseCountsFromWhenItIsGivenAndNoMoreWhenItIsNotOpened() {
    load.refresh(officials).await();
    Promise<Boolean> first = Promise.promise();
    Promise<Boolean> second = Promise.promise();
    load.opening(samira.id(), first::future);
    load.opening(samira.id(), second::future);
    assertThat(load.of(samira.id()).open()).isEqualTo(2);
    first.complete(true);
    second.fail("away");
    assertThat(load.of(samira.id()).open()).isEqualTo(1);
    load.opening(samira.id(), () -> Future.succeededFuture(false));
    load.opening(
        samira.id(),
        () -> {
          throw new IllegalStateException("away");
        });
    assertThat(load.of(samira.id()).open()).isEqualTo(1);
  }

  @Test
  void whatIsAddedWhileACountRunsIsNotForgotten() {
    List<Promise<Load.Work>> running = new ArrayList<>();
    Load slow =
        new Load(
            official -> {
              running.add(Promise.promise());
              return running.get(running.size() - 1).future();
            },
            clock,
            Duration.ofSeconds(5));
    Future<Void> done = slow.refresh(List.of(samira));
    slow.added(samira.id());
    running.get(0).complete(new Load.Work(7, 2));
    done.await();
    assertThat(slow.of(samira.id()).open()).isEqualTo(8);
  }

  @Test
  void onlyAnOldCountIsRepeatedAndFourAtATime() {
    load.refresh(officials).await();
    load.refresh(officials).await();
    assertThat(asked).hasSize(officials.size()).doesNotHaveDuplicates();
    List<String> running = new ArrayList<>();
    Load slow =
        new Load(
            official -> {
              running.add(official);
              return Promise.<Load.Work>promise().future();
            },
            clock,
            Duration.ofSeconds(5));
    slow.refresh(officials);
    assertThat(running).hasSize(4);
  }

  @Test
  void aFailedCountLeavesTheEstimateAndTheOthers() {
    open.put(samira.id(), 3L);
    load.refresh(officials).await();
    Load failing =
        new Load(
            official ->
                official.equals(samira.id())
                    ? Future.failedFuture("away")
                    : Future.succeededFuture(new Load.Work(4, 0)),
            clock,
            Duration.ofSeconds(5));
    failing.added(samira.id());
    Future<Void> done = failing.refresh(officials);
    assertThat(done.failed()).isTrue();
    assertThat(failing.of(samira.id()).open()).isEqualTo(1);
    assertThat(failing.of(officials.get(11).id()).open()).isEqualTo(4);
  }

  private static final class MovingClock extends Clock {
    private Instant now = Instant.parse("2026-11-24T10:00:00Z");

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
