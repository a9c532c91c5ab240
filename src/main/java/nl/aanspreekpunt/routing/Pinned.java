package nl.aanspreekpunt.routing;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Evidence;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.casework.PinUse;
import nl.aanspreekpunt.casework.Route;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Moves;
import nl.aanspreekpunt.official.Pin;

/**
 * What people pinned, after all that ties a message to a case or to an official whom the citizen
 * chose; before the standing official only where the pin says so. The latest made goes first. One
 * whose official is away or left is passed over, and that stands with the route.
 */
final class Pinned {
  static final String RULE = "pinned";
  private static final String STANDING = "standing-official";

  private Pinned() {}

  /** Those that go before the citizen's standing official. */
  static Future<Optional<Route>> beforeStanding(Question question) {
    return Future.succeededFuture(first(question, true));
  }

  static Future<Optional<Route>> afterStanding(Question question) {
    return Future.succeededFuture(first(question, false));
  }

  private static Optional<Route> first(Question question, boolean beforeStanding) {
    Directory directory = question.directory();
    return fitting(question).stream()
        .filter(pin -> !pin.not() && (pin.first() || !beforeStanding))
        .filter(pin -> directory.here(pin.official(), question.now()))
        .filter(pin -> !away(question, beforeStanding).contains(pin.official()))
        .findFirst()
        .map(
            pin ->
                Newcomers.to(
                    RULE,
                    new Evidence.Pinned(pin.id(), pin.official(), pin.by(), pin.reason()),
                    question.doubts(),
                    question,
                    directory.official(pin.official()).orElseThrow()));
  }

  private static List<Pin> fitting(Question question) {
    List<Pin> pins = question.directory().pins();
    if (pins.isEmpty()) {
      return List.of();
    }
    Pin.Facts facts =
        new Pin.Facts(
            question.topic().map(about -> about.topic().id()).orElse(null),
            question.neighbourhood().orElse(null),
            question.sender() != null && question.sender().kind() == Address.Kind.EMAIL
                ? question.sender().value()
                : null,
            question.subject());
    Moves moves = question.directory().moves();
    return pins.stream()
        .filter(pin -> pin.following(moves, facts.neighbourhood()).fits(facts, question.now()))
        .toList();
  }

  /**
   * To whom it must not go (official ids).
   *
   * @param beforeStanding only by pins that go before the standing official too
   */
  static List<String> away(Question question, boolean beforeStanding) {
    return fitting(question).stream()
        .filter(pin -> pin.not() && (pin.first() || !beforeStanding))
        .map(Pin::official)
        .distinct()
        .toList();
  }

  /** The same route, with the pins that had a say. */
  static Route noted(Question question, Route route) {
    List<PinUse> uses = new ArrayList<>();
    String rule = route.match().rule();
    boolean standing = rule.equals(STANDING);
    boolean later = List.of(RULE, "topic", Match.INTAKE).contains(rule);
    if (!standing && !later) {
      return route;
    }
    for (Pin pin : fitting(question)) {
      if (later || pin.first()) {
        use(question, route, pin).ifPresent(uses::add);
      }
    }
    return uses.isEmpty() ? route : route.because(route.match().with(uses));
  }

  private static Optional<PinUse> use(Question question, Route route, Pin pin) {
    if (pin.not() && pin.official().equals(route.official())) {
      // One that goes before the standing official said the other thing, and went before this one.
      return Optional.empty();
    }
    if (pin.not()) {
      return Optional.of(new PinUse(pin.id(), pin.official(), PinUse.How.KEPT_AWAY));
    }
    if (route.match().evidence() instanceof Evidence.Pinned by && by.pin().equals(pin.id())) {
      return Optional.of(new PinUse(pin.id(), pin.official(), PinUse.How.FOLLOWED));
    }
    if (!question.directory().employed(pin.official(), question.now())) {
      return Optional.of(new PinUse(pin.id(), pin.official(), PinUse.How.LEFT));
    }
    return question.directory().absent(pin.official(), question.now())
        ? Optional.of(new PinUse(pin.id(), pin.official(), PinUse.How.ABSENT))
        : Optional.empty();
  }
}
