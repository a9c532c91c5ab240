package nl.aanspreekpunt.outbox.limits;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.Optional;
import nl.aanspreekpunt.store.Store;

/** How many segments went in a day, over all nodes. What is not certain counts as gone. */
public interface Spending {
  static Spending in(Store store) {
    return new MongoSpending(store);
  }

  /**
   * Takes segments of a day before they are sent: never more than there are, however many ask at
   * once.
   *
   * @return how many are taken then; empty, and nothing is taken, when that would be over the most
   */
  Future<Optional<Long>> take(LocalDate day, int segments, int most);

  /** They did not go after all. */
  Future<Void> giveBack(LocalDate day, int segments);

  Future<Long> taken(LocalDate day);
}
