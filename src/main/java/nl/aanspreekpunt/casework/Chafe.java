package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Something was reported to chafe in a case: what its citizen heard of that so far.
 *
 * @param friction its id
 * @param tells the citizen agreed to hear what comes of it
 * @param since when it was reported
 * @param owner who they were told looks at it (official id); null: nobody yet
 * @param due by when they were told to hear; null: no moment was told
 * @param late they were told that it is late
 * @param steps keys of the steps that are on record here
 */
public record Chafe(
    String friction,
    boolean tells,
    Instant since,
    String owner,
    Instant due,
    boolean late,
    List<String> steps) {
  public Chafe {
    steps = steps == null ? List.of() : List.copyOf(steps);
  }

  public static Chafe reported(String friction, boolean tells, Instant since) {
    return new Chafe(friction, tells, since, null, null, false, List.of());
  }

  /** These steps are on record too. */
  public Chafe recorded(List<String> more) {
    List<String> all = new ArrayList<>(steps);
    all.addAll(more);
    return new Chafe(friction, tells, since, owner, due, late, all);
  }

  /** The citizen was told who looks at it and by when they hear. */
  public Chafe told(String who, Instant when, boolean isLate) {
    return new Chafe(friction, tells, since, who, when, isLate, steps);
  }
}
