package nl.aanspreekpunt.twilio;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import nl.aanspreekpunt.store.Store;

/** Up to when each list was looked through, by one node at a time. */
interface Marks {
  static Marks in(Store store) {
    return new MongoMarks(store);
  }

  /**
   * @param until all that came before is known
   * @param node which looks now
   * @param lease until when no other node does
   * @param next when it is to be looked through again
   */
  record Mark(String id, Instant until, String node, Instant lease, Instant next) {}

  /**
   * Takes one up for this node; empty when it is not due, or when another has it.
   *
   * @param first as far as a list that was never looked through is known
   * @param early also before it is due
   */
  Future<Optional<Mark>> claim(
      String id, String node, Instant now, Instant lease, Instant first, boolean early);

  /** Goes on from there; empty when another took it up. */
  Future<Optional<Mark>> reached(Mark mine, Instant until, Instant lease);

  /** Another node may take it up then. */
  Future<Void> release(Mark mine, Instant next);
}
