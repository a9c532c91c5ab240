package nl.aanspreekpunt.twilio;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Lists of Twilio's REST API, page by page (https://www.twilio.com/docs/usage/twilios-response).
 * One try each; its caller comes again.
 */
public final class TwilioLists {
  private static final String API = "/2010-04-01/Accounts/";
  private static final Duration WAIT = Duration.ofSeconds(20);
  private static final int THREADS = 2;
  private static final int PAGE = 200;

  private final String apiUrl;
  private final WorkerExecutor workers;
  private final HttpClient http;

  /**
   * @param apiUrl without a slash at the end
   */
  public TwilioLists(Vertx vertx, String apiUrl) {
    this.apiUrl = apiUrl;
    this.workers = vertx.createSharedWorkerExecutor("twilio-lists", THREADS);
    this.http =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
  }

  /**
   * What is in a list, latest first as Twilio has it, until one is past what is asked.
   *
   * @param path after the account's, without {@code .json}
   * @param field of an answer that the list stands in
   * @param past nothing behind this one is asked for
   * @param wanted of the others
   * @param most fails with {@link TooMany} when there are more
   */
  public Future<List<JsonObject>> read(
      TwilioAccount account,
      String path,
      String field,
      Map<String, String> query,
      Predicate<JsonObject> past,
      Predicate<JsonObject> wanted,
      int most) {
    return workers.executeBlocking(
        () -> {
          List<JsonObject> all = new ArrayList<>();
          String next = API + account.sid() + "/" + path + ".json?" + query(query);
          while (next != null) {
            JsonObject page = get(account, next);
            next = page.getString("next_page_uri");
            for (Object one : page.getJsonArray(field)) {
              JsonObject item = (JsonObject) one;
              if (past.test(item)) {
                return all;
              }
              if (wanted.test(item)) {
                all.add(item);
              }
            }
            if (all.size() > most) {
              throw new TooMany();
            }
          }
          return all;
        },
        false);
  }

  /** Where what is in a list is itself, and not what is said of it. */
  public String url(String uri) {
    return apiUrl + uri.replaceFirst("\\.json$", "");
  }

  private static String query(Map<String, String> query) {
    String all =
        query.entrySet().stream()
            .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()) + "&")
            .collect(Collectors.joining());
    return all + "PageSize=" + PAGE;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** A next page is named by its path; nothing is asked for anywhere else. */
  private JsonObject get(TwilioAccount account, String path) throws IOException {
    if (!path.startsWith(API)) {
      throw new IOException("Twilio named a page that is none of its API");
    }
    String login = account.sid() + ":" + account.authToken();
    byte[] bytes = login.getBytes(StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(apiUrl + path))
            .timeout(WAIT)
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes))
            .header("Accept", "application/json")
            .build();
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException("Twilio answered " + answer.statusCode());
      }
      return new JsonObject(answer.body());
    } catch (DecodeException e) {
      throw new IOException("Twilio answered what is no JSON", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped", e);
    }
  }

  /** More than are taken at once. */
  public static final class TooMany extends IOException {
    private static final long serialVersionUID = 1;

    TooMany() {
      super("too many at once");
    }
  }
}
