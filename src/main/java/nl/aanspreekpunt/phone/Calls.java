package nl.aanspreekpunt.phone;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Store;

/** The calls that came in. A change names the version it was decided on. */
public interface Calls {
  static Calls in(Store store) {
    return new MongoCalls(store);
  }

  /** Creates the indexes. */
  Future<Void> prepare();

  Future<Optional<Call>> find(String id);

  /** On disk before the future completes; false when there is one already. */
  Future<Boolean> add(Call first);

  /** On disk before the future completes; false when another change came first. */
  Future<Boolean> replace(Call after, long expectedVersion);

  /** Those that go on and ring or are spoken at this official's. */
  Future<List<Call>> goingOn(String official, int limit);

  /** Those in which this official was the last who was rung, and that began after that moment. */
  Future<List<Call>> lately(String official, Instant since, int limit);

  /** Of a case, in no order. */
  Future<List<Call>> ofCase(String number, int limit);

  /** Those that the clock is to look at, the longest due first. */
  Future<List<Call>> due(Instant now, int limit);

  /** Of all that began after that moment, in that order. */
  Future<List<Call>> since(Instant moment, int limit);

  /** Those that came to no case and began before that moment go. */
  Future<Void> tidy(Instant startedBefore);

  Future<Void> delete(String id);
}
