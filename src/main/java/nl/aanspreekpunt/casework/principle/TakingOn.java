package nl.aanspreekpunt.casework.principle;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Alert;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Dues;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Promise;

/**
 * "I am on it": nobody else is told. What is due first is theirs to keep from now on, and the
 * citizen hears so; who is responsible stays so.
 *
 * @param principle topic id
 * @param by official id
 */
public record TakingOn(String principle, String by) implements Act {
  /** Why somebody acts on a promise. */
  static final String REASON = "on-call";

  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Alert> there = before.care().principled().alert(principle);
    if (!before.open()) {
      return Decision.refused("closed");
    }
    if (there.filter(one -> one.state() != Alert.State.NOT_SO).isEmpty()) {
      return Decision.refused("not-called");
    }
    return switch (there.get().state()) {
      case TAKEN ->
          there.get().by().equals(by)
              ? new Decision.Unchanged(before)
              : Decision.refused("taken-already");
      case ANSWERED -> Decision.refused("answered-already");
      default -> taken(before, there.get(), moment);
    };
  }

  private Decision taken(Case before, Alert alert, Moment moment) {
    Draft draft = new Draft(before, moment);
    Alert taken = alert.became(Alert.State.TAKEN, by, moment.now());
    draft.care(draft.care().with(draft.care().principled().with(taken)));
    draft.event(new CaseEvent.AlertTaken(moment.now(), by, principle));
    draft.promises.open().stream()
        .filter(one -> !one.waits() && !one.unconfirmed() && one.onClock())
        .min(Comparator.comparing(Promise::due))
        .or(
            () ->
                draft.promises.open().stream()
                    .filter(one -> !one.waits() && !one.unconfirmed())
                    .min(Comparator.comparing(Promise::due)))
        .filter(one -> !draft.ownerOf(one).equals(by))
        .ifPresent(one -> act(draft, one));
    return draft.done();
  }

  private void act(Draft draft, Promise promise) {
    String owner = draft.ownerOf(promise);
    if (by.equals(draft.responsible())) {
      draft.endActing(promise.id());
    } else {
      draft.act(promise.id(), by, owner, REASON);
    }
    Map<String, String> facts = new TreeMap<>();
    facts.put("insteadOf", owner);
    facts.put("due", promise.due().toString());
    facts.put("promise", promise.kind().name());
    if (!principle.equals(draft.before.topic())) {
      Dues.meanwhile(draft.directory(), draft.before).ifPresent(it -> facts.put("meanwhile", it));
    }
    draft.tell().citizen(Notice.Kind.ACTING, by, facts);
  }
}
