package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.LegalClass;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * An official says what a message is to the law. Where the law gives it a term, a decision is
 * promised by then, counted from the day it came, and the citizen is told. The answer that was
 * promised stays as it is.
 *
 * @param by official id
 */
public record Classing(String by, LegalClass to) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    if (!before.open()) {
      return Decision.refused("closed");
    }
    if (before.legalClass() == to && before.route().sign() == null) {
      return new Decision.Unchanged(before);
    }
    if (before.legalClass().decided() && before.legalClass() != to) {
      return Decision.refused(before.aboutSomebody() ? "is-complaint" : "undo-class-first");
    }
    Draft draft = new Draft(before, moment);
    is(draft, to, before.openedAt(), before.lastReceived(), by);
    return draft.done();
  }

  /**
   * The same, or that it is not what it was taken for.
   *
   * @param reason told to the citizen when a decision that was promised ends by it; null: none
   */
  public static Act as(LegalClass to, String by, String reason) {
    return (before, moment) ->
        before.legalClass().decided() && !to.decided()
            ? new Unclassing(by, reason, to).on(before, moment)
            : new Classing(by, to).on(before, moment);
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
    draft.settled();
    draft.event(new CaseEvent.Classed(draft.now(), by, legal.name()));
    if (legal.decided() && draft.promises.open(PromiseKind.DECISION).isEmpty()) {
      Promise decision = draft.promises.makeAsked(PromiseKind.DECISION, askedAt, receipt, by);
      Map<String, String> facts = new TreeMap<>();
      facts.put("promise", decision.kind().name());
      facts.put("due", decision.due().toString());
      facts.put(legal.name().toLowerCase(Locale.ROOT), "yes");
      draft.tell().citizen(Notice.Kind.PROMISED, draft.ownerOf(decision), facts);
    }
  }
}
