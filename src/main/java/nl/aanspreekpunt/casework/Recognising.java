package nl.aanspreekpunt.casework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.aanspreekpunt.casework.contact.EndingContact;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.outbox.Notice;

/**
 * A named person says whose question it is after all. From then on it is that citizen's; whoever
 * was taken for them takes no part any more, their link shows nothing of it, and who stood for them
 * because of it does so no longer. What happened before stays as it was. No due time moves.
 *
 * @param citizen citizen id
 * @param address where they are told from now on; null: at the address it came from, which is
 *     somebody else's as well
 * @param name as they are known; may be null
 * @param strangers addresses that are of who was taken for them
 * @param standing who stands for those because of this case: topic id (or "general") to official id
 * @param by official id
 */
public record Recognising(
    String citizen,
    Address address,
    String name,
    List<Address> strangers,
    Map<String, String> standing,
    String by)
    implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    if (citizen.equals(before.citizen())) {
      return new Decision.Unchanged(before);
    }
    return refused(before)
        .map(Decision::refused)
        .orElseGet(
            () -> {
              Draft draft = new Draft(before, moment);
              in(draft);
              return draft.done();
            });
  }

  /** Why its citizen cannot be corrected now (a code); empty when it can. */
  static Optional<String> refused(Case before) {
    if (before.joined()) {
      return Optional.of(GoingOver.ELSEWHERE);
    }
    return before.underWay() ? Optional.of(GoingApart.UNDER_WAY) : Optional.empty();
  }

  /** In a draft of a case that is another's; who was taken for its citizen. */
  Said.Stranger in(Draft draft) {
    Case before = draft.before;
    draft.citizen = citizen;
    EndingContact.notTheirs(draft, by);
    draft.owed = new Owed(before.citizen(), Map.of());
    draft.event(new CaseEvent.CitizenCorrected(draft.now(), by, before.citizen(), citizen));
    new TreeMap<>(standing)
        .forEach(
            (topic, official) ->
                draft.event(
                    new CaseEvent.Stands(draft.now(), by, Standing.topic(topic), official, null)));
    List<Said.Switched> links =
        before.participants().stream()
            .filter(one -> shut(draft, one))
            .map(one -> new Said.Switched(one.link(), one.revokedAt()))
            .toList();
    if (before.route().uncertain() && before.suggested() == null) {
      draft.route(before.route().confirmed(by));
    }
    if (address != null) {
      draft.heardFrom(address, name);
      tell(draft);
    }
    return new Said.Stranger(before.citizen(), standing, draft.now(), links);
  }

  /** A link that shows nothing more; at a shared address the next message brings another. */
  private boolean shut(Draft draft, Participant one) {
    boolean stranger = strangers.contains(one.address());
    if (stranger) {
      draft.leaves(one);
    } else if (address == null) {
      draft.revoke(one.link());
    }
    if (stranger || address == null) {
      draft.event(new CaseEvent.LinkRevoked(draft.now(), by, one.link()));
    }
    return stranger || address == null;
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
