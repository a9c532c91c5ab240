package nl.aanspreekpunt.official;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Store;

/** The people of a feed, as the other system sees them here. */
public interface People {
  static People in(Store store) {
    return new MongoPeople(store);
  }

  /** Creates the indexes. */
  Future<Void> prepare();

  /** Also one that was removed. */
  Future<Optional<Person>> find(String id);

  /**
   * @param userName lower case
   */
  Future<Optional<Person>> byUserName(String userName);

  Future<List<Person>> byExternalId(String externalId);

  /** Without those that were removed, by id, at most 5,000. */
  Future<List<Person>> all();

  /** False when there is one with this id. */
  Future<Boolean> add(Person person);

  /** False when another change came first. */
  Future<Boolean> replace(Person after, long expectedVersion);

  /** Those whose last version has yet to be carried out. */
  Future<List<Person>> waiting(int limit);

  /** Active ones of whom too little is known for work to go to them. */
  Future<List<Person>> incomplete();
}
