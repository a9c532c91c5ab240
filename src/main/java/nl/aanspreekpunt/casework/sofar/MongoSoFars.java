package nl.aanspreekpunt.casework.sofar;

import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Index;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;

/** Earlier ones are found by their id alone. */
final class MongoSoFars implements SoFars {
  private final Store store;
  private final Table<SoFar> latest;
  private final Table<SoFar> earlier;

  MongoSoFars(Store store) {
    this.store = store;
    latest = store.journaled("stories-so-far", SoFar.class);
    earlier = store.journaled("stories-so-far-earlier", SoFar.class);
  }

  @Override
  public Future<Void> prepare() {
    return store.ensure("stories-so-far", List.of(Index.on("checkAt")));
  }

  @Override
  public Future<List<SoFar>> due(Instant now, int limit) {
    return latest.find(lte("checkAt", now), ascending("checkAt"), limit);
  }

  @Override
  public Future<Optional<SoFar>> find(String id) {
    return latest.find(id);
  }

  @Override
  public Future<Boolean> add(SoFar first) {
    return latest.insert(first);
  }

  @Override
  public Future<Boolean> replace(SoFar after, long expectedVersion) {
    return latest.replace(after, expectedVersion);
  }

  @Override
  public Future<Void> keep(SoFar one) {
    return earlier.insert(one).mapEmpty();
  }

  @Override
  public Future<Optional<SoFar>> earlier(String id, int number) {
    return earlier.find(id + "." + number);
  }
}
