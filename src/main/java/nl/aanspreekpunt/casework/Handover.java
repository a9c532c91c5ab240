package nl.aanspreekpunt.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The handover of a departing official's work, as far as it was decided.
 *
 * @param id official id of who departs
 * @param by official id of who marked it, then of who confirmed it or took it back
 * @param markedAt since when others act, or from when they will
 * @param adjusted case number to successor, where a person chose
 * @param note for all successors; may be empty
 * @param confirmedAt null until a person confirmed the proposals; may be before {@code markedAt}
 * @param toldMeanwhile whether citizens were told who acts meanwhile
 * @param lookUntil until when each tick still looks for work that came in late; null until
 *     confirmed
 * @param underWay until a tick after that moment found nothing open
 * @param moved numbers of the cases that moved or were about to
 * @param going to whom each of these, oldest first; empty in one from before this was kept
 * @param back how the official came back; null while they do not
 * @param backAt when that was said; null while they do not come back
 * @param farewell whether citizens were offered a last talk
 * @param notes case number to what its successor must know; empty in one from before this was kept
 */
public record Handover(
    String id,
    long version,
    String by,
    Instant markedAt,
    Map<String, String> adjusted,
    String note,
    Instant confirmedAt,
    boolean toldMeanwhile,
    Instant lookUntil,
    boolean underWay,
    List<String> moved,
    List<Going> going,
    Back back,
    Instant backAt,
    boolean farewell,
    Map<String, String> notes) {
  /** As long as this after it moved, work goes back to an official who stays after all. */
  private static final Duration UNDONE_WITHIN = Duration.ofDays(1);

  /** What it means that an official is back. */
  public enum Back {
    /** They had not left yet. */
    WITHDRAWN,
    /** What moved goes back where nobody acted since. */
    UNDONE,
    /** They work here again; what moved stays where it is. */
    RETURNED
  }

  public Handover {
    adjusted = adjusted == null ? Map.of() : Map.copyOf(adjusted);
    note = note == null ? "" : note;
    moved = moved == null ? List.of() : List.copyOf(moved);
    going = going == null ? List.of() : List.copyOf(going);
    notes = notes == null ? Map.of() : Map.copyOf(notes);
  }

  /**
   * Where one case goes: put down before it moves, so that every node and each retry moves it to
   * the same official, and the citizen hears what happens.
   *
   * @param number case number
   * @param citizen citizen id
   * @param to official id
   * @param alone told by itself: the citizen may have heard of their other cases by then
   */
  public record Going(String number, String citizen, String to, boolean alone) {}

  static Handover marked(String official, String by, Instant at) {
    return new Handover(
        official, 1, by, at, Map.of(), "", null, false, null, true, List.of(), List.of(), null,
        null, false, Map.of());
  }

  public boolean confirmed() {
    return confirmedAt != null;
  }

  /** They have not left yet. */
  public boolean ahead(Instant now) {
    return markedAt.isAfter(now);
  }

  public boolean comesBack() {
    return back != null;
  }

  /** From when work moves: confirmed, and the day is there; null until confirmed. */
  Instant settledAt() {
    return confirmedAt == null || confirmedAt.isAfter(markedAt) ? confirmedAt : markedAt;
  }

  /** What it would mean that they come back now. */
  public Back backNow(Instant now) {
    if (ahead(now)) {
      return Back.WITHDRAWN;
    }
    boolean inTime = !confirmed() || now.isBefore(settledAt().plus(UNDONE_WITHIN));
    return inTime ? Back.UNDONE : Back.RETURNED;
  }

  /** Adjustments are added to those made before. */
  Handover adjusted(Map<String, String> adjustments) {
    Map<String, String> all = new HashMap<>(adjusted);
    all.putAll(adjustments);
    return with(by, markedAt, all, note, confirmedAt, toldMeanwhile, lookUntil, underWay);
  }

  Handover confirmed(String words, String who, Instant now, Instant until) {
    return with(who, markedAt, adjusted, words, now, toldMeanwhile, until, true);
  }

  /** Notes are added to those written before; an empty one takes the one before away. */
  Handover noted(Map<String, String> words) {
    Map<String, String> all = new HashMap<>(notes);
    words.forEach(
        (number, note) -> {
          if (note.isBlank()) {
            all.remove(number);
          } else {
            all.put(number, note);
          }
        });
    return new Handover(
        id,
        version + 1,
        by,
        markedAt,
        adjusted,
        note,
        confirmedAt,
        toldMeanwhile,
        lookUntil,
        underWay,
        moved,
        going,
        back,
        backAt,
        farewell,
        all);
  }

  /** What the successor of this case must know: about it, then in general; may be empty. */
  String noteOn(String number) {
    return Stream.of(notes.getOrDefault(number, ""), note)
        .filter(words -> !words.isBlank())
        .collect(Collectors.joining("\n\n"));
  }

  Handover told() {
    return with(by, markedAt, adjusted, note, confirmedAt, true, lookUntil, underWay);
  }

  Handover ended() {
    return with(by, markedAt, adjusted, note, confirmedAt, toldMeanwhile, lookUntil, false);
  }

  /** On another day. */
  Handover dated(Instant at) {
    Instant until = lookUntil == null ? null : lookUntil.plus(Duration.between(markedAt, at));
    return with(by, at, adjusted, note, confirmedAt, toldMeanwhile, until, underWay);
  }

  /** To whom each case goes from now on. */
  Handover going(List<Going> all) {
    List<String> numbers = new ArrayList<>(moved);
    all.stream().map(Going::number).filter(one -> !moved.contains(one)).forEach(numbers::add);
    return same().numbered(version + 1, numbers, all, back, backAt, farewell);
  }

  /** Whom somebody chose for a case, then who was to get it before (official ids). */
  Stream<String> chosen(String number) {
    return Stream.concat(
        Stream.ofNullable(adjusted.get(number)),
        going.stream().filter(one -> one.number().equals(number)).map(Going::to));
  }

  /** Written again as it is. */
  Handover same() {
    return with(by, markedAt, adjusted, note, confirmedAt, toldMeanwhile, lookUntil, underWay);
  }

  Handover offering() {
    return same().settled(back, backAt, true);
  }

  Handover cameBack(String who, Instant now) {
    return with(who, markedAt, adjusted, note, confirmedAt, toldMeanwhile, lookUntil, true)
        .settled(backNow(now), now, farewell);
  }

  /** Leaving anew, in place of a departure that is over. */
  Handover after(Handover over) {
    return numbered(over.version + 1, moved, going, back, backAt, farewell);
  }

  private Handover with(
      String who,
      Instant at,
      Map<String, String> choices,
      String words,
      Instant when,
      boolean told,
      Instant until,
      boolean goesOn) {
    return new Handover(
        id,
        version + 1,
        who,
        at,
        choices,
        words,
        when,
        told,
        until,
        goesOn,
        moved,
        going,
        back,
        backAt,
        farewell,
        notes);
  }

  /** The same version with what became of it. */
  private Handover settled(Back how, Instant when, boolean offered) {
    return numbered(version, moved, going, how, when, offered);
  }

  private Handover numbered(
      long next, List<String> numbers, List<Going> where, Back how, Instant when, boolean offered) {
    return new Handover(
        id,
        next,
        by,
        markedAt,
        adjusted,
        note,
        confirmedAt,
        toldMeanwhile,
        lookUntil,
        underWay,
        numbers,
        where,
        how,
        when,
        offered,
        notes);
  }

  /** The id of the one notice this citizen gets. */
  String notice(String kind, String citizen) {
    return "departure." + id + "." + markedAt.toEpochMilli() + "." + kind + "." + citizen;
  }
}
