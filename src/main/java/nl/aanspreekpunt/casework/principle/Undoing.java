package nl.aanspreekpunt.casework.principle;

import java.util.Optional;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Alert;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Invocation;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Principled;

/**
 * What was just done on a principle was a mistake: it counts for nothing, and whoever did it is
 * still on what came in.
 *
 * @param invocation id
 * @param by official id: whoever did it
 */
public record Undoing(String invocation, String by) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Invocation> made = before.care().principled().invocation(invocation);
    if (made.filter(one -> one.canBeUndone(by, moment.now())).isEmpty()) {
      return Decision.refused("not-undone");
    }
    Draft draft = new Draft(before, moment);
    Principled now = draft.care().principled().with(made.get().takenBack());
    draft.care(
        draft.care().with(now.alerts(one -> ended(one, made.get()) ? taken(one, moment) : one)));
    draft.event(new CaseEvent.InvocationUndone(moment.now(), by, made.get().principle()));
    return draft.done();
  }

  private static boolean ended(Alert one, Invocation by) {
    return one.principle().equals(by.principle())
        && one.state() == Alert.State.ANSWERED
        && one.at().equals(by.at());
  }

  private Alert taken(Alert one, Moment moment) {
    return one.became(Alert.State.TAKEN, by, moment.now());
  }
}
