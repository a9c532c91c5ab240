package nl.aanspreekpunt.inbox;

import io.vertx.core.Future;

/** Where every channel delivers: receipt first, then identify, route and answer. */
public interface Inbox {
  /**
   * Stores the receipt durably, then completes; processing starts at once and goes on afterwards.
   * Fails when the store is away: the channel then answers 4xx or 503, so that the sender keeps it.
   */
  Future<Accepted> accept(Receipt receipt);

  /**
   * @param duplicate this delivery was accepted before
   */
  record Accepted(String receipt, boolean duplicate) {}
}
