package nl.aanspreekpunt;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.casework.Administrators;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.store.SetAside;

/** Keeps the figures of what waits up to date: counted by index, and not past a bound. */
final class Figures {
  private static final int COUNTED = 20_000;
  private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

  /** Files that wait so long are told of. */
  private static final Duration LATE = Duration.ofMinutes(15);

  private final Hub hub;
  private final Administrators administrators;

  Figures(Hub hub) {
    this.hub = hub;
    this.administrators = new Administrators(hub.outbox, hub.directories, hub.clock);
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
    all.add(hub.filing.waiting(COUNTED).compose(this::filesWait));
    all.add(
        Future.all(hub.search.indexing().waiting(COUNTED), hub.search.indexing().caughtUp())
            .onSuccess(both -> hub.measures.search(both.resultAt(0), both.resultAt(1))));
    return Future.join(all);
  }

  private Future<Void> filesWait(long messages) {
    return hub.filing
        .longest()
        .compose(
            longest -> {
              hub.measures.filesWait(messages, longest);
              return longest.compareTo(LATE) > 0 ? late() : Future.succeededFuture();
            });
  }

  /** Once a day. */
  private Future<Void> late() {
    LocalDate today = LocalDate.ofInstant(hub.clock.instant(), hub.directories.current().zone());
    return administrators.told(
        "files-late." + today, Map.of("what", "files-late", "page", "/werk"));
  }
}
