package nl.aanspreekpunt.outbox.optout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import nl.aanspreekpunt.citizen.Channel;

/**
 * What a number wants of messages by one channel: what it said last counts, by when it was said,
 * whatever order it is heard in. Of two in one second the one to stop counts.
 *
 * @param id of channel and number
 * @param number E.164
 * @param turns each time that it was said, in that order; the latest only, at most some dozens
 */
public record OptOut(String id, long version, Channel channel, String number, List<Turn> turns) {
  private static final int MOST = 50;
  private static final Comparator<Turn> BY_TIME =
      Comparator.comparing(Turn::second).thenComparing(Turn::stop).thenComparing(Turn::message);

  /**
   * @param at when it was said; of one that only its provider told of, when that was heard
   * @param message by which it was said (receipt id); of a provider that says so, the outbox entry
   * @param word null: their provider knows it
   */
  public record Turn(boolean stop, Instant at, String message, String word) {
    private boolean says(Turn other) {
      return message.equals(other.message) && !at.isAfter(other.at);
    }

    /** Providers tell time in whole seconds. */
    Instant second() {
      return Instant.ofEpochSecond(at.getEpochSecond());
    }
  }

  public OptOut {
    turns = turns == null ? List.of() : List.copyOf(turns);
  }

  static String id(Channel channel, String number) {
    return channel.name().toLowerCase(Locale.ROOT) + ":" + number;
  }

  static OptOut first(Channel channel, String number, Turn turn) {
    return new OptOut(id(channel, number), 1, channel, number, List.of(turn));
  }

  /**
   * With what was said once more, or with when it was said after all: never later than was known of
   * the same message. The same when it says nothing new.
   */
  OptOut with(Turn said) {
    if (turns.stream().anyMatch(one -> one.says(said))) {
      return this;
    }
    List<Turn> all = new ArrayList<>(turns);
    all.removeIf(one -> one.message().equals(said.message()));
    all.add(said);
    all.sort(BY_TIME);
    List<Turn> kept = all.subList(Math.max(0, all.size() - MOST), all.size());
    return new OptOut(id, version + 1, channel, number, kept);
  }

  /** What counts now. */
  public Turn last() {
    return turns.get(turns.size() - 1);
  }

  /** Nothing was to be sent there but for that message (receipt id), if it is one of these. */
  public boolean stoppedWithout(String message) {
    return turns.stream()
        .filter(one -> !one.message().equals(message))
        .reduce((earlier, later) -> later)
        .filter(Turn::stop)
        .isPresent();
  }

  /** Nothing is to be sent there. */
  public boolean stopped() {
    return last().stop();
  }
}
