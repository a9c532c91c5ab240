package nl.aanspreekpunt.inbox.email.imap;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import nl.aanspreekpunt.inbox.Inbox;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.inbox.email.MailIntake;
import nl.aanspreekpunt.inbox.email.OwnThread;
import nl.aanspreekpunt.inbox.email.Spool;

/** Fetches mail from mailboxes, each on a thread of its own; one that is away delays no other. */
public final class ImapIntake {
  /** Of all messages that are under way; each mailbox has one at a time. */
  private static final long MOST_SPOOLED = 1L << 30;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Vertx vertx;
  private final List<ImapSettings> mailboxes;
  private final Spool spool;
  private final MailIntake intake;
  private final MailboxTurns turns;
  private final Clock clock;
  private final Duration retry;
  private final String node = UUID.randomUUID().toString();
  private final List<ImapMailbox> reading = new ArrayList<>();
  private final List<Future<Void>> ended = new ArrayList<>();

  /**
   * @param spool directory of this alone: everything in it is deleted at start
   * @param retry after trouble with a mailbox, doubled each time up to its own poll
   */
  public ImapIntake(
      Vertx vertx,
      List<ImapSettings> mailboxes,
      Path spool,
      Inbox inbox,
      Receipts receipts,
      MailboxTurns turns,
      Clock clock,
      Duration retry) {
    this.vertx = vertx;
    this.mailboxes = List.copyOf(mailboxes);
    this.spool = new Spool(spool, MOST_SPOOLED);
    this.intake = new MailIntake(vertx, inbox, receipts, clock, PATIENCE);
    this.turns = turns;
    this.clock = clock;
    this.retry = retry;
  }

  /** A mailbox that is away at start is tried again, like one that goes away later. */
  public Future<Void> start() {
    return mailboxes.isEmpty() ? Future.succeededFuture() : vertx.executeBlocking(this::begin);
  }

  private Void begin() throws IOException {
    spool.open();
    for (ImapSettings one : mailboxes) {
      ImapMailbox mailbox =
          new ImapMailbox(
              vertx,
              one,
              new ImapTaking(one, spool, intake),
              new ImapLogin(one, clock),
              () -> turn(one),
              clock,
              retry);
      Promise<Void> done = Promise.promise();
      Thread thread =
          new Thread(
              () -> {
                try {
                  mailbox.run();
                } finally {
                  done.complete();
                }
              },
              "imap-" + one.name());
      thread.setDaemon(true);
      reading.add(mailbox);
      ended.add(done.future());
      thread.start();
    }
    return null;
  }

  /** Long enough for two looks; a node that stopped without a word is followed after it. */
  private boolean turn(ImapSettings one) {
    Duration lasts = one.poll().multipliedBy(2).plus(PATIENCE);
    try {
      return OwnThread.await(
          vertx, PATIENCE, () -> turns.take(one.name(), node, clock.instant(), lasts));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException away) {
      throw new IllegalStateException("whose turn it is cannot be read", away);
    }
  }

  /** How far behind each mailbox is, by name; zero for one that another node reads. */
  public Map<String, Duration> lags() {
    return reading.stream().collect(Collectors.toMap(ImapMailbox::name, ImapMailbox::lag));
  }

  /** How reading each mailbox goes, in the order of the configuration. */
  public List<MailboxState> states() {
    return reading.stream().map(ImapMailbox::state).toList();
  }

  /** Finishes the messages under way. */
  public Future<Void> stop() {
    reading.forEach(ImapMailbox::stop);
    return Future.join(ended)
        .compose(
            all ->
                Future.join(mailboxes.stream().map(one -> turns.give(one.name(), node)).toList()))
        .mapEmpty();
  }
}
