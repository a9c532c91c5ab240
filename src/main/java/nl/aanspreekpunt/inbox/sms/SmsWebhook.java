package nl.aanspreekpunt.inbox.sms;

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
import java.util.regex.Pattern;
import nl.aanspreekpunt.citizen.Channel;
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
  private static final List<String> FACTS =
      List.of(
          "From",
          "To",
          "Body",
          "AccountSid",
          "MessageSid",
          "MessagingServiceSid",
          "NumSegments",
          "NumMedia",
          "OptOutType");

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
        .accept(receipt(form))
        .onSuccess(
            accepted -> request.response().putHeader("Content-Type", "text/xml").end("<Response/>"))
        .onFailure(
            e -> {
              LOG.warn("sms not taken in: {}", e.getMessage());
              request.response().setStatusCode(503).end();
            });
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
