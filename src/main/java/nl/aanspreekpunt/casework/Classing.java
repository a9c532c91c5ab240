package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.LegalClass;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * An official sees that a message is a formal one: it asks for a decision, and the law says by
 * when, counted from the day it came. The answer that was promised stays as it is.
 *
 * @param by official id
 */
public record Classing(String by) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    if (!before.open()) {
      return Decision.refused("closed");
    }
    if (before.legalClass() == LegalClass.COMPLAINT) {
      return Decision.refused("is-complaint");
    }
    if (before.legalClass() == LegalClass.FORMAL) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    formal(draft, by);
    return draft.done();
  }

  /** In a draft of what was a question until now. */
  static void formal(Draft draft, String by) {
    is(draft, LegalClass.FORMAL, draft.before.openedAt(), draft.before.lastReceived(), by);
  }

  /**
   * A later message in the case is more to the law than what was asked until now, its sender says.
   * The term counts from the day that message came.
   */
  static void said(Draft draft, Arrival arrival) {
    LegalClass says = arrival.legal();
    if (says != null && says.decided() && !arrival.automatic() && !draft.legalClass().decided()) {
      is(draft, says, draft.now(), arrival.receipt(), "citizen");
    }
  }

  private static void is(
      Draft draft, LegalClass legal, Instant askedAt, String receipt, String by) {
    draft.legalClass(legal);
    draft.event(new CaseEvent.Classed(draft.now(), by, legal.name()));
    if (draft.promises.open(PromiseKind.DECISION).isEmpty()) {
      Promise decision = draft.promises.makeAsked(PromiseKind.DECISION, askedAt, receipt, by);
      Map<String, String> facts = new TreeMap<>();
      facts.put("promise", decision.kind().name());
      facts.put("due", decision.due().toString());
      if (legal == LegalClass.FORMAL) {
        facts.put("formal", "yes");
      }
      draft.tell().citizen(Notice.Kind.PROMISED, draft.ownerOf(decision), facts);
    }
  }
}
