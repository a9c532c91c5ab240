package nl.aanspreekpunt.casework;

import java.util.Map;
import java.util.TreeMap;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * Responsibility goes to another official, at once. No due time moves; the citizen is told whom
 * they have now.
 *
 * @param reason "handover", "departure", "reassigned", "rearranged"
 * @param note for the successor; may be empty
 */
public record Reassigning(String to, String by, String reason, String note) implements Act {

  @Override
  public Decision on(Case before, Moment moment) {
    return on(before, moment, null);
  }

  /**
   * With the one notice that the citizen gets for several cases.
   *
   * @param told null: one for this case
   */
  Act telling(Together told) {
    return (before, moment) -> on(before, moment, told);
  }

  private Decision on(Case before, Moment moment, Together told) {
    if (!before.open()) {
      return Decision.refused("closed");
    }
    if (before.official().equals(to)) {
      return new Decision.Unchanged(before);
    }
    if (!moment.directory().employed(to, moment.now())) {
      return Decision.refused("not-employed", "to");
    }
    if (before.barred().contains(to)) {
      return Decision.refused("barred", "to");
    }
    Draft draft = new Draft(before, moment);
    pass(draft, told);
    return draft.done();
  }

  /** In a draft; the successor is told as well. */
  void pass(Draft draft, Together told) {
    String from = draft.responsible();
    hand(draft, told);
    tell(draft, from);
  }

  /** In a draft of a case that the citizen is yet to hear of. */
  void take(Draft draft) {
    String from = draft.responsible();
    draft.responsible(to, reason, by);
    draft.event(new CaseEvent.HandedOver(draft.now(), by, from, to, reason, note));
    tell(draft, from);
  }

  private void tell(Draft draft, String from) {
    if (!to.equals(by)) {
      Map<String, String> facts = new TreeMap<>(Map.of("from", from, "reason", reason));
      if (!note.isBlank()) {
        facts.put("note", "yes"); // its words stay within the hub
      }
      draft.tell().official(to, Notice.Kind.HANDED_OVER, facts);
    }
  }

  /** In a draft; the successor is not told, who may know it already. */
  void hand(Draft draft, Together told) {
    String from = draft.responsible();
    draft.responsible(to, reason, by);
    draft.event(new CaseEvent.HandedOver(draft.now(), by, from, to, reason, note));
    found(draft);
    String speaks = Deputising.passedOn(draft);
    Map<String, String> facts = facts(draft, from, told);
    Deputising.back(to, draft.moment)
        .ifPresent(back -> facts.put(speaks.equals(to) ? "returns" : "back", back));
    if (!speaks.equals(to)) {
      facts.put("actingFor", to);
    }
    draft
        .tell()
        .under(told == null ? null : told.entry())
        .citizen(Notice.Kind.NEW_OFFICIAL, speaks, facts);
  }

  /** Who was to find out who helps has done so: now an answer is due. */
  private void found(Draft draft) {
    draft
        .promises
        .open(PromiseKind.FIND_OUT)
        .ifPresent(
            promise -> {
              if (reason.equals("handover") || reason.equals("reassigned")) {
                draft.promises.keep(promise, by, "found");
                draft.promises.make(PromiseKind.ANSWER, promise.seen(), by);
              }
            });
  }

  private Map<String, String> facts(Draft draft, String from, Together told) {
    Map<String, String> facts = new TreeMap<>(told == null ? Map.of() : told.facts());
    facts.put("from", from);
    facts.put("reason", reason);
    facts.putAll(Dues.first(draft.promises.open()));
    return facts;
  }
}
