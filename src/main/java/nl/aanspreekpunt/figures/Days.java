package nl.aanspreekpunt.figures;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import nl.aanspreekpunt.store.Store;

/** The counted days. */
public interface Days {
  static Days in(Store store) {
    return new MongoDays(store);
  }

  /**
   * What was counted, without the promises; a day that was never counted is left out.
   *
   * @param teams their ids; null: of all teams together
   */
  Future<List<Day>> find(List<LocalDate> days, List<String> teams);

  /** The same of some teams, with the promises. */
  Future<List<Day>> behind(List<LocalDate> days, List<String> teams);

  /**
   * Puts down a count. False when another came first: this one is dropped, and that one stands.
   *
   * @param counted its version is one more than that of the count it replaces; 1: the first
   */
  Future<Boolean> keep(Day counted);
}
