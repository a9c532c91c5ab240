package nl.aanspreekpunt.web.work.bell;

import io.vertx.core.Future;
import java.time.Instant;
import nl.aanspreekpunt.store.Store;

/** Until when each official has seen what happened for them. */
public interface Looked {
  static Looked in(Store store) {
    return new MongoLooked(store);
  }

  /** {@link Instant#EPOCH} for who never looked. */
  Future<Instant> at(String official);

  Future<Void> now(String official, Instant now);
}
