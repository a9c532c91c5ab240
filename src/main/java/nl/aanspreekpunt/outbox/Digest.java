package nl.aanspreekpunt.outbox;

import java.time.Instant;
import java.util.List;

/**
 * What an official was told last, so that they get no more than one message an hour.
 *
 * @param id official id
 * @param at when it was put together
 * @param message until it is in the outbox; null from then on
 * @param entries ids of what it tells
 */
public record Digest(String id, long version, Instant at, Outgoing message, List<String> entries) {
  public Digest {
    entries = entries == null ? List.of() : List.copyOf(entries);
  }

  /** Its message is in the outbox. */
  Digest sent() {
    return new Digest(id, version + 1, at, null, List.of());
  }
}
