package nl.aanspreekpunt.outbox;

import java.time.Instant;
import java.util.Optional;

/** An entry after its provider said what became of the message. */
public final class Reported {
  private Reported() {}

  /**
   * Empty when it says nothing about this entry: it went twice, and the other failed; or it is to
   * be sent again, and this is of before.
   *
   * @param reference the message's, at the provider
   * @param why null unless it failed
   */
  public static Optional<Outgoing> as(
      Outgoing entry, String reference, Outgoing.State state, String why, Instant now) {
    boolean twice = entry.perhapsTwice();
    boolean arrived = state == Outgoing.State.DELIVERED || state == Outgoing.State.READ;
    if (toGoAgain(entry) && !arrived) {
      return Optional.empty();
    }
    if (state == Outgoing.State.REFUSED) {
      return ofAnother(entry, reference)
          ? Optional.empty()
          : Optional.of(entry.became(state, now, reference, why, null, twice));
    }
    Instant sentAt = entry.sentAt() == null ? now : entry.sentAt();
    return Optional.of(
        entry.became(state, told(entry) ? now : null, reference, null, sentAt, twice));
  }

  /** A person had it sent again after it failed, and that was not tried yet. */
  private static boolean toGoAgain(Outgoing entry) {
    return entry.state() == Outgoing.State.WAITING
        && entry.attempts() == 0
        && entry.resentBy() != null
        && !entry.perhapsTwice();
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
