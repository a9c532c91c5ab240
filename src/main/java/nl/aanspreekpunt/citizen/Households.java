package nl.aanspreekpunt.citizen;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Store;

/** Who belongs together. A change names the version it was decided on. */
public interface Households {
  static Households in(Store store) {
    return new MongoHouseholds(store);
  }

  /** Creates the indexes. */
  Future<Void> prepare();

  /** On disk before the future completes. False when it is there already. */
  Future<Boolean> add(Household made);

  Future<Optional<Household>> find(String id);

  /** In the order asked; one that is missing is left out. */
  Future<List<Household>> findAll(List<String> ids);

  /** Those in which a citizen is now. */
  Future<List<Household>> ofCitizen(String citizen);

  /** Those that this official (id) stands for, or stood for once: each says which. */
  Future<List<Household>> stoodForBy(String official, int limit);

  /** On disk before the future completes. False when another change came first. */
  Future<Boolean> replace(Household after, long expectedVersion);

  /** Those of which cases are yet to follow. */
  Future<List<Household>> due(Instant now, int limit);
}
