package nl.aanspreekpunt.inbox;

import io.vertx.core.Future;
import java.util.Arrays;

/** Puts down a raw message that is too large for one document, before its receipt. */
public record Pieces(Receipts receipts) {
  private static final int IN_ONE_DOCUMENT = 1 << 20;

  /** How many pieces were put down; 0 when it fits in the receipt. */
  public Future<Integer> store(String id, byte[] raw) {
    if (raw.length <= IN_ONE_DOCUMENT) {
      return Future.succeededFuture(0);
    }
    int pieces = (raw.length + IN_ONE_DOCUMENT - 1) / IN_ONE_DOCUMENT;
    Future<Void> stored = Future.succeededFuture();
    for (int n = 0; n < pieces; n++) {
      int from = n * IN_ONE_DOCUMENT;
      int to = Math.min(from + IN_ONE_DOCUMENT, raw.length);
      int piece = n;
      stored =
          stored.compose(
              before -> receipts.storePiece(id, piece, Arrays.copyOfRange(raw, from, to)));
    }
    return stored.map(pieces);
  }
}
