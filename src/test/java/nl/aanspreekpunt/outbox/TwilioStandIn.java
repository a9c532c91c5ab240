package nl.aanspreekpunt.outbox;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Twilio's REST API as far as the hub uses it: sending a message and listing them, with scripted
 * failures, and its signed webhooks.
 */
public final class TwilioStandIn implements AutoCloseable {
  public static final String ACCOUNT = "ACstandin";
  public static final String TOKEN = "stand-in-token";
  public static final String FROM = "+31970000000";

  /** What Twilio says of when a message was made, unless a test says otherwise. */
  static final String NOW = "Tue, 24 Nov 2026 09:00:00 +0000";

  /** A status of a {@link Failure}: no answer ever comes. */
  public static final int SILENCE = -1;

  /**
   * A message that Twilio has.
   *
   * @param created RFC 2822
   */
  public record Sent(
      String sid, String to, String from, String body, String callback, String created) {}

  /**
   * What the next POST gets instead of 201.
   *
   * @param status 0: the connection is closed without an answer
   * @param code Twilio's error code; null if none
   * @param taken whether Twilio has the message nevertheless
   */
  public record Failure(int status, Integer code, String retryAfter, boolean taken) {}

  public final List<Sent> sent = new CopyOnWriteArrayList<>();

  /** What happens after Twilio has a message and before it answers. */
  public volatile Consumer<Sent> meanwhile = message -> {};

  /** Numbers that a message was asked for, whatever was answered. */
  public final List<String> asked = new CopyOnWriteArrayList<>();

  /** How many look-ups were answered or refused. */
  public final AtomicInteger lookUps = new AtomicInteger();

  private final Queue<Failure> failures = new ArrayDeque<>();
  private final Queue<Integer> refusedLookUps = new ArrayDeque<>();
  private final Vertx vertx;
  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpServer server;

  public TwilioStandIn(Vertx vertx) {
    this.vertx = vertx;
    server = await(vertx.createHttpServer().requestHandler(this::handle).listen(0, "127.0.0.1"));
  }

  /** The messages to somebody, in the order of arrival. */
  public List<Sent> to(String number) {
    return sent.stream().filter(one -> one.to().equals(number)).toList();
  }

  /** Somebody texts the hub. */
  public HttpResponse<String> texts(String hub, String from, String sid, String words) {
    return post(hub + "/webhooks/twilio/sms", sms(from, sid, words));
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

  public SmsSender.Account account(java.time.Duration timeout) {
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

  private void handle(HttpServerRequest request) {
    String login = ACCOUNT + ":" + TOKEN;
    String expected =
        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    String path = "/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json";
    if (!expected.equals(request.getHeader("Authorization")) || !request.path().equals(path)) {
      request.response().setStatusCode(401).end(error(401, 20003));
    } else if (request.method().name().equals("GET")) {
      lookUp(request);
    } else {
      request.setExpectMultipart(true).endHandler(read -> post(request));
    }
  }

  private void lookUp(HttpServerRequest request) {
    Integer refused;
    synchronized (failures) {
      refused = refusedLookUps.poll();
    }
    lookUps.incrementAndGet();
    if (refused == null) {
      request.response().end(list(request.getParam("To"), request.getParam("From")));
    } else {
      request.response().setStatusCode(refused).end(error(refused, 20500));
    }
  }

  private void post(HttpServerRequest request) {
    Failure failure;
    synchronized (failures) {
      failure = failures.poll();
    }
    Sent message =
        new Sent(
            "SM" + (sent.size() + 1),
            request.getFormAttribute("To"),
            request.getFormAttribute("From"),
            request.getFormAttribute("Body"),
            request.getFormAttribute("StatusCallback"),
            NOW);
    if (failure == null || failure.taken()) {
      sent.add(message);
    }
    asked.add(message.to());
    vertx
        .<Void>executeBlocking(
            () -> {
              meanwhile.accept(message);
              return null;
            })
        .onComplete(done -> answer(request, message, failure));
  }

  private static void answer(HttpServerRequest request, Sent message, Failure failure) {
    if (failure == null) {
      request.response().setStatusCode(201).end(json(message).encode());
    } else if (failure.status() == 0) {
      request.connection().close();
    } else if (failure.status() != SILENCE) {
      if (failure.retryAfter() != null) {
        request.response().putHeader("Retry-After", failure.retryAfter());
      }
      request
          .response()
          .setStatusCode(failure.status())
          .end(error(failure.status(), failure.code()));
    }
  }

  private String list(String to, String from) {
    JsonArray messages = new JsonArray();
    sent.stream()
        .filter(message -> message.to().equals(to) && message.from().equals(from))
        .forEach(message -> messages.add(json(message)));
    return new JsonObject().put("messages", messages).put("page", 0).put("page_size", 50).encode();
  }

  private static JsonObject json(Sent message) {
    return new JsonObject()
        .put("sid", message.sid())
        .put("to", message.to())
        .put("from", message.from())
        .put("body", message.body())
        .put("status", "queued")
        .put("date_created", message.created());
  }

  private static String error(int status, Integer code) {
    return new JsonObject().put("code", code).put("message", "no").put("status", status).encode();
  }

  /** Calls a message's status webhook, signed. Gives the hub's status code. */
  public int status(Sent message, String status, String errorCode) {
    Map<String, String> form = new TreeMap<>();
    form.put("AccountSid", ACCOUNT);
    form.put("MessageSid", message.sid());
    form.put("MessageStatus", status);
    if (errorCode != null) {
      form.put("ErrorCode", errorCode);
    }
    return call(message.callback(), message.callback(), form).statusCode();
  }

  /** Posts a signed form to a webhook. */
  public HttpResponse<String> post(String url, Map<String, String> form) {
    return call(url, url, form);
  }

  /** Posts a form that was signed for another URL. */
  public HttpResponse<String> call(String url, String signedFor, Map<String, String> form) {
    StringBuilder body = new StringBuilder();
    StringBuilder signed = new StringBuilder(signedFor);
    new TreeMap<>(form)
        .forEach(
            (key, value) -> {
              signed.append(key).append(value);
              body.append(body.isEmpty() ? "" : "&").append(encoded(key)).append('=');
              body.append(encoded(value));
            });
    try {
      return http.send(
          HttpRequest.newBuilder(URI.create(url))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .header("X-Twilio-Signature", signature(signed.toString()))
              .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** https://www.twilio.com/docs/usage/security. */
  private static String signature(String signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      byte[] made = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(made);
    } catch (GeneralSecurityException e) {
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
