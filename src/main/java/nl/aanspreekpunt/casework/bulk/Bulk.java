package nl.aanspreekpunt.casework.bulk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Planned;
import nl.aanspreekpunt.casework.Promising;
import nl.aanspreekpunt.casework.standard.Placeholders;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * One act in several cases: what was asked and shown, and how far it is. It is gone after two days;
 * what it did stands in the cases. Whoever destroys what was said in a case does not look here: a
 * retention term and the month that the law gives for an erasure are longer than that, and until
 * then its official is told what became of it, and takes it back, by what stands here.
 *
 * @param by official id of who asked for it
 * @param at when it was asked
 * @param numbers of the cases that were chosen
 * @param items those in which it is done; none before it was confirmed
 * @param begunAt when it was confirmed; null: it is only shown
 * @param begun so many of them may have been begun
 * @param undoneAt when it was taken back; null: it was not
 * @param wakeAt when the clock looks at it next
 */
public record Bulk(
    String id,
    long version,
    String by,
    Instant at,
    BulkAct act,
    List<String> numbers,
    List<Item> items,
    Instant begunAt,
    int begun,
    Instant undoneAt,
    Instant wakeAt) {
  /** In so many cases at once. */
  public static final int MOST = 100;

  /** What was closed, or is about another topic, is as it was again so long. */
  static final Duration UNDONE = Duration.ofDays(1);

  private static final String ANSWER = "b";
  private static final Duration KEPT = Duration.ofDays(2);
  private static final Duration SHOWN = Duration.ofDays(1);
  private static final Duration SOON = Duration.ofSeconds(3);
  private static final int AT_ONCE = 10;

  /** How far it is with one case. */
  public enum State {
    TODO,
    /** The answer waits for its moment. */
    HELD,
    DONE,
    /** It was not done: {@link Item#code()} says why. */
    NOT,
    /** It was taken back. */
    BACK,
    /** It could not be taken back: {@link Item#code()} says why. */
    STAYED
  }

  /**
   * One case.
   *
   * @param seen its last message (receipt id) when it was shown; null when there was none
   * @param answered its last answer then (outbox id); empty when there was none
   * @param words what stands where the text leaves room, by {@link Placeholders}
   * @param promised what the answer promises by a moment, and its writer confirmed
   * @param code of a refusal; null when there was none
   */
  public record Item(
      String number,
      String seen,
      String answered,
      Map<String, String> words,
      List<Promising> promised,
      State state,
      String code) {
    public Item {
      answered = answered == null ? "" : answered;
      words = words == null ? Map.of() : Map.copyOf(words);
      promised = promised == null ? List.of() : List.copyOf(promised);
    }

    Item as(State now, String why) {
      return new Item(number, seen, answered, words, promised, now, why);
    }

    Item promising(List<Promising> all) {
      return new Item(number, seen, answered, words, all, state, code);
    }

    boolean promisesCall() {
      return promised.stream().anyMatch(one -> one.kind() == PromiseKind.CALLBACK);
    }

    Map<Placeholders, String> filling() {
      Map<Placeholders, String> all = new EnumMap<>(Placeholders.class);
      words.forEach((key, value) -> all.put(Placeholders.valueOf(key), value));
      return all;
    }
  }

  public Bulk {
    numbers = numbers == null ? List.of() : List.copyOf(numbers);
    items = items == null ? List.of() : List.copyOf(items);
  }

  static Bulk shown(String id, String by, Instant now, BulkAct act, List<String> numbers) {
    return new Bulk(id, 1, by, now, act, numbers, List.of(), null, 0, null, now.plus(SHOWN));
  }

  public boolean confirmed() {
    return begunAt != null;
  }

  Bulk confirmed(List<Item> seen, Instant now) {
    return new Bulk(id, version + 1, by, at, act, numbers, seen, now, 0, null, now);
  }

  /** Whom it was asked in a case under: it takes effect there once. */
  String key() {
    return "bulk-" + id;
  }

  /** Id of its answer within each case. */
  String answer() {
    return ANSWER + id;
  }

  /** Of which one answer is that waits in a case; empty when it was written for that case alone. */
  public static Optional<String> of(Planned answer) {
    return Optional.of(answer.id())
        .filter(id -> id.startsWith(ANSWER))
        .map(id -> id.substring(ANSWER.length()));
  }

  /** When its answers go; null before it was confirmed. */
  public Instant goesAt() {
    return begunAt == null ? null : begunAt.plus(BulkAct.WINDOW);
  }

  public long count(State... states) {
    List<State> such = List.of(states);
    return items.stream().filter(one -> such.contains(one.state())).count();
  }

  /** Nothing more comes of it. */
  public boolean ended() {
    return confirmed() && left() == 0;
  }

  /** In so many something is yet to be done, or taken back. */
  private long left() {
    return undoneAt == null
        ? count(State.TODO, State.HELD)
        : count(State.TODO, State.HELD, State.DONE);
  }

  /** So many were seen to. */
  public long seenTo() {
    return items.size() - left();
  }

  /** Until when some of it can be taken back; null: none of it can. */
  public Instant undoUntil(Instant now) {
    if (!confirmed() || undoneAt != null || act instanceof BulkAct.Note) {
      return null;
    }
    if (count(State.TODO, State.HELD) > 0 && !lasts()) {
      return goesAt();
    }
    Instant until = begunAt.plus(UNDONE);
    boolean some = count(State.TODO, State.HELD, State.DONE) > 0;
    return lasts() && some && until.isAfter(now) ? until : null;
  }

  /** It can be taken back long after it was done. */
  private boolean lasts() {
    return act instanceof BulkAct.Close
        || act instanceof BulkAct.Topic
        || (act instanceof BulkAct.Answer it && it.closes());
  }

  /** What was not begun is not any more; the rest the clock takes back. */
  Bulk undone(Instant now) {
    List<Item> all = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      all.add(i < begun ? items.get(i) : items.get(i).as(State.BACK, null));
    }
    return new Bulk(id, version + 1, by, at, act, numbers, all, begunAt, begun, now, now);
  }

  /** The next ones may be begun from now on. */
  Bulk beginning() {
    int next = Math.min(items.size(), begun + AT_ONCE);
    return new Bulk(id, version + 1, by, at, act, numbers, items, begunAt, next, undoneAt, wakeAt);
  }

  /** Those that may have been begun, and of which nobody put down what became of them. */
  List<Item> inHand() {
    return items.subList(0, begun).stream().filter(one -> one.state() == State.TODO).toList();
  }

  /** What became of some of them. */
  Bulk with(List<Item> known, Instant now) {
    List<Item> all =
        items.stream()
            .map(
                one ->
                    known.stream()
                        .filter(it -> it.number().equals(one.number()))
                        .findFirst()
                        .orElse(one))
            .toList();
    Bulk next =
        new Bulk(id, version + 1, by, at, act, numbers, all, begunAt, begun, undoneAt, wakeAt);
    return next.waking(now);
  }

  private Bulk waking(Instant now) {
    Instant next =
        ended()
            ? Stream.of(begunAt.plus(KEPT), now).max(Instant::compareTo).orElseThrow()
            : undoneAt != null || count(State.TODO) > 0
                ? now
                : goesAt().isAfter(now) ? goesAt() : now.plus(SOON);
    return new Bulk(id, version, by, at, act, numbers, items, begunAt, begun, undoneAt, next);
  }

  /** What became of it is no longer kept. */
  boolean over(Instant now) {
    return confirmed() ? ended() && !begunAt.plus(KEPT).isAfter(now) : !at.plus(SHOWN).isAfter(now);
  }
}
