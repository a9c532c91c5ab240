package nl.aanspreekpunt.setup.channels;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Store;

/** The tests that were asked for, shared by all nodes. */
interface ChannelTests {
  static ChannelTests in(Store store) {
    return new MongoChannelTests(store);
  }

  /** Creates the indexes. */
  Future<Void> prepare();

  /** False when there is one of this id. */
  Future<Boolean> add(ChannelTest test);

  Future<Optional<ChannelTest>> find(String id);

  /** Newest first. */
  Future<List<ChannelTest>> latest(int limit);

  /** It came in, in this receipt; false when it did in another, or was asked for too long ago. */
  Future<Boolean> came(String id, Came came);

  /** Removes those from before a moment, some at a time. */
  Future<Void> clean(Instant before);
}
