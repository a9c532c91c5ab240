package nl.aanspreekpunt.inbox.email.imap;

import java.time.Duration;
import java.time.Instant;

/**
 * How reading one mailbox goes, as this node sees it.
 *
 * @param here this node reads it; false: another does, or none yet
 * @param behind as {@link ImapIntake#lags()}
 * @param looked when it was last looked into; null when it never was
 * @param taken when something was last taken in from it; null when nothing was
 * @param since when the trouble began that goes on; null when there is none
 * @param trouble what that is; null when {@code since} is
 */
public record MailboxState(
    String name,
    boolean here,
    Duration behind,
    Instant looked,
    Instant taken,
    Instant since,
    Trouble trouble) {
  /** What somebody can do something about. */
  public enum Trouble {
    /** The server does not take its name and password, or gives no token. */
    LOGIN,
    /** Its certificate is not trusted, or it speaks no TLS. */
    TLS,
    UNREACHABLE,
    /** The hub's own database. */
    STORE,
    OTHER
  }
}
