package nl.aanspreekpunt.inbox.sms;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.regex.Pattern;
import nl.aanspreekpunt.inbox.Inbox;
import nl.aanspreekpunt.twilio.Ours;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A text message that came in: 200 once it is safe, 503 when the store is away, so that Twilio
 * tries again. A message that came before is answered the same. Its signature was checked.
 */
public final class SmsWebhook implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger(SmsWebhook.class);

  /** As Twilio makes them, with room for another length. */
  private static final Pattern SID = Pattern.compile("[A-Za-z0-9]{1,64}");

  private final Inbox inbox;
  private final Ours ours;
  private final Clock clock;
  private final Runnable refused;

  /**
   * @param refused told of each message that is for none of our numbers
   */
  public SmsWebhook(Inbox inbox, Ours ours, Clock clock, Runnable refused) {
    this.inbox = inbox;
    this.ours = ours;
    this.clock = clock;
    this.refused = refused;
  }

  @Override
  public void handle(RoutingContext request) {
    MultiMap form = request.request().formAttributes();
    String sid = form.get("MessageSid");
    if (sid == null || !SID.matcher(sid).matches()) {
      request.response().setStatusCode(400).end();
      return;
    }
    if (!ours.take(form.get("To"), form.get("MessagingServiceSid"))) {
      LOG.warn("message {} is for a number that is not configured", sid);
      refused.run();
      request.response().setStatusCode(403).end();
      return;
    }
    inbox
        .accept(SmsReceipt.of(form::get, clock.instant()))
        .onSuccess(
            accepted -> request.response().putHeader("Content-Type", "text/xml").end("<Response/>"))
        .onFailure(
            e -> {
              LOG.warn("sms not taken in: {}", e.getMessage());
              request.response().setStatusCode(503).end();
            });
  }
}
