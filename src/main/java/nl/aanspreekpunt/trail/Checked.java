package nl.aanspreekpunt.trail;

import java.time.Instant;
import java.util.List;

/**
 * What the check of a period came to.
 *
 * @param until the end of what was checked, that of a whole day (UTC); before what was asked when
 *     that was too much at once, and {@code from} when nothing was
 * @param mark of all but the log-ins, the same as long as nothing of it goes: to be kept elsewhere.
 *     Empty as long as the period is not over, or not all of it was checked
 */
public record Checked(
    Instant from,
    Instant until,
    boolean all,
    int chains,
    int entries,
    List<Finding> findings,
    String mark) {
  public Checked {
    findings = List.copyOf(findings);
  }

  /** Something was checked, and all of that is as it was written. */
  public boolean whole() {
    return chains > 0 && until.isAfter(from) && findings.isEmpty();
  }
}
