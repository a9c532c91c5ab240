package nl.aanspreekpunt.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Work that failed and is left in peace for a while, so that it delays nothing else.
 *
 * @param id queue and reference
 * @param reference case number, receipt or outbox id; for the clock's work see {@link Queue}
 * @param since when it first failed
 * @param until when it is tried again
 */
public record SetAside(
    String id, Queue queue, String reference, Instant since, int tries, Instant until) {
  private static final long FIRST_S = 5;
  private static final long LONGEST_S = 600;
  private static final Duration A_DAY = Duration.ofDays(1);

  /** So often, over half an hour or so, the clock's work is tried before it rests. */
  static final int MOST_TRIES = 10;

  /** Tried again by then, and not set aside again: it works. */
  static final Duration TRIED = Duration.ofMinutes(2);

  /** Whose turn it was. */
  public enum Queue {
    CASE(false),
    RECEIPT(false),
    OUTGOING(false),
    /** Of an official (id), a dot and when it starts (milliseconds since 1970). */
    ABSENCE(true),
    /** Whether an official (id) is still there. */
    SIGN(true),
    /** The work of somebody (official id) who leaves or comes back. */
    DEPARTURE(true),
    /** Somebody (official id) in a feed of people. */
    FEED(true),
    /** A table of officials (id of the import). */
    IMPORT(true),
    /** Cases that go to others (id of the reassignment), or {@code moves} of the directory. */
    REASSIGNMENT(true),
    /** What is done in several cases at once (its id). */
    BULK(true),
    /** What follows from a friction (id). */
    FRICTION(true),
    /** What follows in cases when a household (id) changed, or a story so far (with its id). */
    HOUSEHOLD(true);

    private final boolean rests;

    Queue(boolean rests) {
      this.rests = rests;
    }
  }

  /** Tried so often that it is now tried once a day, or when somebody says so. */
  public boolean rests() {
    return queue.rests && tries >= MOST_TRIES;
  }

  /** Whom it is about (official id); null when that is nobody. */
  public String official() {
    return switch (queue) {
      case ABSENCE -> reference.replaceFirst("\\.\\d+$", "");
      case SIGN, DEPARTURE, FEED -> reference;
      default -> null;
    };
  }

  boolean fails(Instant now) {
    return until.isAfter(now.minus(TRIED));
  }

  /** It failed now, again or for the first time. */
  static SetAside failed(Optional<SetAside> known, Queue queue, String reference, Instant now) {
    Optional<SetAside> before = known.filter(one -> one.fails(now));
    int tries = before.map(SetAside::tries).orElse(0) + 1;
    Duration pause =
        queue.rests && tries >= MOST_TRIES
            ? A_DAY
            : Duration.ofSeconds(Math.min(LONGEST_S, FIRST_S << Math.min(tries - 1, 10)));
    return new SetAside(
        id(queue, reference),
        queue,
        reference,
        before.map(SetAside::since).orElse(now),
        tries,
        now.plus(pause));
  }

  static String id(Queue queue, String reference) {
    return queue.name().toLowerCase(Locale.ROOT) + "/" + reference;
  }
}
