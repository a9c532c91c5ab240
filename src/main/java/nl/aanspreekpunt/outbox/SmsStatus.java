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
    Instant sentAt = entry.sentAt() == null ? now : entry.sentAt();
    boolean twice = entry.perhapsTwice();
    Outgoing.State state =
        switch (status) {
          case "accepted", "scheduled", "queued", "sending", "sent" -> Outgoing.State.SENT;
          case "delivered" -> Outgoing.State.DELIVERED;
          case "read" -> Outgoing.State.READ;
          case "undelivered", "failed", "canceled" -> Outgoing.State.REFUSED;
          default -> null;
        };
    if (state == null || (state == Outgoing.State.REFUSED && ofAnother(entry, sid))) {
      return Optional.empty();
    }
    return Optional.of(
        state == Outgoing.State.REFUSED
            ? entry.became(state, now, sid, Reason.twilio(code(errorCode)), null, twice)
            : entry.became(state, told(entry) ? now : null, sid, null, sentAt, twice));
  }

  /** It went twice, and this one says nothing about the other. */
  private static boolean ofAnother(Outgoing entry, String sid) {
    return entry.reference() != null && !entry.reference().equals(sid);
  }

  /** People heard that it failed, or that nobody knows, so they hear this as well. */
  private static boolean told(Outgoing entry) {
    return entry.resendable() || entry.resentBy() != null;
  }

  private static int code(String errorCode) {
    return errorCode != null && errorCode.matches("\\d{1,6}") ? Integer.parseInt(errorCode) : 0;
  }
}
