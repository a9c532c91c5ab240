package nl.aanspreekpunt.inbox.email;

import io.vertx.core.Future;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;

/** The raw bytes of stored mail, from its pieces where it has those. */
final class RawMail {
  private final Receipts receipts;
  private Future<?> lastLarge = Future.succeededFuture();

  RawMail(Receipts receipts) {
    this.receipts = receipts;
  }

  /** Bytes of a mail, to be used and let go. */
  interface Use<T> {
    Future<T> with(byte[] raw);
  }

  /**
   * Of mail in pieces one at a time, so that memory holds one large message and not all of them.
   */
  <T> Future<T> use(Receipt receipt, Use<T> use) {
    if (receipt.pieces() == 0) {
      return use.with(receipt.raw() == null ? new byte[0] : receipt.raw());
    }
    synchronized (this) {
      Future<T> result =
          lastLarge
              .otherwiseEmpty()
              .compose(free -> pieces(receipt, new byte[(int) receipt.size()], 0, 0))
              .compose(use::with);
      lastLarge = result;
      return result;
    }
  }

  private Future<byte[]> pieces(Receipt receipt, byte[] raw, int n, int filled) {
    if (n == receipt.pieces()) {
      return Future.succeededFuture(raw);
    }
    return receipts
        .piece(receipt.id(), n)
        .compose(
            piece -> {
              System.arraycopy(piece, 0, raw, filled, piece.length);
              return pieces(receipt, raw, n + 1, filled + piece.length);
            });
  }
}
