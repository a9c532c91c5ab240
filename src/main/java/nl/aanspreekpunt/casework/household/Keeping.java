package nl.aanspreekpunt.casework.household;

import java.util.List;
import java.util.Set;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Linked;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.citizen.Household;

/**
 * A case follows what somebody may do in it who is linked to its citizen, or was. Who may not ask
 * takes part no more: their link shows nothing, and nothing goes to their address. What happened
 * stays.
 *
 * @param theirs addresses (identity ids) of who is or was linked
 * @param citizens addresses (identity ids) of its citizen, to whom notices go
 * @param household where
 * @param rights what they may do now
 * @param by official id, "citizen" or "hub"
 */
public record Keeping(
    Set<String> theirs, Set<String> citizens, String household, Household.Rights rights, String by)
    implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Draft draft = new Draft(before, moment);
    boolean changed = false;
    for (Participant who : before.participants()) {
      if (concerned(who)) {
        changed |= rights.ask() ? asks(draft, who) : leaves(draft, who);
      }
    }
    return changed ? draft.done() : new Decision.Unchanged(before);
  }

  /** Whether this case has to follow. */
  public boolean concerns(Case one) {
    return one.participants().stream().anyMatch(this::concerned);
  }

  private boolean concerned(Participant who) {
    String address = who.address().id();
    return theirs.contains(address) && !citizens.contains(address);
  }

  private boolean asks(Draft draft, Participant who) {
    Linked now = new Linked(who.link(), household, rights.decide());
    if (draft.care().linked(who.link()).filter(now::equals).isPresent()) {
      return false;
    }
    draft.care(draft.care().with(now));
    return true;
  }

  private boolean leaves(Draft draft, Participant who) {
    draft.leaves(who);
    draft.care(draft.care().without(who.link()));
    draft.event(new CaseEvent.LinkRevoked(draft.now(), by, who.link()));
    if (draft.contact().isEmpty()) {
      List<Participant> own =
          draft.before.participants().stream()
              .filter(one -> citizens.contains(one.address().id()))
              .toList();
      own.stream().reduce((earlier, later) -> later).ifPresent(one -> draft.writesTo(one.link()));
    }
    return true;
  }
}
