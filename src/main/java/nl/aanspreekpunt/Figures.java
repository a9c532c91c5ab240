package nl.aanspreekpunt;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.store.SetAside;

/** Keeps the figures of what waits up to date: counted by index, and not past a bound. */
final class Figures {
  private static final int COUNTED = 20_000;
  private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");
  private final Hub hub;

  Figures(Hub hub) {
    this.hub = hub;
  }

  Future<?> count() {
    Instant now = hub.clock.instant();
    List<Future<?>> all = new ArrayList<>();
    for (Outgoing.State state : Outgoing.State.values()) {
      all.add(
          hub.outbox.count(state, COUNTED).onSuccess(count -> hub.measures.outbox(state, count)));
    }
    for (SetAside.Queue queue : SetAside.Queue.values()) {
      all.add(
          hub.setAsides
              .count(queue, now, COUNTED)
              .onSuccess(count -> hub.measures.setAside(queue, count)));
    }
    all.add(hub.setAsides.tidy(now));
    all.add(
        hub.cases
            .countDue(Instant.EPOCH, now, COUNTED)
            .onSuccess(count -> hub.measures.promises("overdue", count)));
    all.add(
        hub.cases
            .countDue(now, FAR, COUNTED)
            .onSuccess(count -> hub.measures.promises("open", count)));
    all.add(
        Future.all(hub.filing.waiting(COUNTED), hub.filing.longest())
            .onSuccess(
                both ->
                    hub.measures.filesWait(both.<Long>resultAt(0), both.<Duration>resultAt(1))));
    return Future.join(all);
  }
}
