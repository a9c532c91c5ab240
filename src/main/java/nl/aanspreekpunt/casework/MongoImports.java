package nl.aanspreekpunt.casework;

import static com.mongodb.client.model.Filters.eq;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Index;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;

final class MongoImports implements Imports {
  private final Store store;
  private final Table<Import> imports;

  MongoImports(Store store) {
    this.store = store;
    imports = store.journaled("imports", Import.class);
  }

  @Override
  public Future<Void> prepare() {
    return store.ensure("imports", List.of(Index.on("running")));
  }

  @Override
  public Future<Boolean> add(Import begun) {
    return imports.insert(begun);
  }

  @Override
  public Future<Optional<Import>> find(String id) {
    return imports.find(id);
  }

  @Override
  public Future<Boolean> replace(Import after, long expectedVersion) {
    return imports.replace(after, expectedVersion);
  }

  @Override
  public Future<List<Import>> running(int limit) {
    return imports.find(eq("running", true), null, limit);
  }
}
