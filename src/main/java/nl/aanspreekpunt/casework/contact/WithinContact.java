package nl.aanspreekpunt.casework.contact;

import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.citizen.Identity;

/**
 * Something else that plans a talk on its way, only as was agreed about contact: against it, a talk
 * is planned by itself and with a reason ({@link DespiteContact}).
 *
 * @param how the talk that it plans; null: none
 * @param agreed what stands for the citizen, in whatever case it was made; null: nothing
 */
public record WithinContact(Act act, CaseEvent.Talk how, Identity.AgreedContact agreed)
    implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Decision done = act.on(before, moment);
    boolean fits = how == null || DespiteContact.fits(before, how, agreed, moment);
    return fits || !(done instanceof Decision.Changed)
        ? done
        : Decision.refused("against-contact-here", "how");
  }
}
