package nl.aanspreekpunt.casework;

import java.util.Optional;
import nl.aanspreekpunt.promise.Promise;

/**
 * The citizen says when it suits to be called. The due time stays as it is.
 *
 * @param promise promise id of the callback request
 * @param words in their own words, at most {@link #LONGEST} characters
 * @param by "citizen", or the official or clerk who heard it
 */
public record Preferring(String promise, String words, String by) implements Act {
  public static final int LONGEST = 200;

  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Promise> asked = before.callback(promise).filter(one -> one.callback() != null);
    if (asked.isEmpty()) {
      return Decision.refused("no-such-callback");
    }
    if (!asked.get().open()) {
      return Decision.refused("callback-ended");
    }
    if (words == null || words.isBlank() || words.length() > LONGEST) {
      return Decision.refused("when-needed", "preferred");
    }
    if (words.strip().equals(asked.get().callback().preferred())
        && asked.get().callback().asked() == null) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    says(draft, asked.get(), words.strip(), by);
    return draft.done();
  }

  static void says(Draft draft, Promise callback, String words, String by) {
    draft.promises.put(callback.withCallback(callback.callback().preferring(words, draft.now())));
    draft.event(new CaseEvent.Suits(draft.now(), by, callback.id(), words));
  }
}
