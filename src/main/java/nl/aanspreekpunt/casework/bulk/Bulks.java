package nl.aanspreekpunt.casework.bulk;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Store;

/** Acts in several cases at once. */
public interface Bulks {
  static Bulks in(Store store) {
    return new MongoBulks(store);
  }

  /** Creates the indexes. */
  Future<Void> prepare();

  Future<Boolean> add(Bulk shown);

  Future<Optional<Bulk>> find(String id);

  /** False when another change came first. */
  Future<Boolean> replace(Bulk after, long expectedVersion);

  /** Those that the clock is to look at, longest waiting first. */
  Future<List<Bulk>> due(Instant now, int limit);

  /** Those that somebody (official id) asked for, newest first. */
  Future<List<Bulk>> of(String official, int limit);

  Future<Boolean> delete(String id);
}
