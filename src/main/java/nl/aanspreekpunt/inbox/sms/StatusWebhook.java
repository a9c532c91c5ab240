package nl.aanspreekpunt.inbox.sms;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.outbox.SmsStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What became of a text message that went out. The URL names the outbox entry, so it may come
 * before Twilio's id is stored; in any order, and more than once. 204 also for an entry that is not
 * there; 503 when the store is away. Its signature was checked.
 */
public final class StatusWebhook implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger(StatusWebhook.class);

  private final Outbox outbox;
  private final Clock clock;

  public StatusWebhook(Outbox outbox, Clock clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public void handle(RoutingContext request) {
    String entry = request.request().getParam("entry");
    MultiMap form = request.request().formAttributes();
    String sid = form.get("MessageSid");
    String status = form.get("MessageStatus");
    if (entry == null || entry.isEmpty() || sid == null || status == null) {
      request.response().setStatusCode(400).end();
      return;
    }
    outbox
        .find(entry)
        .compose(
            found ->
                found
                    .filter(sent -> sent.notice().channel().texting())
                    .flatMap(sent -> after(sent, sid, status, form.get("ErrorCode")))
                    .map(outcome -> outbox.record(outcome, null))
                    .orElseGet(() -> Future.succeededFuture(false)))
        .onSuccess(recorded -> request.response().setStatusCode(204).end())
        .onFailure(
            e -> {
              LOG.warn("sms status not taken in: {}", e.getMessage());
              request.response().setStatusCode(503).end();
            });
  }

  private java.util.Optional<Outgoing> after(
      Outgoing sent, String sid, String status, String errorCode) {
    return SmsStatus.of(sent, sid, status, errorCode, clock.instant());
  }
}
