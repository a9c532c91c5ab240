package nl.aanspreekpunt.casework;

import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.promise.Promise;

/**
 * Asked after a written answer, the citizen says that they still want to be called. The request
 * stays as it is, at its due time. Who no longer wants it withdraws it.
 *
 * @param promise promise id of the callback request
 */
public record StillWanting(String promise) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Promise> asked = before.callback(promise);
    if (asked.isEmpty()) {
      return Decision.refused("no-such-callback");
    }
    if (!asked.get().open()) {
      return Decision.refused("callback-ended");
    }
    if (!unanswered(before, asked.get(), null)) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    draft.event(new CaseEvent.StillWanted(moment.now(), promise));
    return draft.done();
  }

  /**
   * Whether an answer in writing (not a question) asked this, and the citizen did not say yet.
   *
   * @param link who the answer went to (link id); null for anybody
   */
  public static boolean unanswered(Case one, Promise callback, String link) {
    List<CaseEvent> events = one.events();
    for (int i = events.size() - 1; i >= 0; i--) {
      CaseEvent event = events.get(i);
      if (event instanceof CaseEvent.StillWanted said && said.promise().equals(callback.id())) {
        return false;
      }
      if (event instanceof CaseEvent.Replied reply
          && !reply.at().isBefore(callback.madeAt())
          && !asks(one, reply)
          && (link == null || link.equals(reply.link()))) {
        return callback.open();
      }
    }
    return false;
  }

  /** It was no answer, but asked something that must be known first. */
  private static boolean asks(Case one, CaseEvent.Replied reply) {
    return one.happened(CaseEvent.Waits.class).anyMatch(asked -> asked.at().equals(reply.at()));
  }
}
