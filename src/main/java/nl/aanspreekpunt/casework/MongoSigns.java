package nl.aanspreekpunt.casework;

import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Index;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;

final class MongoSigns implements Signs {
  private final Store store;
  private final Table<Sign> signs;

  MongoSigns(Store store) {
    this.store = store;
    signs = store.table("signs", Sign.class);
  }

  @Override
  public Future<Void> prepare() {
    return store.ensure("signs", List.of(Index.on("lookAt")));
  }

  @Override
  public Future<Boolean> begin(Sign sign) {
    return signs.insert(sign);
  }

  @Override
  public Future<Optional<Sign>> find(String official) {
    return signs.find(official);
  }

  @Override
  public Future<List<Sign>> findAll(List<String> officials) {
    return signs.findAll(officials);
  }

  @Override
  public Future<Boolean> replace(Sign after, long expectedVersion) {
    return signs.replace(after, expectedVersion);
  }

  @Override
  public Future<List<Sign>> due(Instant now, int limit) {
    return signs.find(lte("lookAt", now), ascending("lookAt"), limit);
  }
}
