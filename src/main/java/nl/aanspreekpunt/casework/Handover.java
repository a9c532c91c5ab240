package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The handover of a departed official's work, as far as it was decided.
 *
 * @param id official id of who departed
 * @param by official id of who marked it, then of who confirmed it
 * @param markedAt since when others act
 * @param adjusted case number to successor, where a person chose
 * @param note for the successors; may be empty
 * @param confirmedAt null until a person confirmed the proposals
 * @param toldMeanwhile whether citizens were told who acts meanwhile
 * @param lookUntil until when each tick still looks for work that came in late; null until
 *     confirmed
 * @param underWay until a tick after that moment found nothing open
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
    boolean underWay) {
  public Handover {
    adjusted = adjusted == null ? Map.of() : Map.copyOf(adjusted);
    note = note == null ? "" : note;
  }

  static Handover marked(String official, String by, Instant now) {
    return new Handover(official, 1, by, now, Map.of(), "", null, false, null, true);
  }

  public boolean confirmed() {
    return confirmedAt != null;
  }

  /** Adjustments are added to those made before. */
  Handover adjusted(Map<String, String> adjustments) {
    Map<String, String> all = new HashMap<>(adjusted);
    all.putAll(adjustments);
    return with(by, all, note, confirmedAt, toldMeanwhile, lookUntil, underWay);
  }

  Handover confirmed(String words, String who, Instant now, Instant until) {
    return with(who, adjusted, words, now, toldMeanwhile, until, true);
  }

  Handover told() {
    return with(by, adjusted, note, confirmedAt, true, lookUntil, underWay);
  }

  Handover ended() {
    return with(by, adjusted, note, confirmedAt, toldMeanwhile, lookUntil, false);
  }

  private Handover with(
      String who,
      Map<String, String> choices,
      String words,
      Instant when,
      boolean told,
      Instant until,
      boolean goesOn) {
    return new Handover(id, version + 1, who, markedAt, choices, words, when, told, until, goesOn);
  }

  /** The id of the one notice this citizen gets. */
  String notice(String kind, String citizen) {
    return "departure." + id + "." + markedAt.toEpochMilli() + "." + kind + "." + citizen;
  }
}
