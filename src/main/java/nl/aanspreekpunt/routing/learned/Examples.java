package nl.aanspreekpunt.routing.learned;

import io.vertx.core.Future;
import java.util.List;

/** Where questions of which the topic is known come from, read anew each time. */
@FunctionalInterface
public interface Examples {
  /** The latest, at most so many; without what was destroyed and what is confidential. */
  Future<List<Example>> latest(int most);
}
