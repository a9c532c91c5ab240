package nl.aanspreekpunt.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.web.login.Gate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells open pages that something changed (server-sent events, WHATWG HTML 9.2); what changed they
 * ask for themselves. One look at the database for all open streams together.
 */
public final class LiveRoutes implements Routes {
  private static final Logger LOG = LoggerFactory.getLogger(LiveRoutes.class);
  private static final long LOOK_MS = 500;
  private static final long HEARTBEAT_MS = 15_000;
  private static final int MOST = 1_000;
  private static final int MOST_OF_A_SESSION = 6;

  private final Vertx vertx;
  private final Pulses pulses;
  private final Gate gate;
  private final List<Stream> streams = new ArrayList<>();
  private boolean looking;

  /** One open page. */
  private static final class Stream {
    private final String session;
    private final String official;
    private final HttpServerResponse response;
    private long seen = -1;

    Stream(Viewer viewer, HttpServerResponse response) {
      session = viewer.session();
      official = viewer.official().id();
      this.response = response;
    }

    void see(long beats) {
      if (seen != -1 && beats != seen) {
        response.write("event: changed\ndata: " + beats + "\n\n");
      }
      seen = beats;
    }
  }

  public LiveRoutes(Vertx vertx, Pulses pulses, Gate gate) {
    this.vertx = vertx;
    this.pulses = pulses;
    this.gate = gate;
  }

  @Override
  public void mount(Router router) {
    router.get("/werk/live").handler(gate::admit).handler(this::open);
    vertx.setPeriodic(LOOK_MS, id -> look());
    vertx.setPeriodic(HEARTBEAT_MS, id -> streams.forEach(one -> one.response.write(":\n\n")));
  }

  private void open(RoutingContext context) {
    Stream stream = new Stream(Visit.of(context).viewer(), context.response());
    long same = streams.stream().filter(one -> one.session.equals(stream.session)).count();
    if (streams.size() >= MOST || same >= MOST_OF_A_SESSION) {
      context.fail(429);
      return;
    }
    context.response().closeHandler(closed -> streams.remove(stream));
    context.request().connection().shutdownHandler(stopping -> context.response().end());
    context
        .response()
        .setChunked(true)
        .putHeader("Content-Type", "text/event-stream")
        .putHeader("X-Accel-Buffering", "no")
        .write("retry: 3000\n\n");
    streams.add(stream);
  }

  private void look() {
    if (looking || streams.isEmpty()) {
      return;
    }
    looking = true;
    List<String> officials = streams.stream().map(one -> one.official).distinct().toList();
    pulses
        .of(officials)
        .onComplete(done -> looking = false)
        .onSuccess(this::tell)
        .onFailure(e -> LOG.warn("open pages are not told of changes: {}", e.getMessage()));
  }

  private void tell(Map<String, Long> beats) {
    for (Stream stream : List.copyOf(streams)) {
      stream.see(beats.getOrDefault(stream.official, 0L));
    }
  }
}
