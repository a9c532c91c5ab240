package nl.aanspreekpunt.outbox.limits;

import java.time.Clock;
import nl.aanspreekpunt.outbox.Sending;
import nl.aanspreekpunt.outbox.optout.OptOuts;
import nl.aanspreekpunt.outbox.status.Statuses;
import nl.aanspreekpunt.store.Store;

/** What decides whether and when a text message goes, and what became of it. */
public record SmsWork(
    OptOuts optOuts, Limits limits, Spending spending, Statuses statuses, Clock clock) {
  public static SmsWork in(Store store, Limits limits, Clock clock) {
    return new SmsWork(OptOuts.in(store), limits, Spending.in(store), Statuses.in(store), clock);
  }

  public Sending gate(Sending sender, SmsGate.Told told) {
    return new SmsGate(sender, optOuts, limits, spending, told, clock);
  }
}
