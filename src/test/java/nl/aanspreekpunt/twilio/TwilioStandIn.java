package nl.aanspreekpunt.twilio;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import nl.aanspreekpunt.outbox.SmsSender;

/**
 * Twilio as far as the hub uses it: its REST API, with scripted failures, and its signed webhooks.
 * Where {@link Prism} is installed each request and each answer is held against Twilio's own
 * description of its API, and what is not as that says is refused.
 */
public final class TwilioStandIn implements AutoCloseable {
  public static final String ACCOUNT = "AC5a4d0000000000000000000000005a4d";
  public static final String TOKEN = "stand-in-token";
  public static final String FROM = "+31970000000";

  /** What Twilio says of when a message was made, unless a test says otherwise. */
  public static final String NOW = "Tue, 24 Nov 2026 09:00:00 +0000";

  /** A status of a {@link Failure}: no answer ever comes. */
  public static final int SILENCE = -1;

  private static final String API = "/2010-04-01/Accounts/" + ACCOUNT;

  /**
   * What the next POST gets instead of 201.
   *
   * @param status 0: the connection is closed without an answer
   * @param code Twilio's error code; null if none
   * @param taken whether Twilio has the message nevertheless
   */
  public record Failure(int status, Integer code, String retryAfter, boolean taken) {}

  private final Messages messages = new Messages(ACCOUNT);

  /** The messages of the hub. */
  public final List<Sent> sent = messages.sent;

  /** What happens after Twilio has a message and before it answers. */
  public volatile Consumer<Sent> meanwhile = message -> {};

  /** Numbers that a message was asked for, whatever was answered. */
  public final List<String> asked = new CopyOnWriteArrayList<>();

  /** How many look-ups were answered or refused. */
  public final AtomicInteger lookUps = new AtomicInteger();

  private final List<String> violations = new CopyOnWriteArrayList<>();
  private final Queue<Failure> failures = new ArrayDeque<>();
  private final Queue<Integer> refusedLookUps = new ArrayDeque<>();
  private final Vertx vertx;
  private final TwilioCaller caller = new TwilioCaller(TOKEN);
  private final HttpClient toPrism;
  private final HttpServer server;
  private final String name;

  public TwilioStandIn(Vertx vertx) {
    this(vertx, Prism.installed());
  }

  private TwilioStandIn(Vertx vertx, boolean checked) {
    this.vertx = vertx;
    this.toPrism = checked ? vertx.createHttpClient() : null;
    this.server =
        await(vertx.createHttpServer().requestHandler(this::comes).listen(0, "127.0.0.1"));
    this.name = String.valueOf(server.actualPort());
    if (checked) {
      Prism.running().serve(name, this::passed);
    }
  }

  /** The same without Prism. */
  public static TwilioStandIn unchecked(Vertx vertx) {
    return new TwilioStandIn(vertx, false);
  }

  /** Whether requests and answers are held against Twilio's description. */
  public boolean checked() {
    return toPrism != null;
  }

  public static String sid(int number) {
    return String.format("SM%032x", number);
  }

  /** The messages to somebody, in the order of arrival. */
  public List<Sent> to(String number) {
    return sent.stream().filter(one -> one.to().equals(number)).toList();
  }

  /** Somebody texts the hub. */
  public HttpResponse<String> texts(String hub, String from, String sid, String words) {
    return post(hub + "/webhooks/twilio/sms", sms(from, sid, words));
  }

  /** Twilio has it, whether or not the hub hears of it. */
  public void received(Map<String, String> form, Instant at) {
    messages.came(form, at);
  }

  public String apiUrl() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  /** What makes a hub use it. */
  public Map<String, String> configuration() {
    return Map.of(
        "twilio.account-sid", ACCOUNT,
        "twilio.auth-token", TOKEN,
        "twilio.from", FROM,
        "twilio.api-url", apiUrl());
  }

  /** The form of a text message to the hub. */
  public static Map<String, String> sms(String from, String sid, String body) {
    return Map.of("MessageSid", sid, "AccountSid", ACCOUNT, "From", from, "To", FROM, "Body", body);
  }

  public SmsSender.Account account(Duration timeout) {
    return new SmsSender.Account(ACCOUNT, TOKEN, FROM, apiUrl(), timeout);
  }

  public void failNext(Failure failure) {
    synchronized (failures) {
      failures.add(failure);
    }
  }

  /** The next look-up gets this status. */
  public void failNextLookUp(int status) {
    synchronized (failures) {
      refusedLookUps.add(status);
    }
  }

  /** What was refused for not being as Twilio describes it, since this was asked before. */
  public List<String> violations() {
    List<String> all = new ArrayList<>(violations);
    violations.removeAll(all);
    return all;
  }

  private void comes(HttpServerRequest request) {
    if (toPrism == null) {
      request
          .body()
          .compose(body -> answer(Asked.read(request, body)))
          .onComplete(
              answer -> give(request, answer), e -> request.response().setStatusCode(500).end());
    } else {
      request
          .body()
          .compose(body -> byPrism(request, body))
          .onComplete(
              answer -> give(request, answer),
              e -> request.response().setStatusCode(502).end(String.valueOf(e.getMessage())));
    }
  }

  private Future<Answer> byPrism(HttpServerRequest request, Buffer body) {
    return toPrism
        .request(
            HttpMethod.valueOf(request.method().name()),
            Prism.running().port,
            "127.0.0.1",
            request.uri())
        .compose(
            asks -> {
              asks.headers().addAll(request.headers());
              return asks.putHeader(Prism.STAND_IN, name).send(body);
            })
        .compose(response -> response.body().map(read -> answered(response, read)));
  }

  private Answer answered(HttpClientResponse response, Buffer body) {
    String then = response.getHeader(Answer.THEN);
    if (then == null) {
      violations.add(response.statusCode() + " " + body);
    }
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    response.headers().forEach((key, value) -> headers.put(key, value));
    headers.keySet().removeAll(List.of("Content-Length", "Transfer-Encoding", "Connection"));
    return new Answer(
        response.statusCode(),
        headers,
        body,
        then == null ? Answer.Then.ARRIVES : Answer.Then.valueOf(then));
  }

  private void passed(HttpServerRequest request) {
    request
        .body()
        .compose(body -> answerKnown(Asked.read(request, body)))
        .onComplete(
            answer -> answer.write(request.response()),
            e -> request.response().setStatusCode(500).end());
  }

  private Future<Answer> answerKnown(Asked request) {
    Set<String> unknown = Prism.running().known.unknown(request);
    if (unknown.isEmpty()) {
      return answer(request);
    }
    violations.add("422 unknown: " + unknown);
    return Future.succeededFuture(Answer.error(422, 20001));
  }

  private static void give(HttpServerRequest request, Answer answer) {
    switch (answer.then()) {
      case ARRIVES -> answer.write(request.response());
      case CLOSES -> request.connection().close();
      case STAYS_SILENT -> {}
    }
  }

  private Future<Answer> answer(Asked request) {
    if (!login().equals(request.authorization()) || !request.path().startsWith(API + "/")) {
      return Future.succeededFuture(Answer.error(401, 20003));
    }
    String path = request.path().substring(API.length());
    return switch (request.method() + " " + path) {
      case "GET /Messages.json" -> Future.succeededFuture(lookUp(request));
      case "POST /Messages.json" -> post(request);
      default -> Future.succeededFuture(one(request, path));
    };
  }

  /** What is in the header Authorization. */
  static String login() {
    String login = ACCOUNT + ":" + TOKEN;
    return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  private Answer one(Asked request, String path) {
    String sid = path.replaceAll("^/Messages/(\\w+)\\.json$", "$1");
    JsonObject found = messages.find(sid);
    return found == null || !request.method().equals("GET")
        ? Answer.error(404, 20404)
        : Answer.json(200, found);
  }

  private Answer lookUp(Asked request) {
    Integer refused;
    synchronized (failures) {
      refused = refusedLookUps.poll();
    }
    lookUps.incrementAndGet();
    return refused == null ? messages.list(request) : Answer.error(refused, 20500);
  }

  private Future<Answer> post(Asked request) {
    Failure failure;
    synchronized (failures) {
      failure = failures.poll();
    }
    Sent message = Sent.of(sid(sent.size() + 1), NOW, request.form());
    if (failure == null || failure.taken()) {
      sent.add(message);
    }
    asked.add(message.to());
    Promise<Void> done = Promise.promise();
    vertx
        .<Void>executeBlocking(
            () -> {
              meanwhile.accept(message);
              return null;
            })
        .onComplete(done);
    return done.future().map(now -> answer(message, failure));
  }

  private Answer answer(Sent message, Failure failure) {
    Answer taken = Answer.json(201, messages.json(message));
    if (failure == null) {
      return taken;
    }
    if (failure.status() <= 0) {
      return taken.but(failure.status() == SILENCE ? Answer.Then.STAYS_SILENT : Answer.Then.CLOSES);
    }
    Answer refused = Answer.error(failure.status(), failure.code());
    return failure.retryAfter() == null
        ? refused
        : refused.with("Retry-After", failure.retryAfter());
  }

  /** Calls a message's status webhook, signed. Gives the hub's status code. */
  public int status(Sent message, String status, String errorCode) {
    messages.became(message.sid(), status, errorCode);
    Map<String, String> form = new TreeMap<>();
    form.put("AccountSid", ACCOUNT);
    form.put("MessageSid", message.sid());
    form.put("MessageStatus", status);
    if (errorCode != null) {
      form.put("ErrorCode", errorCode);
    }
    return post(message.callback(), form).statusCode();
  }

  /** Posts a signed form to a webhook. */
  public HttpResponse<String> post(String url, Map<String, String> form) {
    return caller.post(url, url, form);
  }

  /** Posts a form that was signed for another URL. */
  public HttpResponse<String> call(String url, String signedFor, Map<String, String> form) {
    return caller.post(url, signedFor, form);
  }

  /** Fails when something was not as Twilio describes it and no test asked for that. */
  @Override
  public void close() {
    if (toPrism != null) {
      Prism.running().leave(name);
    }
    await(server.close());
    if (!violations.isEmpty()) {
      throw new AssertionError("not as Twilio describes it: " + violations);
    }
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
