package nl.aanspreekpunt.twilio;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Calls webhooks, signed as Twilio signs (https://www.twilio.com/docs/usage/security). */
final class TwilioCaller {
  private final HttpClient http = HttpClient.newHttpClient();
  private final String token;

  TwilioCaller(String token) {
    this.token = token;
  }

  /**
   * @param signedFor the URL that is signed
   */
  HttpResponse<String> post(String url, String signedFor, Map<String, String> form) {
    StringBuilder body = new StringBuilder();
    StringBuilder signed = new StringBuilder(signedFor);
    new TreeMap<>(form)
        .forEach(
            (key, value) -> {
              signed.append(key).append(value);
              body.append(body.isEmpty() ? "" : "&").append(encoded(key)).append('=');
              body.append(encoded(value));
            });
    try {
      return http.send(
          HttpRequest.newBuilder(URI.create(url))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .header("X-Twilio-Signature", signature(signed.toString()))
              .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String signature(String signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      byte[] made = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(made);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
