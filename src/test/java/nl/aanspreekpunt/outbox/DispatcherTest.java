package nl.aanspreekpunt.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.outbox.Outgoing.State;
import org.junit.jupiter.api.Test;

class DispatcherTest extends Dispatching {
  @Test
  void whatIsDueIsSentOnceAndRecorded() {
    add(email("a", "jan"));

    tick();
    tick();

    assertThat(tried).containsExactly("a");
    Outgoing sent = find("a");
    assertThat(sent.state()).isEqualTo(State.SENT);
    assertThat(sent.reference()).isEqualTo("ref-a");
    assertThat(sent.sentAt()).isEqualTo(Town.NOW);
    assertThat(sent.nextTry()).isNull();
    assertThat(sent.node()).isNull();
    assertThat(told).isEmpty();
  }

  @Test
  void twoDispatchersThatRaceSendEachEntryOnce() {
    Dispatcher other = dispatcher("node-2");
    List<Outgoing> many = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      many.add(email("e" + i, "p" + i));
    }
    await(outbox.add(many));

    await(Future.all(dispatcher.tick(), other.tick()));
    await(Future.all(dispatcher.tick(), other.tick()));

    assertThat(tried).hasSize(60).doesNotHaveDuplicates();
    await(vertx.undeploy(other.deploymentID()));
  }

  @Test
  void aTransientFailureIsTriedLaterAndLongerEachTimeUntilItIsGivenUp() {
    add(email("a", "jan"));
    answers.put("a", new ArrayList<>(Collections.nCopies(5, now(Delivery.retry("451 later")))));

    tick();
    Outgoing waiting = find("a");
    assertThat(waiting.state()).isEqualTo(State.WAITING);
    assertThat(waiting.detail()).isEqualTo("451 later");
    Duration pause = Duration.between(time.instant(), waiting.nextTry());
    assertThat(pause).isBetween(Duration.ofSeconds(24), Duration.ofSeconds(36));
    tick();
    assertThat(tried).hasSize(1);
    for (int i = 1; i < 5; i++) {
      time.to(find("a").nextTry());
      tick();
    }

    assertThat(tried).hasSize(5);
    assertThat(find("a").state()).isEqualTo(State.DEAD);
    assertThat(find("a").nextTry()).isNull();
    assertThat(told).singleElement().extracting(Outgoing::detail).isEqualTo("451 later");
  }

  @Test
  void aProviderThatAsksToWaitIsWaitedFor() {
    add(email("a", "jan"));
    answer("a", Delivery.retry("429", Duration.ofMinutes(10)));

    tick();

    assertThat(find("a").nextTry()).isEqualTo(time.instant().plus(Duration.ofMinutes(10)));
  }

  @Test
  void aRefusalIsToldUntilSomebodyHeardIt() {
    add(email("a", "jan"));
    answer("a", Delivery.refused("550 no such user"));
    Dispatcher deaf =
        dispatcher("node-2", entry -> Future.failedFuture("the case cannot be written"));

    await(deaf.tick());
    assertThat(find("a").state()).isEqualTo(State.REFUSED);
    tick();
    assertThat(told).isEmpty();
    time.forward(Duration.ofMinutes(1));
    tick();
    time.forward(Duration.ofMinutes(1));
    tick();

    assertThat(told).singleElement().extracting(Outgoing::detail).isEqualTo("550 no such user");
    assertThat(tried).hasSize(1);
    assertThat(find("a").nextTry()).isNull();
    await(vertx.undeploy(deaf.deploymentID()));
  }

  @Test
  void aClaimWhoseNodeDiedIsTakenUpWhenItsLeaseRanOutAndNotBefore() {
    add(email("a", "jan"));
    Instant lease = time.instant().plusSeconds(90);
    assertThat(await(outbox.claim(find("a"), "dead-node", lease, null))).isPresent();

    tick();
    assertThat(tried).isEmpty();
    time.forward(Duration.ofSeconds(91));
    tick();

    assertThat(tried).containsExactly("a again");
    assertThat(find("a").state()).isEqualTo(State.SENT);
    assertThat(find("a").perhapsTwice()).isTrue();
    assertThat(told).singleElement().extracting(Outgoing::detail).isEqualTo("hub:perhaps-twice");
  }

  @Test
  void aNodeThatComesBackAfterItsLeaseChangesNothing() {
    add(email("a", "jan"));
    Outgoing old =
        await(outbox.claim(find("a"), "node-1", time.instant().plusSeconds(90), null))
            .orElseThrow();
    time.forward(Duration.ofSeconds(91));
    tick();

    Outgoing late = old.became(State.REFUSED, null, null, "late", null, false);
    assertThat(await(outbox.record(late, "node-1"))).isFalse();
    assertThat(find("a").state()).isEqualTo(State.SENT);
  }

  @Test
  void notKnowingIsAskedOnceMoreAndThenLeftUnknown() {
    add(email("a", "jan"));
    answer("a", Delivery.unknown("ref", "no answer"));
    answer("a", Delivery.unknown("ref", "no answer"));

    tick();
    assertThat(find("a").state()).isEqualTo(State.UNKNOWN);
    assertThat(told).isEmpty();
    tick();
    assertThat(tried).containsExactly("a");
    time.forward(Duration.ofMinutes(2));
    tick();
    time.forward(Duration.ofMinutes(2));
    tick();

    assertThat(tried).containsExactly("a", "a again");
    assertThat(find("a").state()).isEqualTo(State.UNKNOWN);
    assertThat(find("a").perhapsTwice()).isTrue();
    assertThat(told).hasSize(1);
  }

  @Test
  void toOnePersonAboutOneCaseTheOrderIsKeptAlsoAcrossARetry() {
    add(email("a", "jan"), later(email("b", "jan"), 1), email("other", "piet"));
    answer("a", Delivery.retry("451"));

    tick();
    assertThat(tried).containsExactlyInAnyOrder("a", "other");
    add(later(email("c", "jan"), 2));
    tick();
    assertThat(tried).containsExactlyInAnyOrder("a", "other");
    time.forward(Duration.ofMinutes(1));
    tick();

    assertThat(tried).endsWith("a", "b", "c");
  }

  @Test
  void oneThatHangsDelaysNobodyElse() {
    Promise<Delivery> hanging = Promise.promise();
    answers.put("a", new ArrayList<>(List.of(hanging.future())));
    add(email("a", "jan"), email("b", "piet"));

    Future<Void> first = dispatcher.tick();
    until(() -> tried.contains("b"));
    assertThat(first.isComplete()).isFalse();
    hanging.complete(Delivery.sent("x"));
    await(first);

    assertThat(find("a").state()).isEqualTo(State.SENT);
  }

  @Test
  void oneThatCannotBeWrittenIsRetriedAndSaysWhy() {
    add(email("a", "jan"));
    answers.put("a", new ArrayList<>(List.of(Future.failedFuture("no official 'x'"))));

    tick();

    assertThat(find("a").state()).isEqualTo(State.WAITING);
    assertThat(find("a").detail()).isEqualTo("hub:cannot-be-written");
  }

  @Test
  void withoutARelayItWaitsVisiblyAndIsNeverDue() {
    Outbox without = Outbox.in(store(), Map.of(Channel.EMAIL, Reason.NO_RELAY));
    add(email("a", "jan"));

    assertThat(await(without.due(time.instant(), 10))).isEmpty();
    assertThat(await(without.find(prefix + "a")).orElseThrow().detail())
        .isEqualTo("no relay configured");
    assertThat(await(without.list(State.WAITING, null, 10)))
        .extracting(Outgoing::detail)
        .contains("no relay configured");
    tick();
  }

  @Test
  void listsAreNewestFirstAndTheCursorMissesNothingOfOneMoment() {
    List<Outgoing> held = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      held.add(later(email("h" + (char) ('a' + i), "p" + i), i / 10).held());
    }
    await(outbox.add(held));

    List<String> seen = new ArrayList<>();
    String cursor = null;
    for (List<Outgoing> page = List.of(); cursor == null || !page.isEmpty(); ) {
      page = await(outbox.list(State.HELD, cursor, 4));
      page.forEach(entry -> seen.add(entry.id()));
      cursor = page.isEmpty() ? cursor : page.get(page.size() - 1).id();
    }

    assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    assertThat(seen.get(0)).isEqualTo(prefix + "hy");
    assertThat(seen.get(24)).isEqualTo(prefix + "ha");
    assertThat(await(outbox.count(State.HELD, 20))).isEqualTo(20);
  }

  @Test
  void whatIsAddedAgainStaysAsItIs() {
    add(email("a", "jan"));
    tick();
    add(email("a", "jan"));
    tick();

    assertThat(tried).containsExactly("a");
  }
}
