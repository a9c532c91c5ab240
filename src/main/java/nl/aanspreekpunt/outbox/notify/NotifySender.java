package nl.aanspreekpunt.outbox.notify;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import nl.aanspreekpunt.outbox.Delivery;
import nl.aanspreekpunt.outbox.LastCommand;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.outbox.Reason;
import nl.aanspreekpunt.outbox.Sending;

/**
 * Sends by a gateway with the REST API of NotifyNL and GOV.UK Notify
 * (https://docs.notifynl.nl/tech-documentation/rest-api-documentation). It keeps the entry's id as
 * reference, by which a try that may have arrived is found again.
 */
public final class NotifySender implements Sending {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
  private static final int CONNECTIONS = 4;

  /** What was sent too much in a minute goes in the next. */
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  /** What may be sent in a day was sent: there is no use in trying often. */
  private static final Duration AN_HOUR = Duration.ofHours(1);

  private final NotifyAccount account;
  private final NotifyMessage message;
  private final Clock clock;
  private final HttpClient client;

  /** What the gateway answered. */
  private record Answer(int status, Buffer body) {}

  public NotifySender(Vertx vertx, NotifyAccount account, NotifyMessage message, Clock clock) {
    this.account = account;
    this.message = message;
    this.clock = clock;
    int wait = (int) Math.min(LONGEST_WAIT.toMillis(), account.timeout().toMillis());
    this.client =
        vertx
            .httpClientBuilder()
            .with(
                new HttpClientOptions()
                    .setConnectTimeout(wait)
                    .setIdleTimeout((int) account.timeout().toMillis())
                    .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                    .setMaxRedirects(0))
            .with(new PoolOptions().setHttp1MaxSize(CONNECTIONS))
            .build();
  }

  @Override
  public String written(Outgoing entry) {
    return message.written(entry);
  }

  @Override
  public Future<Delivery> send(Outgoing entry, boolean again, BooleanSupplier lease) {
    Optional<Reason> refusal = message.refusal(entry);
    if (refusal.isPresent()) {
      return Future.succeededFuture(Delivery.refused(refusal.get().code()));
    }
    LastCommand request = new LastCommand(lease);
    Future<Delivery> tried =
        again
            ? askFirst(entry, request)
            : message.of(entry).compose(it -> post(it, request, false));
    return tried
        .timeout(account.timeout().toMillis(), TimeUnit.MILLISECONDS)
        .recover(
            e ->
                e instanceof TimeoutException
                    ? Future.succeededFuture(silent(request))
                    : Future.failedFuture(e));
  }

  private static Delivery silent(LastCommand request) {
    String what = Reason.NOTIFY_SILENT.code();
    return request.stop() ? Delivery.unknown(null, what) : Delivery.retry(what);
  }

  private Future<Delivery> askFirst(Outgoing entry, LastCommand request) {
    return there(entry.id())
        .compose(
            found ->
                found.isPresent()
                    ? Future.succeededFuture(Delivery.sent(found.get()))
                    : message
                        .of(entry)
                        .compose(it -> post(it, request, true))
                        .map(NotifySender::perhapsTwice),
            e -> Future.succeededFuture(Delivery.retry(Reason.NOTIFY_NOT_ASKED.code())));
  }

  private static Delivery perhapsTwice(Delivery sent) {
    return sent.outcome() == Delivery.Outcome.SENT ? Delivery.perhapsTwice(sent.reference()) : sent;
  }

  /** The id of one that did not fail; fails when that cannot be said. */
  private Future<Optional<String>> there(String reference) {
    String query = URLEncoder.encode(reference, StandardCharsets.UTF_8);
    return request(HttpMethod.GET, "/v2/notifications?reference=" + query)
        .compose(HttpClientRequest::send)
        .compose(response -> response.body().map(body -> new Answer(response.statusCode(), body)))
        .map(
            answer -> {
              if (answer.status() != 200) {
                throw new IllegalStateException("the gateway answered " + answer.status());
              }
              JsonArray all = answer.body().toJsonObject().getJsonArray("notifications");
              return IntStream.range(0, all.size())
                  .mapToObj(all::getJsonObject)
                  .filter(one -> reference.equals(one.getString("reference")))
                  .filter(one -> !one.getString("status", "").endsWith("-failure"))
                  .map(one -> one.getString("id"))
                  .findFirst();
            });
  }

  private Future<Delivery> post(JsonObject body, LastCommand request, boolean again) {
    return request(HttpMethod.POST, message.path())
        .map(Optional::of)
        .otherwise(Optional.empty())
        .compose(
            connected ->
                connected
                    .map(it -> post(it, body, request, again))
                    .orElseGet(
                        () ->
                            Future.succeededFuture(
                                Delivery.retry(Reason.NOTIFY_UNREACHABLE.code()))));
  }

  private static Future<Delivery> post(
      HttpClientRequest connected, JsonObject body, LastCommand request, boolean again) {
    if (!request.give()) {
      connected.exceptionHandler(abandoned -> {}).reset();
      return Future.succeededFuture(Delivery.retry(Reason.CLAIM_RAN_OUT.code()));
    }
    return connected
        .putHeader("Content-Type", "application/json")
        .send(body.toBuffer())
        .compose(response -> response.body().map(read -> new Answer(response.statusCode(), read)))
        .map(answer -> outcome(answer, again))
        .otherwise(e -> Delivery.unknown(null, Reason.NOTIFY_SILENT.code()));
  }

  private Future<HttpClientRequest> request(HttpMethod method, String path) {
    return client
        .request(new RequestOptions().setMethod(method).setAbsoluteURI(account.apiUrl() + path))
        .map(
            it ->
                it.putHeader(
                    "Authorization", "Bearer " + NotifyToken.of(account, clock.instant())));
  }

  /** Our own key being wrong says nothing about the message, and neither does their trouble. */
  private static Delivery outcome(Answer answer, boolean again) {
    Optional<JsonObject> said = json(answer.body());
    return switch (answer.status()) {
      case 201 ->
          said.map(it -> it.getString("id"))
              .map(Delivery::sent)
              .orElseGet(() -> Delivery.unknown(null, Reason.NOTIFY_SILENT.code()));
      case 400 -> Delivery.refused(Reason.notify(error(said)));
      case 429 ->
          Delivery.retry(
              Reason.notifyAnswered(429),
              error(said).equals("TooManyRequestsError") ? AN_HOUR : A_MINUTE);
      default -> stumbled(answer.status(), again);
    };
  }

  /** It may have the message nevertheless, unless it says that it has no time. */
  private static Delivery stumbled(int status, boolean again) {
    String what = Reason.notifyAnswered(status);
    boolean taken = status >= 500 && status != 503;
    return taken && !again ? Delivery.unknown(null, what) : Delivery.retry(what);
  }

  /** Empty when it names none. */
  private static String error(Optional<JsonObject> said) {
    return said.map(it -> it.getJsonArray("errors"))
        .filter(errors -> !errors.isEmpty())
        .map(errors -> errors.getJsonObject(0).getString("error", ""))
        .filter(name -> name.matches("[A-Za-z]{1,40}"))
        .orElse("");
  }

  private static Optional<JsonObject> json(Buffer body) {
    try {
      return Optional.of(body.toJsonObject());
    } catch (DecodeException | ClassCastException e) {
      return Optional.empty();
    }
  }

  public Future<Void> close() {
    return client.close();
  }
}
