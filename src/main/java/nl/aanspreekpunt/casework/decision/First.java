package nl.aanspreekpunt.casework.decision;

import java.time.Instant;
import nl.aanspreekpunt.casework.CaseEvent;

/** How a citizen hears of a decision before its letter comes, or why they do not. */
public sealed interface First {
  /**
   * A talk is planned; the letter waits for it.
   *
   * @param place needed at a desk and on a visit; null: none
   * @param phone whom to call (E.164); null: the number that is known
   */
  record Planned(CaseEvent.Talk how, Instant at, String place, String phone) implements First {}

  /** They were spoken with already: that talk is on record. */
  record Spoken() implements First {}

  /** The letter goes without one, because … */
  record Not(String why) implements First {}

  /** How the talk is held that is planned; null: none is. */
  static CaseEvent.Talk talk(First first) {
    return first instanceof Planned planned ? planned.how() : null;
  }
}
