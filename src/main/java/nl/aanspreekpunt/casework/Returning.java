package nl.aanspreekpunt.casework;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.outbox.Notice;

/**
 * The responsible official is back: whoever acted for the whole case meanwhile no longer does.
 *
 * @param from why they were away: {@link Covering#ABSENCE} or {@link Covering#DEPARTURE}
 * @param told the one notice that the citizen gets; null: they were not told that somebody acted
 */
record Returning(String from, Together told) implements Act {
  /** From an absence. */
  Returning(Together told) {
    this(Covering.ABSENCE, told);
  }

  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Acting> acted = before.actingNow().filter(acting -> acting.reason().equals(from));
    if (!before.open() || acted.isEmpty()) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    draft.endActing(null);
    draft.event(new CaseEvent.ActingEnded(moment.now(), acted.get().official(), before.official()));
    if (told != null) {
      Map<String, String> facts = new HashMap<>(told.facts());
      facts.put("from", acted.get().official());
      facts.put("reason", "returned");
      facts.putAll(Dues.first(before.openPromises()));
      draft.tell().under(told.entry()).citizen(Notice.Kind.NEW_OFFICIAL, before.official(), facts);
    }
    return draft.done();
  }
}
