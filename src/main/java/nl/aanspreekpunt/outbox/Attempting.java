package nl.aanspreekpunt.outbox;

import java.time.Duration;
import java.time.Instant;

/** What an entry becomes after a try. Pure: from entry, delivery and now. */
record Attempting(int mostAttempts, Backoff backoff) {
  /** A provider may know more a while later than just after a time-out. */
  private static final Duration BEFORE_ASKING_AGAIN = Duration.ofMinutes(1);

  /** When telling people fails, or is cut off by a crash, it is done again after this. */
  static final Duration BEFORE_TELLING_AGAIN = Duration.ofSeconds(30);

  /** Whether it is to be sent; else people are to be told about it. */
  static boolean toSend(Outgoing entry) {
    return switch (entry.state()) {
      case WAITING, SENDING -> true;
      case UNKNOWN -> !entry.perhapsTwice();
      case SENT, DELIVERED, READ, REFUSED, DEAD, HELD, GATHERED, WITHHELD -> false;
    };
  }

  /** Whether an earlier try may have arrived: it was cut off, or the provider did not answer. */
  static boolean perhapsArrived(Outgoing entry) {
    return entry.state() != Outgoing.State.WAITING || entry.perhapsTwice();
  }

  /**
   * @param again {@link #perhapsArrived} before this try
   */
  Outgoing after(Outgoing claimed, Delivery delivery, boolean again, Instant now) {
    return switch (delivery.outcome()) {
      case SENT ->
          ended(
              claimed,
              Outgoing.State.SENT,
              toBeTold(claimed, delivery) ? now.plus(BEFORE_TELLING_AGAIN) : null,
              delivery,
              delivery.perhapsTwice(),
              now);
      case REFUSED -> toTell(claimed, Outgoing.State.REFUSED, delivery, again, now);
      case WITHHELD ->
          again
              ? toTell(claimed, Outgoing.State.UNKNOWN, delivery, true, now)
              : toTell(claimed, Outgoing.State.WITHHELD, delivery, false, now);
      case LATER ->
          ended(claimed, Outgoing.State.WAITING, now.plus(delivery.after()), delivery, again, null);
      case RETRY ->
          claimed.attempts() >= mostAttempts
              ? toTell(claimed, Outgoing.State.DEAD, delivery, again, now)
              : ended(
                  claimed,
                  Outgoing.State.WAITING,
                  pause(claimed, delivery, now),
                  delivery,
                  again,
                  null);
      case UNKNOWN ->
          again
              ? toTell(claimed, Outgoing.State.UNKNOWN, delivery, true, now)
              : ended(
                  claimed,
                  Outgoing.State.UNKNOWN,
                  now.plus(BEFORE_ASKING_AGAIN),
                  delivery,
                  false,
                  null);
    };
  }

  /** Of what went as it should nobody is told; of what had failed before they are. */
  private static boolean toBeTold(Outgoing claimed, Delivery delivery) {
    return delivery.perhapsTwice() || claimed.resentBy() != null;
  }

  private Instant pause(Outgoing claimed, Delivery delivery, Instant now) {
    Duration pause = backoff.after(claimed.attempts());
    Duration asked = delivery.after();
    return now.plus(asked == null || asked.compareTo(pause) < 0 ? pause : asked);
  }

  private static Outgoing toTell(
      Outgoing claimed,
      Outgoing.State state,
      Delivery delivery,
      boolean perhapsTwice,
      Instant now) {
    return ended(claimed, state, now.plus(BEFORE_TELLING_AGAIN), delivery, perhapsTwice, null);
  }

  private static Outgoing ended(
      Outgoing claimed,
      Outgoing.State state,
      Instant nextTry,
      Delivery delivery,
      boolean perhapsTwice,
      Instant sentAt) {
    return claimed.became(
        state, nextTry, delivery.reference(), delivery.detail(), sentAt, perhapsTwice);
  }
}
