package nl.aanspreekpunt.outbox.notify;

import java.time.Instant;
import java.util.Optional;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.outbox.Reason;
import nl.aanspreekpunt.outbox.Reported;
import nl.aanspreekpunt.outbox.status.Passed;

/**
 * What a gateway says about a message, in the outbox's words
 * (https://docs.notifynl.nl/tech-documentation/rest-api-documentation, under delivery receipts).
 */
public final class NotifyStatus {
  private NotifyStatus() {}

  /**
   * The entry after a delivery receipt; empty when that says nothing.
   *
   * @param id the message's, at the gateway
   */
  public static Optional<Outgoing> of(Outgoing entry, String id, String status, Instant now) {
    return switch (status) {
      case "created", "sending", "pending", "sent" ->
          Reported.as(entry, id, Outgoing.State.SENT, null, now);
      case "delivered" -> Reported.as(entry, id, Outgoing.State.DELIVERED, null, now);
      case "permanent-failure", "temporary-failure", "technical-failure" ->
          Reported.as(entry, id, Outgoing.State.REFUSED, Reason.notify(status), now);
      default -> Optional.empty();
    };
  }

  /**
   * The step on its way that a delivery receipt tells of; empty when it is none that is known. Why
   * it failed stands with the entry.
   *
   * @param id the message's, at the gateway
   */
  public static Optional<Passed.Step> step(String id, String status, Instant now) {
    String passed =
        switch (status) {
          case "created" -> "queued";
          case "sending", "pending" -> "sending";
          case "sent", "delivered" -> status;
          case "permanent-failure", "temporary-failure", "technical-failure" -> "undelivered";
          default -> null;
        };
    return Optional.ofNullable(passed).map(known -> new Passed.Step(id, known, now, null));
  }
}
