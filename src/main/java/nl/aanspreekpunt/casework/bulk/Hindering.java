package nl.aanspreekpunt.casework.bulk;

import java.util.Optional;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Undelivered;
import nl.aanspreekpunt.casework.contact.DespiteContact;
import nl.aanspreekpunt.casework.planned.SendingPlanned;

/**
 * An act in one of several cases, unless something is against it: what its official may not do, or
 * would see on the case's own page before they did it.
 */
record Hindering(Bulk all, Bulk.Item item, Given given) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Optional<String> why = why(before, moment);
    return why.isPresent()
        ? Decision.refused(why.get())
        : all.act().in(all, item, given).on(before, moment);
  }

  private Optional<String> why(Case one, Moment moment) {
    if (!access(one, all.by(), moment).mayAct()) {
      return Optional.of("bulk-not-yours");
    }
    if (!(all.act() instanceof BulkAct.Answer)) {
      return Optional.empty();
    }
    if (!one.open()) {
      return Optional.of("closed");
    }
    if (one.route().uncertain()) {
      return Optional.of("bulk-uncertain");
    }
    if (given.unwanted().in(one, null).isPresent()) {
      return Optional.of("opted-out");
    }
    if (SendingPlanned.forbids(one, given.agreed(), all.by(), moment)) {
      return Optional.of("bulk-contact");
    }
    if (item.promisesCall()
        && !DespiteContact.fits(one, CaseEvent.Talk.PHONE, given.agreed(), moment)) {
      return Optional.of("call-against-contact");
    }
    return lost(one) ? Optional.of("bulk-undeliverable") : Optional.empty();
  }

  /** The last that was sent to whom it would go did not arrive. */
  private static boolean lost(Case one) {
    return Undelivered.in(one).stream()
        .filter(it -> it.certain() && !it.again())
        .anyMatch(it -> it.to().filter(to -> to.link().equals(one.contact())).isPresent());
  }

  /** Also of who works here no longer. */
  static Access access(Case one, String official, Moment moment) {
    return moment
        .directory()
        .official(official)
        .filter(who -> moment.directory().employed(who.id(), moment.now()))
        .map(who -> Access.of(one, who, who.roles(), moment))
        .orElse(Access.NONE);
  }
}
