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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nl.aanspreekpunt.twilio.TwilioAccount;

/**
 * Twilio's recordings (https://www.twilio.com/docs/voice/api/recording): fetched and deleted with
 * the account's login, at the address that is configured, never at one that a webhook names.
 */
public final class ProviderRecordings {
  /** Three minutes of MP3 are under 2 MB. */
  static final int LARGEST = 16 * 1024 * 1024;

  private static final long LONGEST_MS = 30_000;
  private final HttpClient http;
  private final String apiUrl;
  private final List<TwilioAccount> accounts;

  /**
   * @param apiUrl without a slash at the end
   * @param accounts with their SIDs; what is of none that is said is of the first
   */
  public ProviderRecordings(Vertx vertx, String apiUrl, List<TwilioAccount> accounts) {
    this.http = vertx.createHttpClient();
    this.apiUrl = apiUrl;
    this.accounts = List.copyOf(accounts);
  }

  /**
   * As MP3; empty when Twilio has it no more.
   *
   * @param account null: not said
   */
  Future<Optional<Buffer>> fetch(String account, String recording) {
    return ask(HttpMethod.GET, account, recording + ".mp3")
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
  Future<Void> delete(String account, String recording) {
    return ask(HttpMethod.DELETE, account, recording + ".json")
        .compose(
            answer ->
                answer.statusCode() == 204 || answer.statusCode() == 404
                    ? Future.<Void>succeededFuture()
                    : refused(answer))
        .timeout(LONGEST_MS, TimeUnit.MILLISECONDS);
  }

  private Future<HttpClientResponse> ask(HttpMethod method, String account, String file) {
    TwilioAccount whose =
        accounts.stream()
            .filter(one -> one.sid().equals(account))
            .findFirst()
            .orElse(accounts.get(0));
    String folder = apiUrl + "/2010-04-01/Accounts/" + whose.sid() + "/Recordings/";
    RequestOptions options =
        new RequestOptions()
            .setMethod(method)
            .setAbsoluteURI(folder + file)
            .setFollowRedirects(false)
            .setIdleTimeout(LONGEST_MS)
            .putHeader("Authorization", login(whose));
    return http.request(options).compose(request -> request.send());
  }

  private static String login(TwilioAccount whose) {
    byte[] said = (whose.sid() + ":" + whose.authToken()).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(said);
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
