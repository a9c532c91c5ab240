package nl.aanspreekpunt.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;

/** Messages into a hub: how many a second are routed, and how long one takes at half that rate. */
final class Intake {
  /** Receipts whose moments are read. */
  private static final int LOOKED_AT = 1_000;

  private static final long LOOK_EACH_MS = 1_000;

  /** Each look costs the hub a scrape of its metrics, so not too often. */
  private static final long LOOK_PAUSE_NS = 200_000_000;

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private final Options options;
  private final HubProcess hub;
  private final Report report;

  Intake(Options options, HubProcess hub, Report report) {
    this.options = options;
    this.hub = hub;
    this.report = report;
  }

  /**
   * Warms up, then measures at full speed and at half of it.
   *
   * @param limit what the database alone can do, a second
   */
  void measure(String name, Sender.Opening opening, double limit) throws IOException {
    Feed feed = new Feed(opening, options.clients());
    warmUp(feed);
    double rate = full(name, feed, options.items(), limit);
    paced(name + "-half", feed, rate / 2, options.items() / 2);
  }

  void warmUp(Feed feed) throws IOException {
    long before = hub.routed();
    feed.sendFor(options.warmUp().toMillis());
    settle(before);
  }

  /** Sends this many and waits until all are routed. */
  void fill(Feed feed, int count) throws IOException {
    long before = hub.routed();
    feed.send(count);
    settle(before);
    long routed = hub.routed() - before;
    if (routed < count) {
      throw new IOException("only " + routed + " of " + count + " were routed; see hub.log");
    }
  }

  /** As fast as they are taken; gives how many a second that was. */
  double full(String name, Feed feed, int count, double limit) throws IOException {
    Usage before = hub.usage();
    long start = System.nanoTime();
    CompletableFuture<List<Sender.Sent>> sending = sending(feed, count);
    List<Double> rates = rates(Math.round(before.routed()) + count, sending);
    double seconds = (System.nanoTime() - start) / 1e9;
    double[] seen = rates.stream().mapToDouble(rate -> rate).toArray();
    Usage.PerItem each = hub.usage().since(before, count);
    double overall = count / seconds;
    Figures figures = new Figures(seen.length == 0 ? new double[] {overall} : seen);
    report.add(Line.of(name, Report.RATE, figures, each, limit));
    return overall;
  }

  private static CompletableFuture<List<Sender.Sent>> sending(Feed feed, int count) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return feed.send(count);
          } catch (IOException e) {
            throw new CompletionException(e);
          }
        });
  }

  /** Messages routed in each second until all are; the last, which is not a whole one, left out. */
  private List<Double> rates(long until, CompletableFuture<?> sending) throws IOException {
    List<Double> rates = new ArrayList<>();
    long end = System.nanoTime() + PATIENCE.toNanos();
    long seen = hub.routed();
    long looked = System.nanoTime();
    long routed = seen;
    while (routed < until) {
      if (sending.isCompletedExceptionally() || System.nanoTime() > end) {
        throw new IOException("only " + routed + " of " + until + " were routed; see hub.log");
      }
      LockSupport.parkNanos(LOOK_PAUSE_NS);
      routed = hub.routed();
      long now = System.nanoTime();
      if (now - looked >= LOOK_EACH_MS * 1_000_000) {
        rates.add((routed - seen) * 1e9 / (now - looked));
        seen = routed;
        looked = now;
      }
    }
    sending.join();
    return rates;
  }

  /** Waits until nothing more is routed. */
  private void settle(long before) throws IOException {
    long routed = hub.routed();
    long last = before - 1;
    while (routed != last) {
      last = routed;
      LockSupport.parkNanos(500_000_000);
      routed = hub.routed();
    }
  }

  /** At a rate: how long each takes until it is routed. */
  void paced(String name, Feed feed, double rate, int count) throws IOException {
    Usage before = hub.usage();
    List<Sender.Sent> sent = feed.at(rate, count);
    settle(Math.round(before.routed()));
    Usage.PerItem each = hub.usage().since(before, count);
    report.add(Line.of(name, Report.TIME, untilRouted(sent), each, Double.NaN));
  }

  /** Milliseconds from the end of a message to where its receipt says it was routed. */
  private Figures untilRouted(List<Sender.Sent> sent) throws IOException {
    int every = Math.max(1, sent.size() / LOOKED_AT);
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < sent.size(); i += every) {
      Sender.Sent one = sent.get(i);
      HttpResponse<String> answer = hub.api("/receipts/" + one.receipt());
      String routedAt =
          answer.statusCode() == 200 ? new JsonObject(answer.body()).getString("routedAt") : null;
      if (routedAt == null) {
        throw new IOException("receipt " + one.receipt() + " is not routed: " + answer.body());
      }
      times.add((double) (Instant.parse(routedAt).toEpochMilli() - one.ended()));
    }
    return new Figures(times.stream().mapToDouble(time -> time).toArray());
  }
}
