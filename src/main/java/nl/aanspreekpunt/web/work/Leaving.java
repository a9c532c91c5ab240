package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.aanspreekpunt.casework.Departing;
import nl.aanspreekpunt.casework.Handover;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.official.Departure;
import nl.aanspreekpunt.web.Frame;

/**
 * What somebody who leaves on a day to come sees of it themselves.
 *
 * @param moves what is open with them, and to whom it would go
 * @param handover empty when it could not be begun yet
 */
record Leaving(Departure departure, List<Departing.Item> moves, Optional<Handover> handover) {
  /** Empty when they do not leave, or have left. */
  static Future<Optional<Leaving>> of(String official, Departing departing, Moment moment) {
    Optional<Departure> ahead =
        moment.directory().departures().stream()
            .filter(one -> one.official().equals(official) && one.at().isAfter(moment.now()))
            .findFirst();
    if (ahead.isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    Future<List<Departing.Item>> moves = departing.preview(official);
    Future<Optional<Handover>> handover = departing.handover(official);
    return Future.all(moves, handover)
        .map(all -> Optional.of(new Leaving(ahead.get(), moves.result(), handover.result())));
  }

  /** From when, and how much goes to whom, in words. */
  String said(Frame frame, Names names) {
    String day = frame.moments().date(departure.at());
    if (moves.isEmpty()) {
      return frame.say("leaving.nothing", day);
    }
    Map<String, Long> gets =
        moves.stream().collect(Collectors.groupingBy(Departing.Item::to, Collectors.counting()));
    String whom =
        gets.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .map(one -> names.of(one.getKey()) + " (" + one.getValue() + ")")
            .collect(Collectors.joining(", "));
    String key = moves.size() == 1 ? "leaving.said.one" : "leaving.said";
    String said = frame.say(key, day, moves.size(), whom);
    return settled() ? said : said + " " + frame.say("leaving.proposed");
  }

  private boolean settled() {
    return handover.filter(Handover::confirmed).isPresent();
  }
}
