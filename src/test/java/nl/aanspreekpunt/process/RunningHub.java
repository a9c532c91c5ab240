package nl.aanspreekpunt.process;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import nl.aanspreekpunt.store.TestStore;

/**
 * The hub as a process of its own on data of its own, started, killed, stopped and started again;
 * what it knows is asked over its API. Close it, and nothing is left.
 */
public final class RunningHub implements AutoCloseable {
  /** A Monday, 10:00 in Voorbeeldstad: everybody works, no holiday is near. */
  public static final Instant MONDAY_TEN = Instant.parse("2026-09-07T08:00:00Z");

  static final String TOKEN = "the-administrator-of-the-process-tests";
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> configuration = new HashMap<>();
  private final String database = TestStore.ownDatabase();
  private final Path folder;
  private final Path clock;
  private HubProcess process;
  private int lives;

  /**
   * @param configuration beside what every test has, by key
   */
  public RunningHub(Map<String, String> configuration) {
    try {
      folder = Files.createTempDirectory("hub");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    clock = folder.resolve("clock");
    to(MONDAY_TEN);
    this.configuration.put("http.port", "0");
    this.configuration.put("smtp.port", "0");
    this.configuration.put("management.port", "0");
    this.configuration.put("api.token", TOKEN);
    this.configuration.put("demo", "false");
    this.configuration.put("absence.watched", "false");
    this.configuration.put("relay.tls", "off");
    this.configuration.put("data.dir", folder.resolve("data").toString());
    if (database != null) {
      this.configuration.put("store.uri", database);
    }
    this.configuration.putAll(configuration);
  }

  public static RunningHub started(Map<String, String> configuration) {
    RunningHub hub = new RunningHub(configuration);
    try {
      return hub.start();
    } catch (AssertionError | RuntimeException e) {
      hub.close();
      throw e;
    }
  }

  /** For its next start. */
  public void configure(Map<String, String> more) {
    configuration.putAll(more);
  }

  /** Starts it, once more on the same data, and waits until it is ready. */
  public RunningHub start() {
    begin().awaitReady();
    return this;
  }

  /** Starts it without waiting for anything. */
  HubProcess begin() {
    Path life = folder.resolve("life-" + lives++);
    try {
      Files.createDirectory(life);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    process = new HubProcess(life, clock, configuration);
    return process;
  }

  public void kill() {
    process.kill();
  }

  /** Asks it to stop, as an administrator does, and does not wait. */
  void ask() {
    process.ask();
  }

  int awaitExit() {
    return process.awaitExit();
  }

  /** What it logged in this life. */
  String log() {
    return process.errors();
  }

  /** As an administrator stops it; its exit code. */
  public int stop() {
    return process.stop();
  }

  /** Sets its clock, which goes on from there. */
  public void to(Instant now) {
    ShiftedClock.set(clock, now);
  }

  public String url(String path) {
    return process.http() + path;
  }

  public int smtpPort() {
    return process.smtpPort();
  }

  public String metrics() {
    return managed("/metrics").body();
  }

  /** A page, as a stranger gets it. */
  HttpResponse<String> page(String path) {
    return call(HttpRequest.newBuilder(URI.create(url(path))));
  }

  /** What it says of its readiness. A clock that was moved is one thing that fails. */
  String readiness() {
    return managed("/health/ready").body();
  }

  /** A path of its management port. */
  HttpResponse<String> managed(String path) {
    return call(HttpRequest.newBuilder(URI.create(process.management() + path)));
  }

  /** What the API answers with 200. */
  public JsonObject get(String path) {
    return answered(200, call(api(path)));
  }

  /** What the API answers with this status. */
  public JsonObject post(String path, int status, JsonObject body, String... headers) {
    HttpRequest.Builder request =
        api(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.encode()));
    return answered(status, call(headers.length == 0 ? request : request.headers(headers)));
  }

  /** Asks for something and does not wait: the hub may be killed while it does it. */
  CompletableFuture<HttpResponse<String>> begins(
      String method, String path, String type, String body) {
    return http.sendAsync(
        api(path)
            .header("Content-Type", type)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder api(String path) {
    return HttpRequest.newBuilder(URI.create(url("/api/v1" + path)))
        .header("Authorization", "Bearer " + TOKEN);
  }

  private HttpResponse<String> call(HttpRequest.Builder request) {
    try {
      return http.send(
          request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("no answer" + process.said(), e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonObject answered(int status, HttpResponse<String> response) {
    if (response.statusCode() != status) {
      throw new AssertionError(
          response.request().uri()
              + " gave "
              + response.statusCode()
              + " "
              + response.body()
              + process.said());
    }
    return new JsonObject(response.body());
  }

  /** All pages of a list. */
  public List<JsonObject> all(String path) {
    List<JsonObject> all = new ArrayList<>();
    String cursor = "";
    do {
      JsonObject page = get(path + (path.contains("?") ? "&" : "?") + "limit=100" + cursor);
      each(page.getJsonArray("items")).forEach(all::add);
      String next = page.getString("next");
      cursor = next == null ? null : "&cursor=" + next;
    } while (cursor != null);
    return all;
  }

  public static Stream<JsonObject> each(JsonArray array) {
    return array.stream().map(JsonObject.class::cast);
  }

  /** The one case of a citizen, with its timeline, once it is there. */
  public JsonObject caseOf(String citizen) {
    String path = "/cases?citizen=" + citizen.replace("+", "%2B");
    List<JsonObject> cases =
        Until.present(
            "a case of " + citizen, () -> Optional.of(all(path)).filter(found -> !found.isEmpty()));
    if (cases.size() != 1) {
      throw new AssertionError(citizen + " has more than one case: " + cases);
    }
    return one(cases.get(0).getString("number"));
  }

  public JsonObject one(String number) {
    return get("/cases/" + number);
  }

  /** A case's timeline entries of a kind. */
  public static List<JsonObject> entries(JsonObject one, String kind) {
    return each(one.getJsonArray("timeline"))
        .filter(entry -> entry.getString("kind").equals(kind))
        .toList();
  }

  public String said() {
    return process.said();
  }

  @Override
  public void close() {
    if (process != null) {
      process.kill();
    }
    if (database != null) {
      TestStore.drop(database);
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
