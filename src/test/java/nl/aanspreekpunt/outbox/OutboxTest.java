package nl.aanspreekpunt.outbox;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OutboxTest {
  private static final Instant NOON = Instant.parse("2026-06-01T10:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(3_600);

  @RegisterExtension final StoreFixture fixture = new StoreFixture();
  private Outbox outbox;

  @BeforeEach
  void open() {
    outbox = Outbox.in(fixture.store());
    await(outbox.prepare());
  }

  private static Outgoing entry(String id, Channel channel, int second) {
    Notice notice =
        new Notice(
            "citizen",
            Notice.Kind.REPLY,
            channel,
            "ans@elders.example",
            "samira",
            "000000000",
            "nl",
            Map.of("text", "Zo."));
    return Outgoing.waiting(id, notice, NOON.plusSeconds(second));
  }

  private Outgoing found(String id) {
    return await(outbox.find(id)).orElseThrow();
  }

  private static List<String> ids(Future<List<Outgoing>> found) {
    return await(found).stream().map(Outgoing::id).toList();
  }

  @Test
  void anEntryExistsOnceAndStaysAsItIs() {
    Outgoing first = entry("a", Channel.EMAIL, 0);
    await(outbox.add(List.of(first, entry("b", Channel.SMS, 1))));
    await(outbox.claim(first, "node", LATER, null));
    await(outbox.add(List.of(first)));
    assertThat(found("a").state()).isEqualTo(Outgoing.State.SENDING);
    assertThat(ids(outbox.findAll(List.of("b", "gone", "a")))).containsExactly("b", "a");
  }

  @Test
  void whatWaitedForOneMomentComesInTheOrderInWhichItWasMade() {
    List<Outgoing> waited =
        IntStream.of(3, 1, 2)
            .mapToObj(
                made ->
                    Outgoing.waiting(
                        "made-" + (9 - made),
                        entry("any", Channel.SMS, 0).notice(),
                        NOON.plusSeconds(made),
                        LATER))
            .toList();
    waited.forEach(one -> await(outbox.add(List.of(one))));

    assertThat(ids(outbox.due(LATER, 10))).containsExactly("made-8", "made-7", "made-6");
  }

  @Test
  void whatIsDueComesOldestFirstOverAllChannelsThatSend() {
    await(
        outbox.add(
            List.of(
                entry("late", Channel.EMAIL, 30),
                entry("second", Channel.SMS, 2),
                entry("first", Channel.EMAIL, 1),
                entry("call", Channel.PHONE, 0))));
    assertThat(ids(outbox.due(NOON.plusSeconds(9), 10))).containsExactly("first", "second");
    assertThat(ids(outbox.due(LATER, 1))).containsExactly("first");
    Outbox without = Outbox.in(fixture.store(), Map.of(Channel.EMAIL, Reason.NO_RELAY));
    assertThat(ids(without.due(LATER, 10))).containsExactly("second");
    assertThat(await(without.find("first")).orElseThrow().detail())
        .isEqualTo("no relay configured");
  }

  @Test
  void oneNodeClaimsAnEntry() {
    Outgoing waiting = entry("a", Channel.EMAIL, 0);
    await(outbox.add(List.of(waiting)));
    List<Future<Optional<Outgoing>>> claims =
        IntStream.range(0, 8)
            .mapToObj(i -> outbox.claim(waiting, "node-" + i, LATER, null))
            .toList();
    await(Future.all(claims));
    assertThat(claims).filteredOn(one -> one.result().isPresent()).hasSize(1);
    Outgoing claimed = found("a");
    assertThat(claimed.attempts()).isEqualTo(1);
    assertThat(claimed.leaseUntil()).isEqualTo(LATER);
    assertThat(claimed.nextTry()).isEqualTo(LATER);
  }

  @Test
  void onlyWhoClaimedItRecordsWhatCameOfIt() {
    Outgoing waiting = entry("a", Channel.EMAIL, 0);
    await(outbox.add(List.of(waiting)));
    Outgoing claimed = await(outbox.claim(waiting, "mine", LATER, null)).orElseThrow();
    Outgoing sent = claimed.became(Outgoing.State.SENT, null, "<id@hub>", null, NOON, false);
    assertThat(await(outbox.record(sent, "theirs"))).isFalse();
    assertThat(await(outbox.record(sent, "mine"))).isTrue();
    assertThat(await(outbox.record(sent, "mine"))).isFalse();
    assertThat(found("a")).isEqualTo(sent);
    assertThat(await(outbox.due(LATER, 10))).isEmpty();
  }

  @Test
  void aProvidersWordCountsOnlyWhenItSaysMore() {
    Outgoing waiting = entry("a", Channel.SMS, 0);
    await(outbox.add(List.of(waiting)));
    Outgoing claimed = await(outbox.claim(waiting, "mine", LATER, null)).orElseThrow();
    Outgoing delivered = claimed.became(Outgoing.State.DELIVERED, null, "SM1", null, NOON, false);
    Outgoing sent = claimed.became(Outgoing.State.SENT, null, "SM1", null, NOON, false);
    assertThat(await(outbox.record(sent, null))).isTrue();
    assertThat(await(outbox.record(delivered, null))).isTrue();
    assertThat(await(outbox.record(sent, null))).isFalse();
    assertThat(await(outbox.record(delivered, null))).isFalse();
    assertThat(found("a").state()).isEqualTo(Outgoing.State.DELIVERED);
  }

  @Test
  void anEntryIsPostponedAndToldAsItWasRead() {
    Outgoing waiting = entry("a", Channel.EMAIL, 0);
    await(outbox.add(List.of(waiting)));
    await(outbox.postpone(waiting, LATER));
    assertThat(ids(outbox.due(NOON.plusSeconds(60), 10))).isEmpty();
    assertThat(ids(outbox.unfinished("000000000"))).containsExactly("a");
    await(outbox.postpone(waiting, NOON));
    assertThat(found("a").nextTry()).as("it changed meanwhile").isEqualTo(LATER);
    await(outbox.told(found("a")));
    assertThat(ids(outbox.unfinished("000000000"))).isEmpty();
  }

  @Test
  void aStateIsListedPageByPageNewestFirstAndCounted() {
    List<Outgoing> all =
        IntStream.range(0, 9).mapToObj(i -> entry("e" + i, Channel.EMAIL, i / 3)).toList();
    await(outbox.add(all));
    List<String> seen = new ArrayList<>();
    String after = null;
    List<Outgoing> page = await(outbox.list(Outgoing.State.WAITING, after, 4));
    while (!page.isEmpty()) {
      page.forEach(one -> seen.add(one.id()));
      after = seen.get(seen.size() - 1);
      page = await(outbox.list(Outgoing.State.WAITING, after, 4));
    }
    assertThat(seen).containsExactly("e8", "e7", "e6", "e5", "e4", "e3", "e2", "e1", "e0");
    assertThat(await(outbox.count(Outgoing.State.WAITING, 100))).isEqualTo(9);
    assertThat(await(outbox.count(Outgoing.State.WAITING, 4))).isEqualTo(4);
    assertThat(await(outbox.list(Outgoing.State.DEAD, null, 4))).isEmpty();
  }

  @Test
  void whatGoesWhileAllIsListedIsInTheListOnce() {
    List<Outgoing> all =
        IntStream.range(0, 9).mapToObj(i -> entry("f" + i, Channel.EMAIL, i)).toList();
    await(outbox.add(all));
    for (Outgoing one : all) {
      var claimed = outbox.claim(one, "node", LATER, null);
      assertThat(await(outbox.list(null, null, 100)))
          .extracting(Outgoing::id)
          .containsExactly("f8", "f7", "f6", "f5", "f4", "f3", "f2", "f1", "f0");
      assertThat(await(claimed)).isPresent();
    }
  }
}
