package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Store;

/** The last sign of life of each official. */
interface Signs {
  static Signs in(Store store) {
    return new MongoSigns(store);
  }

  /** Creates the index. */
  Future<Void> prepare();

  /** False when there is one already. */
  Future<Boolean> begin(Sign sign);

  Future<Optional<Sign>> find(String official);

  /** Those that are there. */
  Future<List<Sign>> findAll(List<String> officials);

  /** False when another change came first. */
  Future<Boolean> replace(Sign after, long expectedVersion);

  /** Those to be looked into by {@code now}, earliest first. */
  Future<List<Sign>> due(Instant now, int limit);
}
