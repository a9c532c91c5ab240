package nl.aanspreekpunt.casework.talk;

import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Talks;

/**
 * A named person says that no talk is to be proposed in this case, or that it is again.
 *
 * @param by official id
 */
public record Hushing(boolean off, String by) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    if ((before.care().talks().off() != null) == off) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    Talks.Off said = off ? new Talks.Off(moment.now(), by) : null;
    draft.care(draft.care().with(draft.care().talks().off(said)));
    draft.event(new CaseEvent.TalksProposed(moment.now(), by, off));
    return draft.done();
  }
}
