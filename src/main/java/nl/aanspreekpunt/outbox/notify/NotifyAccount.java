package nl.aanspreekpunt.outbox.notify;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A service at NotifyNL, GOV.UK Notify or another gateway with their REST API
 * (https://docs.notifynl.nl/tech-documentation/rest-api-documentation).
 *
 * @param apiUrl without a slash at the end
 * @param service its id
 * @param secret signs each request
 * @param timeout of one try as a whole, which is one or two requests
 */
public record NotifyAccount(String apiUrl, String service, String secret, Duration timeout) {
  private static final String UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final Pattern KEY = Pattern.compile(".*?(" + UUID + ")-(" + UUID + ")");

  /**
   * An API key holds the service's id and the secret: {@code name-service-secret}. Empty when it
   * does not.
   */
  public static Optional<NotifyAccount> of(String apiUrl, String key, Duration timeout) {
    Matcher parts = KEY.matcher(key);
    return parts.matches()
        ? Optional.of(new NotifyAccount(apiUrl, parts.group(1), parts.group(2), timeout))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "NotifyAccount[" + service + " at " + apiUrl + "]";
  }
}
