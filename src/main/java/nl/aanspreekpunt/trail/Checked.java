package nl.aanspreekpunt.trail;

import java.time.Instant;
import java.util.List;

/**
 * What the check of a period came to.
 *
 * @param until the end of what was checked; before what was asked when that was too much at once
 * @param mark of all but the log-ins; the same as long as nothing of it goes and the period is
 *     over: to be kept elsewhere
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

  public boolean whole() {
    return findings.isEmpty();
  }
}
