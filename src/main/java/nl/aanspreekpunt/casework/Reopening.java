package nl.aanspreekpunt.casework;

import java.util.HashMap;
import java.util.Map;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/** "I have not been helped": a closed case opens again, with a new promise. */
public record Reopening(String by, String reason) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    if (before.open()) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    draft.reopen(by, reason);
    Promise promise =
        draft.promise(
            PromiseKind.ANSWER,
            Dues.due(PromiseKind.ANSWER, moment, before.topic(), before.team()),
            before.lastReceived(),
            by);
    tell(draft, promise);
    return draft.done();
  }

  private static void tell(Draft draft, Promise promise) {
    Map<String, String> facts = new HashMap<>();
    facts.put("promise", PromiseKind.ANSWER.name());
    facts.put("due", promise.due().toString());
    if (draft.left() == null) {
      draft.tell().citizen(Notice.Kind.PROMISED, draft.responsible(), facts);
    } else {
      facts.put("from", draft.left());
      facts.put("reason", "departure");
      draft.tell().citizen(Notice.Kind.NEW_OFFICIAL, draft.responsible(), facts);
    }
  }
}
