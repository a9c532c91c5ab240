package nl.aanspreekpunt.outbox.notify;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who asks, signed (RFC 7519, HS256). It holds for 30 seconds, so each request has its own
 * (https://docs.notifynl.nl/tech-documentation/rest-api-documentation).
 */
final class NotifyToken {
  private static final String HMAC = "HmacSHA256";

  private NotifyToken() {}

  static String of(NotifyAccount account, Instant now) {
    String header = encoded(new JsonObject().put("typ", "JWT").put("alg", "HS256"));
    String claims =
        encoded(new JsonObject().put("iss", account.service()).put("iat", now.getEpochSecond()));
    String signed = header + "." + claims;
    return signed + "." + encoded(signature(account.secret(), signed));
  }

  private static byte[] signature(String secret, String signed) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
      return mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  private static String encoded(JsonObject json) {
    return encoded(json.encode().getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
