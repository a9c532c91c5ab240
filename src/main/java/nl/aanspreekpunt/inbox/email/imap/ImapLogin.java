package nl.aanspreekpunt.inbox.email.imap;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The secret of a login: the password, or an access token that is had anew before it ends. Blocks
 * the calling thread.
 */
final class ImapLogin {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** So long before its end a token is not used any more. */
  private static final Duration MARGIN = Duration.ofMinutes(2);

  private static final long USUAL_SECONDS = 300;

  private final ImapSettings settings;
  private final Clock clock;
  private String token;
  private Instant until = Instant.EPOCH;

  /** The server of tokens gives none. */
  @SuppressWarnings("serial")
  static final class NoToken extends IOException {
    NoToken(String why) {
      super(why);
    }

    NoToken(String why, Throwable cause) {
      super(why, cause);
    }
  }

  ImapLogin(ImapSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** A token goes by SASL's XOAUTH2 (Google's and Microsoft's description of it). */
  boolean byToken() {
    return settings.oauth() != null;
  }

  /**
   * @throws IOException when no token can be had; its message has no secret
   */
  String secret() throws IOException, InterruptedException {
    if (!byToken()) {
      return settings.password();
    }
    if (!clock.instant().isBefore(until)) {
      ask(settings.oauth());
    }
    return token;
  }

  /** The server did not take it: the next one is a fresh one. */
  void refused() {
    until = Instant.EPOCH;
  }

  private void ask(ImapSettings.OAuth oauth) throws IOException, InterruptedException {
    String form =
        "grant_type=client_credentials"
            + field("client_id", oauth.clientId())
            + field("client_secret", oauth.clientSecret())
            + (oauth.scope() == null ? "" : field("scope", oauth.scope()));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(oauth.tokenUrl()))
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    HttpResponse<String> answer =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .build()
            .send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new NoToken(oauth.tokenUrl() + " gives no token: " + answer.statusCode());
    }
    keep(oauth, answer.body());
  }

  /** RFC 6749, section 5.1. */
  private void keep(ImapSettings.OAuth oauth, String body) throws IOException {
    String given;
    long seconds;
    try {
      JsonObject json = new JsonObject(body);
      given = json.getString("access_token");
      seconds = json.getLong("expires_in", USUAL_SECONDS);
    } catch (DecodeException | ClassCastException unlike) {
      throw new NoToken(oauth.tokenUrl() + " answers with what is no token", unlike);
    }
    if (given == null) {
      throw new NoToken(oauth.tokenUrl() + " answers with no access_token");
    }
    token = given;
    until = clock.instant().plusSeconds(seconds).minus(MARGIN);
  }

  private static String field(String name, String value) {
    return "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
