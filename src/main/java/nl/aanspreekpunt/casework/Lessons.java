package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Store;

/** What people taught the matcher; each query looks at a bounded number, the latest first. */
public interface Lessons {
  static Lessons in(Store store) {
    return new MongoLessons(store);
  }

  /** Creates the indexes. */
  Future<Void> prepare();

  /** On disk before the future completes. What was taken back holds again. */
  Future<Void> teach(Lesson lesson);

  Future<Optional<Lesson>> find(String id);

  /** Those that hold for a sender ({@link nl.aanspreekpunt.citizen.Address#id()}). */
  Future<List<Lesson>> of(String sender);

  /** Those about words that hold. */
  Future<List<Lesson>> words();

  /** Of all teams, also those that were taken back. */
  Future<List<Lesson>> latest(int limit);

  /** The same, taught in cases of one team. */
  Future<List<Lesson>> ofTeam(String team, int limit);

  /** Taken back; the record stays. */
  Future<Void> revoke(String id, String by, Instant at);

  /** As if it had never been said: what it was to be learned from was refused. */
  Future<Void> forget(String id);
}
