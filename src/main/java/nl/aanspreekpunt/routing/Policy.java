package nl.aanspreekpunt.routing;

import io.vertx.core.Future;
import java.util.Optional;
import nl.aanspreekpunt.casework.Route;

/** One matching rule. Empty: it has nothing to say, the next one is asked. */
interface Policy {
  Future<Optional<Route>> route(Question question);
}
