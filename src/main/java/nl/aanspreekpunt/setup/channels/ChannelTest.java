package nl.aanspreekpunt.setup.channels;

import java.time.Duration;
import java.time.Instant;

/**
 * A message that an administrator has sent to see whether a channel works.
 *
 * @param id its kind, hour and number in that hour: so that no more go than may
 * @param to address or number
 * @param by who asked for it (official id)
 * @param cameAt when it came back in; null while it did not
 * @param receipt of the message that came in; null before
 * @param way how it came in: {@code smtp}, or the name of a mailbox; null before
 * @param proven a server that is trusted vouches for its sender
 * @param doubt why its sender may not be who it says; null when nothing says so
 */
public record ChannelTest(
    String id,
    Kind kind,
    String to,
    String by,
    Instant askedAt,
    Instant cameAt,
    String receipt,
    String way,
    boolean proven,
    String doubt) {
  /** One that waits longer is not sent any more. */
  static final Duration LIFE = Duration.ofHours(1);

  /** As long it is known: it may have left at the end of its life, and servers let mail wait. */
  static final Duration KNOWN = Duration.ofDays(7);

  public enum Kind {
    /** A mail to whoever asks for it. */
    RELAY('m', 20),
    /** A mail to an address of the hub, that is to come in again. */
    ROUND('r', 20),
    SMS('s', 5);

    final char letter;
    final int anHour;

    Kind(char letter, int anHour) {
      this.letter = letter;
      this.anHour = anHour;
    }

    /** How many go in an hour of the clock, to all administrators together. */
    public int anHour() {
      return anHour;
    }
  }

  static ChannelTest asked(Kind kind, int number, String to, String by, Instant now) {
    long hour = now.getEpochSecond() / 3600;
    String id = kind.letter + Long.toString(hour, 36) + "-" + number;
    return new ChannelTest(id, kind, to, by, now, null, null, null, false, null);
  }

  /** Its entry in the outbox. */
  public String entry() {
    return "test-" + id;
  }

  /** It is not sent any more. */
  public Instant over() {
    return askedAt.plus(LIFE);
  }

  /** It came in, and so long after it was asked for that a citizen would wonder. */
  public boolean late() {
    return cameAt != null && cameAt.isAfter(over());
  }
}
