package nl.aanspreekpunt.casework.sofar;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Store;

/** The stories so far. A change names the version it was decided on. */
public interface SoFars {
  static SoFars in(Store store) {
    return new MongoSoFars(store);
  }

  /** Creates the index. */
  Future<Void> prepare();

  Future<Optional<SoFar>> find(String id);

  /** Those of which cases are yet to say what happened. */
  Future<List<SoFar>> due(Instant now, int limit);

  /** On disk before the future completes. False when there is one already. */
  Future<Boolean> add(SoFar first);

  /** On disk before the future completes. False when another change came first. */
  Future<Boolean> replace(SoFar after, long expectedVersion);

  /** Keeps an earlier one. Again: nothing changes. */
  Future<Void> keep(SoFar earlier);

  Future<Optional<SoFar>> earlier(String id, int number);
}
