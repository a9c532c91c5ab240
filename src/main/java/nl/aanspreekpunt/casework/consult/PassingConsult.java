package nl.aanspreekpunt.casework.consult;

import java.util.Optional;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Consult;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.promise.Promise;

/**
 * Whoever was asked names a colleague who knows better, who is to answer by the same moment.
 *
 * @param consult its id in the case
 * @param by who was asked, or acts in the case
 * @param acts whether {@code by} may act in the case
 */
public record PassingConsult(String consult, String to, String by, boolean acts) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Draft draft = new Draft(before, moment);
    Optional<Consult> found = before.care().consult(consult).filter(it -> it.partner() == null);
    if (found.isEmpty()) {
      return Decision.refused("no-such-consult");
    }
    if (!found.get().waits(before)) {
      return Decision.refused("consult-ended");
    }
    Promise asked = draft.promises.current(found.get().promise());
    if (!acts && AnsweringConsult.theirs(draft, found.get(), by).isEmpty()) {
      return Decision.refused("not-asked-of-you");
    }
    if (draft.inward.cannot(to).isPresent()) {
      return Decision.refused("cannot-be-asked", "to");
    }
    if (to.equals(asked.actor())) {
      return new Decision.Unchanged(before);
    }
    draft.inward.pass(asked, to, "better", by);
    draft.care(draft.care().with(found.get().passed(to)));
    return draft.done();
  }
}
