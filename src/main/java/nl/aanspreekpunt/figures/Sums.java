package nl.aanspreekpunt.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was counted of one group in one stretch of time. Who did it is not kept: of how many
 * officials it is about, a mark of 64 bits is, in which each sets one. So days can be put together,
 * and the number is never too high.
 *
 * @param answered minutes on the clock from the first message to the first answer, of each question
 *     that was first answered then
 * @param tried requests to be called for which somebody first tried then; of these {@code reached}
 *     at that first try
 * @param due promises that were due then; of these {@code kept} in time
 * @param closed questions that were closed then; {@code met} how many officials their citizens met
 *     in them, all together
 * @param channels messages of citizens by channel
 * @param hours the same by hour of the day, 24 of them; empty: none
 */
public record Sums(
    List<Integer> answered,
    long answeredBy,
    int tried,
    int reached,
    long triedBy,
    int due,
    int kept,
    long dueBy,
    int closed,
    int met,
    long closedBy,
    Map<String, Integer> channels,
    List<Integer> hours) {
  public static final int HOURS = 24;
  public static final Sums NONE =
      new Sums(List.of(), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of(), List.of());

  public Sums {
    answered = answered == null ? List.of() : List.copyOf(answered);
    channels = channels == null ? Map.of() : Map.copyOf(channels);
    hours = hours == null ? List.of() : List.copyOf(hours);
  }

  /** Messages of citizens. */
  public int messages() {
    return channels.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The bit of an official (official id). */
  static long bit(String official) {
    int hash = official.hashCode() * 0x9E3779B9;
    return 1L << (hash >>> 26);
  }

  Sums answered(int minutes, String by) {
    List<Integer> all = new ArrayList<>(answered);
    all.add(minutes);
    return new Sums(
        all,
        answeredBy | bit(by),
        tried,
        reached,
        triedBy,
        due,
        kept,
        dueBy,
        closed,
        met,
        closedBy,
        channels,
        hours);
  }

  Sums tried(boolean did, String by) {
    return new Sums(
        answered,
        answeredBy,
        tried + 1,
        reached + (did ? 1 : 0),
        triedBy | bit(by),
        due,
        kept,
        dueBy,
        closed,
        met,
        closedBy,
        channels,
        hours);
  }

  Sums due(boolean inTime, String by) {
    return new Sums(
        answered,
        answeredBy,
        tried,
        reached,
        triedBy,
        due + 1,
        kept + (inTime ? 1 : 0),
        dueBy | bit(by),
        closed,
        met,
        closedBy,
        channels,
        hours);
  }

  Sums closed(int officials, String by) {
    return new Sums(
        answered,
        answeredBy,
        tried,
        reached,
        triedBy,
        due,
        kept,
        dueBy,
        closed + 1,
        met + officials,
        closedBy | bit(by),
        channels,
        hours);
  }

  Sums came(String channel, int hour) {
    Map<String, Integer> more = new TreeMap<>(channels);
    more.merge(channel, 1, Integer::sum);
    List<Integer> later = new ArrayList<>(HOURS);
    for (int i = 0; i < HOURS; i++) {
      later.add((hours.isEmpty() ? 0 : hours.get(i)) + (i == hour ? 1 : 0));
    }
    return new Sums(
        answered,
        answeredBy,
        tried,
        reached,
        triedBy,
        due,
        kept,
        dueBy,
        closed,
        met,
        closedBy,
        more,
        later);
  }

  /** Of both together. */
  public Sums plus(Sums other) {
    List<Integer> all = new ArrayList<>(answered);
    all.addAll(other.answered);
    Map<String, Integer> both = new TreeMap<>(channels);
    other.channels.forEach((channel, n) -> both.merge(channel, n, Integer::sum));
    return new Sums(
        all,
        answeredBy | other.answeredBy,
        tried + other.tried,
        reached + other.reached,
        triedBy | other.triedBy,
        due + other.due,
        kept + other.kept,
        dueBy | other.dueBy,
        closed + other.closed,
        met + other.met,
        closedBy | other.closedBy,
        both,
        plus(hours, other.hours));
  }

  private static List<Integer> plus(List<Integer> some, List<Integer> others) {
    if (some.isEmpty() || others.isEmpty()) {
      return some.isEmpty() ? others : some;
    }
    List<Integer> both = new ArrayList<>(HOURS);
    for (int i = 0; i < HOURS; i++) {
      both.add(some.get(i) + others.get(i));
    }
    return both;
  }
}
