package nl.aanspreekpunt.casework;

import java.util.Map;
import nl.aanspreekpunt.outbox.Notice;

/** What was offered is accepted: only now responsibility passes on, and the citizen hears it. */
public record Accepting(String by) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Offer offer = before.offer();
    if (offer == null || !offer.to().equals(by)) {
      return Decision.refused("not-offered");
    }
    if (!moment.directory().employed(by, moment.now())) {
      return Decision.refused("not-employed");
    }
    Draft draft = new Draft(before, moment);
    draft.offer.accepted();
    new Reassigning(by, offer.by(), "handover", offer.note()).hand(draft, null);
    draft.tell().official(offer.by(), Notice.Kind.OFFER, Map.of("what", "accepted", "from", by));
    return draft.done();
  }
}
