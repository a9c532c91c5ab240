package nl.aanspreekpunt.inbox.sms;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import nl.aanspreekpunt.twilio.TwilioSignature;

/**
 * Where Twilio delivers. In Twilio's console the number's "A message comes in" is {@code
 * <public-url>/webhooks/twilio/sms#rc=5&rp=all}: without that Twilio tries once, and does not keep
 * what could not be delivered. The part after the hash is for Twilio alone; it is neither sent nor
 * signed (https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides).
 */
public final class TwilioWebhooks {
  private static final int LARGEST_BODY = 64 * 1024;

  private TwilioWebhooks() {}

  /** To be mounted before any other reader of bodies. */
  public static void mount(
      Router router, TwilioSignature signature, SmsWebhook messages, StatusWebhook statuses) {
    router
        .post("/webhooks/twilio/*")
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY))
        .handler(signature);
    router.post("/webhooks/twilio/sms").handler(messages);
    router.post("/webhooks/twilio/status").handler(statuses);
  }
}
