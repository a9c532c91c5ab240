package nl.aanspreekpunt.inbox.email;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.inbox.Inbox;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a whole message into the inbox and waits until it is safe there. */
public final class MailIntake {
  /** What one document holds; more stands in pieces of this size. */
  static final int PIECE = 1 << 20;

  /** Large messages that are in memory, a piece of each, at the same time. */
  private static final int LARGE_AT_ONCE = 8;

  private static final Logger LOG = LoggerFactory.getLogger(MailIntake.class);

  private final Vertx vertx;
  private final Inbox inbox;
  private final Receipts receipts;
  private final Clock clock;
  private final Duration patience;
  private final Semaphore large = new Semaphore(LARGE_AT_ONCE);

  /**
   * @param patience for each answer of the store
   */
  public MailIntake(Vertx vertx, Inbox inbox, Receipts receipts, Clock clock, Duration patience) {
    this.vertx = vertx;
    this.inbox = inbox;
    this.receipts = receipts;
    this.clock = clock;
    this.patience = patience;
  }

  /**
   * Blocks the calling thread, which must be a connection's own.
   *
   * @param from the envelope's; empty for the null sender; null when not known
   * @param facts of how it came
   * @return the receipt's id
   * @throws IOException when the store is away, or the spool
   */
  public String take(
      Content content, String from, List<String> recipients, Map<String, String> facts)
      throws IOException {
    if (!content.isSpooled()) {
      return store(content, from, recipients, facts);
    }
    boolean turn = false;
    try {
      turn = large.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (!turn) {
        throw new IOException("too many large messages at once");
      }
      return store(content, from, recipients, facts);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      if (turn) {
        large.release();
      }
    }
  }

  private String store(
      Content content, String from, List<String> recipients, Map<String, String> facts)
      throws IOException {
    String id = content.key();
    long size = content.size();
    boolean whole = size <= PIECE;
    int pieces = whole ? 0 : (int) ((size + PIECE - 1) / PIECE);
    for (int n = 0; n < pieces; n++) {
      long start = (long) n * PIECE;
      byte[] piece = content.bytes(start, (int) Math.min(PIECE, size - start));
      int number = n;
      await(() -> receipts.storePiece(id, number, piece));
    }
    Receipt receipt =
        Receipt.received(
            id,
            Channel.EMAIL,
            clock.instant(),
            from,
            recipients,
            whole ? content.bytes(0, (int) size) : null,
            pieces,
            size,
            facts);
    return await(() -> inbox.accept(receipt)).receipt();
  }

  private <T> T await(Supplier<Future<T>> work) throws IOException {
    try {
      return OwnThread.await(vertx, patience, work);
    } catch (ExecutionException | TimeoutException e) {
      Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
      LOG.warn("a mail was not stored, its sender is told to try again: {}", cause.toString());
      throw new IOException("not stored", cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
