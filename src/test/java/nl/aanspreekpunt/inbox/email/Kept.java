package nl.aanspreekpunt.inbox.email;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.inbox.Inbox;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;

/** An inbox that keeps in memory what it accepts; it can be away, or hold its answer back. */
public final class Kept implements Inbox, Receipts {
  public final Map<String, Receipt> receipts = new ConcurrentHashMap<>();
  final Map<String, byte[]> pieces = new ConcurrentHashMap<>();
  final AtomicLong pieceBytes = new AtomicLong();

  /** Only counts pieces, so that a test can measure the memory of the listener alone. */
  volatile boolean forgetful;

  public volatile boolean away;

  /** When set, an answer waits for it. */
  volatile Promise<Void> gate;

  @Override
  public Future<Accepted> accept(Receipt receipt) {
    if (away) {
      return Future.failedFuture("the store is away");
    }
    Promise<Void> waits = gate;
    Future<Void> before = waits == null ? Future.succeededFuture() : waits.future();
    return before.compose(
        open -> store(receipt).map(stored -> new Accepted(receipt.id(), !stored)));
  }

  @Override
  public Future<Boolean> store(Receipt receipt) {
    return Future.succeededFuture(receipts.putIfAbsent(receipt.id(), receipt) == null);
  }

  @Override
  public Future<Void> storePiece(String receipt, int n, byte[] piece) {
    pieceBytes.addAndGet(piece.length);
    if (!forgetful) {
      pieces.put(receipt + "/" + n, piece);
    }
    return Future.succeededFuture();
  }

  @Override
  public Future<byte[]> piece(String receipt, int n) {
    byte[] piece = pieces.get(receipt + "/" + n);
    return piece == null ? Future.failedFuture("no such piece") : Future.succeededFuture(piece);
  }

  @Override
  public Future<Optional<Receipt>> find(String id) {
    return Future.succeededFuture(Optional.ofNullable(receipts.get(id)));
  }

  @Override
  public Future<List<Receipt>> findAll(List<String> ids) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Future<List<Receipt>> left(Instant now, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Future<Void> tryNow(String id, Instant until, Instant now) {
    throw new UnsupportedOperationException("people say so");
  }

  @Override
  public Future<Void> setAside(String id, Instant now, Throwable why) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Future<Void> prepare() {
    return Future.succeededFuture();
  }

  @Override
  public Future<Boolean> claim(Receipt left, Instant nextTry) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Future<Void> aim(String id, String caseNumber, Match route) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Future<Void> finish(String id, Ending ending) {
    throw new UnsupportedOperationException();
  }

  Receipt only() {
    if (receipts.size() != 1) {
      throw new AssertionError("receipts: " + receipts.size());
    }
    return receipts.values().iterator().next();
  }
}
