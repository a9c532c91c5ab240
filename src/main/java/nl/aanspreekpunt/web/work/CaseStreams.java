package nl.aanspreekpunt.web.work;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.aanspreekpunt.casework.atwork.CaseDesk;
import nl.aanspreekpunt.casework.atwork.Desks;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.Wording;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells open case pages who else is at it and that it changed, by server-sent events. One query a
 * second for all pages of this node, and none while nobody looks; a page that is open says every 8
 * s that its official is there. For one event loop.
 */
final class CaseStreams {
  private static final Logger LOG = LoggerFactory.getLogger(CaseStreams.class);
  private static final String CHANGED = "event: changed\ndata: %d\n\n";
  private static final String PEOPLE = "event: people\ndata: %s\n\n";
  private static final long LOOK_MS = 1_000;
  private static final int HERE = 8;
  private static final int BEAT = 15;
  private static final int MOST_IN_A_SESSION = 4;
  private static final int MOST = 2_000;

  /** After ten minutes the browser connects again, and shows anew that it may read this. */
  private static final int LONGEST = 600;

  private final Vertx vertx;
  private final Desks desks;
  private final Directories directories;
  private final Clock clock;
  private final List<Open> streams = new ArrayList<>();
  private long timer = -1;
  private boolean looking;

  CaseStreams(Vertx vertx, Desks desks, Directories directories, Clock clock) {
    this.vertx = vertx;
    this.desks = desks;
    this.directories = directories;
    this.clock = clock;
  }

  private static final class Open {
    private final String session;
    private final String number;
    private final String official;
    private final Wording words;
    private final HttpServerResponse response;
    private long beats;
    private String people = "";
    private int looks;

    Open(String number, long beats, Visit visit, HttpServerResponse response) {
      this.beats = beats;
      this.session = visit.viewer().session();
      this.number = number;
      this.official = visit.viewer().official().id();
      this.words = visit.words();
      this.response = response;
    }
  }

  /**
   * @param beats how often it had changed when {@code behind} was found out
   * @param behind whether the case went on since the page was made
   */
  void open(RoutingContext context, String number, long beats, boolean behind) {
    Visit visit = Visit.of(context);
    String session = visit.viewer().session();
    long same = streams.stream().filter(one -> one.session.equals(session)).count();
    HttpServerResponse response = context.response();
    if (response.closed()) {
      return; // it went away while the store was read: nothing would take it from the list
    }
    if (same >= MOST_IN_A_SESSION || streams.size() >= MOST) {
      response.setStatusCode(429).end();
      return;
    }
    response.setChunked(true).putHeader("Content-Type", "text/event-stream");
    Open stream = new Open(number, beats, visit, response);
    streams.add(stream);
    response.closeHandler(closed -> streams.remove(stream));
    response.exceptionHandler(gone -> streams.remove(stream));
    response.write(": open\n\n");
    if (behind) {
      response.write(CHANGED.formatted(0));
    }
    if (timer < 0) {
      timer = vertx.setPeriodic(LOOK_MS, tick -> look());
    }
  }

  private void here(Open stream) {
    desks
        .here(stream.number, stream.official, false, clock.instant())
        .onFailure(e -> LOG.warn("colleagues do not see who reads a case: {}", e.toString()));
  }

  private void look() {
    if (streams.isEmpty()) {
      vertx.cancelTimer(timer);
      timer = -1;
    } else if (!looking) {
      looking = true;
      desks
          .of(streams.stream().map(one -> one.number).distinct().toList())
          .onComplete(done -> looking = false)
          .onSuccess(this::tell)
          .onFailure(e -> LOG.warn("open cases hear of changes later: {}", e.toString()));
    }
  }

  private void tell(List<CaseDesk> found) {
    Map<String, CaseDesk> byNumber =
        found.stream().collect(Collectors.toMap(CaseDesk::id, Function.identity()));
    for (Open stream : List.copyOf(streams)) {
      tell(stream, byNumber.get(stream.number));
    }
  }

  private void tell(Open stream, CaseDesk desk) {
    stream.looks++;
    if (stream.looks > LONGEST || stream.response.writeQueueFull()) {
      streams.remove(stream);
      stream.response.end();
      return;
    }
    if (stream.looks % HERE == 0) {
      here(stream);
    }
    if (desk != null) {
      tellOf(stream, desk);
    }
    if (stream.looks % BEAT == 0) {
      stream.response.write(": here\n\n");
    }
  }

  private void tellOf(Open stream, CaseDesk desk) {
    if (stream.beats != desk.beats()) {
      stream.response.write(CHANGED.formatted(desk.beats()));
    }
    stream.beats = desk.beats();
    String people = people(stream, desk);
    if (!Objects.equals(people, stream.people)) {
      stream.people = people;
      stream.response.write(PEOPLE.formatted(people));
    }
  }

  /** In one line; empty when nobody else is there. */
  private String people(Open stream, CaseDesk desk) {
    Names names = new Names(directories.current(), stream.words);
    Instant now = clock.instant();
    return desk.others(stream.official, now).stream()
        .map(
            other ->
                stream.words.say(
                    other.writes(now) ? "case.atwork.writes" : "case.atwork.reads",
                    names.of(other.official())))
        .collect(Collectors.joining(" "))
        .replaceAll("\\s+", " ");
  }
}
