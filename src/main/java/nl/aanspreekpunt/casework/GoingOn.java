package nl.aanspreekpunt.casework;

import java.util.Optional;
import nl.aanspreekpunt.promise.Promise;

/**
 * What an official waited for came another way (on the phone, at the desk, from a colleague) or is
 * not needed any more: a promise that stood still goes on.
 *
 * @param promise promise id
 * @param by official id
 * @param answer what the citizen answered on the phone; null: it did not come so
 */
public record GoingOn(String promise, String by, String answer) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Promise> waiting = before.promise(promise);
    if (waiting.isEmpty()) {
      return Decision.refused("no-such-promise");
    }
    if (!waiting.get().waits()) {
      return Decision.refused("does-not-wait");
    }
    if (answer != null && answer.length() > Replying.LONGEST) {
      return Decision.refused("text-too-long", "answer");
    }
    Draft draft = new Draft(before, moment);
    boolean spoken = answer != null && !answer.isBlank();
    if (spoken) {
      draft.event(new CaseEvent.Talked(moment.now(), by, CaseEvent.Talk.PHONE, answer));
    }
    Waiting.end(draft, promise, by, spoken);
    return draft.done();
  }
}
