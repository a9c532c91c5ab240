package nl.aanspreekpunt.outbox;

import java.time.Instant;
import java.util.Optional;

/** An entry after its provider said what became of the message. */
public final class Reported {
  private Reported() {}

  /**
   * Empty when it says nothing about this entry: it went twice, and the other failed.
   *
   * @param reference the message's, at the provider
   * @param why null unless it failed
   */
  public static Optional<Outgoing> as(
      Outgoing entry, String reference, Outgoing.State state, String why, Instant now) {
    boolean twice = entry.perhapsTwice();
    if (state == Outgoing.State.REFUSED) {
      return ofAnother(entry, reference)
          ? Optional.empty()
          : Optional.of(entry.became(state, now, reference, why, null, twice));
    }
    Instant sentAt = entry.sentAt() == null ? now : entry.sentAt();
    return Optional.of(
        entry.became(state, told(entry) ? now : null, reference, null, sentAt, twice));
  }

  /** It went twice, and this one says nothing about the other. */
  private static boolean ofAnother(Outgoing entry, String reference) {
    return entry.reference() != null && !entry.reference().equals(reference);
  }

  /** People heard that it failed, or that nobody knows, so they hear this as well. */
  private static boolean told(Outgoing entry) {
    return entry.resendable() || entry.resentBy() != null;
  }
}
