package nl.aanspreekpunt.casework.decision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.AskedConsent;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Grounds;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.casework.Reachable;
import nl.aanspreekpunt.casework.Refusal;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.outbox.Notice;

/**
 * Asks the citizen, on their own channel, whether what they wrote may go to who does help. They say
 * yes or no on their page. Asked anew, what was asked before is no question any more; the same
 * again changes nothing. What was written of the decision so far is kept with it.
 *
 * @param by official id
 */
public record AskingConsent(String by, Grounds grounds) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    if (!before.open()) {
      return Decision.refused("closed");
    }
    if (before.care().policy() != null || before.care().referred() != null) {
      return Decision.refused("consent-too-late");
    }
    Grounds asked = grounds.sendingTo(grounds.body(), null, grounds.messages());
    List<Refusal> wrong = new Weighing(before, Outcome.NOT_OURS, asked, moment).wantingToForward();
    Optional<Decision> refused = Decision.refused(wrong);
    if (refused.isPresent()) {
      return refused.get();
    }
    Optional<Participant> citizen = before.participant(before.contact());
    if (citizen.isEmpty() || !before.care().decides(citizen.get().link())) {
      return Decision.refused("consent-nobody");
    }
    if (Reachable.by(citizen.get()) == Channel.PHONE) {
      return Decision.refused("consent-by-phone");
    }
    AskedConsent was = before.care().asked();
    if (was != null && was.agrees() == null && was.grounds().equals(asked)) {
      return new Decision.Unchanged(before);
    }
    return ask(new Draft(before, moment), asked, citizen.get());
  }

  private Decision ask(Draft draft, Grounds asked, Participant citizen) {
    AskedConsent question = new AskedConsent(asked, by, draft.now(), citizen.link(), null, null);
    draft.care(draft.care().consenting(question));
    String helper = question.helper();
    draft.event(
        new CaseEvent.ConsentAsked(draft.now(), by, citizen.link(), helper, asked.messages()));
    draft.tell().citizen(Notice.Kind.CONSENT, by, Map.of("helper", helper));
    return draft.done();
  }
}
