package nl.aanspreekpunt.casework.planned;

import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Planned;

/**
 * Who wrote an answer that came back knows it: it stands on their Today no longer. Its words stay
 * with the case.
 *
 * @param id of the answer within its case
 * @param by who says so (official id); only its writer can
 */
public record KnowingReply(String id, String by) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    return before
        .care()
        .plans()
        .find(id)
        .filter(one -> one.by().equals(by) && !one.waits() && !one.back().known())
        .map(Planned::known)
        .<Decision>map(
            one -> {
              Draft draft = new Draft(before, moment);
              draft.care(draft.care().with(before.care().plans().with(one)));
              return draft.done();
            })
        .orElseGet(() -> new Decision.Unchanged(before));
  }
}
