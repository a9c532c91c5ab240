package nl.aanspreekpunt.phone;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Store;

/** The calls, of both ways. A change names the version it was decided on. */
public interface Calls {
  static Calls in(Store store) {
    return new MongoCalls(store);
  }

  /** Creates the indexes. */
  Future<Void> prepare();

  Future<Optional<Call>> find(String id);

  /** By the provider's id (CallSid): of what went out, it is not the hub's own. */
  Future<Optional<Call>> bySid(String sid);

  /** On disk before the future completes; false when there is one already. */
  Future<Boolean> add(Call first);

  /** On disk before the future completes; false when another change came first. */
  Future<Boolean> replace(Call after, long expectedVersion);

  /** Those that go on and ring or are spoken at this official's, latest first. */
  Future<List<Call>> goingOn(String official, int limit);

  /** Of a case, latest first. */
  Future<List<Call>> ofCase(String number, int limit);

  /** Those that the clock is to look at, the longest due first. */
  Future<List<Call>> due(Instant now, int limit);

  /** Of all, latest first. */
  Future<List<Call>> since(Instant moment, int limit);

  Future<Void> delete(String id);
}
