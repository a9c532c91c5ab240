package nl.aanspreekpunt.outbox;

import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;

/**
 * Twilio's client, with one try for each request (Twilio's own repeats a POST after a 5xx, and
 * Apache's after a 429, either of which may send a message twice) and with an address that is
 * configuration.
 */
public final class TwilioHttp extends NetworkHttpClient {
  private static final String TWILIO = "https://api.twilio.com";
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  /** Twilio answered that it has no time now. */
  @SuppressWarnings("serial")
  public static final class Busy extends RuntimeException {
    public final int status;
    public final Duration after;

    /**
     * @param after null when Twilio did not say how long
     */
    Busy(int status, Duration after) {
      super("Twilio answered " + status);
      this.status = status;
      this.after = after;
    }
  }

  private final String apiUrl;

  /**
   * @param timeout of each wait for an answer
   */
  public TwilioHttp(String apiUrl, Duration timeout, int connections) {
    super(builder(timeout, connections));
    this.apiUrl = apiUrl;
  }

  private static HttpClientBuilder builder(Duration timeout, int connections) {
    Timeout wait = Timeout.of(timeout);
    return HttpClientBuilder.create()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(connections)
                .setMaxConnPerRoute(connections)
                .setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(wait).build())
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(wait)
                        .setSocketTimeout(wait)
                        .build())
                .build())
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(wait)
                .setResponseTimeout(wait)
                .build())
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement();
  }

  @Override
  public Response reliableRequest(Request request) {
    return makeRequest(request);
  }

  @Override
  public Response makeRequest(Request request) {
    Response response = super.makeRequest(apiUrl.equals(TWILIO) ? request : moved(request));
    int status = response.getStatusCode();
    if (status == 429 || status >= 500) {
      throw new Busy(status, retryAfter(response.getHeaders()));
    }
    return response;
  }

  private Request moved(Request request) {
    Request moved =
        new Request(request.getMethod(), apiUrl + request.getUrl().substring(TWILIO.length()));
    request.getQueryParams().forEach((k, values) -> values.forEach(v -> moved.addQueryParam(k, v)));
    request.getPostParams().forEach((k, values) -> values.forEach(v -> moved.addPostParam(k, v)));
    request
        .getHeaderParams()
        .forEach((k, values) -> values.forEach(v -> moved.addHeaderParam(k, v)));
    moved.setAuth(request.getUsername(), request.getPassword());
    moved.setContentType(request.getContentType());
    return moved;
  }

  /** Seconds (RFC 9110, section 10.2.3), at most an hour; null when there are none. */
  private static Duration retryAfter(Header[] headers) {
    return Stream.of(headers)
        .filter(header -> header.getName().equalsIgnoreCase("Retry-After"))
        .map(Header::getValue)
        .filter(value -> value.matches("\\d{1,6}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)))
        .map(asked -> asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked)
        .findFirst()
        .orElse(null);
  }
}
