package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.Map;

/**
 * The handover of a departed official's work, as far as it was decided.
 *
 * @param id official id of who departed
 * @param markedAt since when others act
 * @param adjusted case number to successor, where a person chose differently from the proposal
 * @param note for the successors; may be empty
 * @param confirmedAt null until a person confirmed the proposals
 * @param toldMeanwhile whether citizens were told who acts meanwhile
 * @param lookUntil until when each tick still looks for work that came in late
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
    Instant lookUntil) {
  public Handover {
    adjusted = adjusted == null ? Map.of() : Map.copyOf(adjusted);
    note = note == null ? "" : note;
  }

  public boolean confirmed() {
    return confirmedAt != null;
  }

  Handover confirmed(
      Map<String, String> adjustments, String words, String who, Instant now, Instant until) {
    return new Handover(
        id, version + 1, who, markedAt, adjustments, words, now, toldMeanwhile, until);
  }

  Handover told() {
    return new Handover(
        id, version + 1, by, markedAt, adjusted, note, confirmedAt, true, lookUntil);
  }

  /** The id of the one notice this citizen gets. */
  String notice(String kind, String citizen) {
    return "departure." + id + "." + markedAt.toEpochMilli() + "." + kind + "." + citizen;
  }
}
