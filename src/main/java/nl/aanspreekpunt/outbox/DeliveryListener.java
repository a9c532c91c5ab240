package nl.aanspreekpunt.outbox;

import io.vertx.core.Future;

/** Who wants to know what became of a message when a person should look at it. */
public interface DeliveryListener {
  /**
   * Called at least once for each entry that was refused, given up, withheld, left unknown or
   * perhaps sent twice; again after a crash or when the future fails, so an entry's id and state
   * must make it take effect once.
   */
  Future<Void> delivered(Outgoing entry);
}
