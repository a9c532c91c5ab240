package nl.aanspreekpunt.casework.planned;

import java.util.Optional;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.ContactAgreement;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Once;
import nl.aanspreekpunt.casework.Planned;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.casework.contact.DespiteContact;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * An answer whose moment has come goes, as its writer would send it; or it comes back to them when
 * it no longer may. What went before goes no second time.
 *
 * @param id of the answer within its case
 * @param early somebody says: now, before its moment
 * @param agreed what stands about contact with the citizen; null: nothing
 */
public record SendingPlanned(String id, boolean early, Identity.AgreedContact agreed)
    implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Planned> waits = before.care().plans().find(id).filter(Planned::waits);
    if (waits.isEmpty() && early) {
      return Decision.refused("planned-gone");
    }
    if (waits.isEmpty() || (!early && waits.get().goesAt().isAfter(moment.now()))) {
      return new Decision.Unchanged(before);
    }
    Planned one = waits.get();
    Draft draft = new Draft(before, moment);
    Optional<Planned.Back> not = not(one, before, moment);
    if (not.isPresent()) {
      draft.care(draft.care().with(before.care().plans().with(one.back(not.get()))));
      return draft.done();
    }
    draft.care(draft.care().with(before.care().plans().without(id)));
    one.reply().put(draft);
    return one.followed()
        ? new Once(Planned.went(id), "went", (was, now) -> draft.done()).on(before, moment)
        : draft.done();
  }

  private Optional<Planned.Back> not(Planned one, Case before, Moment moment) {
    Optional<Planned.Why> why =
        StillGoes.not(one, before, moment)
            .or(
                () ->
                    against(one, before, moment)
                        ? Optional.of(Planned.Why.CONTACT)
                        : Optional.empty());
    if (why.isPresent()) {
      return why.map(it -> new Planned.Back(moment.now(), it, "hub", null));
    }
    return code(one.reply(), before, moment)
        .map(code -> new Planned.Back(moment.now(), Planned.Why.REFUSED, "hub", code));
  }

  private boolean against(Planned one, Case before, Moment moment) {
    return !one.despite() && forbids(before, agreed, one.by(), moment);
  }

  /** Whether what was agreed leaves writing to the citizen to nobody, or to somebody else. */
  public static boolean forbids(Case one, Identity.AgreedContact agreed, String by, Moment moment) {
    return DespiteContact.stands(one, agreed, moment)
        .filter(
            it ->
                !it.ways().contains(ContactAgreement.Way.WRITING.name())
                    || !moment.directory().successorOf(it.official(), moment.now()).id().equals(by))
        .isPresent();
  }

  private Optional<String> code(Replying reply, Case before, Moment moment) {
    boolean calls =
        reply.promised().stream().anyMatch(one -> one.kind() == PromiseKind.CALLBACK)
            && !DespiteContact.fits(before, CaseEvent.Talk.PHONE, agreed, moment);
    return calls
        ? Optional.of("call-against-contact")
        : reply
            .refusal(before, moment)
            .map(refused -> ((Decision.Refused) refused).refusal().code());
  }
}
