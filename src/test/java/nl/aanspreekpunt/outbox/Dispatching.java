package nl.aanspreekpunt.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import nl.aanspreekpunt.Hands;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.outbox.Notice.Kind;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.TestStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** An outbox that sends through a provider that answers as it is told, on a clock of the test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Dispatching {
  Vertx vertx;
  Hands time;
  List<String> tried;
  List<Outgoing> told;
  Map<String, List<Future<Delivery>>> answers;
  Outbox outbox;
  Dispatcher dispatcher;
  String prefix;
  private TestStore own;
  private int tests;

  @BeforeAll
  void start() {
    vertx = Vertx.vertx();
    own = TestStore.open(vertx);
  }

  @AfterAll
  void stop() {
    own.close();
    await(vertx.close());
  }

  @BeforeEach
  void prepare() {
    time = new Hands(Town.NOW);
    tried = Collections.synchronizedList(new ArrayList<>());
    told = Collections.synchronizedList(new ArrayList<>());
    answers = new HashMap<>();
    prefix = "t" + ++tests + "-";
    // Each test's entries end with it, so one table does for all.
    outbox = Outbox.in(own.store());
    await(outbox.prepare());
    dispatcher = dispatcher("node-1");
  }

  Store store() {
    return own.store();
  }

  Outgoing email(String id, String to) {
    Notice notice = Town.notice(Kind.REPLY, Channel.EMAIL, to + "@burger.example", "nl");
    Notice ofThisTest =
        new Notice(
            notice.key(),
            notice.kind(),
            notice.channel(),
            notice.to(),
            notice.official(),
            prefix + "case",
            notice.language(),
            notice.facts());
    return Outgoing.waiting(prefix + id, ofThisTest, Town.NOW);
  }

  static Outgoing later(Outgoing entry, int seconds) {
    return Outgoing.waiting(entry.id(), entry.notice(), Town.NOW.plusSeconds(seconds));
  }

  void add(Outgoing... entries) {
    await(outbox.add(List.of(entries)));
  }

  Outgoing find(String id) {
    return await(outbox.find(prefix + id)).orElseThrow();
  }

  void tick() {
    await(dispatcher.tick());
  }

  void answer(String id, Delivery delivery) {
    answers.computeIfAbsent(id, any -> new ArrayList<>()).add(now(delivery));
  }

  static Future<Delivery> now(Delivery delivery) {
    return Future.succeededFuture(delivery);
  }

  Dispatcher dispatcher(String node) {
    return dispatcher(
        node,
        entry -> {
          told.add(entry);
          return Future.succeededFuture();
        });
  }

  Dispatcher dispatcher(String node, DeliveryListener listener) {
    return dispatcher(node, listener, this::provide);
  }

  Dispatcher dispatcher(String node, DeliveryListener listener, Sending provider) {
    Dispatcher made =
        new Dispatcher(
            outbox,
            Map.of(Channel.EMAIL, provider, Channel.SMS, provider),
            entry -> Future.succeededFuture(Optional.of(entry)),
            listener,
            time,
            Backoff.usual(new Random(1)),
            new Dispatcher.Settings(node, Duration.ofSeconds(30), 8, 5, Duration.ofHours(1)));
    await(vertx.deployVerticle(made));
    return made;
  }

  private Future<Delivery> provide(
      Outgoing entry, boolean again, java.util.function.BooleanSupplier lease) {
    String id = entry.id().substring(prefix.length());
    assertThat(lease.getAsBoolean()).isTrue();
    tried.add(again ? id + " again" : id);
    List<Future<Delivery>> scripted = answers.getOrDefault(id, List.of());
    return scripted.isEmpty()
        ? now(again ? Delivery.perhapsTwice("ref-" + id) : Delivery.sent("ref-" + id))
        : scripted.remove(0);
  }

  static void until(java.util.function.BooleanSupplier met) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!met.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
