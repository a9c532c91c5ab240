package nl.aanspreekpunt.casework.contact;

import java.util.Set;
import java.util.stream.Collectors;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * Something by which a citizen may be promised a call, only where that was agreed about contact:
 * against it, a talk is planned by itself and with a reason ({@link DespiteContact}).
 *
 * @param agreed what stands for the citizen, in whatever case it was made; null: nothing
 */
record CallsWithin(Act act, Identity.AgreedContact agreed) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Decision done = act.on(before, moment);
    return done instanceof Decision.Changed changed
            && !calls(before).containsAll(calls(changed.after()))
            && !DespiteContact.fits(before, CaseEvent.Talk.PHONE, agreed, moment)
        ? Decision.refused("call-against-contact", "phone")
        : done;
  }

  private static Set<String> calls(Case one) {
    return one.openPromises().stream()
        .filter(promise -> promise.kind() == PromiseKind.CALLBACK)
        .map(Promise::id)
        .collect(Collectors.toSet());
  }
}
