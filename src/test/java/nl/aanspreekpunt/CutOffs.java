package nl.aanspreekpunt;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.operations.Measures;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A hub on a database that is cut off after the k-th write, and what must hold of its cases once it
 * is started again.
 */
abstract class CutOffs {
  static final Instant MONDAY_TEN = Instant.parse("2026-06-01T08:00:00Z");
  static final int MOST_WRITES = 60;

  @RegisterExtension final StoreFixture fixture = new StoreFixture();
  private final Cut cut = new Cut();
  final Hands clock = new Hands(MONDAY_TEN);
  private final Measures measures = new Measures();
  Hub hub;
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

  interface Doing {
    Future<?> now() throws Exception;
  }

  /** Does it, cut off after k writes, then starts again as after a crash. */
  final boolean interrupted(int k, Doing doing) throws Exception {
    cut.after(k);
    tried(doing);
    await(hub.inbox.drain());
    boolean cutOff = cut.mend();
    hub = open();
    clock.forward(Duration.ofMinutes(2));
    await(hub.inbox.sweep());
    await(hub.caseClock.tick());
    return cutOff;
  }

  /** Does what goes through no inbox, cut off after k writes; the rest of the hub goes on. */
  final boolean cut(int k, Doing doing) throws Exception {
    cut.after(k);
    tried(doing);
    return cut.mend();
  }

  private static void tried(Doing doing) throws Exception {
    try {
      await(doing.now());
    } catch (ExecutionException e) {
      assertThat(e).hasMessageContaining("cut off");
    }
  }

  /** What is configured besides, by key. */
  Map<String, String> configuration() {
    return Map.of();
  }

  final Hub open() throws Exception {
    Vertx vertx = fixture.vertx();
    Map<String, String> all = new HashMap<>(configuration());
    all.put("data.dir", fixture.settings().dataDir().toString());
    all.put("directory.file", Path.of("conf", "directory.yaml").toString());
    Config config = Config.of(all);
    return await(Hub.open(vertx, config, clock, "http://hub.example", measures, fixture.store()));
  }

  final Case asked(String number) throws Exception {
    Receipt receipt = sms(number, "Mijn huur is te hoog");
    await(hub.inbox.accept(receipt));
    await(hub.inbox.drain());
    hub = open();
    return placed(receipt);
  }

  /** Twilio offers a message again until it is acknowledged. */
  final Future<?> deliver(Receipt receipt) {
    return hub.inbox.accept(receipt);
  }

  final Receipt sms(String from, String body) {
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

  final Receipt mail(String from, String subject, String text) {
    String id = "mail-" + messages++;
    String raw =
        "From: %s\r\nTo: vraag@voorbeeldstad.example\r\nSubject: %s\r\n".formatted(from, subject)
            + "Message-ID: <%s@burger.example>\r\n\r\n%s\r\n".formatted(id, text);
    byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
    return Receipt.received(
        id,
        Channel.EMAIL,
        clock.instant(),
        from,
        List.of("vraag@voorbeeldstad.example"),
        bytes,
        0,
        bytes.length,
        Map.of());
  }

  /** The case of a message; one that was never acknowledged is delivered again first. */
  final Case placed(Receipt receipt) throws Exception {
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

  final Case found(String number) throws Exception {
    return await(hub.cases.find(number)).orElseThrow();
  }

  /** What must hold of any case, whatever happened to it. */
  final void assertWhole(Case one, int received) throws Exception {
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

  final List<Outgoing> told(Case one, Notice.Kind kind) throws Exception {
    return await(hub.outbox.list(Outgoing.State.WAITING, null, 1000)).stream()
        .filter(entry -> one.id().equals(entry.notice().caseNumber()))
        .filter(entry -> entry.notice().kind() == kind)
        .toList();
  }

  static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }
}
