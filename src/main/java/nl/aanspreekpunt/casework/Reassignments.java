package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Store;

/** The reassignments of many cases at once. */
public interface Reassignments {
  static Reassignments in(Store store) {
    return new MongoReassignments(store);
  }

  /** Creates the indexes. */
  Future<Void> prepare();

  Future<Boolean> add(Reassignment begun);

  Future<Optional<Reassignment>> find(String id);

  /** False when another change came first. */
  Future<Boolean> replace(Reassignment after, long expectedVersion);

  /** Those because the directory was arranged anew, newest first. */
  Future<List<Reassignment>> rearranged(int limit);

  /** Those that somebody (official id) began, newest first. */
  Future<List<Reassignment>> begunBy(String official, int limit);

  /**
   * Those of a period, newest first, without their steps.
   *
   * @param by official id; null: by anybody
   * @param until the first moment that does not count
   */
  Future<List<Reassignment>> begun(String by, Instant from, Instant until, int limit);

  /** Those that go on. */
  Future<List<Reassignment>> running(int limit);
}
