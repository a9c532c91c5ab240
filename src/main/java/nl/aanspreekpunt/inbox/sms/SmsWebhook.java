package nl.aanspreekpunt.inbox.sms;

import com.twilio.twiml.MessagingResponse;
import com.twilio.twiml.messaging.Message;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.inbox.Inbox;
import nl.aanspreekpunt.inbox.Receipt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A text message that came in: 200 once it is safe, 503 when the store is away, so that Twilio
 * tries again. A message that came before is answered the same. Its signature was checked.
 */
public final class SmsWebhook implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger(SmsWebhook.class);
  private static final List<String> FACTS =
      List.of("From", "To", "Body", "MessageSid", "NumMedia", "OptOutType");

  /** What is answered by a text message to what was taken in. */
  @FunctionalInterface
  public interface Answer {
    /** Null: nothing. What fails is not answered. */
    Future<String> to(Receipt receipt, Inbox.Accepted accepted);
  }

  private final Inbox inbox;
  private final Answer answer;
  private final Clock clock;

  public SmsWebhook(Inbox inbox, Clock clock) {
    this(inbox, (receipt, accepted) -> Future.succeededFuture(), clock);
  }

  public SmsWebhook(Inbox inbox, Answer answer, Clock clock) {
    this.inbox = inbox;
    this.answer = answer;
    this.clock = clock;
  }

  @Override
  public void handle(RoutingContext request) {
    MultiMap form = request.request().formAttributes();
    if (form.get("MessageSid") == null) {
      request.response().setStatusCode(400).end();
      return;
    }
    Receipt receipt = receipt(form);
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

  private Receipt receipt(MultiMap form) {
    Map<String, String> facts = new HashMap<>();
    for (String fact : FACTS) {
      if (form.get(fact) != null) {
        facts.put(fact, form.get(fact));
      }
    }
    String to = form.get("To");
    return Receipt.received(
        id(form.get("AccountSid"), form.get("MessageSid")),
        Channel.SMS,
        clock.instant(),
        form.get("From"),
        to == null ? List.of() : List.of(to),
        null,
        0,
        facts.getOrDefault("Body", "").getBytes(StandardCharsets.UTF_8).length,
        facts);
  }

  /** One delivery, however often Twilio offers it. */
  private static String id(String account, String message) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] key = ("twilio:" + account + ":" + message).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(digest.digest(key));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
