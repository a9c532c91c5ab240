package nl.aanspreekpunt.inbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.aanspreekpunt.official.Asked;
import nl.aanspreekpunt.store.Index;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;
import org.bson.conversions.Bson;

/**
 * Of the four moments each has one at a time: it waits, goes, was called a question, or is gone.
 */
final class MongoDoubtfuls implements Doubtfuls {
  /** Says of a receipt that somebody called it a question. */
  static final String ASKED = "facts." + Placing.QUESTION;

  private static final String WAITS = "waitsSince";
  private static final String GOES = "goesAt";
  private static final String CALLED = "askedAt";
  private static final String GONE = "goneAt";
  private static final String ID = "_id";

  /** After this the sweeper takes up what a crash left. */
  private static final Duration LEFT_AFTER = Duration.ofSeconds(30);

  /** The result of what is being thrown away: from here on nobody can ask about it. */
  private static final String THROWN = "spam";

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
    return store.ensure(
        "doubtfuls",
        List.of(Index.on(WAITS, ID), Index.on(GOES, ID), Index.on(CALLED), Index.on(GONE)));
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
  public Future<List<Doubtful>> waiting(After after, int most) {
    return page(WAITS, after, most);
  }

  @Override
  public Future<List<Doubtful>> spam(After after, int most) {
    return page(GOES, after, most);
  }

  private Future<List<Doubtful>> page(String by, After after, int most) {
    Bson order = ascending(by, ID);
    return after == null
        ? doubtfuls.find(gt(by, Instant.EPOCH), order, most)
        : doubtfuls.find(
            and(eq(by, after.at()), gt(ID, after.id())), gt(by, after.at()), order, most);
  }

  @Override
  public Future<List<Doubtful>> asked(Instant before, int most) {
    return doubtfuls.find(lte(CALLED, before), ascending(CALLED), most);
  }

  @Override
  public Future<List<Doubtful>> gone(int most) {
    return doubtfuls.find(gt(GONE, Instant.EPOCH), ascending(GONE), most);
  }

  @Override
  public Future<Optional<Doubtful>> spam(String id, String by, Instant goesAt, Asked asked) {
    return say(id, asked, WAITS, unset(WAITS), set(GOES, goesAt), set("by", by));
  }

  @Override
  public Future<Optional<Doubtful>> undo(Doubtful one, Asked asked) {
    return say(one.id(), asked, GOES, set(WAITS, one.receivedAt()), unset(GOES), unset("by"));
  }

  @Override
  public Future<Optional<Doubtful>> question(String id, String by, Instant now, Asked asked) {
    return say(id, asked, WAITS, unset(WAITS), set(CALLED, now), set("by", by));
  }

  /** While it still is as it was, and not under this key before. */
  private Future<Optional<Doubtful>> say(String id, Asked asked, String was, Bson... said) {
    List<Bson> all = new ArrayList<>(List.of(said));
    if (asked == null) {
      return doubtfuls.change(id, exists(was), combine(all));
    }
    String key = "keys." + asked.key();
    all.add(set(key, asked.digest()));
    return doubtfuls.change(id, and(exists(was), exists(key, false)), combine(all));
  }

  @Override
  public Future<Optional<Receipt>> ask(Doubtful called, Instant now) {
    // Not before it was put down as doubtful: that would be written over this.
    List<Bson> changes = new ArrayList<>();
    changes.add(set("receivedAt", now));
    changes.add(set("state", Receipt.State.RECEIVED.name()));
    changes.add(set(ASKED, called.by()));
    changes.add(set("nextTry", now.plus(LEFT_AFTER)));
    called.keys().forEach((key, what) -> changes.add(set("facts." + Placing.QUESTION + key, what)));
    return receipts.change(
        called.id(), and(exists(ASKED, false), eq("result", Placing.DOUBTFUL)), combine(changes));
  }

  @Override
  public Future<Void> drop(String id) {
    return doubtfuls.delete(id).mapEmpty();
  }

  @Override
  public Future<Void> go(Doubtful one, Instant now) {
    return doubtfuls
        .change(one.id(), lte(GOES, now), combine(unset(GOES), set(GONE, now)))
        .mapEmpty();
  }

  @Override
  public Future<Optional<Receipt>> going(String id) {
    return receipts.change(
        id,
        and(exists(ASKED, false), in("result", Placing.DOUBTFUL, THROWN)),
        set("result", THROWN));
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
