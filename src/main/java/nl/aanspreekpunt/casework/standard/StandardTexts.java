package nl.aanspreekpunt.casework.standard;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Store;

/** The standard texts. */
public interface StandardTexts {
  static StandardTexts in(Store store) {
    return new MongoStandardTexts(store);
  }

  /** Creates the indexes. */
  Future<Void> prepare();

  /** False when there is one with its id. */
  Future<Boolean> add(StandardText made);

  Future<Optional<StandardText>> find(String id);

  /** False when another change came first. */
  Future<Boolean> replace(StandardText after, long expectedVersion);

  /** Those that are there, by title; of each keeper {@link StandardText#MOST} at most. */
  Future<List<StandardText>> of(List<Keeper> keepers);
}
