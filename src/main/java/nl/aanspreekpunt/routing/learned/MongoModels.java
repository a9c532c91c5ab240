package nl.aanspreekpunt.routing.learned;

import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.unset;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Index;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;

final class MongoModels implements Models {
  private static final List<Index> INDEXES = List.of(Index.on("version"));
  private final Store store;
  private final Table<LearnedModel> models;
  private final Table<Switch> states;

  MongoModels(Store store) {
    this.store = store;
    models = store.journaled("learned-models", LearnedModel.class);
    states = store.journaled("learning", Switch.class);
  }

  @Override
  public Future<Void> prepare() {
    return store
        .ensure("learned-models", INDEXES)
        .compose(ready -> states.insert(Switch.off()))
        .mapEmpty();
  }

  @Override
  public Future<Boolean> add(LearnedModel model) {
    return models.insert(model);
  }

  @Override
  public Future<Void> forget(int version) {
    return models.set("v" + version, unset("content"));
  }

  @Override
  public Future<Optional<LearnedModel>> find(int version) {
    return models.find("v" + version);
  }

  @Override
  public Future<List<LearnedModel>> latest(int limit) {
    return models.find(gt("version", 0), descending("version"), limit, "content");
  }

  @Override
  public Future<Switch> state() {
    return states
        .find(Switch.ID)
        .map(found -> found.orElseThrow(() -> new IllegalStateException("no switch stored")));
  }

  @Override
  public Future<Boolean> turn(Switch after, long expectedVersion) {
    return states.replace(after, expectedVersion);
  }
}
