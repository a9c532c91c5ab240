package nl.aanspreekpunt.outbox;

import io.vertx.core.Future;
import java.util.Optional;
import nl.aanspreekpunt.store.Store;

/** The last digest of each official. */
public interface Digests {
  static Digests in(Store store) {
    return new MongoDigests(store);
  }

  Future<Optional<Digest>> find(String official);

  /** The official's first; false when there is one already. */
  Future<Boolean> begin(Digest first);

  /** False when another change came first. */
  Future<Boolean> replace(Digest after, long expectedVersion);
}
