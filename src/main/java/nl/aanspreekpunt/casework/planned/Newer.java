package nl.aanspreekpunt.casework.planned;

import java.util.List;
import java.util.Objects;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Planned;

/** Whether somebody wrote since an author looked: an answer would miss what they say. */
public final class Newer {
  private Newer() {}

  /**
   * @param seen the last message the author saw (receipt id); null when there was none
   */
  public static boolean in(Case one, String seen) {
    return !Objects.equals(one.lastReceived(), seen) && !onlyMachines(one, seen);
  }

  /** Whether a colleague answered since this was written: the citizen would be answered twice. */
  static boolean answered(Case one, Planned written) {
    return one.happened(CaseEvent.Replied.class)
        .anyMatch(reply -> reply.at().isAfter(written.made()) && !reply.by().equals(written.by()));
  }

  /** What came since says nothing that an answer could miss: nobody was told of it either. */
  private static boolean onlyMachines(Case one, String seen) {
    List<CaseEvent> since = one.since(seen);
    return seen != null
        && one.holds(seen)
        && since.stream()
            .filter(CaseEvent.Received.class::isInstance)
            .allMatch(in -> since.stream().anyMatch(held -> automatic(held, in)));
  }

  private static boolean automatic(CaseEvent event, CaseEvent received) {
    return event instanceof CaseEvent.HeldBack held
        && held.at().equals(received.at())
        && held.reason().equals("automatic");
  }
}
