package nl.aanspreekpunt.casework.backing;

import java.util.Optional;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Backing;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;

/**
 * Backing is not needed after all: the manager hears so.
 *
 * @param backing id
 * @param by official id of who asked, or who is responsible now
 */
public record WithdrawingBacking(String backing, String by) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Backing> asked = before.care().backed().find(backing).filter(Backing::isOpen);
    if (asked.filter(one -> by.equals(one.by()) || by.equals(before.official())).isEmpty()) {
      return Decision.refused("backing-answered");
    }
    Draft draft = new Draft(before, moment);
    draft.inward.withdraw(draft.promises.current(asked.get().promise()), by, "withdrawn");
    Backing gone = asked.get().answered(Backing.State.WITHDRAWN, by, moment.now(), null);
    draft.care(draft.care().with(draft.care().backed().with(gone)));
    draft.event(new CaseEvent.BackingWithdrawn(moment.now(), by));
    return draft.done();
  }
}
