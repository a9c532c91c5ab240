package nl.aanspreekpunt.phone;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.store.Store;

/** What was spoken and is to be fetched. A change names the version it was decided on. */
public interface Recordings {
  static Recordings in(Store store) {
    return new MongoRecordings(store);
  }

  /** Creates the index. */
  Future<Void> prepare();

  /** On disk before the future completes; false when it is there already. */
  Future<Boolean> add(Recording first);

  /** False when another change came first. */
  Future<Boolean> replace(Recording after, long expectedVersion);

  Future<List<Recording>> due(Instant now, int limit);
}
