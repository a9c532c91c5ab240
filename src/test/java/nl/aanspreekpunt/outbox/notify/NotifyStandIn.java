package nl.aanspreekpunt.outbox.notify;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * NotifyNL as far as the hub uses it, and what it checks: who asks, each field, the template and
 * its placeholders (https://docs.notifynl.nl/tech-documentation/rest-api-documentation and
 * https://github.com/alphagov/notifications-tech-docs/tree/main/openapi).
 */
public final class NotifyStandIn implements AutoCloseable {
  public static final String SERVICE = "26785a09-ab16-4eb0-8407-a37497a57506";
  public static final String SECRET = "3d844edf-8d35-48ac-975b-e847b4f122b0";
  public static final String KEY = "hub-" + SERVICE + "-" + SECRET;
  public static final String TEXT = "11111111-2222-3333-4444-555555555555";
  public static final String MAIL = "11111111-2222-3333-4444-666666666666";
  public static final String TOKEN = "a-token-that-was-agreed";

  /** A status of a {@link Trouble}: no answer ever comes. */
  public static final int SILENCE = -1;

  private static final Duration HOLDS = Duration.ofSeconds(30);
  private static final int LONGEST_TEXT = 918;
  private static final Map<String, Set<String>> PLACEHOLDERS =
      Map.of(TEXT, Set.of("body"), MAIL, Set.of("subject", "body"));

  /** A message that it has. */
  public record Message(
      String id, String type, String to, JsonObject personalisation, String reference) {}

  /**
   * What the next request gets instead.
   *
   * @param status 0: the connection is closed without an answer
   * @param error as the gateway names it
   * @param taken whether it has the message nevertheless
   */
  public record Trouble(int status, String error, boolean taken) {}

  public final List<Message> messages = new CopyOnWriteArrayList<>();
  private final Map<String, String> statuses = new ConcurrentHashMap<>();
  private final Queue<Trouble> posts = new ArrayDeque<>();
  private final Queue<Integer> lookUps = new ArrayDeque<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Clock clock;
  private final HttpServer server;

  public NotifyStandIn(Vertx vertx, Clock clock) {
    this.clock = clock;
    this.server =
        await(vertx.createHttpServer().requestHandler(this::comes).listen(0, "127.0.0.1"));
  }

  public String url() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  public Map<String, String> configuration() {
    return Map.of(
        "notify.api-url", url(),
        "notify.api-key", KEY,
        "notify.sms-template", TEXT,
        "notify.email-template", MAIL,
        "notify.callback-token", TOKEN);
  }

  public synchronized void failNext(Trouble trouble) {
    posts.add(trouble);
  }

  public synchronized void failNextLookUp(int status) {
    lookUps.add(status);
  }

  public List<Message> to(String address) {
    return messages.stream().filter(one -> one.to().equals(address)).toList();
  }

  private void comes(HttpServerRequest request) {
    request.body().onSuccess(body -> answer(request, body));
  }

  private synchronized void answer(HttpServerRequest request, Buffer body) {
    Optional<String> stranger = stranger(request.getHeader("Authorization"));
    if (stranger.isPresent()) {
      error(request, 403, "AuthError", stranger.get());
    } else if (request.method().name().equals("GET")) {
      list(request);
    } else if (request.path().equals("/v2/notifications/sms")) {
      post(request, body, "sms", "phone_number", TEXT);
    } else if (request.path().equals("/v2/notifications/email")) {
      post(request, body, "email", "email_address", MAIL);
    } else {
      error(request, 404, "NoResultFound", "Not found");
    }
  }

  private Optional<String> stranger(String authorization) {
    if (authorization == null || !authorization.startsWith("Bearer ")) {
      return Optional.of("Unauthorized: authentication token must be provided");
    }
    String[] parts = authorization.substring("Bearer ".length()).split("\\.");
    JsonObject header = json(parts[0]);
    JsonObject claims = json(parts[1]);
    if (!header.equals(new JsonObject().put("typ", "JWT").put("alg", "HS256"))
        || !signature(parts[0] + "." + parts[1]).equals(parts[2])
        || !SERVICE.equals(claims.getString("iss"))) {
      return Optional.of("Invalid token: API key not found");
    }
    Instant issued = Instant.ofEpochSecond(claims.getLong("iat"));
    return Duration.between(issued, clock.instant()).abs().compareTo(HOLDS) > 0
        ? Optional.of("Error: Your system clock must be accurate to within 30 seconds")
        : Optional.empty();
  }

  private static JsonObject json(String part) {
    return new JsonObject(Buffer.buffer(Base64.getUrlDecoder().decode(part)));
  }

  private static String signature(String signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void list(HttpServerRequest request) {
    Integer refused = lookUps.poll();
    if (refused != null) {
      error(request, refused, "Exception", "Internal server error");
      return;
    }
    JsonArray found = new JsonArray();
    messages.stream()
        .filter(one -> one.reference().equals(request.getParam("reference")))
        .map(this::described)
        .forEach(found::add);
    JsonObject links = new JsonObject().put("current", url() + request.uri());
    say(request, 200, new JsonObject().put("notifications", found).put("links", links));
  }

  private JsonObject described(Message one) {
    return new JsonObject()
        .put("id", one.id())
        .put("reference", one.reference())
        .put("type", one.type())
        .put("status", statuses.getOrDefault(one.id(), "created"))
        .put("created_at", clock.instant().toString());
  }

  private void post(
      HttpServerRequest request, Buffer body, String type, String field, String template) {
    JsonObject asked = body.toJsonObject();
    Optional<String> wrong = wrong(asked, field);
    if (wrong.isPresent()) {
      error(request, 400, "ValidationError", wrong.get());
      return;
    }
    Optional<String> bad = bad(asked, template);
    if (bad.isPresent()) {
      error(request, 400, "BadRequestError", bad.get());
      return;
    }
    Trouble trouble = posts.poll();
    Message message =
        new Message(
            id(messages.size() + 1),
            type,
            asked.getString(field),
            asked.getJsonObject("personalisation"),
            asked.getString("reference"));
    if (trouble == null || trouble.taken()) {
      messages.add(message);
    }
    if (trouble == null) {
      say(request, 201, taken(message, template));
    } else if (trouble.status() == 0) {
      request.connection().close();
    } else if (trouble.status() != SILENCE) {
      error(request, trouble.status(), trouble.error(), "no");
    }
  }

  private static Optional<String> wrong(JsonObject asked, String field) {
    Set<String> known = Set.of(field, "template_id", "personalisation", "reference");
    Set<String> unknown = new TreeSet<>(asked.fieldNames());
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      return Optional.of("Additional properties are not allowed " + unknown);
    }
    if (!asked.containsKey(field) || !asked.containsKey("template_id")) {
      return Optional.of(field + " is a required property");
    }
    String to = asked.getString(field);
    boolean fits =
        field.equals("phone_number") ? to.matches("\\+\\d{8,15}") : to.matches("\\S+@\\S+\\.\\S+");
    return fits ? Optional.empty() : Optional.of(field + " Not a valid one");
  }

  private static Optional<String> bad(JsonObject asked, String template) {
    if (!template.equals(asked.getString("template_id"))) {
      return Optional.of("Template not found");
    }
    JsonObject said = asked.getJsonObject("personalisation", new JsonObject());
    Set<String> missing = new TreeSet<>(PLACEHOLDERS.get(template));
    missing.removeAll(said.fieldNames());
    if (!missing.isEmpty()) {
      return Optional.of("Missing personalisation: " + missing);
    }
    return template.equals(TEXT) && said.getString("body").length() > LONGEST_TEXT
        ? Optional.of("Text messages cannot be longer than 918 characters")
        : Optional.empty();
  }

  public static String id(int number) {
    return String.format("740e5834-3a29-46b4-9a6f-%012x", number);
  }

  private JsonObject taken(Message message, String template) {
    JsonObject content = message.personalisation().copy();
    content.put(message.type().equals("sms") ? "from_number" : "from_email", "GEMEENTE");
    return new JsonObject()
        .put("id", message.id())
        .put("reference", message.reference())
        .put("content", content)
        .put("uri", url() + "/v2/notifications/" + message.id())
        .put(
            "template",
            new JsonObject()
                .put("id", template)
                .put("version", 1)
                .put("uri", url() + "/v2/template/" + template));
  }

  private static void error(HttpServerRequest request, int status, String error, String message) {
    JsonObject one = new JsonObject().put("error", error).put("message", message);
    say(
        request,
        status,
        new JsonObject().put("status_code", status).put("errors", new JsonArray().add(one)));
  }

  private static void say(HttpServerRequest request, int status, JsonObject json) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .end(json.encode());
  }

  /** Its delivery receipt; gives the hub's status code. */
  public int receipt(String hub, Message message, String status) {
    return receipt(hub, message, status, TOKEN);
  }

  /**
   * @param token that is shown; null: none is
   */
  public int receipt(String hub, Message message, String status, String token) {
    statuses.put(message.id(), status);
    JsonObject said =
        new JsonObject()
            .put("id", message.id())
            .put("reference", message.reference())
            .put("to", message.to())
            .put("status", status)
            .put("created_at", "2026-11-24T09:00:00.000000Z")
            .put("completed_at", "2026-11-24T09:00:10.000000Z")
            .put("sent_at", "2026-11-24T09:00:01.000000Z")
            .put("notification_type", message.type())
            .put("template_id", message.type().equals("sms") ? TEXT : MAIL)
            .put("template_version", 1);
    return posts(hub + "/webhooks/notify/status", said.encode(), token);
  }

  /** Gives the hub's status code. */
  public int posts(String url, String body, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    await(server.close());
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
