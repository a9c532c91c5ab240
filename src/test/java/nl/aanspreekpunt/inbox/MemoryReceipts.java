package nl.aanspreekpunt.inbox;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.history.Turns;

/** Receipts in memory, as one node sees them; {@code receipts} is what all nodes share. */
public record MemoryReceipts(Map<String, Receipt> receipts, Turns.Side side) implements Receipts {
  @Override
  public Future<Void> prepare() {
    return Future.succeededFuture();
  }

  @Override
  public Future<Boolean> store(Receipt receipt) {
    return side.write(() -> receipts.putIfAbsent(receipt.id(), receipt) == null);
  }

  @Override
  public Future<Void> storePiece(String receipt, int n, byte[] piece) {
    throw new UnsupportedOperationException("messages are small here");
  }

  @Override
  public Future<byte[]> piece(String receipt, int n) {
    throw new UnsupportedOperationException("messages are small here");
  }

  @Override
  public Future<Optional<Receipt>> find(String id) {
    return side.read(() -> Optional.ofNullable(receipts.get(id)));
  }

  @Override
  public Future<List<Receipt>> findAll(List<String> ids) {
    return side.read(() -> ids.stream().filter(receipts::containsKey).map(receipts::get).toList());
  }

  @Override
  public Future<List<Receipt>> left(Instant now, int limit) {
    return side.read(
        () ->
            receipts.values().stream()
                .filter(one -> one.nextTry() != null && !one.nextTry().isAfter(now))
                .limit(limit)
                .toList());
  }

  /** Its claim said already when it is tried again. */
  @Override
  public Future<Void> tryNow(String id, Instant until, Instant now) {
    throw new UnsupportedOperationException("people say so");
  }

  @Override
  public Future<Void> setAside(String id, Instant now, Throwable why) {
    return Future.succeededFuture();
  }

  @Override
  public Future<Boolean> claim(Receipt left, Instant nextTry) {
    return side.write(
        () -> {
          Receipt stored = receipts.get(left.id());
          boolean asSeen = stored.tries() == left.tries();
          if (asSeen) {
            put(stored, stored.state(), stored.caseNumber(), stored.route(), nextTry);
          }
          return asSeen;
        });
  }

  @Override
  public Future<Void> aim(String id, String caseNumber, Match route) {
    return side.write(
        () -> {
          Receipt stored = receipts.get(id);
          put(stored, stored.state(), caseNumber, route, stored.nextTry());
          return null;
        });
  }

  @Override
  public Future<Void> finish(String id, Ending ending) {
    return side.write(
        () -> {
          put(receipts.get(id), ending.state(), ending.caseNumber(), ending.route(), null);
          return null;
        });
  }

  private void put(
      Receipt one, Receipt.State state, String caseNumber, Match route, Instant nextTry) {
    receipts.put(
        one.id(),
        new Receipt(
            one.id(),
            one.channel(),
            state,
            one.receivedAt(),
            one.routedAt(),
            one.envelopeFrom(),
            one.recipients(),
            one.raw(),
            one.pieces(),
            one.size(),
            one.facts(),
            one.read(),
            caseNumber,
            route,
            one.result(),
            nextTry == null ? one.tries() : one.tries() + 1,
            nextTry));
  }
}
