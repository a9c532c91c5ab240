package nl.aanspreekpunt.inbox;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.store.SetAside;
import nl.aanspreekpunt.store.SetAsides;

/** What keeps failing, whatever it is, and having it tried when somebody says so. */
public final class TryingAgain {
  private final SetAsides setAsides;
  private final Cases cases;
  private final Receipts receipts;
  private final Outbox outbox;

  public TryingAgain(SetAsides setAsides, Cases cases, Receipts receipts, Outbox outbox) {
    this.setAsides = setAsides;
    this.cases = cases;
    this.receipts = receipts;
    this.outbox = outbox;
  }

  /** Those that still fail, first those that have for longest. */
  public Future<List<SetAside>> list(Instant now, int limit) {
    return setAsides.list(now, limit);
  }

  /** As {@link SetAsides#page}. */
  public Future<List<SetAside>> page(Instant now, SetAsides.Cursor after, int limit) {
    return setAsides.page(now, after, limit);
  }

  public Future<Optional<SetAside>> find(String id) {
    return setAsides.find(id);
  }

  /**
   * At the next tick of any node. What waits on itself has its turn before its record says so: a
   * crash between the two is seen as waiting still.
   */
  public Future<Void> now(SetAside one, Instant now) {
    String id = one.reference();
    Future<Void> due =
        switch (one.queue()) {
          case CASE -> cases.tryNow(id, one.until(), now);
          case RECEIPT -> receipts.tryNow(id, one.until(), now);
          case OUTGOING -> outbox.tryNow(id, one.until(), now);
          case ABSENCE, SIGN, DEPARTURE, FEED, IMPORT, REASSIGNMENT, BULK, FRICTION, HOUSEHOLD ->
              Future.succeededFuture();
        };
    return due.compose(turn -> setAsides.tryNow(one.id(), now)).mapEmpty();
  }
}
