package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Store;

/** The handovers of those who departed. */
public interface Handovers {
  static Handovers in(Store store) {
    return new MongoHandovers(store);
  }

  /** Creates the indexes. */
  Future<Void> prepare();

  /** False when there is one already. */
  Future<Boolean> begin(Handover handover);

  Future<Optional<Handover>> find(String official);

  /** False when another change came first. */
  Future<Boolean> replace(Handover after, long expectedVersion);

  /** Those in which work may still have to move. */
  Future<List<Handover>> underWay();
}
