package nl.aanspreekpunt.casework.talk;

import java.util.Optional;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Appointment;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;

/**
 * A planned talk does not go on: both hear so, and it leaves their calendars. What else was
 * promised stands.
 *
 * @param uid of the talk
 * @param reason told to the citizen; needed
 * @param by official id
 */
public record CallingOff(String uid, String reason, String by) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Appointment> found = before.care().talks().named(uid);
    if (found.isEmpty()) {
      return Decision.refused("no-such-talk");
    }
    if (reason.isBlank() || reason.length() > Inviting.LINE) {
      return Decision.refused("talk-off-reason", "reason");
    }
    Draft draft = new Draft(before, moment);
    off(draft, found.get(), by, reason.strip());
    return draft.done();
  }

  /** Also when the citizen takes the whole question back: then the reason is empty. */
  public static void off(Draft draft, Appointment one, String by, String reason) {
    draft.promises.withdraw(draft.promises.current(one.promise()), by, "called-off");
    draft.care(draft.care().with(draft.care().talks().without(one.uid())));
    draft.event(
        new CaseEvent.CalledOff(draft.now(), by, one.promise(), one.how(), one.from(), reason));
    new Calendar(draft, one.ended()).calledOff(reason);
  }
}
