package nl.aanspreekpunt.casework.contact;

import java.util.Optional;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.ContactAgreement;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;

/**
 * Who leads ends a contact agreement before its time; the citizen hears it. Also in a case that is
 * closed.
 *
 * @param why in own words, which the citizen reads
 * @param by who leads (official id)
 */
public record LiftingContact(String why, String by) implements Act {
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
    return AgreeingContact.why(why, "why")
        .orElseGet(
            () -> {
              Draft draft = new Draft(before, moment);
              EndingContact.in(draft, ContactAgreement.How.LIFTED, by, why.strip());
              return draft.done();
            });
  }
}
