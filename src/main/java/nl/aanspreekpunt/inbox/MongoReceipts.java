package nl.aanspreekpunt.inbox;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.addEachToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.store.Index;
import nl.aanspreekpunt.store.SetAside;
import nl.aanspreekpunt.store.SetAsides;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;
import org.bson.conversions.Bson;

final class MongoReceipts implements Receipts {
  private final Store store;
  private final Table<Receipt> journaled;
  private final Table<Receipt> receipts;
  private final Table<Piece> pieces;
  private final SetAsides setAsides;

  /** A part of a raw message that is too large for one document. */
  public record Piece(String id, byte[] bytes) {}

  MongoReceipts(Store store) {
    this.store = store;
    journaled = store.journaled("receipts", Receipt.class);
    receipts = store.table("receipts", Receipt.class);
    pieces = store.journaled("receipt-pieces", Piece.class);
    setAsides = SetAsides.in(store);
  }

  @Override
  public Future<Void> prepare() {
    return store.ensure("receipts", List.of(Index.on("nextTry")));
  }

  @Override
  public Future<Boolean> store(Receipt receipt) {
    return journaled
        .insert(receipt)
        .compose(
            first ->
                first
                    ? Future.succeededFuture(true)
                    : join(receipt.id(), receipt.recipients()).map(false));
  }

  private Future<Void> join(String id, List<String> recipients) {
    return recipients.isEmpty()
        ? Future.succeededFuture()
        : journaled.set(id, addEachToSet("recipients", recipients));
  }

  @Override
  public Future<Void> storePiece(String receipt, int n, byte[] piece) {
    return pieces.insert(new Piece(receipt + "/" + n, piece)).mapEmpty();
  }

  @Override
  public Future<byte[]> piece(String receipt, int n) {
    return pieces.find(receipt + "/" + n).map(found -> found.orElseThrow().bytes());
  }

  @Override
  public Future<Optional<Receipt>> find(String id) {
    return receipts.find(id);
  }

  @Override
  public Future<List<Receipt>> findAll(List<String> ids) {
    return receipts.findAll(ids, "raw");
  }

  @Override
  public Future<List<Receipt>> left(Instant now, int limit) {
    return receipts
        .each(lte("nextTry", now), ascending("nextTry"), limit, "raw")
        .compose(found -> setAsides.readable(found, (id, why) -> setAside(id, now, why)));
  }

  @Override
  public Future<Void> setAside(String id, Instant now, Throwable why) {
    Bson unfinished = gt("nextTry", Instant.EPOCH);
    return setAsides
        .failed(SetAside.Queue.RECEIPT, id, now, why)
        .compose(until -> receipts.set(id, unfinished, set("nextTry", until)));
  }

  @Override
  public Future<Void> tryNow(String id, Instant until, Instant now) {
    return receipts.set(id, eq("nextTry", until), set("nextTry", now));
  }

  @Override
  public Future<Boolean> claim(Receipt left, Instant nextTry) {
    Bson asSeen = eq("tries", left.tries());
    Bson claimed = combine(set("tries", left.tries() + 1), set("nextTry", nextTry));
    return receipts.change(left.id(), asSeen, claimed).map(Optional::isPresent);
  }

  @Override
  public Future<Void> aim(String id, String caseNumber, Match route) {
    return receipts.set(id, combine(set("caseNumber", caseNumber), set("route", route)));
  }

  @Override
  public Future<Void> finish(String id, Ending ending) {
    boolean files = ending.read() != null && !ending.read().attachments().isEmpty();
    Bson finished =
        combine(
            set("state", ending.state().name()),
            set("routedAt", ending.routedAt()),
            set("read", ending.read()),
            set("caseNumber", ending.caseNumber()),
            set("route", ending.route()),
            set("result", ending.result()),
            unset("nextTry"));
    Instant now = ending.routedAt();
    Bson all = files ? combine(finished, set("filesSince", now), set("filesTry", now)) : finished;
    return Placing.DOUBTFUL.equals(ending.result())
        ? receipts.set(id, exists(MongoDoubtfuls.ASKED, false), all)
        : receipts.set(id, all);
  }
}
