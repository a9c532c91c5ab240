package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import nl.aanspreekpunt.casework.Arrival;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseNumbers;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Choice;
import nl.aanspreekpunt.casework.CoveringAbsence;
import nl.aanspreekpunt.casework.Departing;
import nl.aanspreekpunt.casework.Handovers;
import nl.aanspreekpunt.casework.Signer;
import nl.aanspreekpunt.casework.Tokens;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.inbox.Pipeline;
import nl.aanspreekpunt.inbox.Placing;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.inbox.api.ApiReading;
import nl.aanspreekpunt.inbox.email.Attachments;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Load;
import nl.aanspreekpunt.official.Voorbeeldstad;
import nl.aanspreekpunt.operations.Measures;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.routing.Least;
import nl.aanspreekpunt.routing.Routing;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.TestStore;
import nl.aanspreekpunt.web.FormTokens;
import nl.aanspreekpunt.web.Look;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Pictures;
import nl.aanspreekpunt.web.Pulse;
import nl.aanspreekpunt.web.Pulses;
import nl.aanspreekpunt.web.RemoteAddress;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Visits;
import nl.aanspreekpunt.web.WebServer;
import nl.aanspreekpunt.web.login.Account;
import nl.aanspreekpunt.web.login.Accounts;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.login.Lockouts;
import nl.aanspreekpunt.web.login.Login;
import nl.aanspreekpunt.web.login.LoginRoutes;
import nl.aanspreekpunt.web.login.Passwords;
import nl.aanspreekpunt.web.login.Sessions;

/** The officials' pages over a real store, with the demo municipality, on a clock of the test. */
final class Workplace implements AutoCloseable {
  static final String PASSWORD = "een lang wachtwoord";

  /** A Tuesday, 10:00 in the Netherlands. */
  static final Instant MORNING = Instant.parse("2026-11-24T09:00:00Z");

  final SetClock clock = new SetClock(MORNING);
  final Vertx vertx = Vertx.vertx();
  private final TestStore own = TestStore.open(vertx);
  final Path data = own.settings().dataDir();
  final Path guide = guide();
  final Measures measures = new Measures();
  final Store store = own.store();
  final Directories directories;
  final Receipts receipts;
  final Cases cases;
  final Outbox outbox;
  final Identities identities;
  final Casework casework;
  final Pipeline inbox;
  private final WebServer server;
  private int sent;

  Workplace() {
    directories = await(Directories.in(vertx, store, clock, Voorbeeldstad.SETTINGS));
    receipts = Receipts.in(store);
    cases = Cases.in(store);
    outbox = Outbox.in(store);
    identities = Identities.in(store);
    List.of(receipts.prepare(), cases.prepare(), identities.prepare(), outbox.prepare())
        .forEach(Workplace::await);
    Signer signer =
        new Signer("a", "a key for tests only, 32 bytes..".getBytes(StandardCharsets.UTF_8));
    Tokens tokens = new Tokens(signer, "voorbeeldstad.example", "http://hub");
    Pulses pulses = Pulses.in(store);
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
            (route, opened) -> {
              if (opened != null) {
                pulse.changed(opened);
              }
            });
    inbox = new Pipeline(receipts, Map.of(Channel.API, new ApiReading()), placing, clock, measures);
    Accounts accounts = Accounts.in(store);
    Sessions sessions = Sessions.in(store);
    await(sessions.prepare());
    Passwords passwords = new Passwords(vertx);
    String hash = await(passwords.hash(PASSWORD));
    directories
        .current()
        .officials()
        .forEach(
            one ->
                await(accounts.add(new Account(one.email(), 1, one.id(), hash, false, MORNING))));
    Login login = new Login(accounts, sessions, Lockouts.in(store), signer, passwords);
    server = server(signer, login, pulses);
    await(vertx.deployVerticle(server));
  }

  private WebServer server(Signer signer, Login login, Pulses pulses) {
    Look look = Look.standard();
    Pages pages = new Pages("gemeente Voorbeeldstad", Voorbeeldstad.ZONE, look);
    Visits visits = new Visits(clock, new FormTokens(signer), new RemoteAddress(Set.of()), false);
    Gate gate = new Gate(login, directories, visits);
    List<Routes> subjects =
        List.of(
            look,
            new Pictures(directories),
            new LoginRoutes(login, gate, pages),
            new TodayRoutes(vertx, gate, cases, directories, pulses, pages),
            new CaseRoutes(
                gate,
                new CaseRoutes.Parts(
                    cases,
                    casework,
                    receipts,
                    outbox,
                    identities,
                    directories,
                    new Attachments(vertx, receipts)),
                pages),
            new TeamRoutes(
                gate,
                cases,
                outbox,
                directories,
                new CoveringAbsence(cases, casework, directories),
                Voorbeeldstad.ZONE,
                pages),
            new DepartureRoutes(gate, departing(), directories, pages),
            new DeskRoutes(vertx, gate, inbox, receipts, cases, directories, pages),
            new GuideRoutes(vertx, gate, directories, guide, pages));
    return new WebServer("127.0.0.1", 0, visits, pages, subjects);
  }

  private Departing departing() {
    Handovers handovers = Handovers.in(store);
    await(handovers.prepare());
    return new Departing(
        handovers,
        cases,
        casework,
        directories,
        (one, moment) -> Choice.without("jan.devries", Choice.Fit.TOPIC),
        clock);
  }

  private Path guide() {
    try {
      return Files.writeString(data.resolve("guide.yaml"), Voorbeeldstad.yaml());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A question comes in; gives its case once it is placed. */
  Case question(String from, String name, String subject, String text, String topic) {
    return question(from, name, subject, text, topic, Map.of());
  }

  Case question(
      String from,
      String name,
      String subject,
      String text,
      String topic,
      Map<String, String> more) {
    Map<String, String> facts = new HashMap<>(more);
    facts.put(from.contains("@") ? "email" : "phone", from);
    facts.put("name", name);
    facts.put("subject", subject);
    facts.put("text", text);
    if (topic != null) {
      facts.put("topic", topic);
    }
    String id = "question-" + ++sent;
    await(
        inbox.accept(
            Receipt.received(
                id, Channel.API, clock.instant(), null, List.of(), null, 0, 100, facts)));
    return found(routed(id));
  }

  private String routed(String receipt) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (System.nanoTime() < deadline) {
      Receipt found = await(receipts.find(receipt)).orElseThrow();
      if (found.state() == Receipt.State.ROUTED) {
        return found.caseNumber();
      }
    }
    throw new AssertionError(receipt + " was not routed within 10 s");
  }

  Case found(String number) {
    return await(cases.find(number)).orElseThrow();
  }

  String email(String official) {
    return directories.current().official(official).orElseThrow().email();
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

  @Override
  public void close() {
    own.close();
    await(vertx.close());
    measures.close();
  }
}
