package nl.aanspreekpunt.casework;

import java.util.Optional;
import nl.aanspreekpunt.promise.CallbackRequest;
import nl.aanspreekpunt.promise.Promise;

/**
 * The citizen still wants to be called: they say so when asked after a written answer, or a named
 * person judges that doubtful words of theirs took nothing back. The request stays as it is: what
 * stood still goes on. Who no longer wants it withdraws it.
 *
 * @param promise promise id of the callback request
 * @param by "citizen", or the official who judged their words
 */
public record StillWanting(String promise, String by) implements Act {
  public StillWanting(String promise) {
    this(promise, "citizen");
  }

  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Promise> asked = before.callback(promise);
    if (asked.isEmpty()) {
      return Decision.refused("no-such-callback");
    }
    if (!asked.get().open()) {
      return Decision.refused("callback-ended");
    }
    CallbackRequest request = asked.get().callback();
    boolean judged = request != null && request.doubt() != null;
    if (!unanswered(before, asked.get(), null) && !judged) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    draft.promises.put(asked.get().withCallback(request.doubted(null).asking(null)));
    draft.event(
        by.equals("citizen")
            ? new CaseEvent.StillWanted(moment.now(), promise)
            : new CaseEvent.WantedAfterAll(moment.now(), by, promise));
    Waiting.wanted(draft, promise, by);
    return draft.done();
  }

  /**
   * Whether an answer in writing (not a question) asked this, and the citizen did not say yet.
   *
   * @param link who the answer went to (link id); null for anybody
   */
  public static boolean unanswered(Case one, Promise callback, String link) {
    return callback.open()
        && callback.callback() != null
        && callback.callback().awaits(CallbackRequest.Asked.What.STILL_WANTED)
        && (link == null || link.equals(callback.callback().asked().link()));
  }
}
