package nl.aanspreekpunt.casework.planned;

import java.util.Optional;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Planned;

/**
 * An answer that has not gone does not go: it comes back as it was written.
 *
 * @param id of the answer within its case
 */
public record TakingBackReply(String id, String by) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Planned> one = before.care().plans().find(id);
    if (one.isEmpty()) {
      return Decision.refused("planned-gone");
    }
    if (!one.get().waits()) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    Planned.Back back = new Planned.Back(moment.now(), Planned.Why.UNDONE, by, null);
    draft.care(draft.care().with(before.care().plans().with(one.get().back(back))));
    return draft.done();
  }
}
