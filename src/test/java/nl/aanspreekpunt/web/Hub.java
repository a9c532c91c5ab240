package nl.aanspreekpunt.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import nl.aanspreekpunt.casework.Arrival;
import nl.aanspreekpunt.casework.CaseNumbers;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Signer;
import nl.aanspreekpunt.casework.Tokens;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.inbox.Inbound;
import nl.aanspreekpunt.inbox.Pipeline;
import nl.aanspreekpunt.inbox.Placing;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.inbox.webform.FormReading;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Load;
import nl.aanspreekpunt.official.Voorbeeldstad;
import nl.aanspreekpunt.operations.Measures;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.routing.Least;
import nl.aanspreekpunt.routing.Routing;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.TestStore;
import nl.aanspreekpunt.web.ask.AskRoutes;
import nl.aanspreekpunt.web.ask.CaseAnswerers;
import nl.aanspreekpunt.web.ask.Posting;
import nl.aanspreekpunt.web.ask.ReceivedRoutes;
import nl.aanspreekpunt.web.follow.FollowRoutes;
import nl.aanspreekpunt.web.login.Accounts;
import nl.aanspreekpunt.web.login.FirstPasswords;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.login.Lockouts;
import nl.aanspreekpunt.web.login.Login;
import nl.aanspreekpunt.web.login.LoginRoutes;
import nl.aanspreekpunt.web.login.Passwords;
import nl.aanspreekpunt.web.login.Sessions;

/** The hub's pages over a real store, with the demo municipality, on a clock of the test. */
final class Hub implements AutoCloseable {
  /** A Tuesday, 10:00 in the Netherlands. */
  static final Instant MORNING = Instant.parse("2026-11-24T09:00:00Z");

  final SetClock clock = new SetClock(MORNING);
  final Vertx vertx = Vertx.vertx();
  private final TestStore own = TestStore.open(vertx);
  final Path data = own.settings().dataDir();
  final Measures measures = new Measures();
  final Store store = own.store();
  final Directories directories;
  final Receipts receipts;
  final Cases cases;
  final Outbox outbox;
  final Casework casework;
  final Tokens tokens;
  final Accounts accounts;
  final Sessions sessions;
  final Pulses pulses;
  final Login login;
  final Map<String, String> firstPasswords;
  private final WebServer server;

  Hub() {
    directories = await(Directories.in(vertx, store, clock, Voorbeeldstad.SETTINGS));
    receipts = Receipts.in(store);
    cases = Cases.in(store);
    outbox = Outbox.in(store);
    Identities identities = Identities.in(store);
    await(receipts.prepare());
    await(cases.prepare());
    await(identities.prepare());
    await(outbox.prepare());
    Signer signer =
        new Signer("a", "a key for tests only, 32 bytes..".getBytes(StandardCharsets.UTF_8));
    tokens = new Tokens(signer, "voorbeeldstad.example", "http://hub");
    pulses = Pulses.in(store);
    Pulse pulse = new Pulse(vertx, pulses);
    casework = new Casework(cases, outbox, directories, clock, pulse::changed);
    Least first = candidates -> new Load.Weighed(candidates.get(0), 0);
    Placing placing =
        new Placing(
            identities,
            new Routing(cases, tokens, first, Duration.ofDays(3)),
            cases,
            casework,
            new CaseNumbers(signer),
            outbox,
            receipts,
            directories,
            new Arrival.Limits(3, 30),
            (route, placed) -> {
              if (placed != null) {
                pulse.changed(placed);
              }
            });
    Map<Channel, nl.aanspreekpunt.inbox.Reading> readings =
        Map.of(Channel.WEB, new FormReading(receipt -> Future.succeededFuture(plain(receipt))));
    Pipeline inbox = new Pipeline(receipts, readings, placing, clock, measures);
    accounts = Accounts.in(store);
    sessions = Sessions.in(store);
    await(sessions.prepare());
    Passwords passwords = new Passwords(vertx);
    login = new Login(accounts, sessions, Lockouts.in(store), signer, passwords);
    firstPasswords =
        await(new FirstPasswords(accounts, passwords).make(directories.current(), MORNING));
    server = server(signer, new Posting(vertx, inbox, receipts, "voorbeeldstad.example"));
    await(vertx.deployVerticle(server));
  }

  private WebServer server(Signer signer, Posting posting) {
    Look look = Look.standard();
    Pages pages = new Pages("gemeente Voorbeeldstad", Voorbeeldstad.ZONE, look);
    Visits visits =
        new Visits(clock, new FormTokens(signer), new RemoteAddress(Set.of("10.0.0.1")), false);
    Gate gate = new Gate(login, directories, visits);
    List<Routes> subjects =
        List.of(
            look,
            new Pictures(directories),
            new AskRoutes(directories, posting, pages, data.resolve("uploads")),
            new ReceivedRoutes(
                vertx, new CaseAnswerers(receipts, cases, directories, tokens), pages),
            new FollowRoutes(
                cases, casework, receipts, outbox, directories, tokens, posting, pages),
            new LoginRoutes(login, gate, pages),
            new LiveRoutes(vertx, pulses, gate),
            today(gate));
    return new WebServer("127.0.0.1", 0, visits, pages, subjects);
  }

  private static Routes today(Gate gate) {
    return router ->
        router
            .get("/werk")
            .handler(gate::admit)
            .handler(context -> context.end(Visit.of(context).viewer().official().id()));
  }

  /** No files: what email reading would say of a form's message. */
  private static Inbound plain(Receipt receipt) {
    return new Inbound(
        null,
        null,
        null,
        List.of(),
        "",
        "",
        "nl",
        null,
        null,
        null,
        false,
        null,
        "<" + receipt.id() + "@voorbeeldstad.example>",
        List.of(),
        null,
        List.of(),
        false,
        null);
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.port() + path;
  }

  static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  static void eventually(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("it did not happen within 10 s");
      }
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    own.close();
    await(vertx.close());
    measures.close();
  }
}
