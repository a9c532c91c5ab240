package nl.aanspreekpunt.inbox.sms;

import com.twilio.twiml.MessagingResponse;
import com.twilio.twiml.messaging.Message;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.regex.Pattern;
import nl.aanspreekpunt.inbox.Inbox;
import nl.aanspreekpunt.inbox.Receipt;
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

  /** What is answered by a text message to what was taken in. */
  @FunctionalInterface
  public interface Answer {
    /** Null: nothing. What fails is not answered. */
    Future<String> to(Receipt receipt, Inbox.Accepted accepted);
  }

  private final Inbox inbox;
  private final Ours ours;
  private final Answer answer;
  private final Clock clock;
  private final Runnable refused;

  public SmsWebhook(Inbox inbox, Ours ours, Clock clock, Runnable refused) {
    this(inbox, ours, (receipt, accepted) -> Future.succeededFuture(), clock, refused);
  }

  /**
   * @param refused told of each message that is for none of our numbers
   */
  public SmsWebhook(Inbox inbox, Ours ours, Answer answer, Clock clock, Runnable refused) {
    this.inbox = inbox;
    this.ours = ours;
    this.answer = answer;
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
    Receipt receipt = SmsReceipt.of(form::get, clock.instant());
    inbox
        .accept(receipt)
        .compose(accepted -> answer.to(receipt, accepted).otherwiseEmpty())
        .onSuccess(
            said -> request.response().putHeader("Content-Type", "text/xml").end(twiml(said)))
        .onFailure(
            e -> {
              LOG.warn("sms not taken in: {}", e.getMessage());
              request.response().setStatusCode(503).end();
            });
  }

  /** https://www.twilio.com/docs/messaging/twiml. */
  private static String twiml(String said) {
    return said == null
        ? "<Response/>"
        : new MessagingResponse.Builder()
            .message(new Message.Builder(said).build())
            .build()
            .toXml();
  }
}
