package nl.aanspreekpunt.web.api;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import nl.aanspreekpunt.casework.Absences;
import nl.aanspreekpunt.casework.Arrival;
import nl.aanspreekpunt.casework.Attendance;
import nl.aanspreekpunt.casework.CaseNumbers;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Completing;
import nl.aanspreekpunt.casework.Departing;
import nl.aanspreekpunt.casework.Distributing;
import nl.aanspreekpunt.casework.Feeding;
import nl.aanspreekpunt.casework.Foreseeing;
import nl.aanspreekpunt.casework.Handovers;
import nl.aanspreekpunt.casework.Importing;
import nl.aanspreekpunt.casework.Imports;
import nl.aanspreekpunt.casework.Lessons;
import nl.aanspreekpunt.casework.Reassignments;
import nl.aanspreekpunt.casework.Signer;
import nl.aanspreekpunt.casework.Spells;
import nl.aanspreekpunt.casework.Tokens;
import nl.aanspreekpunt.casework.household.HouseholdWork;
import nl.aanspreekpunt.casework.sofar.SoFarWork;
import nl.aanspreekpunt.casework.sofar.SoFars;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.citizen.Households;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.council.Council;
import nl.aanspreekpunt.council.Reports;
import nl.aanspreekpunt.council.Shown;
import nl.aanspreekpunt.figures.Days;
import nl.aanspreekpunt.figures.FiguresOverTime;
import nl.aanspreekpunt.friction.Following;
import nl.aanspreekpunt.friction.FrictionWork;
import nl.aanspreekpunt.friction.Frictions;
import nl.aanspreekpunt.friction.Owners;
import nl.aanspreekpunt.inbox.Doubtfuls;
import nl.aanspreekpunt.inbox.Doubting;
import nl.aanspreekpunt.inbox.Pipeline;
import nl.aanspreekpunt.inbox.Placing;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.inbox.TryingAgain;
import nl.aanspreekpunt.inbox.api.ApiReading;
import nl.aanspreekpunt.inbox.files.Filing;
import nl.aanspreekpunt.inbox.files.Scanner;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Load;
import nl.aanspreekpunt.official.People;
import nl.aanspreekpunt.official.Voorbeeldstad;
import nl.aanspreekpunt.operations.Measures;
import nl.aanspreekpunt.outbox.House;
import nl.aanspreekpunt.outbox.Letters;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Reason;
import nl.aanspreekpunt.outbox.optout.OptOuts;
import nl.aanspreekpunt.outbox.own.OwnTexts;
import nl.aanspreekpunt.routing.Least;
import nl.aanspreekpunt.routing.Proposing;
import nl.aanspreekpunt.routing.Routing;
import nl.aanspreekpunt.routing.Teaching;
import nl.aanspreekpunt.routing.Vocabulary;
import nl.aanspreekpunt.routing.learned.Example;
import nl.aanspreekpunt.routing.learned.Learning;
import nl.aanspreekpunt.routing.learned.Models;
import nl.aanspreekpunt.search.Search;
import nl.aanspreekpunt.setup.problems.Looking;
import nl.aanspreekpunt.setup.problems.Problem;
import nl.aanspreekpunt.store.SetAsides;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.StoreFixture;
import nl.aanspreekpunt.store.Trying;
import nl.aanspreekpunt.story.Stories;
import nl.aanspreekpunt.story.StoryWork;
import nl.aanspreekpunt.trail.Keeping;
import nl.aanspreekpunt.trail.Seal;
import nl.aanspreekpunt.trail.TrailWork;

/** The hub behind its API, on a real port and store, with the demo municipality. */
final class ApiHub {
  static final String ADMINISTRATOR = "the-administrator-of-the-tests";

  /** A Tuesday, 11:00 in Voorbeeldstad. */
  static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  final ApiTokens tokens;
  final Cases cases;
  final Casework casework;
  final Identities identities;
  final Outbox outbox;
  final Distributing distributing;
  final People people;
  final SoFarWork soFar;
  final Search search;
  final Store store;
  final OwnTexts ownTexts;
  final TrailWork trailWork;
  final Receipts receipts;
  final Directories directories;
  final Doubtfuls doubtfuls;
  final Doubting doubting;

  /** What can be learned from. */
  final List<Example> examples = new CopyOnWriteArrayList<>();

  private final Pipeline pipeline;
  private final HttpServer server;
  final Documented client;

  ApiHub(StoreFixture fixture) {
    this(fixture, 1_000_000);
  }

  ApiHub(StoreFixture fixture, int aMinute) {
    Vertx vertx = fixture.vertx();
    Clock clock = clock();
    directories = await(Directories.in(vertx, fixture.store(), clock, Voorbeeldstad.SETTINGS));
    cases = Cases.in(fixture.store());
    identities = Identities.in(fixture.store());
    store = fixture.store();
    receipts = Receipts.in(fixture.store());
    outbox = Outbox.in(fixture.store(), Map.of(Channel.EMAIL, Reason.NO_RELAY));
    Handovers handovers = Handovers.in(fixture.store());
    tokens = ApiTokens.in(fixture.store());
    await(
        Future.all(
            List.of(
                cases.prepare(),
                identities.prepare(),
                receipts.prepare(),
                handovers.prepare(),
                tokens.prepare())));
    await(outbox.prepare());
    await(tokens.administrator(ADMINISTRATOR, NOW, one -> Future.succeededFuture()));
    Signer signer = new Signer("k", "a key of the tests".getBytes(StandardCharsets.UTF_8));
    Tokens signed = new Tokens(signer, "voorbeeldstad.example", "http://localhost");
    Least least = official -> Load.Work.NONE;
    casework = new Casework(cases, outbox, directories, clock, changed -> {});
    Vocabulary vocabulary = new Vocabulary(Lessons.in(fixture.store()), clock);
    await(vocabulary.prepare());
    Learning learning =
        new Learning(
            vertx,
            Models.in(fixture.store()),
            most -> Future.succeededFuture(List.copyOf(examples)),
            directories,
            outbox,
            clock);
    await(learning.prepare());
    Households households = Households.in(fixture.store());
    await(households.prepare());
    Placing placing =
        new Placing(
            identities,
            new Routing(
                cases,
                signed,
                least,
                Duration.ofDays(3),
                vocabulary,
                learning::suggest,
                households),
            cases,
            casework,
            new CaseNumbers(signer),
            outbox,
            receipts,
            directories,
            new Arrival.Limits(3, 30),
            null, // nothing here is marked as spam
            (route, placed) -> {});
    pipeline =
        new Pipeline(
            receipts, Map.of(Channel.API, new ApiReading()), placing, clock, new Measures());
    Trying trying = new Trying(SetAsides.in(fixture.store()), clock);
    Departing departing =
        new Departing(
            handovers,
            trying,
            cases,
            casework,
            identities,
            directories,
            new Proposing(least),
            clock);
    Spells spells = Spells.in(fixture.store());
    await(spells.prepare());
    Absences absences =
        new Absences(
            spells, trying, cases, casework, outbox, directories, clock, Duration.ofDays(5));
    Attendance attendance =
        new Attendance(
            fixture.store(), trying, cases, absences, departing, outbox, directories, clock);
    await(attendance.prepare());
    people = People.in(fixture.store());
    await(people.prepare());
    Importing importing =
        new Importing(
            Imports.in(fixture.store()),
            trying,
            directories,
            departing,
            clock,
            "voorbeeldstad.example");
    await(importing.prepare());
    Reassignments reassignments = Reassignments.in(fixture.store());
    await(reassignments.prepare());
    distributing =
        new Distributing(
            reassignments, trying, cases, casework, directories, new Proposing(least), clock);
    Frictions frictions = Frictions.in(fixture.store());
    await(frictions.prepare());
    Following following =
        new Following(frictions, trying, Owners.read(null), cases, casework, outbox, clock);
    FrictionWork frictionWork =
        new FrictionWork(frictions, following, cases, casework, new CaseNumbers(signer));
    Stories stories = Stories.in(fixture.store());
    await(stories.prepare());
    StoryWork storyWork = new StoryWork(stories, cases, casework, outbox, null);
    soFar = new SoFarWork(SoFars.in(fixture.store()), households, cases, casework, trying, clock);
    doubtfuls = Doubtfuls.in(fixture.store());
    await(doubtfuls.prepare());
    doubting =
        new Doubting(
            doubtfuls,
            receipts,
            receipt -> Future.succeededFuture(),
            pipeline::process,
            outbox,
            directories,
            clock,
            Duration.ofDays(14));
    search = new Search(vertx, fixture.store(), cases, receipts, outbox, identities, clock);
    await(search.prepare());
    ownTexts = await(OwnTexts.in(vertx, fixture.store(), letters()));
    trailWork =
        TrailWork.in(
            vertx,
            fixture.store(),
            new Seal(null, signer),
            new Keeping(Duration.ofDays(90), Duration.ofDays(1825)),
            directories,
            ownTexts,
            Reassignments.in(fixture.store()),
            cases,
            casework,
            clock);
    await(trailWork.trail().prepare());
    Api.Parts parts =
        new Api.Parts(
            pipeline,
            receipts,
            cases,
            casework,
            departing,
            distributing,
            absences,
            attendance,
            importing,
            new Completing(
                people,
                new Feeding(people, trying, directories, departing, clock),
                directories,
                clock),
            new Foreseeing(cases, directories, new Proposing(least), Voorbeeldstad.ZONE),
            directories,
            learning,
            Path.of("conf/directory.yaml"),
            identities,
            outbox,
            OptOuts.in(fixture.store()),
            new TryingAgain(SetAsides.in(fixture.store()), cases, receipts, outbox),
            vocabulary,
            new Teaching(
                cases,
                casework,
                identities,
                vocabulary,
                new CaseNumbers(signer),
                new Proposing(least),
                clock),
            tokens,
            frictionWork,
            storyWork,
            new HouseholdWork(
                households, identities, cases, casework, new CaseNumbers(signer), trying, clock),
            soFar,
            new Council(Reports.in(fixture.store()), Voorbeeldstad.ZONE, Shown.Fewest.USUAL),
            new FiguresOverTime(Days.in(fixture.store()), Shown.Fewest.USUAL),
            doubting,
            new Filing(fixture.store(), null, null, Scanner.NONE, clock, state -> {}),
            search,
            trailWork,
            noRelay(),
            Voorbeeldstad.ZONE,
            aMinute);
    Router router = Router.router(vertx);
    new Api(vertx, parts, clock).mount(router);
    server = await(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
    client = new Documented(server.actualPort());
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now.get();
      }
    };
  }

  void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  int port() {
    return server.actualPort();
  }

  /** As the administrator. */
  JsonObject get(String path) {
    Documented.Reply reply = client.get(ADMINISTRATOR, path);
    assertThat(reply.status()).as(path + " " + reply.body()).isEqualTo(200);
    return reply.body();
  }

  /** The same. */
  Documented.Reply post(String path, JsonObject body, int status) {
    Documented.Reply reply = client.post(ADMINISTRATOR, path, body);
    assertThat(reply.status()).as(path + " " + reply.body()).isEqualTo(status);
    return reply;
  }

  /** A token that speaks for an official, with these scopes. */
  String tokenOf(String official, String... scopes) {
    return tokenOf(official, new JsonArray(List.of(scopes)));
  }

  String tokenOf(String official, JsonArray scopes) {
    JsonObject body = new JsonObject().put("name", official).put("scopes", scopes);
    return client
        .post(ADMINISTRATOR, "/tokens", body.put("official", official))
        .body()
        .getString("token");
  }

  /** Hands in a message and waits until it is placed; its case's number. */
  String opened(String key, JsonObject message) {
    return placed(sent(key, message)).getString("case");
  }

  /** Receipt id of a message that is at its case. */
  String received(String key, JsonObject message) {
    String receipt = sent(key, message);
    placed(receipt);
    return receipt;
  }

  private String sent(String key, JsonObject message) {
    Documented.Reply reply =
        client.post(ADMINISTRATOR, "/messages", message, "Idempotency-Key", key);
    assertThat(reply.status()).isEqualTo(202);
    return reply.body().getString("id");
  }

  JsonObject placed(String receipt) {
    Instant deadline = Instant.now().plusSeconds(20);
    while (Instant.now().isBefore(deadline)) {
      JsonObject found = client.get(ADMINISTRATOR, "/receipts/" + receipt).body();
      if ("routed".equals(found.getString("state"))) {
        return found;
      }
    }
    throw new AssertionError("receipt " + receipt + " was not placed in time");
  }

  static JsonObject message(String email, String text) {
    return new JsonObject()
        .put("from", new JsonObject().put("name", "Ans de Boer").put("email", email))
        .put("text", text);
  }

  /** As the program writes them, about nobody. */
  private static Letters letters() {
    ZoneId zone = ZoneId.of("Europe/Amsterdam");
    House house = new House("Voorbeeldstad", zone, "https://hub.voorbeeldstad.example", null);
    return new Letters(id -> Optional.empty(), house, file -> Optional.empty());
  }

  /** A look that finds one thing. */
  private static Looking noRelay() {
    List<Problem> found = List.of(new Problem(Problem.What.NO_RELAY, List.of()));
    return new Looking() {
      @Override
      public Future<List<Problem>> now() {
        return Future.succeededFuture(found);
      }

      @Override
      public Future<Looked> look(boolean afresh) {
        return Future.succeededFuture(new Looked(found, NOW));
      }
    };
  }
}
