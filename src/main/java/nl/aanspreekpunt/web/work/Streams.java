package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.web.Pulses;

/** Tells open Today and Team pages that there is something new. For one event loop. */
final class Streams {
  private final Pulses pulses;
  private final EventStreams<Watched, Map<String, Long>> streams;

  Streams(Vertx vertx, Pulses pulses) {
    this.pulses = pulses;
    streams = new EventStreams<>(vertx, Duration.ofMillis(500), this::look, Streams::tell);
  }

  private static final class Watched {
    private final List<String> officials;
    private long seen;

    Watched(List<String> officials, long seen) {
      this.officials = officials;
      this.seen = seen;
    }
  }

  /** Together, so that a page can say what it has seen. */
  static long sum(Map<String, Long> beats) {
    return beats.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * @param watched officials whose work is on this page
   * @param seen the sum of their pulses when the page was made
   */
  void open(RoutingContext context, List<String> watched, long seen) {
    streams.open(context, new Watched(watched, seen));
  }

  private Future<Map<String, Long>> look(List<Watched> open) {
    return pulses.of(open.stream().flatMap(one -> one.officials.stream()).distinct().toList());
  }

  private static void tell(EventStreams.Stream<Watched> stream, Map<String, Long> beats) {
    Watched watched = stream.state();
    long now = watched.officials.stream().mapToLong(id -> beats.getOrDefault(id, 0L)).sum();
    if (now != watched.seen) {
      watched.seen = now;
      stream.changed(now);
    }
  }
}
