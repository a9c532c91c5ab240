package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import nl.aanspreekpunt.outbox.Notice;

/**
 * Who left, or is away now, no longer acts for others: somebody else does, or the responsible
 * official again. The citizen is told whom they have now. Again: nothing changes.
 *
 * @param left official id
 * @param reason "departure" or "absence"
 */
record Relieving(String left, String reason) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    if (!before.open() || canStill(before, moment)) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    Map<Acting, String> others = others(draft);
    others.forEach((one, next) -> relieve(one, next, draft));
    return others.isEmpty() ? new Decision.Unchanged(before) : draft.done();
  }

  /** Away, but back before anything is due. */
  private boolean canStill(Case before, Moment moment) {
    return before.dueAt() != null && moment.directory().works(left, moment.now(), before.dueAt());
  }

  /** Who is to act instead, as far as there is somebody. */
  private Map<Acting, String> others(Draft draft) {
    Case before = draft.before;
    Instant due = before.dueAt() == null ? draft.now() : before.dueAt();
    Map<Acting, String> others = new LinkedHashMap<>();
    before.acting().stream()
        .filter(one -> one.lasts() && one.official().equals(left))
        .forEach(one -> others.put(one, draft.actingFor(one.insteadOf(), due)));
    others.values().removeIf(left::equals);
    return others;
  }

  private void relieve(Acting one, String next, Draft draft) {
    Map<String, String> facts = new TreeMap<>();
    Instant due = draft.before.dueAt() == null ? draft.now() : draft.before.dueAt();
    facts.put("due", due.toString());
    if (next.equals(draft.responsible())) {
      draft.endActing(one.promise());
      draft.event(new CaseEvent.ActingEnded(draft.now(), one.official(), next));
      facts.put("from", one.official());
      facts.put("reason", reason.equals(Covering.ABSENCE) ? "returned" : reason);
      draft.tell().citizen(Notice.Kind.NEW_OFFICIAL, next, facts);
    } else {
      // It ends when that for which it began does.
      draft.act(one.promise(), next, one.insteadOf(), one.reason());
      facts.put("insteadOf", one.insteadOf());
      draft.tell().citizen(Notice.Kind.ACTING, next, facts);
    }
  }
}
