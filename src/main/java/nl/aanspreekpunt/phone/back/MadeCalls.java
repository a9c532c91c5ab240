package nl.aanspreekpunt.phone.back;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Store;

/** The calls that officials had made. A change names the version it was decided on. */
public interface MadeCalls {
  static MadeCalls in(Store store) {
    return new MongoMadeCalls(store);
  }

  /** Creates the indexes. */
  Future<Void> prepare();

  Future<Optional<MadeCall>> find(String id);

  /** On disk before the future completes; false when there is one already. */
  Future<Boolean> add(MadeCall first);

  /** On disk before the future completes; false when another change came first. */
  Future<Boolean> replace(MadeCall after, long expectedVersion);

  /** Those of this official that go on or are to be confirmed, oldest first. */
  Future<List<MadeCall>> standing(String official, int limit);

  /** Of a case, latest first. */
  Future<List<MadeCall>> ofCase(String number, int limit);

  /** Those that go on and of which nothing was heard since that moment, oldest first. */
  Future<List<MadeCall>> silent(Instant heardBefore, int limit);

  /** Whether this call of the provider's (CallSid) is one of these. */
  Future<Boolean> known(String sid);

  Future<Void> delete(String id);
}
