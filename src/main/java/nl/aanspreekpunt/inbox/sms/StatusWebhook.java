package nl.aanspreekpunt.inbox.sms;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.outbox.Reason;
import nl.aanspreekpunt.outbox.SmsStatus;
import nl.aanspreekpunt.outbox.optout.OptOut;
import nl.aanspreekpunt.outbox.optout.OptOuts;
import nl.aanspreekpunt.outbox.status.Passed;
import nl.aanspreekpunt.outbox.status.Statuses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What became of a text message that went out. The URL names the outbox entry, so it may come
 * before Twilio's id is stored; in any order, and more than once. 204 also for an entry that is not
 * there; 503 when the store is away. Its signature was checked.
 */
public final class StatusWebhook implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger(StatusWebhook.class);

  /** As Twilio makes them, with room for another length. */
  private static final Pattern SID = Pattern.compile("[A-Za-z0-9]{1,64}");

  private static final Pattern CODE = Pattern.compile("\\d{1,6}");

  private final Outbox outbox;
  private final Statuses statuses;
  private final OptOuts optOuts;
  private final Clock clock;

  /**
   * @param statuses each is kept there, also one that changes nothing any more
   * @param optOuts of who said STOP to Twilio without the hub hearing it
   */
  public StatusWebhook(Outbox outbox, Statuses statuses, OptOuts optOuts, Clock clock) {
    this.outbox = outbox;
    this.statuses = statuses;
    this.optOuts = optOuts;
    this.clock = clock;
  }

  @Override
  public void handle(RoutingContext request) {
    String entry = request.request().getParam("entry");
    MultiMap form = request.request().formAttributes();
    String sid = form.get("MessageSid");
    String status = form.get("MessageStatus");
    if (entry == null
        || entry.isEmpty()
        || sid == null
        || !SID.matcher(sid).matches()
        || status == null) {
      request.response().setStatusCode(400).end();
      return;
    }
    outbox
        .find(entry)
        .compose(
            found ->
                found
                    .filter(sent -> sent.notice().channel().texting())
                    .map(sent -> taken(sent, sid, status, form.get("ErrorCode")))
                    .orElseGet(() -> Future.succeededFuture(false)))
        .onSuccess(recorded -> request.response().setStatusCode(204).end())
        .onFailure(
            e -> {
              LOG.warn("sms status not taken in: {}", e.getMessage());
              request.response().setStatusCode(503).end();
            });
  }

  private Future<Boolean> taken(Outgoing sent, String sid, String status, String errorCode) {
    String code = errorCode != null && CODE.matcher(errorCode).matches() ? errorCode : null;
    Passed.Step step = new Passed.Step(sid, status, clock.instant(), code);
    return (Passed.known(status) ? statuses.heard(sent.id(), step) : Future.<Void>succeededFuture())
        .compose(
            heard ->
                after(sent, sid, status, errorCode)
                    .map(
                        outcome ->
                            heeded(sent, outcome).compose(it -> outbox.record(outcome, null)))
                    .orElseGet(() -> Future.succeededFuture(false)));
  }

  /** They said it before the message went: a START after that counts. */
  private Future<?> heeded(Outgoing sent, Outgoing outcome) {
    if (!Reason.UNSUBSCRIBED.equals(outcome.detail())) {
      return Future.succeededFuture();
    }
    Instant at = sent.sentAt() == null ? clock.instant() : sent.sentAt();
    return optOuts.said(
        sent.notice().channel(), sent.notice().to(), new OptOut.Turn(true, at, sent.id(), null));
  }

  private Optional<Outgoing> after(Outgoing sent, String sid, String status, String errorCode) {
    return SmsStatus.of(sent, sid, status, errorCode, clock.instant());
  }
}
