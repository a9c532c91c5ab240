package nl.aanspreekpunt.inbox;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The receipts: raw messages under their idempotency keys. */
public interface Receipts {
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

  /** Received, not processed, and due for another try. */
  Future<List<Receipt>> left(Instant now, int limit);

  /** Notes a try, so that one that fails waits longer each time. */
  Future<Void> tried(String id, int tries, Instant nextTry);

  /** Processed: what was read, where it went. Not on disk at once: a re-run gives the same. */
  Future<Void> finish(
      String id, Inbound read, Receipt.State state, String caseNumber, String result, Instant now);
}
