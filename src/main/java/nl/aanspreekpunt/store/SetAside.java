package nl.aanspreekpunt.store;

import java.time.Instant;
import java.util.Locale;

/**
 * Work that failed and is left in peace for a while, so that it delays nothing else.
 *
 * @param id queue and reference
 * @param reference case number, receipt or outbox id
 * @param since when it first failed
 * @param until when it is tried again
 */
public record SetAside(
    String id, Queue queue, String reference, Instant since, int tries, Instant until) {
  /** Whose turn it was. */
  public enum Queue {
    CASE,
    RECEIPT,
    OUTGOING
  }

  static String id(Queue queue, String reference) {
    return queue.name().toLowerCase(Locale.ROOT) + "/" + reference;
  }
}
