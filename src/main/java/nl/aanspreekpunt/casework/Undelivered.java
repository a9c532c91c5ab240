package nl.aanspreekpunt.casework;

import java.util.Optional;
import java.util.Set;

/** Whether a citizen still has to hear what could not be delivered. */
public final class Undelivered {
  private static final Set<String> FAILED = Set.of("REFUSED", "DEAD");

  private Undelivered() {}

  /** The last message that did not arrive, unless it did later or a person reached them since. */
  public static Optional<CaseEvent.Delivery> in(Case one) {
    CaseEvent.Delivery last = null;
    for (CaseEvent event : one.events()) {
      if (event instanceof CaseEvent.Delivery delivery) {
        boolean concerns = last == null || last.entry().equals(delivery.entry());
        last = FAILED.contains(delivery.state()) ? delivery : concerns ? null : last;
      } else if (event instanceof CaseEvent.Replied || event.conversation()) {
        last = null;
      }
    }
    return Optional.ofNullable(last);
  }
}
