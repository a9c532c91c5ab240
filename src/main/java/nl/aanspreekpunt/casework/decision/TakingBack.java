package nl.aanspreekpunt.casework.decision;

import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Intended;
import nl.aanspreekpunt.casework.Moment;

/**
 * A decision that was put down is none after all. The talk that was planned stands: the citizen was
 * promised it.
 */
public record TakingBack(String by) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Intended held = before.care().intended();
    if (held == null) {
      return Decision.refused("no-decision");
    }
    Draft draft = new Draft(before, moment);
    draft.event(new CaseEvent.DecisionTakenBack(moment.now(), by, held.outcome()));
    draft.care(draft.care().intending(null));
    return draft.done();
  }
}
