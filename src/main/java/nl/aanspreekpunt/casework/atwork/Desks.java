package nl.aanspreekpunt.casework.atwork;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.store.Store;

/** Who has which case before them, on any node. Only of cases that somebody opened. */
public interface Desks {
  static Desks in(Store store) {
    return new MongoDesks(store);
  }

  /** By number; what nobody ever opened is left out. */
  Future<List<CaseDesk>> of(List<String> numbers);

  /** An official is at it; who says so no more is gone after {@link CaseDesk#GONE}. */
  Future<Void> here(String number, String official, boolean writes, Instant now);

  /** The case changed: pages that show it look again. Nothing happens when nobody opened it. */
  Future<Void> changed(String number);

  /** With the content of the case. */
  Future<Void> destroy(String number);
}
