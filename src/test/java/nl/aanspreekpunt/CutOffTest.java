package nl.aanspreekpunt;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Handover;
import nl.aanspreekpunt.casework.Reassigning;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.operations.Measures;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Cut off after the k-th write, for every k, and started again: whatever was acknowledged is there
 * once, at a named person, with its promise, and its citizen told once.
 */
class CutOffTest {
  private static final Instant MONDAY_TEN = Instant.parse("2026-06-01T08:00:00Z");
  private static final int MOST_WRITES = 60;
  private static final int MOST_OF_A_DEPARTURE = 26;

  static IntStream writes() {
    return IntStream.range(0, MOST_OF_A_DEPARTURE);
  }

  @RegisterExtension final StoreFixture fixture = new StoreFixture();
  private final Cut cut = new Cut();
  private final Hands clock = new Hands(MONDAY_TEN);
  private final Measures measures = new Measures();
  private Hub hub;
  private int messages;

  @BeforeEach
  void start() throws Exception {
    fixture.reopened(cut);
    hub = open();
  }

  @AfterEach
  void stop() {
    measures.close();
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

  private interface Doing {
    Future<?> now() throws Exception;
  }

  /** Does it, cut off after k writes, then starts again as after a crash. */
  private boolean interrupted(int k, Doing doing) throws Exception {
    cut.after(k);
    try {
      await(doing.now());
    } catch (ExecutionException e) {
      assertThat(e).hasMessageContaining("cut off");
    }
    await(hub.inbox.drain());
    boolean cutOff = cut.mend();
    hub = open();
    clock.forward(Duration.ofMinutes(2));
    await(hub.inbox.sweep());
    await(hub.caseClock.tick());
    return cutOff;
  }

  private Hub open() throws Exception {
    Vertx vertx = fixture.vertx();
    Config config =
        Config.of(
            Map.of(
                "data.dir", fixture.settings().dataDir().toString(),
                "directory.file", Path.of("conf", "directory.yaml").toString()));
    return await(Hub.open(vertx, config, clock, "http://hub.example", measures, fixture.store()));
  }

  private Case asked(String number) throws Exception {
    Receipt receipt = sms(number, "Mijn huur is te hoog");
    await(hub.inbox.accept(receipt));
    await(hub.inbox.drain());
    hub = open();
    return placed(receipt);
  }

  /** Twilio offers a message again until it is acknowledged. */
  private Future<?> deliver(Receipt receipt) {
    return hub.inbox.accept(receipt);
  }

  private Receipt sms(String from, String body) {
    String sid = "SM" + messages++;
    Map<String, String> facts =
        Map.of("From", from, "To", "+3197010212345", "Body", body, "MessageSid", sid);
    return Receipt.received(
        "receipt-" + sid,
        Channel.SMS,
        clock.instant(),
        from,
        List.of("+3197010212345"),
        null,
        0,
        body.length(),
        facts);
  }

  /** The case of a message; one that was never acknowledged is delivered again first. */
  private Case placed(Receipt receipt) throws Exception {
    if (await(hub.receipts.find(receipt.id())).isEmpty()) {
      await(hub.inbox.accept(receipt));
      await(hub.inbox.drain());
      hub = open();
    }
    Receipt stored = await(hub.receipts.find(receipt.id())).orElseThrow();
    assertThat(stored.state()).isEqualTo(Receipt.State.ROUTED);
    Case one = found(stored.caseNumber());
    assertThat(one.holds(receipt.id())).isTrue();
    assertThat(await(hub.cases.ofCitizen(one.citizen(), 10))).hasSize(1);
    return one;
  }

  private Case found(String number) throws Exception {
    return await(hub.cases.find(number)).orElseThrow();
  }

  /** What must hold of any case, whatever happened to it. */
  private void assertWhole(Case one, int received) throws Exception {
    assertThat(one.events().stream().filter(CaseEvent.Received.class::isInstance))
        .hasSize(received);
    assertThat(hub.directories.current().employed(one.official(), clock.instant())).isTrue();
    assertThat(one.pending()).isEmpty();
    for (CaseEvent event : one.events()) {
      if (event instanceof CaseEvent.Told told) {
        assertThat(await(hub.outbox.find(told.entry()))).as(told.entry()).isPresent();
      }
      if (event instanceof CaseEvent.Replied replied) {
        assertThat(await(hub.outbox.find(replied.entry()))).as(replied.entry()).isPresent();
      }
    }
    if (!one.openPromises().isEmpty()) {
      assertThat(one.wakeAt()).isAfter(MONDAY_TEN);
    }
    assertThat(told(one, Notice.Kind.ACKNOWLEDGEMENT)).hasSize(received);
  }

  private List<Outgoing> told(Case one, Notice.Kind kind) throws Exception {
    return await(hub.outbox.list(Outgoing.State.WAITING, null, 1000)).stream()
        .filter(entry -> one.id().equals(entry.notice().caseNumber()))
        .filter(entry -> entry.notice().kind() == kind)
        .toList();
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }
}
