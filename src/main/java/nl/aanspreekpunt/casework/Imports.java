package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Store;

/** The imports that were confirmed. */
public interface Imports {
  static Imports in(Store store) {
    return new MongoImports(store);
  }

  /** Creates the indexes. */
  Future<Void> prepare();

  Future<Boolean> add(Import begun);

  Future<Optional<Import>> find(String id);

  /** False when another change came first. */
  Future<Boolean> replace(Import after, long expectedVersion);

  /** Those that go on. */
  Future<List<Import>> running(int limit);
}
