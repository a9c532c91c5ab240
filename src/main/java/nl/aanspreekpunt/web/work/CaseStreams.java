package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
 * Tells open case pages who else is at it and that it changed; a page that is open says every 8 s
 * that its official is there. For one event loop.
 */
final class CaseStreams {
  private static final Logger LOG = LoggerFactory.getLogger(CaseStreams.class);

  /** Looks, a second apart. */
  private static final int HERE = 8;

  private final Desks desks;
  private final Directories directories;
  private final Clock clock;
  private final EventStreams<Open, Map<String, CaseDesk>> streams;

  CaseStreams(Vertx vertx, Desks desks, Directories directories, Clock clock) {
    this.desks = desks;
    this.directories = directories;
    this.clock = clock;
    streams = new EventStreams<>(vertx, Duration.ofSeconds(1), this::look, this::tell);
  }

  private static final class Open {
    private final String number;
    private final String official;
    private final Wording words;
    private final boolean behind;
    private long beats;
    private String people = "";

    Open(String number, long beats, boolean behind, Visit visit) {
      this.number = number;
      this.beats = beats;
      this.behind = behind;
      this.official = visit.viewer().official().id();
      this.words = visit.words();
    }
  }

  /**
   * @param beats how often it had changed when {@code behind} was found out
   * @param behind whether the case went on since the page was made
   */
  void open(RoutingContext context, String number, long beats, boolean behind) {
    streams.open(context, new Open(number, beats, behind, Visit.of(context)));
  }

  private Future<Map<String, CaseDesk>> look(List<Open> open) {
    return desks
        .of(open.stream().map(one -> one.number).distinct().toList())
        .map(found -> found.stream().collect(Collectors.toMap(CaseDesk::id, Function.identity())));
  }

  private void tell(EventStreams.Stream<Open> stream, Map<String, CaseDesk> found) {
    Open open = stream.state();
    if (open.behind && stream.looks() == 1) {
      stream.changed(0);
    }
    if (stream.looks() % HERE == 0) {
      here(open);
    }
    CaseDesk desk = found.get(open.number);
    if (desk != null) {
      tell(stream, desk);
    }
  }

  private void here(Open open) {
    desks
        .here(open.number, open.official, false, clock.instant())
        .onFailure(e -> LOG.warn("colleagues do not see who reads a case: {}", e.toString()));
  }

  private void tell(EventStreams.Stream<Open> stream, CaseDesk desk) {
    Open open = stream.state();
    if (open.beats != desk.beats()) {
      open.beats = desk.beats();
      stream.changed(desk.beats());
    }
    String people = people(open, desk);
    if (!Objects.equals(people, open.people)) {
      open.people = people;
      stream.send("people", people);
    }
  }

  /** In one line; empty when nobody else is there. */
  private String people(Open open, CaseDesk desk) {
    Names names = new Names(directories.current(), open.words);
    Instant now = clock.instant();
    return desk.others(open.official, now).stream()
        .map(
            other ->
                open.words.say(
                    other.writes(now) ? "case.atwork.writes" : "case.atwork.reads",
                    names.of(other.official())))
        .collect(Collectors.joining(" "))
        .replaceAll("\\s+", " ");
  }
}
