package nl.aanspreekpunt.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.aanspreekpunt.process.WebhookSoak;

/**
 * A minute of 100 webhooks a second, of which 5 % come twice and 5 % late, and in the midst of it
 * the embedded database is killed, with its process, and started again after ten seconds. Fails
 * when one message is lost or doubled. A MongoDB that is given cannot be stopped from here: with it
 * nothing goes wrong but what comes twice and late.
 */
final class Soak {
  private static final int RATE = 100;
  private static final Duration LASTS = Duration.ofMinutes(1);
  private static final Duration AWAY = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final WebhookSoak.Hook HOOK =
      new WebhookSoak.Hook(
          "AC00000000000000000000000000000000", HubProcess.TWILIO_TOKEN, "+3197010203040");

  private final Options options;
  private final Path data;
  private final Report report;
  private final Map<String, String> variables;
  private HubProcess hub;

  Soak(Options options, Path data, Report report) throws IOException {
    this.options = options;
    this.data = data;
    this.report = report;
    this.variables = Map.of("AANSPREEKPUNT_HTTP_PORT", String.valueOf(freePort()));
  }

  /** The same in each life: it is part of what Twilio signs. */
  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }

  void measure() throws IOException {
    hub = HubProcess.start(options, data, variables);
    try {
      Duration lasts = options.quick() ? LASTS.dividedBy(4) : LASTS;
      WebhookSoak.Result result =
          new WebhookSoak(hub.http().toString(), HOOK, RATE).run(lasts, this::stops);
      once(result);
      System.out.printf(
          "soak: %d messages, %d redelivered, %d late, %d calls not taken at first; each is there"
              + " once%s%n",
          result.receipts().size(),
          result.redelivered(),
          result.late(),
          result.refused(),
          options.store() == null ? "" : "; the MongoDB that is given was not stopped");
      Usage before = new Usage(0, 0, 0, 0, 0);
      Usage.PerItem each = hub.usage().since(before, result.receipts().size());
      Figures figures = new Figures(result.answeredIn());
      report.add(Line.of("soak", Report.TIME, figures, each, Double.NaN));
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    } finally {
      hub.close();
    }
  }

  private void stops() throws IOException, InterruptedException {
    if (options.store() == null) {
      hub.kill();
      Thread.sleep(AWAY.toMillis());
      hub = HubProcess.start(options, data, variables);
    }
  }

  /** A case for each sender, and each message at one. */
  private void once(WebhookSoak.Result result) throws IOException {
    Instant until = Instant.now().plus(PATIENCE);
    for (String receipt : result.receipts()) {
      while (!routed(receipt)) {
        if (Instant.now().isAfter(until)) {
          throw new IOException("lost: receipt " + receipt + " is at no case");
        }
        pause();
      }
    }
    Set<String> senders = new HashSet<>();
    String cursor = "";
    do {
      JsonObject page = json("/cases?limit=100" + cursor);
      for (JsonObject one :
          page.getJsonArray("items").stream().map(JsonObject.class::cast).toList()) {
        JsonArray addresses = one.getJsonObject("citizen").getJsonArray("addresses");
        if (!senders.add(addresses.getString(0))) {
          throw new IOException("doubled: " + one.getString("number"));
        }
      }
      String next = page.getString("next");
      cursor = next == null ? null : "&cursor=" + next;
    } while (cursor != null);
    List<String> all = result.senders();
    if (senders.size() != all.size() || !senders.containsAll(all)) {
      throw new IOException(senders.size() + " cases of " + all.size() + " senders");
    }
  }

  private boolean routed(String receipt) throws IOException {
    HttpResponse<String> answer = hub.api("/receipts/" + receipt);
    return answer.statusCode() == 200
        && "routed".equals(new JsonObject(answer.body()).getString("state"));
  }

  /** It is asked no more often than one token may. */
  private JsonObject json(String path) throws IOException {
    HttpResponse<String> answer = hub.api(path);
    while (answer.statusCode() == 429) {
      pause();
      answer = hub.api(path);
    }
    if (answer.statusCode() != 200) {
      throw new IOException("the API answered " + answer.statusCode() + " " + answer.body());
    }
    return new JsonObject(answer.body());
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
