package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Many cases go to others at once: what was confirmed, and how far it is.
 *
 * @param by official id of who confirmed it, or "hub" for a system
 * @param note for the successors; may be empty
 * @param steps all of it, a citizen at a time, so that each hears once of all their cases; none
 *     when it is read for a list
 * @param done how many steps were taken
 * @param running false once stopped or at its end
 * @param reason why: "reassigned" or "rearranged"; null in one from before this was kept
 * @param turn how far the next step is; null: not begun
 */
public record Reassignment(
    String id,
    long version,
    String by,
    Instant at,
    String note,
    List<Step> steps,
    int done,
    boolean running,
    String reason,
    Turn turn) {
  /** The directory was arranged anew: see {@link Rearranging}. */
  static final String REARRANGED = "rearranged";

  /** Before the id of what it takes back, so that there is one. */
  private static final String UNDONE = "undo-";

  /** A step that was begun is taken to its end, for its citizen heard of all of it at once. */
  public enum Turn {
    TAKING,
    /** Then it stops. */
    LAST
  }

  /** One case: whose it was when it was confirmed, and who gets it (official ids). */
  public record Item(String number, String from, String to) {}

  /** The cases of one citizen. */
  public record Step(String citizen, List<Item> items) {
    public Step {
      items = List.copyOf(items);
    }
  }

  public Reassignment {
    note = note == null ? "" : note;
    steps = steps == null ? List.of() : List.copyOf(steps);
    reason = reason == null ? "reassigned" : reason;
  }

  /**
   * @param whose each case and who is to have it (official id), oldest first
   */
  static Reassignment rearranged(String id, String by, Instant at, Map<Case, String> whose) {
    return new Reassignment(id, 1, by, at, "", steps(whose), 0, !whose.isEmpty(), REARRANGED, null);
  }

  /** A citizen at a time. */
  static List<Step> steps(Map<Case, String> whose) {
    Map<String, List<Item>> byCitizen = new LinkedHashMap<>();
    whose.forEach(
        (one, to) ->
            byCitizen
                .computeIfAbsent(one.citizen(), citizen -> new ArrayList<>())
                .add(new Item(one.id(), one.official(), to)));
    return byCitizen.entrySet().stream()
        .map(one -> new Step(one.getKey(), one.getValue()))
        .toList();
  }

  boolean rearranged() {
    return reason.equals(REARRANGED);
  }

  public boolean ended() {
    return done == steps.size();
  }

  /** How many cases it is about. */
  public int cases() {
    return count(steps);
  }

  /** How many of these were seen to. */
  public int seenTo() {
    return count(steps.subList(0, done));
  }

  private static int count(List<Step> some) {
    return some.stream().mapToInt(step -> step.items().size()).sum();
  }

  /**
   * What puts it back.
   *
   * @param who official id of who wants that
   * @param whose each case that goes back, and to whom (official id)
   */
  Reassignment undone(String who, Instant now, Map<Case, String> whose) {
    List<Step> back = steps(whose);
    return new Reassignment(
        undoId(), 1, who, now, "", back, 0, !back.isEmpty(), "reassigned", null);
  }

  String undoId() {
    return UNDONE + id;
  }

  /** It takes back what another did. */
  public boolean takesBack() {
    return id.startsWith(UNDONE);
  }

  /** The numbers of its cases, those of one citizen together. */
  public List<String> numbers() {
    return steps.stream().flatMap(step -> step.items().stream()).map(Item::number).toList();
  }

  /** Neither at its end nor stopped, and nobody said that it is to stop. */
  public boolean goesOn() {
    return running && turn != Turn.LAST;
  }

  /** The next step begins. */
  Reassignment taking() {
    return with(done, running, Turn.TAKING);
  }

  /** It was taken. */
  Reassignment advanced() {
    int next = done + 1;
    return with(next, next < steps.size() && turn != Turn.LAST, null);
  }

  Reassignment running(boolean on) {
    if (turn != null) {
      return with(done, running, on ? Turn.TAKING : Turn.LAST);
    }
    return with(done, on && !ended(), null);
  }

  private Reassignment with(int taken, boolean on, Turn how) {
    return new Reassignment(id, version + 1, by, at, note, steps, taken, on, reason, how);
  }
}
