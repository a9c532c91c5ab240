package nl.aanspreekpunt.casework.bulk;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Index;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;

final class MongoBulks implements Bulks {
  private static final String NAME = "bulks";
  private final Store store;
  private final Table<Bulk> bulks;

  MongoBulks(Store store) {
    this.store = store;
    bulks = store.journaled(NAME, Bulk.class);
  }

  @Override
  public Future<Void> prepare() {
    return store.ensure(NAME, List.of(Index.on("wakeAt"), Index.on("by", "at")));
  }

  @Override
  public Future<Boolean> add(Bulk shown) {
    return bulks.insert(shown);
  }

  @Override
  public Future<Optional<Bulk>> find(String id) {
    return bulks.find(id);
  }

  @Override
  public Future<Boolean> replace(Bulk after, long expectedVersion) {
    return bulks.replace(after, expectedVersion);
  }

  @Override
  public Future<List<Bulk>> due(Instant now, int limit) {
    return bulks.find(lte("wakeAt", now), ascending("wakeAt"), limit);
  }

  @Override
  public Future<List<Bulk>> of(String official, int limit) {
    return bulks.find(eq("by", official), descending("at"), limit);
  }

  @Override
  public Future<Boolean> delete(String id) {
    return bulks.delete(id);
  }
}
