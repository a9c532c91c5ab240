package nl.aanspreekpunt.story;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Store;

/** What was told. A change names the version it was decided on. */
public interface Stories {
  static Stories in(Store store) {
    return new MongoStories(store);
  }

  /** Creates the indexes. */
  Future<Void> prepare();

  /** On disk before the future completes. False when it is there already. */
  Future<Boolean> add(Story told);

  Future<Optional<Story>> find(String id);

  /** On disk before the future completes. False when another change came first. */
  Future<Boolean> replace(Story after, long expectedVersion);

  /** Those that were published, latest first. */
  Future<List<Story>> published(Wanted wanted, Cursor after, int limit);

  /** Those that wait to be checked, of a team (null: of all), latest first. */
  Future<List<Story>> waiting(String team, int limit);

  /** What an official told, latest first. */
  Future<List<Story>> of(String official, int limit);

  /** What was told about a case. */
  Future<List<Story>> about(String number, int limit);

  /** How many were told in a stretch of time, {@code until} not in it; stops at {@code atMost}. */
  Future<Long> told(Instant from, Instant until, int atMost);

  /** Somebody read one, in that quarter (such as {@code 2026-Q4}). Who did is not kept. */
  Future<Void> read(String quarter);

  /** How often one was read in a quarter. */
  Future<Long> readings(String quarter);

  /**
   * What a list is narrowed to.
   *
   * @param topic null: any
   * @param terms words by {@link nl.aanspreekpunt.casework.words.Likeness#words}; all must be there
   * @param council those that the council may read
   */
  record Wanted(String topic, List<String> terms, boolean council) {
    public Wanted {
      terms = List.copyOf(terms);
    }
  }

  /** The last of the page before. */
  record Cursor(Instant at, String id) {}
}
