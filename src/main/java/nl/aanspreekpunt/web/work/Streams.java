package nl.aanspreekpunt.web.work;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.web.Pulses;
import nl.aanspreekpunt.web.Visit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells open Today pages that there is something new, by server-sent events (HTML standard, 9.2).
 * One query for all of them, and none while nobody looks. For one event loop.
 */
final class Streams {
  private static final Logger LOG = LoggerFactory.getLogger(Streams.class);
  private static final String TYPE = "text/event-stream";
  private static final String CHANGED = "event: changed\ndata: %d\n\n";
  private static final long LOOK_MS = 500;
  private static final int MOST_IN_A_SESSION = 4;
  private static final int MOST = 2_000;

  /** Looks between two signs of life: 15 s, well under the server's idle time. */
  private static final int BEAT = 30;

  /** After ten minutes the browser connects again, and shows anew that it is logged in. */
  private static final int LONGEST = 1_200;

  private final Vertx vertx;
  private final Pulses pulses;
  private final List<Open> streams = new ArrayList<>();
  private long timer = -1;
  private boolean looking;

  Streams(Vertx vertx, Pulses pulses) {
    this.vertx = vertx;
    this.pulses = pulses;
  }

  private static final class Open {
    private final String session;
    private final List<String> watched;
    private final HttpServerResponse response;
    private long seen;
    private int looks;

    Open(String session, List<String> watched, HttpServerResponse response, long seen) {
      this.session = session;
      this.watched = watched;
      this.response = response;
      this.seen = seen;
    }
  }

  /** Together, so that a page can say what it has seen. */
  static long sum(Map<String, Long> beats) {
    return beats.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * @param watched officials whose work is on this Today
   * @param seen the sum of their pulses when the page was made
   */
  void open(RoutingContext context, List<String> watched, long seen) {
    HttpServerResponse response = context.response();
    if (response.closed()) {
      return; // it went away while the store was read: nothing would take it from the list
    }
    String session = Visit.of(context).viewer().session();
    long same = streams.stream().filter(one -> one.session.equals(session)).count();
    if (same >= MOST_IN_A_SESSION || streams.size() >= MOST) {
      response.setStatusCode(429).end();
      return;
    }
    response
        .setChunked(true)
        .putHeader("Content-Type", TYPE)
        .putHeader("Content-Encoding", "identity");
    Open stream = new Open(session, watched, response, seen);
    streams.add(stream);
    response.closeHandler(closed -> streams.remove(stream));
    response.exceptionHandler(gone -> streams.remove(stream));
    response.write(": open\n\n");
    if (timer < 0) {
      timer = vertx.setPeriodic(LOOK_MS, tick -> look());
    }
  }

  /** To who is no longer logged in: the page then looks again, and is sent to log in. */
  static void over(RoutingContext context) {
    context.response().putHeader("Content-Type", TYPE).end(CHANGED.formatted(0));
  }

  private void look() {
    if (streams.isEmpty()) {
      vertx.cancelTimer(timer);
      timer = -1;
    } else if (!looking) {
      looking = true;
      List<String> all = streams.stream().flatMap(one -> one.watched.stream()).distinct().toList();
      pulses
          .of(all)
          .onComplete(done -> looking = false)
          .onSuccess(this::tell)
          .onFailure(e -> LOG.warn("open pages hear of changes later: {}", e.toString()));
    }
  }

  private void tell(Map<String, Long> beats) {
    for (Open stream : List.copyOf(streams)) {
      long now = stream.watched.stream().mapToLong(id -> beats.getOrDefault(id, 0L)).sum();
      tell(stream, now);
    }
  }

  private void tell(Open stream, long now) {
    stream.looks++;
    if (stream.looks > LONGEST || stream.response.writeQueueFull()) {
      streams.remove(stream);
      stream.response.end();
    } else if (now != stream.seen) {
      stream.seen = now;
      stream.response.write(CHANGED.formatted(now));
    } else if (stream.looks % BEAT == 0) {
      stream.response.write(": here\n\n");
    }
  }
}
