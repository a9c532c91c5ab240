package nl.aanspreekpunt.casework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.outbox.Notice;

/**
 * A message that did not arrive, or perhaps did not, and that its reader still has to hear: it did
 * not arrive later, and nobody wrote to that address or spoke with the citizen since.
 *
 * @param failure when, of which outbox entry, and why
 * @param to whom it was for; empty when the message is too old to be among the latest events
 * @param kind of the notice; null as above
 * @param again somebody had it sent again, and nothing is known of that yet
 */
public record Undelivered(
    CaseEvent.Delivery failure, Optional<Participant> to, String kind, boolean again) {

  /** In the order in which they failed. */
  public static List<Undelivered> in(Case one) {
    Map<String, Undelivered> lost = new LinkedHashMap<>();
    Map<String, CaseEvent> sent = new LinkedHashMap<>();
    for (CaseEvent event : one.events()) {
      if (event instanceof CaseEvent.Told told) {
        sent.put(told.entry(), told);
      } else if (event instanceof CaseEvent.Replied reply) {
        sent.put(reply.entry(), reply);
        lost.values().removeIf(it -> it.isFor(reply.link()));
      } else if (event instanceof CaseEvent.Delivery delivery) {
        delivered(one, delivery, sent.get(delivery.entry()), lost);
      } else if (event instanceof CaseEvent.SentOtherwise otherwise) {
        lost.remove(otherwise.lost());
      } else if (event instanceof CaseEvent.Resent resent) {
        lost.computeIfPresent(resent.entry(), (entry, it) -> it.onItsWay());
      } else if (event.conversation()) {
        lost.clear();
      }
    }
    return new ArrayList<>(lost.values());
  }

  private static void delivered(
      Case one, CaseEvent.Delivery delivery, CaseEvent message, Map<String, Undelivered> lost) {
    switch (delivery.state()) {
      case "REFUSED", "DEAD", "UNKNOWN" -> lost.put(delivery.entry(), of(one, delivery, message));
      case "SENT", "DELIVERED", "READ" -> lost.remove(delivery.entry());
      default -> {
        // It is still on its way.
      }
    }
  }

  private static Undelivered of(Case one, CaseEvent.Delivery failure, CaseEvent message) {
    if (message instanceof CaseEvent.Told told) {
      return new Undelivered(failure, one.participant(told.link()), told.kind(), false);
    }
    return message instanceof CaseEvent.Replied reply
        ? new Undelivered(failure, one.participant(reply.link()), Notice.Kind.REPLY.name(), false)
        : new Undelivered(failure, Optional.empty(), null, false);
  }

  /** It did not arrive; otherwise nobody knows whether it did. */
  public boolean certain() {
    return !failure.state().equals("UNKNOWN");
  }

  private boolean isFor(String link) {
    return to.filter(one -> !one.link().equals(link)).isEmpty();
  }

  private Undelivered onItsWay() {
    return new Undelivered(failure, to, kind, true);
  }
}
