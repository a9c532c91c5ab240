package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.aanspreekpunt.outbox.Notice;

/**
 * Who left no longer acts for others: somebody else does, or the responsible official again. The
 * citizen is told whom they have now. Again: nothing changes.
 *
 * @param left official id
 */
record Relieving(String left) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    List<Acting> lasting =
        before.acting().stream().filter(one -> one.lasts() && one.official().equals(left)).toList();
    if (!before.open() || lasting.isEmpty()) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    lasting.forEach(one -> relieve(one, draft));
    return draft.done();
  }

  private static void relieve(Acting one, Draft draft) {
    Case before = draft.before;
    Instant due = before.dueAt() == null ? draft.now() : before.dueAt();
    String next = draft.actingFor(one.insteadOf(), due);
    Map<String, String> facts = new TreeMap<>();
    facts.put("due", due.toString());
    if (next.equals(draft.responsible())) {
      draft.endActing(one.promise());
      draft.event(new CaseEvent.ActingEnded(draft.now(), one.official(), next));
      facts.put("from", one.official());
      facts.put("reason", "departure");
      draft.tell().citizen(Notice.Kind.NEW_OFFICIAL, next, facts);
    } else {
      draft.act(one.promise(), next, one.insteadOf(), "departure");
      facts.put("insteadOf", one.insteadOf());
      draft.tell().citizen(Notice.Kind.ACTING, next, facts);
    }
  }
}
