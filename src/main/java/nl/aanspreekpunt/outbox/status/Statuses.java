package nl.aanspreekpunt.outbox.status;

import io.vertx.core.Future;
import java.util.List;
import nl.aanspreekpunt.store.Store;

/** What providers said of messages on their way. */
public interface Statuses {
  /** Where nobody asks. */
  Statuses NONE =
      new Statuses() {
        @Override
        public Future<Void> heard(String entry, Passed.Step step) {
          return Future.succeededFuture();
        }

        @Override
        public Future<List<Passed>> findAll(List<String> entries) {
          return Future.succeededFuture(List.of());
        }
      };

  static Statuses in(Store store) {
    return new MongoStatuses(store);
  }

  /** The same step twice is once. */
  Future<Void> heard(String entry, Passed.Step step);

  /** Of those entries of which something was said. */
  Future<List<Passed>> findAll(List<String> entries);
}
