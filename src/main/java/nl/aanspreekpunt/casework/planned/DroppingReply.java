package nl.aanspreekpunt.casework.planned;

import java.util.Optional;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Planned;

/**
 * An answer that came back is thrown away: nobody was told anything of it. A colleague's stays
 * until they know that it did not go, or work here no longer.
 *
 * @param id of the answer within its case
 * @param by who throws it away (official id)
 */
public record DroppingReply(String id, String by) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Planned> came = before.care().plans().find(id).filter(one -> !one.waits());
    if (came.isEmpty()) {
      return new Decision.Unchanged(before);
    }
    if (!came.get().dropsFor(by, moment)) {
      return Decision.refused("planned-theirs");
    }
    Draft draft = new Draft(before, moment);
    draft.care(draft.care().with(before.care().plans().without(id)));
    return draft.done();
  }
}
