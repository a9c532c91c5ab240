package nl.aanspreekpunt.trail;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Store;

/** What is on record, and its chains. */
public interface Entries {
  static Entries in(Store store) {
    return new MongoEntries(store);
  }

  /** Creates the indexes. */
  Future<Void> prepare();

  /** False when something is on record under this id. Durable when it completes. */
  Future<Boolean> add(Entry entry);

  Future<Optional<Entry>> find(String id);

  /**
   * Newest first.
   *
   * @param by null: of anybody
   * @param from key of the first that counts; {@code to} of the first that does not
   */
  Future<List<Entry>> find(Subject subject, String by, String from, String to, int limit);

  /** Of one chain, after this place, in their order. */
  Future<List<Entry>> onChain(String chain, long after, int limit);

  /** Of one chain, at its end; empty when it has none. */
  Future<Optional<Entry>> last(String chain);

  /** Destroys the detail of one, and leaves the rest. False when there is no such entry. */
  Future<Boolean> untold(String id);

  Future<Boolean> remove(String id);

  /** False when it is there. */
  Future<Boolean> begin(Chain chain);

  /** Puts down where its end is. */
  Future<Void> moved(Chain chain);

  /** Puts down what of it was destroyed. */
  Future<Void> shortened(Chain chain);

  Future<Boolean> removeChain(String id);

  /** Those that began at this moment or before, the newest first. */
  Future<List<Chain>> newest(Kept kept, Instant until, int limit);

  /** Those of which something was to be destroyed at this moment, the oldest first. */
  Future<List<Chain>> begunBefore(Kept kept, Instant moment, int limit);

  /**
   * In the order of their days, and of their ids within a day.
   *
   * @param day the first that counts, from this id on; {@code lastDay} the last
   */
  Future<List<Chain>> begun(Kept kept, String day, String afterId, String lastDay, int limit);

  Future<List<Chain>> chains(List<String> ids);
}
