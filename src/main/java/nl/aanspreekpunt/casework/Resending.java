package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.time.Instant;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Outgoing;

/**
 * Sends a message again that did not arrive; what becomes of it is told as of any. First it is put
 * on record, then the entry waits to be sent: after a crash between the two it still shows as not
 * delivered, and doing it again finishes it.
 */
public final class Resending {
  /** It went meanwhile, or is on its way. */
  public static final String NOT_FAILED = "not-failed";

  private final Casework casework;
  private final Outbox outbox;

  public Resending(Casework casework, Outbox outbox) {
    this.casework = casework;
    this.outbox = outbox;
  }

  /**
   * The case as it then is, or why not.
   *
   * @param number of the case it belongs to: where it was joined to, when it was
   * @param entry as it was read
   * @param by official id
   */
  public Future<Decision> send(String number, Outgoing entry, String by, Instant now) {
    if (!entry.resendable()) {
      return Future.succeededFuture(Decision.refused(NOT_FAILED));
    }
    return casework
        .change(number, new Recorded(entry.id(), by))
        .compose(
            recorded ->
                outbox
                    .resend(entry, by, now)
                    .map(sent -> sent ? recorded : Decision.refused(NOT_FAILED)));
  }

  /** Once for each failure. */
  record Recorded(String entry, String by) implements Act {
    @Override
    public Decision on(Case before, Moment moment) {
      boolean onRecord =
          Undelivered.in(before).stream()
              .anyMatch(one -> one.again() && one.failure().entry().equals(entry));
      if (onRecord) {
        return new Decision.Unchanged(before);
      }
      Draft draft = new Draft(before, moment);
      draft.event(new CaseEvent.Resent(moment.now(), by, entry));
      return draft.done();
    }
  }
}
