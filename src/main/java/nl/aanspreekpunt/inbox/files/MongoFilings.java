package nl.aanspreekpunt.inbox.files;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.StoredFile;
import nl.aanspreekpunt.store.Index;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;
import org.bson.conversions.Bson;

/** In the receipts; the fields are there only while something is to be done. */
final class MongoFilings implements Filings {
  private static final Bson ANY = gt("filesSince", Instant.EPOCH);

  private final Store store;
  private final Table<Receipt> receipts;
  private final Table<Receipt> journaled;

  MongoFilings(Store store) {
    this.store = store;
    receipts = store.table("receipts", Receipt.class);
    journaled = store.journaled("receipts", Receipt.class);
  }

  @Override
  public Future<Void> prepare() {
    return store.ensure("receipts", List.of(Index.on("filesTry"), Index.on("filesSince")));
  }

  @Override
  public Future<List<Receipt>> due(Instant now, int limit) {
    return receipts.find(lte("filesTry", now), ascending("filesTry"), limit, "raw");
  }

  @Override
  public Future<Optional<Receipt>> claim(Receipt seen, Instant now, Instant until) {
    Instant since = seen.filesSince() == null ? now : seen.filesSince();
    return receipts.change(
        seen.id(),
        eq("filesTry", seen.filesTry()),
        combine(set("filesTry", until), set("filesSince", since)));
  }

  @Override
  public Future<Optional<Receipt>> keep(
      String id, Instant claimed, List<StoredFile> files, Instant next) {
    return receipts.change(id, eq("filesTry", claimed), kept(files, next));
  }

  @Override
  public Future<Optional<Receipt>> keepSafe(
      String id, Instant claimed, List<StoredFile> files, Instant next) {
    return journaled.change(id, eq("filesTry", claimed), kept(files, next));
  }

  private static Bson kept(List<StoredFile> files, Instant next) {
    List<Bson> changes = new ArrayList<>();
    changes.add(set("files", files));
    if (next == null) {
      changes.add(unset("filesTry"));
      changes.add(unset("filesSince"));
    } else {
      changes.add(set("filesTry", next));
    }
    return combine(changes);
  }

  @Override
  public Future<Void> later(String id, Instant claimed, Instant next) {
    return receipts.set(id, eq("filesTry", claimed), set("filesTry", next));
  }

  @Override
  public Future<Long> waiting(int atMost) {
    return receipts.count(ANY, atMost);
  }

  @Override
  public Future<Optional<Instant>> oldest() {
    return receipts
        .find(ANY, ascending("filesSince"), 1, "raw", "read")
        .map(found -> found.stream().findFirst().map(Receipt::filesSince));
  }
}
