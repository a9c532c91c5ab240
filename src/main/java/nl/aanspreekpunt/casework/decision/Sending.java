package nl.aanspreekpunt.casework.decision;

import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Intended;
import nl.aanspreekpunt.casework.Moment;

/**
 * Sends the letter of a decision that was put down: after the talk, or without one for a reason.
 *
 * @param why there was no talk; null when there was
 * @param forwarded the text of what goes to another body; null when nothing does
 * @param seen the last message its author saw (receipt id); null when there was none
 */
public record Sending(String by, String why, String forwarded, String seen) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Intended held = before.care().intended();
    if (!before.open() || held == null) {
      return Decision.refused("no-decision");
    }
    boolean spoken = held.spoken(before);
    if (!spoken && Weighing.blank(why)) {
      return Decision.refused("talk-or-why", "why");
    }
    if (!spoken && !Deciding.saysWhy(why)) {
      return Decision.refused("why-no-talk", "why");
    }
    return new Announcing(
            by,
            held.outcome(),
            held.grounds(),
            spoken,
            spoken ? null : why.strip(),
            forwarded,
            seen)
        .on(before, moment);
  }
}
