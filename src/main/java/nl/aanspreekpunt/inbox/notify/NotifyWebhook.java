package nl.aanspreekpunt.inbox.notify;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.outbox.notify.NotifyStatus;
import nl.aanspreekpunt.outbox.status.Statuses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What became of a message that went by a gateway in the style of NotifyNL: its reference is the
 * outbox entry's id. In any order, and more than once. 204 also for an entry that is not there; 503
 * when the store is away, so that the gateway tries again; 403, and counted, without the token that
 * was agreed (https://docs.notifynl.nl/tech-documentation/rest-api-documentation).
 */
public final class NotifyWebhook implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger(NotifyWebhook.class);
  private static final int LARGEST_BODY = 64 * 1024;
  private static final int LONGEST = 500;
  private final Outbox outbox;
  private final Statuses statuses;
  private final byte[] expected;
  private final Runnable refused;
  private final Clock clock;

  /**
   * @param statuses each is kept there, also one that changes nothing any more
   * @param token null: nothing is let through
   * @param refused told of each request that is refused
   */
  public NotifyWebhook(
      Outbox outbox, Statuses statuses, String token, Runnable refused, Clock clock) {
    this.outbox = outbox;
    this.statuses = statuses;
    this.expected = token == null ? null : bytes("Bearer " + token);
    this.refused = refused;
    this.clock = clock;
  }

  /** To be mounted before any other reader of bodies. */
  public void mount(Router router) {
    router
        .post("/webhooks/notify/status")
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY))
        .handler(this);
  }

  @Override
  public void handle(RoutingContext request) {
    String shown = request.request().getHeader("Authorization");
    if (expected == null || shown == null || !MessageDigest.isEqual(expected, bytes(shown))) {
      refused.run();
      request.response().setStatusCode(403).end();
      return;
    }
    Optional<JsonObject> said = json(request);
    Optional<String> id = said.flatMap(it -> text(it, "id"));
    Optional<String> status = said.flatMap(it -> text(it, "status"));
    if (id.isEmpty() || status.isEmpty()) {
      request.response().setStatusCode(400).end();
      return;
    }
    record(said.flatMap(it -> text(it, "reference")).orElse(""), id.get(), status.get())
        .onSuccess(recorded -> request.response().setStatusCode(204).end())
        .onFailure(
            e -> {
              LOG.warn("status of a message not taken in: {}", e.getMessage());
              request.response().setStatusCode(503).end();
            });
  }

  private Future<Boolean> record(String reference, String id, String status) {
    return reference.isEmpty()
        ? Future.succeededFuture(false)
        : outbox
            .find(reference)
            .compose(
                found ->
                    found
                        .map(entry -> taken(entry, id, status))
                        .orElseGet(() -> Future.succeededFuture(false)));
  }

  private Future<Boolean> taken(Outgoing entry, String id, String status) {
    Instant now = clock.instant();
    return NotifyStatus.step(id, status, now)
        .filter(step -> entry.notice().channel().texting())
        .map(step -> statuses.heard(entry.id(), step))
        .orElseGet(Future::succeededFuture)
        .compose(
            heard ->
                NotifyStatus.of(entry, id, status, now)
                    .map(outcome -> outbox.record(outcome, null))
                    .orElseGet(() -> Future.succeededFuture(false)));
  }

  private static Optional<JsonObject> json(RoutingContext request) {
    try {
      return Optional.ofNullable(request.body().asJsonObject());
    } catch (DecodeException | ClassCastException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(JsonObject json, String name) {
    return json.getValue(name) instanceof String text && !text.isEmpty() && text.length() <= LONGEST
        ? Optional.of(text)
        : Optional.empty();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
