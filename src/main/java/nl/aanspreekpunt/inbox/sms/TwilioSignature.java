package nl.aanspreekpunt.inbox.sms;

import com.twilio.security.RequestValidator;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Map;

/**
 * Lets through only what Twilio signed: HMAC-SHA1 of the public URL with path and query and of the
 * form's fields (https://www.twilio.com/docs/usage/security). The URL is the configured one, never
 * the Host header, so it also holds behind a proxy. Anything else is answered 403 and counted.
 */
public final class TwilioSignature implements Handler<RoutingContext> {
  private final String publicUrl;
  private final RequestValidator validator;
  private final Runnable refused;

  /**
   * @param publicUrl without a slash at the end
   * @param authToken null: nothing is let through
   * @param refused told of each request that is refused
   */
  public TwilioSignature(String publicUrl, String authToken, Runnable refused) {
    this.publicUrl = publicUrl;
    this.validator = authToken == null ? null : new RequestValidator(authToken);
    this.refused = refused;
  }

  @Override
  public void handle(RoutingContext request) {
    if (signed(request)) {
      request.next();
    } else {
      refused.run();
      request.response().setStatusCode(403).end();
    }
  }

  private boolean signed(RoutingContext request) {
    String signature = request.request().getHeader("X-Twilio-Signature");
    if (validator == null || signature == null) {
      return false;
    }
    Map<String, String> form = new HashMap<>();
    request.request().formAttributes().forEach(field -> form.put(field.getKey(), field.getValue()));
    try {
      return validator.validate(publicUrl + request.request().uri(), form, signature);
    } catch (RuntimeException e) {
      return false; // a URL that Twilio's validator cannot read was not signed by Twilio
    }
  }
}
