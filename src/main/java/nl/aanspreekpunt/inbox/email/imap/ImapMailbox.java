package nl.aanspreekpunt.inbox.email.imap;

import io.vertx.core.Vertx;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties one mailbox, on a thread of its own. What stands in the folder is what is to be taken in,
 * however old it is and whoever read it: nothing is kept of how far the hub came, so nothing can be
 * wrong about it. A message is moved away only after it is safe in the store; one that stays, since
 * the move failed or the connection broke, is known by what is in it when it is met again.
 */
final class ImapMailbox implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(ImapMailbox.class);

  /** How often one message is tried before it is put aside. */
  private static final int TRIES = 3;

  private final Vertx vertx;
  private final ImapSettings settings;
  private final ImapTaking taking;
  private final ImapLogin login;
  private final BooleanSupplier turn;
  private final Clock clock;
  private final MailboxLooks looks;
  private final Duration retry;
  private final Semaphore woken = new Semaphore(0);
  private final Set<Long> taken = new HashSet<>();
  private final Map<Long, Integer> tries = new HashMap<>();
  private long validity = -1;
  private int failures;
  private volatile ImapFolders folders;
  private volatile boolean stopped;
  private volatile Instant behindSince;

  /**
   * @param turn whether this node reads it now; blocks
   * @param retry after trouble, doubled each time up to {@link ImapSettings#poll}
   */
  ImapMailbox(
      Vertx vertx,
      ImapSettings settings,
      ImapTaking taking,
      ImapLogin login,
      BooleanSupplier turn,
      Clock clock,
      Duration retry) {
    this.vertx = vertx;
    this.settings = settings;
    this.taking = taking;
    this.login = login;
    this.turn = turn;
    this.clock = clock;
    this.looks = new MailboxLooks(settings.name(), clock);
    this.retry = retry;
    this.behindSince = clock.instant();
  }

  @Override
  public void run() {
    while (!stopped) {
      try {
        if (turn.getAsBoolean()) {
          connected();
        } else {
          behindSince = null; // another node's
          looks.elsewhere();
          pause(settings.poll());
        }
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        return;
      } catch (MessagingException | IOException | RuntimeException trouble) {
        trouble(trouble);
      }
    }
  }

  private void connected() throws MessagingException, IOException, InterruptedException {
    try (ImapFolders open = ImapFolders.open(settings, login)) {
      folders = open;
      while (!stopped && turn.getAsBoolean()) {
        look(open);
      }
    } catch (AuthenticationFailedException refused) {
      login.refused();
      throw refused;
    } finally {
      folders = null;
    }
  }

  /** All that is there; then waits until there is more. */
  private void look(ImapFolders open) throws MessagingException, IOException {
    List<ImapFolders.Waiting> waiting = open.waiting();
    looks.looked();
    long now = open.validity();
    if (now != validity) {
      // Its numbers mean other messages than before (RFC 9051, section 2.3.1.1).
      validity = now;
      taken.clear();
      tries.clear();
    }
    boolean left = false;
    for (ImapFolders.Waiting one : waiting) {
      if (stopped) {
        return;
      }
      left |= !gone(open, one);
    }
    if (left) {
      pause(retry);
    } else if (waiting.isEmpty()) {
      caughtUp();
      await(open);
    }
  }

  /** False when it stays there for now. */
  private boolean gone(ImapFolders open, ImapFolders.Waiting one)
      throws MessagingException, IOException {
    boolean unreadable = tries.getOrDefault(one.uid(), 0) >= TRIES;
    if (!taken.contains(one.uid())) {
      behind(one.arrived());
      if (!take(open, one, unreadable)) {
        return false;
      }
    }
    return move(open, one, unreadable || one.size() > settings.maxSize());
  }

  /** What is wrong with one message does not keep the next one waiting. */
  private boolean take(ImapFolders open, ImapFolders.Waiting one, boolean unreadable)
      throws MessagingException, IOException {
    try {
      if (unreadable) {
        taking.unfetched(open, one, validity, "broken");
      } else {
        taking.take(open, one, validity);
      }
      taken.add(one.uid());
      looks.taken();
      return true;
    } catch (ImapTaking.StoreAway away) {
      throw away;
    } catch (MessagingException | IOException | RuntimeException broken) {
      int times = tries.merge(one.uid(), 1, Integer::sum);
      LOG.warn(
          "mailbox {}: message {} cannot be fetched ({} of {} tries): {}",
          settings.name(),
          one.uid(),
          times,
          TRIES,
          broken.toString());
      if (!open.isOpen()) {
        throw broken;
      }
      return false;
    }
  }

  private boolean move(ImapFolders open, ImapFolders.Waiting one, boolean unreadable)
      throws MessagingException {
    String to = unreadable ? settings.unreadable() : settings.done();
    try {
      open.move(one, to);
      taken.remove(one.uid());
      tries.remove(one.uid());
      return true;
    } catch (MessagingException failed) {
      LOG.warn(
          "mailbox {}: message {} is taken in, but cannot be moved to {}: {}",
          settings.name(),
          one.uid(),
          to,
          failed.toString());
      if (!open.isOpen()) {
        throw failed;
      }
      return false;
    }
  }

  private void await(ImapFolders open) throws MessagingException {
    if (!open.tellsByItself()) {
      pause(settings.poll());
      return;
    }
    long timer = vertx.setTimer(settings.poll().toMillis(), over -> wake());
    try {
      if (!stopped) {
        open.idle();
      }
    } finally {
      vertx.cancelTimer(timer);
    }
  }

  private void wake() {
    ImapFolders open = folders;
    if (open != null) {
      vertx.executeBlocking(
          () -> {
            open.wake();
            return null;
          },
          false);
    }
  }

  private void behind(Instant since) {
    Instant from = since == null ? clock.instant() : since;
    Instant before = behindSince;
    behindSince = before == null || from.isBefore(before) ? from : before;
  }

  private void caughtUp() {
    if (failures > 0) {
      LOG.info("mailbox {} is read again", settings.name());
    }
    failures = 0;
    behindSince = null;
  }

  private void trouble(Exception trouble) {
    if (failures++ == 0) {
      LOG.warn("mailbox {}: trying again: {}", settings.name(), trouble.toString());
    }
    behind(null);
    looks.failed(trouble);
    Duration longer = retry.multipliedBy(1L << Math.min(failures - 1, 10));
    pause(longer.compareTo(settings.poll()) < 0 ? longer : settings.poll());
  }

  private void pause(Duration atMost) {
    try {
      if (woken.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        woken.drainPermits();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      stopped = true;
    }
  }

  /** Finishes the message under way. */
  void stop() {
    stopped = true;
    woken.release();
    wake();
  }

  String name() {
    return settings.name();
  }

  MailboxState state() {
    return looks.state(lag());
  }

  /** How long something has stood in it that is not taken in, or it could not be looked into. */
  Duration lag() {
    Instant since = behindSince;
    Duration lag = since == null ? Duration.ZERO : Duration.between(since, clock.instant());
    return lag.isNegative() ? Duration.ZERO : lag;
  }
}
