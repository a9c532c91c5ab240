package nl.aanspreekpunt.casework;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.outbox.Notice;

/**
 * A named person says whose question it is after all. From then on it is that citizen's; whoever
 * was taken for them takes no part any more, and their link shows nothing of it. What happened
 * before stays as it was. No due time moves.
 *
 * @param citizen citizen id
 * @param address where they are told from now on; null: at the address it came from, which is
 *     somebody else's as well
 * @param name as they are known; may be null
 * @param strangers addresses that are of who was taken for them
 * @param by official id
 */
public record Recognising(
    String citizen, Address address, String name, List<Address> strangers, String by)
    implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    if (citizen.equals(before.citizen())) {
      return new Decision.Unchanged(before);
    }
    if (before.joined()) {
      return Decision.refused(GoingOver.ELSEWHERE);
    }
    if (before.parting() != null) {
      return Decision.refused(GoingApart.UNDER_WAY);
    }
    Draft draft = new Draft(before, moment);
    draft.citizen = citizen;
    draft.event(new CaseEvent.CitizenCorrected(moment.now(), by, before.citizen(), citizen));
    before.participants().forEach(one -> shut(draft, one));
    if (before.route().uncertain() && before.suggested() == null) {
      draft.route(before.route().confirmed(by));
    }
    if (address != null) {
      draft.heardFrom(address, name);
      tell(draft);
    }
    return draft.done();
  }

  /** A link that shows nothing more; at a shared address the next message brings another. */
  private void shut(Draft draft, Participant one) {
    boolean stranger = strangers.contains(one.address());
    if (stranger) {
      draft.leaves(one);
    } else if (address == null) {
      draft.revoke(one.link());
    }
    if (stranger || address == null) {
      draft.event(new CaseEvent.LinkRevoked(draft.now(), by, one.link()));
    }
  }

  /** They hear at their own address who helps and by when. */
  private static void tell(Draft draft) {
    if (draft.open() && !draft.promises.open().isEmpty()) {
      Map<String, String> facts = new TreeMap<>(Dues.first(draft.promises.open()));
      facts.put("reason", "recognised");
      String who = draft.ownerOf(draft.promises.open().get(0));
      draft.tell().citizen(Notice.Kind.NEW_OFFICIAL, who, facts);
    }
  }
}
