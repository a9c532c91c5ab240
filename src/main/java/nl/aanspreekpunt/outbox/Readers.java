package nl.aanspreekpunt.outbox;

import io.vertx.core.Future;
import java.util.Optional;

/** For whom what waited still is: somebody may have been taken for its reader by mistake. */
@FunctionalInterface
public interface Readers {
  /**
   * Asked just before each try.
   *
   * @return as it may be sent now; empty when nothing of it is for its reader any more
   */
  Future<Optional<Outgoing>> now(Outgoing entry);
}
