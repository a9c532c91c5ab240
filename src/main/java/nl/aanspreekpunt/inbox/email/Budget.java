package nl.aanspreekpunt.inbox.email;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.aanspreekpunt.inbox.Unread;

/**
 * What reading one message may cost, and what could not be read for it. Of one thread. What is not
 * read is kept raw; the person it comes to is told what is missing.
 */
final class Budget {
  static final int MOST_PARTS = 1000;
  static final int DEEPEST = 20;
  static final int MOST_FIELDS = 1000;
  static final int LONGEST_FIELD = 64 * 1024;
  static final int LARGEST_HEADER = 256 * 1024;
  static final int LONGEST_TEXT = 200_000;

  /** Bytes of decoded parts together, beyond the message itself. */
  static final long MOST_MEMORY = 48L << 20;

  private static final Duration LONGEST = Duration.ofSeconds(2);

  private final long end = System.nanoTime() + LONGEST.toNanos();
  private final Set<Unread> unread = EnumSet.noneOf(Unread.class);
  private int parts;
  private int fields;
  private int headerBytes;
  private long memory;

  /** False when the time is over: what was read so far is what there is. */
  boolean goesOn() {
    if (System.nanoTime() - end < 0) {
      return true;
    }
    return lacks(Unread.TIME);
  }

  boolean part() {
    return goesOn() && (++parts <= MOST_PARTS || lacks(Unread.PARTS));
  }

  /** Of all headers of the message together. */
  boolean field(int bytes) {
    headerBytes += bytes;
    boolean fits = ++fields <= MOST_FIELDS && headerBytes <= LARGEST_HEADER;
    return fits || lacks(Unread.HEADERS);
  }

  /** Of what is decoded; counted also when it was let go, so that it bounds the most at once. */
  boolean memory(long bytes) {
    if (memory + bytes > MOST_MEMORY) {
      return lacks(Unread.MEMORY);
    }
    memory += bytes;
    return true;
  }

  /** Notes it; always false. */
  boolean lacks(Unread what) {
    unread.add(what);
    return false;
  }

  /** Empty when all was read. */
  List<Unread> unreadable() {
    return List.copyOf(unread);
  }
}
