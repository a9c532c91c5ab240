package nl.aanspreekpunt.web.login;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import nl.aanspreekpunt.store.Store;

/** Failed tries, counted together by all nodes. */
public interface Lockouts {
  static Lockouts in(Store store) {
    return new MongoLockouts(store);
  }

  /** Creates the indexes. */
  Future<Void> prepare();

  Future<Optional<Failures>> find(String id);

  /** Puts down one more; false when another try came first. */
  Future<Boolean> put(Failures next);

  Future<Boolean> forget(String id);

  /** Removes what had no try since then, some at a time. */
  Future<Void> clean(Instant before);
}
