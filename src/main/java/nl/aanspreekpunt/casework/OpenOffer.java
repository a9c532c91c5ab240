package nl.aanspreekpunt.casework;

import java.util.Map;
import nl.aanspreekpunt.outbox.Notice;

/** The offer of a case under change, if there is one. */
final class OpenOffer {
  private final Draft draft;
  private Offer offer;

  OpenOffer(Draft draft) {
    this.draft = draft;
    this.offer = draft.before.offer();
  }

  /** Null when it is offered to nobody. */
  Offer now() {
    return offer;
  }

  void make(Offer made) {
    offer = made;
    draft.event(
        new CaseEvent.Offered(draft.now(), made.by(), made.to(), made.note(), made.lapsesAt()));
  }

  /** Responsibility is about to pass to whom it was offered. */
  void accepted() {
    offer = null;
  }

  /** It comes to nothing; who made it hears so, unless they did that themselves. */
  void end(String by, String how, String reason) {
    if (offer == null) {
      return;
    }
    Offer ended = offer;
    offer = null;
    draft.event(new CaseEvent.OfferEnded(draft.now(), by, ended.to(), how, reason));
    if (!by.equals(ended.by())) {
      draft.tell().official(ended.by(), Notice.Kind.OFFER, Map.of("what", how, "from", ended.to()));
    }
  }

  /** It was not accepted within its norm. */
  boolean lapses() {
    boolean lapses = offer != null && !offer.lapsesAt().isAfter(draft.now());
    if (lapses) {
      end("hub", "lapsed", "");
    }
    return lapses;
  }
}
