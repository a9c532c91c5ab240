package nl.aanspreekpunt.phone.desk;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Store;

/** The calls that were put to the desk. A change names the version it was decided on. */
public interface DeskCalls {
  static DeskCalls in(Store store) {
    return new MongoDeskCalls(store);
  }

  /** Creates the indexes. */
  Future<Void> prepare();

  Future<Optional<DeskCall>> find(String id);

  /** On disk before the future completes; false when there is one already. */
  Future<Boolean> add(DeskCall first);

  /** On disk before the future completes; false when another change came first. */
  Future<Boolean> replace(DeskCall after, long expectedVersion);

  /** Those that go on, oldest first. */
  Future<List<DeskCall>> open(int limit);

  /** What ended before that moment goes. */
  Future<Void> tidy(Instant endedBefore);

  /** Those that nobody took, since that moment, latest first. */
  Future<List<DeskCall>> missed(Instant since, int limit);
}
