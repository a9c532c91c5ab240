package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.store.Store;

/**
 * Cases that cannot be found yet as they are now: each write of a case says so in that same write.
 */
public interface Unsought {
  /** The field that says so: from when on it is to be looked at. */
  String MARK = "seekAt";

  static Unsought in(Store store) {
    return new MongoUnsought(store);
  }

  /** Creates the index. */
  Future<Void> prepare();

  /** What is to be looked at by now; what changed before what waits for something else. */
  Future<List<Case>> by(Instant now, int limit);

  /** It can be found as it was read; one that changed since stays. */
  Future<Void> done(Case asRead);

  /** Something of it is not there yet: later once more. */
  Future<Void> later(Case asRead, Instant at);

  /** How many there are, counted up to {@code atMost}. */
  Future<Long> count(Instant now, int atMost);
}
