package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Store;

/** What was done about each absence. */
public interface Spells {
  static Spells in(Store store) {
    return new MongoSpells(store);
  }

  /** Creates the indexes. */
  Future<Void> prepare();

  /** False when there is one already. */
  Future<Boolean> begin(Spell spell);

  Future<Optional<Spell>> find(String id);

  /** In the order asked; one that is missing is left out. */
  Future<List<Spell>> findAll(List<String> ids);

  /** False when another change came first. */
  Future<Boolean> replace(Spell after, long expectedVersion);

  /** Those to be looked into by {@code now}, earliest first. */
  Future<List<Spell>> due(Instant now, int limit);

  /** Those that have not ended. */
  Future<List<Spell>> underWay(int limit);
}
