package nl.aanspreekpunt.casework;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.outbox.Notice;

/**
 * The responsible official is back: whoever acted for the whole case meanwhile no longer does.
 *
 * @param notice the outbox id of the one notice a citizen gets for all their cases
 * @param numbers all cases that notice is about
 */
record Returning(String notice, String numbers) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Acting> acted =
        before.actingNow().filter(acting -> acting.reason().equals(Covering.ABSENCE));
    if (!before.open() || acted.isEmpty()) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    draft.endActing(null);
    draft.event(new CaseEvent.ActingEnded(moment.now(), acted.get().official(), before.official()));
    Map<String, String> facts = new HashMap<>();
    facts.put("from", acted.get().official());
    facts.put("reason", "returned");
    facts.put("cases", numbers);
    if (before.dueAt() != null) {
      facts.put("due", before.dueAt().toString());
    }
    draft.tell().under(notice).citizen(Notice.Kind.NEW_OFFICIAL, before.official(), facts);
    return draft.done();
  }
}
