package nl.aanspreekpunt.casework.chafe;

import java.time.Instant;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Chafe;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;

/**
 * Something was reported to chafe in a case; once.
 *
 * @param friction its id
 * @param rule which rule, form or system
 * @param since when
 * @param tells the citizen agreed to hear what comes of it
 */
public record Chafing(String friction, String by, String rule, boolean tells, Instant since)
    implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    if (before.care().chafe(friction).isPresent()) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    draft.event(new CaseEvent.Chafed(moment.now(), by, friction, rule));
    draft.care(draft.care().with(Chafe.reported(friction, tells, since)));
    return draft.done();
  }
}
