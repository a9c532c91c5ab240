package nl.aanspreekpunt.bench;

import io.vertx.core.Future;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import nl.aanspreekpunt.casework.Arrival;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Choice;
import nl.aanspreekpunt.casework.Evidence;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Opening;
import nl.aanspreekpunt.casework.Route;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;

/** Open cases as the inbox would have left them, put straight into the store: one promise each. */
final class Stock {
  /** A Monday, half past eight. */
  private static final Instant FIRST = Instant.parse("2026-06-01T06:30:00Z");

  /** So that no two wake at the same moment. */
  static final Duration SPREAD = Duration.ofHours(8);

  private static final int AT_ONCE = 512;

  private final Instant first;
  private final Cases cases;
  private final Directory directory;
  private final List<Official> officials;

  Stock(Cases cases, Directory directory) {
    this(cases, directory, FIRST);
  }

  /**
   * @param first when the first of them was opened
   */
  Stock(Cases cases, Directory directory, Instant first) {
    this.first = first;
    this.cases = cases;
    this.directory = directory;
    this.officials = directory.officials().stream().filter(one -> !one.topics().isEmpty()).toList();
  }

  void fill(int count) throws IOException {
    for (int from = 0; from < count; from += AT_ONCE) {
      List<Future<Boolean>> some =
          IntStream.range(from, Math.min(count, from + AT_ONCE))
              .mapToObj(n -> cases.insert(open(n, count)))
              .toList();
      Ticks.await(Future.all(some));
    }
  }

  private Case open(int n, int of) {
    Official official = officials.get(n % officials.size());
    String topic = official.topics().get(0);
    Instant made = first.plus(SPREAD.multipliedBy(n).dividedBy(of));
    String receipt = "stock-" + n;
    Match match =
        Match.by(
            "topic",
            new Evidence.About(
                topic,
                Evidence.Sign.CHOSEN,
                List.of(),
                null,
                Choice.without(official.id(), Choice.Fit.TOPIC)),
            List.of());
    Route route =
        new Route(match, null, official.id(), topic, official.team(), null, null, List.of());
    Address sender = new Address(Address.Kind.EMAIL, "citizen" + n + "@burger.example");
    Arrival arrival =
        new Arrival(
            receipt,
            Channel.EMAIL,
            sender,
            "Citizen " + n,
            "nl",
            "<" + receipt + "@burger.example>",
            List.of(),
            false,
            false,
            null,
            null,
            null,
            0,
            new Arrival.Limits(3, 30),
            Arrival.Heard.NOTHING,
            List.of());
    return new Opening(arrival, route, "Vraag " + n, "citizen-" + n, false)
        .as(number(n), new Moment(made, directory))
        .opened();
  }

  /** Nine characters, as a case number has. */
  private static String number(int n) {
    return String.format("%09d", n);
  }
}
