package nl.aanspreekpunt.casework;

import java.util.Optional;

/** A citizen's or official's wish that a follow link no longer opens. */
public record Revoking(String link, String by) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Participant> participant = before.participant(link);
    if (participant.isEmpty() || !participant.get().mayFollow()) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    draft.revoke(link);
    draft.event(new CaseEvent.LinkRevoked(moment.now(), by, link));
    return draft.done();
  }
}
