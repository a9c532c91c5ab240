package nl.aanspreekpunt.phone;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Twilio's recordings (https://www.twilio.com/docs/voice/api/recording): fetched and deleted with
 * the account's login, at the address that is configured, never at one that a webhook names.
 */
public final class ProviderRecordings {
  /** Three minutes of MP3 are under 2 MB. */
  static final int LARGEST = 16 * 1024 * 1024;

  private static final long LONGEST_MS = 30_000;
  private final HttpClient http;
  private final String folder;
  private final String login;

  /**
   * @param apiUrl without a slash at the end
   */
  public ProviderRecordings(Vertx vertx, String apiUrl, String account, String token) {
    this.http = vertx.createHttpClient();
    this.folder = apiUrl + "/2010-04-01/Accounts/" + account + "/Recordings/";
    byte[] said = (account + ":" + token).getBytes(StandardCharsets.UTF_8);
    this.login = "Basic " + Base64.getEncoder().encodeToString(said);
  }

  /** As MP3; empty when Twilio has it no more. */
  Future<Optional<Buffer>> fetch(String recording) {
    return ask(HttpMethod.GET, recording + ".mp3")
        .compose(
            answer ->
                switch (answer.statusCode()) {
                  case 200 -> read(answer).map(Optional::of);
                  case 404 -> Future.succeededFuture(Optional.<Buffer>empty());
                  default -> ProviderRecordings.<Optional<Buffer>>refused(answer);
                })
        .timeout(LONGEST_MS, TimeUnit.MILLISECONDS);
  }

  /** Also when it was deleted before. */
  Future<Void> delete(String recording) {
    return ask(HttpMethod.DELETE, recording + ".json")
        .compose(
            answer ->
                answer.statusCode() == 204 || answer.statusCode() == 404
                    ? Future.<Void>succeededFuture()
                    : refused(answer))
        .timeout(LONGEST_MS, TimeUnit.MILLISECONDS);
  }

  private Future<HttpClientResponse> ask(HttpMethod method, String file) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(method)
            .setAbsoluteURI(folder + file)
            .setFollowRedirects(false)
            .setIdleTimeout(LONGEST_MS)
            .putHeader("Authorization", login);
    return http.request(options).compose(request -> request.send());
  }

  private static Future<Buffer> read(HttpClientResponse answer) {
    Buffer all = Buffer.buffer();
    answer.handler(
        some -> {
          all.appendBuffer(some);
          if (all.length() > LARGEST) {
            answer.request().reset();
          }
        });
    return answer
        .end()
        .compose(
            end ->
                all.length() > LARGEST
                    ? Future.failedFuture("a recording of more than " + LARGEST + " bytes")
                    : Future.succeededFuture(all));
  }

  private static <T> Future<T> refused(HttpClientResponse answer) {
    return Future.failedFuture("Twilio answered " + answer.statusCode());
  }
}
