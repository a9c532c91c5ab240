package nl.aanspreekpunt.casework;

import java.util.Optional;
import nl.aanspreekpunt.promise.Promise;

/**
 * What an official waited for came another way (at the desk, from a colleague) or is not needed any
 * more: a promise that stood still goes on.
 *
 * @param promise promise id
 * @param by official id
 */
public record GoingOn(String promise, String by) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Promise> waiting = before.promise(promise);
    if (waiting.isEmpty()) {
      return Decision.refused("no-such-promise");
    }
    if (!waiting.get().waits()) {
      return Decision.refused("does-not-wait");
    }
    Draft draft = new Draft(before, moment);
    Waiting.end(draft, promise, by);
    return draft.done();
  }
}
