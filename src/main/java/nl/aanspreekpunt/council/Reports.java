package nl.aanspreekpunt.council;

import io.vertx.core.Future;
import java.util.List;
import nl.aanspreekpunt.store.Store;

/** The counted quarters. */
public interface Reports {
  static Reports in(Store store) {
    return new MongoReports(store);
  }

  /** In the order asked; one that was never counted is left out. */
  Future<List<Report>> find(List<String> quarters);

  /**
   * Puts down a count. False when another came first: this one is dropped, and that one stands.
   *
   * @param counted its version is one more than that of the count it replaces; 1: the first
   */
  Future<Boolean> keep(Report counted);

  /** Whether cases from before the report was kept are counted too. */
  Future<Boolean> hasOlder();

  /** They are. */
  Future<Void> olderDone();
}
