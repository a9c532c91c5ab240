package nl.aanspreekpunt.casework;

import java.util.Map;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/** "I have not been helped": a closed case opens again, with a new promise. */
public record Reopening(String by, String reason) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    if (before.open()) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    draft.reopen(by, reason);
    Promise promise = draft.promises.make(PromiseKind.ANSWER, before.lastReceived(), by);
    Requesting.tell(draft, promise, Map.of("reopened", "yes"));
    return draft.done();
  }
}
