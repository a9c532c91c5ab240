package nl.aanspreekpunt.casework;

import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Channel;

/**
 * Answers go to another address of the citizen from now on: they want none at the one that they
 * wrote from, or it does not work. Nothing is sent by it.
 *
 * @param to of the same citizen, as whoever asks for it made sure
 * @param by official id
 */
public record WritingElsewhere(Address to, String by) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    if (Reachable.by(to) == Channel.PHONE) {
      return Decision.refused("only-by-phone", "to");
    }
    boolean there =
        before.participant(before.contact()).filter(now -> now.address().equals(to)).isPresent();
    if (there) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    Participant reader = draft.heardFrom(to, null);
    draft.event(new CaseEvent.WritesElsewhere(moment.now(), by, reader.link()));
    return draft.done();
  }
}
