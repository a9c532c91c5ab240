package nl.aanspreekpunt.inbox.email.imap;

import jakarta.mail.AuthenticationFailedException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLException;
import nl.aanspreekpunt.inbox.email.imap.MailboxState.Trouble;

/** Keeps how reading one mailbox goes; written by its own thread, read by any. */
final class MailboxLooks {
  private final String name;
  private final Clock clock;
  private volatile boolean here;
  private volatile Instant looked;
  private volatile Instant taken;
  private volatile Failed failed;

  private record Failed(Instant since, Trouble trouble) {}

  MailboxLooks(String name, Clock clock) {
    this.name = name;
    this.clock = clock;
  }

  void elsewhere() {
    here = false;
    failed = null;
  }

  void looked() {
    here = true;
    looked = clock.instant();
    failed = null;
  }

  void taken() {
    taken = clock.instant();
  }

  void failed(Exception why) {
    here = true;
    Failed before = failed;
    failed = new Failed(before == null ? clock.instant() : before.since(), trouble(why));
  }

  private static Trouble trouble(Exception why) {
    Throwable cause = why;
    for (int deep = 0; cause != null && deep < 10; deep++) {
      if (cause instanceof AuthenticationFailedException || cause instanceof ImapLogin.NoToken) {
        return Trouble.LOGIN;
      }
      if (cause instanceof ImapTaking.StoreAway) {
        return Trouble.STORE;
      }
      if (cause instanceof SSLException) {
        return Trouble.TLS;
      }
      if (cause instanceof SocketException
          || cause instanceof SocketTimeoutException
          || cause instanceof UnknownHostException) {
        return Trouble.UNREACHABLE;
      }
      cause = cause.getCause();
    }
    return Trouble.OTHER;
  }

  MailboxState state(Duration behind) {
    Failed now = failed;
    return new MailboxState(
        name,
        here,
        behind,
        looked,
        taken,
        now == null ? null : now.since(),
        now == null ? null : now.trouble());
  }
}
