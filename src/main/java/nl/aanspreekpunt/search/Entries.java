package nl.aanspreekpunt.search;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Store;

/** The search documents. */
interface Entries {
  static Entries in(Store store) {
    return new MongoEntries(store);
  }

  /** Creates the index. */
  Future<Void> prepare();

  /** Those that are there, without their terms. */
  Future<List<Entry>> findAll(List<String> ids);

  /** With its terms. */
  Future<Optional<Entry>> find(String id);

  /** False when it is there. */
  Future<Boolean> insert(Entry made);

  /** False when it is not as it was. */
  Future<Boolean> replace(Entry after, long expectedVersion);

  /** False when it was not there. */
  Future<Boolean> delete(String id);

  /** Newest first, after a cursor (null: first page), without their terms. */
  Future<List<Entry>> list(Wanted wanted, Cursor after, int limit);

  /**
   * What is looked for.
   *
   * @param among of each one term is there; never empty
   * @param notFor official id: nothing that is kept from them; null: from nobody
   * @param from null: since ever
   * @param until exclusive; null: until now
   * @param dueBefore something is due before then; null: or not
   */
  record Wanted(
      List<List<String>> among, String notFor, Instant from, Instant until, Instant dueBefore) {}

  /** The last entry of the page before. */
  record Cursor(Instant at, String id) {}
}
