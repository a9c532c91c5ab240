package nl.aanspreekpunt.inbox;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.official.Asked;
import nl.aanspreekpunt.store.Store;

/**
 * What waits for somebody to say whether it is a question. Of all that is said at the same time one
 * thing holds: it is written here first, on a condition, and its receipt follows.
 */
public interface Doubtfuls {
  static Doubtfuls in(Store store) {
    return new MongoDoubtfuls(store);
  }

  /** One that was seen, and the moment that its list is in the order of. */
  record After(Instant at, String id) {}

  /** Creates the indexes. */
  Future<Void> prepare();

  /** Once for each receipt. */
  Future<Void> add(Doubtful one);

  Future<Optional<Doubtful>> find(String id);

  /**
   * The oldest first.
   *
   * @param after where the page before ended; null: from the first on
   */
  Future<List<Doubtful>> waiting(After after, int most);

  /** What was called spam and is still here, what goes first first. */
  Future<List<Doubtful>> spam(After after, int most);

  /** What was called a question before a moment, and is not processed: a crash cut that off. */
  Future<List<Doubtful>> asked(Instant before, int most);

  /** What is being thrown away. */
  Future<List<Doubtful>> gone(int most);

  /**
   * It is spam, until it goes; empty when it does not wait any more.
   *
   * @param asked under which key, here and below; null: none
   */
  Future<Optional<Doubtful>> spam(String id, String by, Instant goesAt, Asked asked);

  /** It was no spam after all: it waits again; empty when it is gone, or waits. */
  Future<Optional<Doubtful>> undo(Doubtful one, Asked asked);

  /** It is a question, and nobody can say otherwise any more; empty when it does not wait. */
  Future<Optional<Doubtful>> question(String id, String by, Instant now, Asked asked);

  /**
   * The receipt of what was called a question is to be processed anew, as if received now; the
   * sweeper does if nobody else does. Empty when that was said before, or when it is still being
   * processed as doubtful: then it is to be said again later.
   */
  Future<Optional<Receipt>> ask(Doubtful called, Instant now);

  /** It stands here no more. */
  Future<Void> drop(String id);

  /** From now on it is thrown away, if it is spam and its time has come. */
  Future<Void> go(Doubtful one, Instant now);

  /**
   * The message of what is being thrown away, if it may be: never that of a question. Empty when
   * there is none any more, or when it is not to go.
   */
  Future<Optional<Receipt>> going(String id);

  /** Throws away the message with it. */
  Future<Void> remove(Receipt receipt);
}
