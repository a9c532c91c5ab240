package nl.aanspreekpunt.casework;

import java.util.Optional;
import nl.aanspreekpunt.promise.Promise;

/** "That is not so": the citizen says a promise was not kept; it opens again at its due time. */
public record Contradicting(String promise) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Promise> ended = before.promise(promise);
    if (ended.isEmpty()) {
      return Decision.refused("no-such-promise");
    }
    if (ended.get().open()) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    if (!before.open()) {
      draft.reopen("citizen", "not-so");
    }
    draft.promises.restore(ended.get(), "citizen");
    if (draft.left() != null) {
      Requesting.tell(draft, draft.promises.current(promise));
    }
    return draft.done();
  }
}
