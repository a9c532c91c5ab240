package nl.aanspreekpunt.web.login;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import nl.aanspreekpunt.store.Store;

/** Who is logged in, on every node. */
public interface Sessions {
  static Sessions in(Store store) {
    return new MongoSessions(store);
  }

  /** Creates the indexes. */
  Future<Void> prepare();

  Future<Boolean> add(Session session);

  Future<Optional<Session>> find(String id);

  Future<Void> seen(String id, Instant now, Instant endsAt);

  Future<Boolean> end(String id);

  /** Ends every session of an account but this one ({@code null}: each). */
  Future<Void> endOthers(String account, String but);

  /** Removes what is over, some at a time. */
  Future<Void> clean(Instant now);
}
