package nl.aanspreekpunt.casework;

import java.util.Map;
import java.util.TreeMap;
import nl.aanspreekpunt.outbox.Notice;

/**
 * A coordinator names one official who stays with the citizen, and invites the citizen to talk: one
 * act, once in a case. No due time moves.
 *
 * @param official who stays (official id)
 */
public record Steadying(String official, String by) implements Act {
  static final String REASON = "steady";

  @Override
  public Decision on(Case before, Moment moment) {
    if (before.steady() != null && before.steady().settledAt() != null) {
      return before.steady().official().equals(official)
          ? new Decision.Unchanged(before)
          : Decision.refused("steady-named", "official");
    }
    if (!before.open()) {
      return Decision.refused("closed");
    }
    if (!moment.directory().employed(official, moment.now())) {
      return Decision.refused("not-employed", "official");
    }
    if (before.barred().contains(official)) {
      return Decision.refused("barred", "official");
    }
    Draft draft = new Draft(before, moment);
    String from = before.official();
    draft.steady(official, by);
    if (!from.equals(official)) {
      draft.responsible(official, REASON, by);
      draft.event(new CaseEvent.HandedOver(moment.now(), by, from, official, REASON, ""));
      draft
          .tell()
          .official(official, Notice.Kind.HANDED_OVER, Map.of("from", from, "reason", REASON));
    }
    Map<String, String> facts = new TreeMap<>(Dues.first(draft.promises.open()));
    facts.put("why", REASON);
    draft.tell().citizen(Notice.Kind.INVITATION, official, facts);
    return draft.done();
  }
}
