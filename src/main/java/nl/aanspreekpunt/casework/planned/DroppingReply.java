package nl.aanspreekpunt.casework.planned;

import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;

/**
 * An answer that came back is thrown away: nobody was told anything of it.
 *
 * @param id of the answer within its case
 */
public record DroppingReply(String id) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    boolean there = before.care().plans().find(id).filter(one -> !one.waits()).isPresent();
    if (!there) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    draft.care(draft.care().with(before.care().plans().without(id)));
    return draft.done();
  }
}
