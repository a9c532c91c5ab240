package nl.aanspreekpunt.casework.details;

import java.util.Map;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Appointment;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.Whose;
import nl.aanspreekpunt.casework.talk.CallingOff;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Promise;

/**
 * The citizen takes their question back: it closes as withdrawn, and so does all that was promised;
 * who works on it is told. They can open it again.
 *
 * @param link of who says so: its citizen, or who may decide for them
 * @param citizen of their address (citizen id); null: it is not known
 */
public record Retracting(String link, String citizen) implements Act {
  private static final String BY = "citizen";

  @Override
  public Decision on(Case before, Moment moment) {
    if (!before.open()) {
      return new Decision.Unchanged(before);
    }
    if (before.care().policy() != null) {
      return Decision.refused("friction-answer");
    }
    if (!Whose.decides(before, link, citizen)) {
      return Decision.refused("withdrawn-linked");
    }
    Draft draft = new Draft(before, moment);
    for (Appointment talk : before.care().talks().planned()) {
      CallingOff.off(draft, talk, BY, "");
    }
    for (Promise promise : before.openPromises()) {
      Promise now = draft.promises.current(promise.id());
      if (now.open()) {
        draft.promises.withdraw(now, BY, "closed");
      }
    }
    if (before.care().intended() != null) {
      Outcome was = before.care().intended().outcome();
      draft.event(new CaseEvent.DecisionTakenBack(moment.now(), BY, was));
    }
    draft.event(new CaseEvent.Closed(moment.now(), BY, Outcome.WITHDRAWN, "", null));
    draft
        .tell()
        .citizen(
            Notice.Kind.CLOSED,
            draft.responsible(),
            Map.of("outcome", Outcome.WITHDRAWN.name(), "explanation", ""));
    draft
        .tell()
        .official(
            draft.responsible(),
            Notice.Kind.WARNING,
            Map.of("what", "citizen-withdrew", "detail", ""));
    draft.care(draft.care().intending(null).referring(null));
    draft.close(Outcome.WITHDRAWN);
    return draft.done();
  }
}
