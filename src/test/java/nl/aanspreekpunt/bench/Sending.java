package nl.aanspreekpunt.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** What waits in the outbox of a hub without a relay, sent when it is given one. */
final class Sending {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private final Options options;
  private final Path data;
  private final Report report;

  Sending(Options options, Path data, Report report) {
    this.options = options;
    this.data = data;
    this.report = report;
  }

  /**
   * @param waiting acknowledgements in the outbox that the hub left in the data directory
   */
  void measure(int waiting) throws IOException {
    try (Sink sink = new Sink();
        HubProcess hub =
            HubProcess.start(
                options,
                data,
                Map.of(
                    "AANSPREEKPUNT_RELAY_HOST",
                    "127.0.0.1",
                    "AANSPREEKPUNT_RELAY_PORT",
                    Integer.toString(sink.port()),
                    "AANSPREEKPUNT_RELAY_TLS",
                    "off"))) {
      int first = sink.taken();
      Usage before = hub.usage();
      double[] rates = rates(sink, waiting);
      Usage.PerItem each = hub.usage().since(before, waiting - first);
      report.add(Line.of("send", Report.RATE, new Figures(rates), each, Double.NaN));
    }
  }

  /** Mails taken in each second until all are; the last, which is not a whole one, left out. */
  private static double[] rates(Sink sink, int until) throws IOException {
    List<Double> rates = new ArrayList<>();
    long end = System.nanoTime() + PATIENCE.toNanos();
    int seen = sink.taken();
    while (seen < until) {
      if (System.nanoTime() > end) {
        throw new IOException("only " + seen + " of " + until + " were sent");
      }
      long start = System.nanoTime();
      LockSupport.parkNanos(1_000_000_000);
      int taken = sink.taken();
      if (taken < until || rates.isEmpty()) {
        rates.add((taken - seen) * 1e9 / (System.nanoTime() - start));
      }
      seen = taken;
    }
    return rates.stream().mapToDouble(rate -> rate).toArray();
  }
}
