package nl.aanspreekpunt.friction;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.chafe.Step;
import nl.aanspreekpunt.store.Store;

/** What was reported to chafe. A change names the version it was decided on. */
public interface Frictions {
  static Frictions in(Store store) {
    return new MongoFrictions(store);
  }

  /** Creates the indexes. */
  Future<Void> prepare();

  /** On disk before the future completes. False when it is there already. */
  Future<Boolean> add(Friction reported);

  Future<Optional<Friction>> find(String id);

  /** On disk before the future completes. False when another change came first. */
  Future<Boolean> replace(Friction after, long expectedVersion);

  /** Those that stand by themselves, latest change first. */
  Future<List<Friction>> list(Step.State state, Cursor after, int limit);

  /** Those that were gathered into one, latest first. */
  Future<List<Friction>> gathered(String into, int limit);

  /** What was reported in a case, latest first. */
  Future<List<Friction>> about(String number, int limit);

  /** Those of which it is to be looked whether all heard how they stand. */
  Future<List<Friction>> due(Instant now, int limit);

  /**
   * All that changed or were reported since a moment, also gathered ones, earliest change first.
   */
  Future<List<Friction>> since(Instant moment, Cursor after, int limit);

  /** The last of the page before. */
  record Cursor(Instant at, String id) {}
}
