package nl.aanspreekpunt.outbox;

import io.vertx.core.Future;
import java.util.function.BooleanSupplier;

/** One channel's provider. */
public interface Sending {
  /**
   * The words that are to be kept with the claim, so that a try that may have arrived is known
   * again whatever changes meanwhile; null when the provider knows a message by its name.
   */
  default String written(Outgoing entry) {
    return null;
  }

  /**
   * Tries once, within the whole send timeout. Trouble with the provider is an outcome; a failed
   * future is a message that could not be written.
   *
   * @param entry claimed, with its {@link Outgoing#written()}
   * @param again an earlier try may have arrived: ask the provider first where that is possible
   * @param lease whether the claim still stands; asked just before the last command, and nothing is
   *     sent when it does not
   */
  Future<Delivery> send(Outgoing entry, boolean again, BooleanSupplier lease);
}
