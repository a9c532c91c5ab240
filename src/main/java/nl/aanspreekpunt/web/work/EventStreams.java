package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import nl.aanspreekpunt.web.Visit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Open pages that hear what is new, by server-sent events (HTML standard, 9.2). One look at the
 * store for all of them, and none while nobody looks. For one event loop.
 *
 * @param <S> what a page is about, and what it was told
 * @param <N> what one look finds
 */
final class EventStreams<S, N> {
  private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);
  private static final String TYPE = "text/event-stream";
  private static final int MOST_IN_A_SESSION = 4;
  private static final int MOST = 2_000;

  /** Well under the server's idle time. */
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

  /** Then the browser connects again, and shows anew that it may read this. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Vertx vertx;
  private final Duration every;
  private final Function<List<S>, Future<N>> look;
  private final BiConsumer<Stream<S>, N> tell;
  private final List<Stream<S>> streams = new ArrayList<>();
  private long timer = -1;
  private boolean looking;

  /**
   * @param look finds what is new for these pages together
   * @param tell tells one page of it
   */
  EventStreams(
      Vertx vertx,
      Duration every,
      Function<List<S>, Future<N>> look,
      BiConsumer<Stream<S>, N> tell) {
    this.vertx = vertx;
    this.every = every;
    this.look = look;
    this.tell = tell;
  }

  /** One open page. */
  static final class Stream<S> {
    private final String session;
    private final S state;
    private final HttpServerResponse response;
    private int looks;

    Stream(String session, S state, HttpServerResponse response) {
      this.session = session;
      this.state = state;
      this.response = response;
    }

    S state() {
      return state;
    }

    /** How often was looked for it, this time included. */
    int looks() {
      return looks;
    }

    /** There is something new. */
    void changed(long beats) {
      send("changed", Long.toString(beats));
    }

    /** Unless it went away: that is heard of later than it happens. */
    void send(String event, String data) {
      write("event: " + event + "\ndata: " + data + "\n\n");
    }

    private void write(String text) {
      if (!response.ended() && !response.closed()) {
        response.write(text);
      }
    }
  }

  /** To who is no longer logged in: the page then looks again, and is sent to log in. */
  static void over(RoutingContext context) {
    context.response().putHeader("Content-Type", TYPE).end("event: changed\ndata: 0\n\n");
  }

  void open(RoutingContext context, S state) {
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
    // Compressed, an event would wait for those after it.
    response
        .setChunked(true)
        .putHeader("Content-Type", TYPE)
        .putHeader("Content-Encoding", "identity");
    Stream<S> stream = new Stream<>(session, state, response);
    streams.add(stream);
    response.closeHandler(closed -> streams.remove(stream));
    response.exceptionHandler(gone -> streams.remove(stream));
    response.write(": open\n\n");
    if (timer < 0) {
      timer = vertx.setPeriodic(every.toMillis(), tick -> look());
    }
  }

  private void look() {
    if (streams.isEmpty()) {
      vertx.cancelTimer(timer);
      timer = -1;
    } else if (!looking) {
      looking = true;
      look.apply(streams.stream().map(Stream::state).toList())
          .onComplete(done -> looking = false)
          .onSuccess(found -> List.copyOf(streams).forEach(stream -> tell(stream, found)))
          .onFailure(e -> LOG.warn("open pages hear of changes later: {}", e.toString()));
    }
  }

  private void tell(Stream<S> stream, N found) {
    stream.looks++;
    if (stream.looks > LONGEST.dividedBy(every) || stream.response.writeQueueFull()) {
      streams.remove(stream);
      stream.response.end();
      return;
    }
    tell.accept(stream, found);
    if (stream.looks % SIGN_OF_LIFE.dividedBy(every) == 0) {
      stream.write(": here\n\n");
    }
  }
}
