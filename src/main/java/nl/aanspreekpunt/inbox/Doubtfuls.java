package nl.aanspreekpunt.inbox;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Store;

/** What waits for somebody to say whether it is a question. */
public interface Doubtfuls {
  static Doubtfuls in(Store store) {
    return new MongoDoubtfuls(store);
  }

  /** Creates the indexes. */
  Future<Void> prepare();

  /** Once for each receipt. */
  Future<Void> add(Doubtful one);

  Future<Optional<Doubtful>> find(String id);

  /** The oldest first. */
  Future<List<Doubtful>> waiting(int most);

  /** What was called spam and is still here, what goes first first. */
  Future<List<Doubtful>> spam(int most);

  /** It is spam, until it goes; false when it does not wait any more. */
  Future<Boolean> spam(String id, String by, Instant goesAt);

  /** It was no spam after all: it waits again; false when it is gone, or waits. */
  Future<Boolean> undo(Doubtful one);

  /**
   * It is a question, received now: its receipt is to be processed anew, and it stands here no
   * more. False when it does not wait; also completes when a crash cut this off before.
   */
  Future<Boolean> question(String id, String by, Instant now);

  /** Throws away the message with it. */
  Future<Void> remove(Receipt receipt);
}
