package nl.aanspreekpunt.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An official's pages: Today, and the cases they are responsible for, one after the other. */
final class Pages implements AutoCloseable {
  private static final String PASSWORD = "een-lang-wachtwoord-voor-de-bench";
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
  private static final int WARM_UP = 200;
  private static final int CASES = 100;
  private final Options options;
  private final HubProcess hub;
  private final Report report;
  private final WebConnection official;
  private final List<String> cases = new ArrayList<>();

  /** Logs in as whoever has the newest case, with the first password, which is changed. */
  Pages(Options options, HubProcess hub, Report report) throws IOException {
    this(options, hub, report, null);
  }

  /**
   * The same.
   *
   * @param as official id; null: whoever has the newest case
   */
  Pages(Options options, HubProcess hub, Report report, String as) throws IOException {
    this.options = options;
    this.hub = hub;
    this.report = report;
    official = new WebConnection(hub.http());
    String id =
        as != null
            ? as
            : items("/cases?limit=1").getJsonObject(0).getJsonObject("official").getString("id");
    items("/cases?official=" + id + "&limit=" + CASES)
        .forEach(found -> cases.add(((JsonObject) found).getString("number")));
    String email = email(id);
    logIn(email, hub.passwords().get(email));
  }

  /** In the fictional municipality the name before the at sign is the official's id. */
  private String email(String id) throws IOException {
    return hub.passwords().keySet().stream()
        .filter(email -> email.startsWith(id + "@"))
        .findFirst()
        .orElseThrow(() -> new IOException("no first password was printed for " + id));
  }

  private JsonArray items(String path) throws IOException {
    return new JsonObject(ok(path)).getJsonArray("items");
  }

  private String ok(String path) throws IOException {
    HttpResponse<String> answer = hub.api(path);
    if (answer.statusCode() != 200) {
      throw new IOException(path + " is answered " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }

  private void logIn(String email, String first) throws IOException {
    String token = token(official.get("/inloggen"));
    submit("/inloggen", "token=" + token + "&email=" + coded(email) + "&password=" + coded(first));
    String again = token(official.get("/wachtwoord"));
    submit(
        "/wachtwoord",
        "token="
            + again
            + "&old="
            + coded(first)
            + "&chosen="
            + PASSWORD
            + "&repeated="
            + PASSWORD);
  }

  private void submit(String path, String form) throws IOException {
    official.post(path, form, "");
    WebConnection.Answer answer = official.answer();
    if (answer.status() != 303) {
      throw new IOException(path + " is answered " + answer.status());
    }
  }

  private static String token(WebConnection.Answer page) throws IOException {
    Matcher token = TOKEN.matcher(page.body());
    if (!token.find()) {
      throw new IOException("a page without a form is answered " + page.status());
    }
    return coded(token.group(1));
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  void today(String line) throws IOException {
    measure(line, n -> "/werk");
  }

  void cases(String line) throws IOException {
    measure(line, n -> "/werk/vragen/" + cases.get(n % cases.size()));
  }

  /** For eight at once only: there are several of these. */
  void found(String line, IntFunction<String> path) throws IOException {
    int count = options.quick() ? 200 : 400;
    show(WARM_UP / 2, 4, path);
    report(line + "-8", count, 8, path);
  }

  private void measure(String line, IntFunction<String> path) throws IOException {
    if (!options.wants(line)) {
      return;
    }
    int count = options.quick() ? 200 : 1_000;
    show(WARM_UP, 1, path);
    report(line, count, 1, path);
    report(line + "-8", count, 8, path);
  }

  private void report(String line, int count, int clients, IntFunction<String> path)
      throws IOException {
    Usage before = hub.usage();
    Figures times = show(count, clients, path);
    Usage.PerItem each = hub.usage().since(before, count);
    report.add(Line.of(line, Report.TIME, times, each, Double.NaN));
  }

  private Figures show(int count, int clients, IntFunction<String> path) throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try {
      List<Future<double[]>> all = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        int first = i * count / clients;
        all.add(threads.submit(() -> one(first, count / clients, path)));
      }
      List<double[]> times = new ArrayList<>();
      for (Future<double[]> each : all) {
        times.add(each.get());
      }
      return new Figures(times.stream().flatMapToDouble(Arrays::stream).toArray());
    } catch (ExecutionException e) {
      throw new IOException("a page was not shown", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private double[] one(int first, int count, IntFunction<String> path) throws IOException {
    double[] times = new double[count];
    try (WebConnection connection = new WebConnection(hub.http())) {
      connection.sameVisitorAs(official);
      for (int i = 0; i < count; i++) {
        long start = System.nanoTime();
        WebConnection.Answer page = connection.get(path.apply(first + i));
        times[i] = (System.nanoTime() - start) / 1e6;
        if (page.status() != 200) {
          throw new IOException(path.apply(first + i) + " is answered " + page.status());
        }
      }
    }
    return times;
  }

  @Override
  public void close() throws IOException {
    official.close();
  }
}
