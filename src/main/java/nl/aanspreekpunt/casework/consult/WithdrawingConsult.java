package nl.aanspreekpunt.casework.consult;

import java.util.Optional;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Consult;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;

/**
 * What was asked need not be answered any more: a colleague hears so, a partner's link opens
 * nothing. Again: nothing changes.
 *
 * @param consult its id in the case
 */
public record WithdrawingConsult(String consult, String by) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Consult> found = before.care().consult(consult);
    if (found.isEmpty()) {
      return Decision.refused("no-such-consult");
    }
    Draft draft = new Draft(before, moment);
    Consult one = found.get();
    if (one.partner() != null) {
      if (one.partner().revokedAt() != null) {
        return new Decision.Unchanged(before);
      }
      draft.care(draft.care().with(one.revoked(moment.now())));
      draft.event(new CaseEvent.ConsultEnded(moment.now(), by, consult));
      return draft.done();
    }
    if (!one.waits(before)) {
      return new Decision.Unchanged(before);
    }
    draft.inward.withdraw(draft.promises.current(one.promise()), by, "withdrawn");
    return draft.done();
  }
}
