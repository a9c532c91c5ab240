package nl.aanspreekpunt.inbox.files;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.StoredFile;
import nl.aanspreekpunt.store.Store;

/** What is known of the files of messages: it stands in their receipts. */
interface Filings {
  static Filings in(Store store) {
    return new MongoFilings(store);
  }

  /** Creates the indexes. */
  Future<Void> prepare();

  /** Of which something is to be done now; without the raw message. */
  Future<List<Receipt>> due(Instant now, int limit);

  /**
   * Takes one up until a moment, with its raw message; empty when somebody else did, or when it is
   * not there.
   */
  Future<Optional<Receipt>> claim(Receipt seen, Instant now, Instant until);

  /**
   * Says how its files stand; empty when its claim was over and somebody else took it up.
   *
   * @param claimed until when it was
   * @param next when it is tried again; null: all is known
   */
  Future<Optional<Receipt>> keep(String id, Instant claimed, List<StoredFile> files, Instant next);

  /** The same, on disk with all that was written before when the future completes. */
  Future<Optional<Receipt>> keepSafe(
      String id, Instant claimed, List<StoredFile> files, Instant next);

  /** Tried again at another moment. */
  Future<Void> later(String id, Instant claimed, Instant next);

  /** Of how many messages something waits, counted up to {@code atMost}. */
  Future<Long> waiting(int atMost);

  /** Since when the oldest waits; empty when none does. */
  Future<Optional<Instant>> oldest();
}
