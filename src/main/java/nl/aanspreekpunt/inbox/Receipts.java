package nl.aanspreekpunt.inbox;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.store.Store;

/** The receipts: raw messages under their idempotency keys. */
public interface Receipts {
  static Receipts in(Store store) {
    return new MongoReceipts(store);
  }

  /** Creates the indexes. */
  Future<Void> prepare();

  /**
   * Stores a receipt, on disk before the future completes. False when this delivery was stored
   * before; its recipients then joined the first one's.
   */
  Future<Boolean> store(Receipt receipt);

  /** Stores piece {@code n} of a message that is too large for one document, before its receipt. */
  Future<Void> storePiece(String receipt, int n, byte[] piece);

  Future<byte[]> piece(String receipt, int n);

  Future<Optional<Receipt>> find(String id);

  /** Without the raw message, in the order asked; one that is missing is left out. */
  Future<List<Receipt>> findAll(List<String> ids);

  /**
   * Received, not processed, and due for another try; without the raw message. One that cannot be
   * read is set aside.
   */
  Future<List<Receipt>> left(Instant now, int limit);

  /** Takes up one that was left; false when somebody else did. */
  Future<Boolean> claim(Receipt left, Instant nextTry);

  /** One that failed again now is left for a while, longer each time. */
  Future<Void> setAside(String id, Instant now, Throwable why);

  /** One that was set aside until a moment, and waits still, has its turn now. */
  Future<Void> tryNow(String id, Instant until, Instant now);

  /** Notes the case a message is about to join and why, so that a re-run does the same. */
  Future<Void> aim(String id, String caseNumber, Match route);

  /**
   * Processed. Not on disk at once: a re-run gives the same. That it is doubtful is not said of one
   * that somebody called a question meanwhile.
   */
  Future<Void> finish(String id, Ending ending);

  /**
   * What became of a message.
   *
   * @param read what was read from it
   * @param route why it is at that case
   * @param result "opened" or "joined"
   */
  record Ending(
      Inbound read,
      Receipt.State state,
      String caseNumber,
      Match route,
      String result,
      Instant routedAt) {}
}
