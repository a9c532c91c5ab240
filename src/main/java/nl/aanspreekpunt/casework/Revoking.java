package nl.aanspreekpunt.casework;

import java.util.List;
import java.util.Optional;

/**
 * A citizen's or official's wish that a follow link no longer opens. The next message to that
 * address carries a new one.
 */
public record Revoking(String link, String by) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Participant> participant = before.participant(link);
    if (participant.isEmpty() || !somebodyHas(before, link)) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    draft.revoke(link);
    draft.event(new CaseEvent.LinkRevoked(moment.now(), by, link));
    return draft.done();
  }

  /** Whether a link that opens may be out there: nothing was sent since it was switched off. */
  public static boolean somebodyHas(Case one, String link) {
    List<CaseEvent> events = one.events();
    for (int i = events.size() - 1; i >= 0; i--) {
      CaseEvent event = events.get(i);
      if (event instanceof CaseEvent.LinkRevoked off && link.equals(off.link())) {
        if (stillOff(one, off)) {
          return false;
        }
        continue;
      }
      boolean sent =
          (event instanceof CaseEvent.Told told && link.equals(told.link()))
              || (event instanceof CaseEvent.Replied reply && link.equals(reply.link()));
      if (sent) {
        return true;
      }
    }
    return true;
  }

  /** That it was switched off was not put back. */
  private static boolean stillOff(Case one, CaseEvent.LinkRevoked off) {
    return one.anybody(off.link())
        .map(Participant::revokedAt)
        .filter(at -> !at.isBefore(off.at()))
        .isPresent();
  }
}
