package nl.aanspreekpunt.inbox;

import io.vertx.core.Future;
import java.time.Instant;

/** When a message was sent, by whoever brought it: they may have come in another order. */
@FunctionalInterface
public interface SaidAt {
  /** Fails when that cannot be asked now. */
  Future<Instant> of(Receipt receipt);
}
