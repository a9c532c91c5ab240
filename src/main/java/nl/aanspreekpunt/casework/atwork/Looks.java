package nl.aanspreekpunt.casework.atwork;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import nl.aanspreekpunt.store.Store;

/** How far officials had read cases. */
public interface Looks {
  static Looks in(Store store) {
    return new MongoLooks(store);
  }

  /** Creates the index. */
  Future<Void> prepare();

  /**
   * An official looks at a case; gives what is new to them. When two of their pages look at once,
   * one of these is put down.
   *
   * @param count how many events it has
   */
  Future<Look> look(String caseNumber, String official, int count, Instant now);

  /** What was new to them at their last look; empty: they never looked. */
  Future<Optional<Look>> last(String caseNumber, String official);

  /** With the content of the case. */
  Future<Void> destroy(String caseNumber);
}
