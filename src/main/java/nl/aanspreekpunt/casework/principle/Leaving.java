package nl.aanspreekpunt.casework.principle;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Alert;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Promise;

/**
 * Whoever said "I am on it" cannot after all: the next one is told at once, and the responsible
 * official is to keep what was promised, as the citizen hears.
 *
 * @param principle topic id
 * @param by official id
 */
public record Leaving(String principle, String by) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Alert> taken =
        before
            .care()
            .principled()
            .alert(principle)
            .filter(one -> one.state() == Alert.State.TAKEN && one.by().equals(by));
    if (!before.open() || taken.isEmpty()) {
      return Decision.refused("not-taken");
    }
    Draft draft = new Draft(before, moment);
    Alert calling = taken.get().became(Alert.State.CALLING, null, null);
    if (!calling.told(by)) {
      calling = calling.calling(by, moment.now());
    }
    draft.care(draft.care().with(draft.care().principled().with(calling)));
    draft.event(new CaseEvent.AlertLeft(moment.now(), by, principle));
    giveBack(draft, by);
    Summoning.begin(draft, calling);
    return draft.done();
  }

  /**
   * @param by who was to keep it meanwhile (official id)
   */
  static void giveBack(Draft draft, String by) {
    List<Promise> acted =
        draft.promises.open().stream()
            .filter(one -> by.equals(one.actor()) && !by.equals(draft.responsible()))
            .filter(one -> onCall(draft, one))
            .toList();
    for (Promise promise : acted) {
      draft.endActing(promise.id());
      String owner = draft.ownerOf(draft.promises.current(promise.id()));
      draft.event(new CaseEvent.ActingEnded(draft.now(), by, owner));
      Map<String, String> facts = new TreeMap<>();
      facts.put("from", by);
      facts.put("reason", TakingOn.REASON);
      facts.put("due", promise.due().toString());
      facts.put("promise", promise.kind().name());
      draft.tell().citizen(Notice.Kind.NEW_OFFICIAL, owner, facts);
    }
  }

  private static boolean onCall(Draft draft, Promise promise) {
    return draft.before.acting().stream()
        .anyMatch(
            one ->
                one.lasts()
                    && promise.id().equals(one.promise())
                    && one.reason().equals(TakingOn.REASON));
  }
}
