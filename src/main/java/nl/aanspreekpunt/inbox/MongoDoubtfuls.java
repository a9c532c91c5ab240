package nl.aanspreekpunt.inbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.aanspreekpunt.store.Index;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;
import org.bson.conversions.Bson;

final class MongoDoubtfuls implements Doubtfuls {
  private static final String WAITS = "waitsSince";
  private static final String GOES = "goesAt";

  /** After this the sweeper takes up what a crash left. */
  private static final Duration LEFT_AFTER = Duration.ofSeconds(30);

  private static final String ASKED = "facts." + Placing.QUESTION;

  private final Store store;
  private final Table<Doubtful> doubtfuls;
  private final Table<Receipt> receipts;
  private final Table<MongoReceipts.Piece> pieces;

  MongoDoubtfuls(Store store) {
    this.store = store;
    doubtfuls = store.journaled("doubtfuls", Doubtful.class);
    receipts = store.journaled("receipts", Receipt.class);
    pieces = store.journaled("receipt-pieces", MongoReceipts.Piece.class);
  }

  @Override
  public Future<Void> prepare() {
    return store.ensure("doubtfuls", List.of(Index.on(WAITS), Index.on(GOES)));
  }

  @Override
  public Future<Void> add(Doubtful one) {
    return doubtfuls.insert(one).mapEmpty();
  }

  @Override
  public Future<Optional<Doubtful>> find(String id) {
    return doubtfuls.find(id);
  }

  @Override
  public Future<List<Doubtful>> waiting(int most) {
    return doubtfuls.find(gt(WAITS, Instant.EPOCH), ascending(WAITS), most);
  }

  @Override
  public Future<List<Doubtful>> spam(int most) {
    return doubtfuls.find(gt(GOES, Instant.EPOCH), ascending(GOES), most);
  }

  @Override
  public Future<Boolean> spam(String id, String by, Instant goesAt) {
    Bson said = combine(unset(WAITS), set(GOES, goesAt), set("by", by));
    return doubtfuls.change(id, exists(WAITS), said).map(Optional::isPresent);
  }

  @Override
  public Future<Boolean> undo(Doubtful one) {
    Bson again = combine(set(WAITS, one.receivedAt()), unset(GOES), unset("by"));
    return doubtfuls.change(one.id(), exists(GOES), again).map(Optional::isPresent);
  }

  @Override
  public Future<Boolean> question(String id, String by, Instant now) {
    // The receipt first: a crash between the two leaves it on the list, and saying it again ends
    // it.
    return find(id)
        .map(found -> found.filter(Doubtful::waits).isPresent())
        .compose(
            waits ->
                waits
                    ? asked(id, by, now).compose(done -> doubtfuls.delete(id))
                    : Future.succeededFuture(false));
  }

  private Future<Optional<Receipt>> asked(String id, String by, Instant now) {
    return receipts.change(
        id,
        and(exists(ASKED, false), eq("result", Placing.DOUBTFUL)),
        combine(
            set("receivedAt", now),
            set("state", Receipt.State.RECEIVED.name()),
            set(ASKED, by),
            set("nextTry", now.plus(LEFT_AFTER))));
  }

  @Override
  public Future<Void> remove(Receipt receipt) {
    List<Future<Boolean>> gone =
        IntStream.range(0, receipt.pieces())
            .mapToObj(n -> pieces.delete(receipt.id() + "/" + n))
            .toList();
    return Future.all(gone)
        .compose(done -> receipts.delete(receipt.id()))
        .compose(done -> doubtfuls.delete(receipt.id()))
        .mapEmpty();
  }
}
