package nl.aanspreekpunt.casework;

import java.time.Instant;

/**
 * A citizen met more officials in one case than they should: the coordinator was asked to name one
 * who stays.
 *
 * @param askedAt when the coordinator was asked; once in a case
 * @param settledAt when somebody was named; null until then
 * @param official who stays (official id); null until named
 * @param by who named them (official id); null until then
 * @param waits whether somebody still has to be named: not settled, and the case is open
 */
public record Steady(
    Instant askedAt, Instant settledAt, String official, String by, boolean waits) {
  static Steady asked(Instant now) {
    return new Steady(now, null, null, null, true);
  }

  Steady settled(Instant now, String who, String named) {
    return new Steady(askedAt, now, who, named, false);
  }

  /** As it stands in a case that is open or closed. */
  Steady in(boolean open) {
    return new Steady(askedAt, settledAt, official, by, open && settledAt == null);
  }
}
