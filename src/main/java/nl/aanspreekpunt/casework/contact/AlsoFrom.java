package nl.aanspreekpunt.casework.contact;

import java.util.Optional;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.ContactAgreement;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Owed;
import nl.aanspreekpunt.citizen.Address;

/**
 * Who leads says that the citizen writes from another address too, or does not after all: the
 * agreement holds for what comes from there as well, and what was asked from there goes along.
 *
 * @param address null: what was given is none
 * @param holds whether it does
 * @param by who leads (official id)
 */
public record AlsoFrom(Address address, boolean holds, String by) implements Act {
  static final int MOST = 20;

  @Override
  public Decision on(Case before, Moment moment) {
    Optional<ContactAgreement> stands =
        before.care().agreedContact().filter(one -> one.stands(moment.now()));
    if (stands.isEmpty()) {
      return Decision.refused("no-contact-agreement");
    }
    if (!AgreeingContact.leads(before, by, moment)) {
      return Decision.refused("not-leading-contact");
    }
    if (address == null) {
      return Decision.refused("also-address", "also");
    }
    if (before.participant(address).isPresent()) {
      return Decision.refused("also-known", "also");
    }
    boolean known = stands.get().also().stream().anyMatch(one -> one.is(address, holds));
    boolean never = stands.get().also().stream().noneMatch(one -> one.address().equals(address));
    if (known || (never && !holds)) {
      return new Decision.Unchanged(before);
    }
    if (never && stands.get().also().size() >= MOST) {
      return Decision.refused("also-full", "also");
    }
    Draft draft = new Draft(before, moment);
    draft.care(draft.care().with(stands.get().also(address, holds)));
    draft.event(new CaseEvent.ContactAlso(draft.now(), by, holds ? "added" : "removed"));
    draft.owes(Owed.contact(draft.before));
    return draft.done();
  }
}
