package nl.aanspreekpunt.search;

import static com.mongodb.client.model.Filters.eq;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Index;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;

final class MongoViews {
  private static final String TABLE = "search-views";
  private final Store store;
  private final Table<View> views;

  MongoViews(Store store) {
    this.store = store;
    views = store.journaled(TABLE, View.class);
  }

  Future<Void> prepare() {
    return store.ensure(TABLE, List.of(Index.on("owner"), Index.on("team")));
  }

  Future<List<View>> owned(String official, int limit) {
    return views.find(eq("owner", official), null, limit);
  }

  Future<List<View>> shared(String team, int limit) {
    return views.find(eq("team", team), null, limit);
  }

  Future<Optional<View>> find(String id) {
    return views.find(id);
  }

  Future<Boolean> insert(View made) {
    return views.insert(made);
  }

  Future<Boolean> replace(View after, long expectedVersion) {
    return views.replace(after, expectedVersion);
  }

  Future<Boolean> delete(String id) {
    return views.delete(id);
  }
}
