package nl.aanspreekpunt.casework;

import java.util.Optional;
import nl.aanspreekpunt.promise.Attempt;
import nl.aanspreekpunt.promise.Promise;

/**
 * A try to reach the citizen by phone. Only a conversation keeps the promise.
 *
 * @param promise promise id of the callback request
 * @param by official id
 * @param seen the last message its author saw (receipt id); null when there was none
 */
public record Attempting(
    String promise, String by, Attempt.Outcome outcome, String note, String seen) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Promise> asked = before.promise(promise).filter(one -> one.callback() != null);
    if (asked.isEmpty()) {
      return Decision.refused("no-such-callback");
    }
    if (!asked.get().open()) {
      return Decision.refused("callback-ended");
    }
    String words = note == null ? "" : note;
    Draft draft = new Draft(before, moment);
    draft.put(
        asked
            .get()
            .withCallback(
                asked.get().callback().tried(new Attempt(moment.now(), by, outcome, words))));
    draft.event(new CaseEvent.Tried(moment.now(), by, promise, outcome, words));
    if (outcome == Attempt.Outcome.REACHED) {
      Talking.held(draft, by, seen);
    }
    return draft.done();
  }
}
