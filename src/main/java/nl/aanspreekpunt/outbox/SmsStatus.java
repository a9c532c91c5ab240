package nl.aanspreekpunt.outbox;

import java.time.Instant;
import java.util.Optional;

/**
 * What Twilio says about a text message, in the outbox's words. Statuses and codes:
 * https://www.twilio.com/docs/messaging/api/message-resource and
 * https://www.twilio.com/docs/api/errors.
 */
public final class SmsStatus {
  private SmsStatus() {}

  /**
   * The entry after a status callback; empty when that says nothing.
   *
   * @param status {@code MessageStatus}
   * @param errorCode {@code ErrorCode}; null if none
   */
  public static Optional<Outgoing> of(
      Outgoing entry, String sid, String status, String errorCode, Instant now) {
    return switch (status) {
      case "accepted", "scheduled", "queued", "sending", "sent" ->
          Reported.as(entry, sid, Outgoing.State.SENT, null, now);
      case "delivered" -> Reported.as(entry, sid, Outgoing.State.DELIVERED, null, now);
      case "read" -> Reported.as(entry, sid, Outgoing.State.READ, null, now);
      case "undelivered", "failed", "canceled" ->
          Reported.as(entry, sid, Outgoing.State.REFUSED, Reason.twilio(code(errorCode)), now);
      default -> Optional.empty();
    };
  }

  private static int code(String errorCode) {
    return errorCode != null && errorCode.matches("\\d{1,6}") ? Integer.parseInt(errorCode) : 0;
  }
}
