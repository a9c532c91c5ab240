package nl.aanspreekpunt.casework;

import java.util.Map;
import java.util.TreeMap;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.LegalClass;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * A message that was taken for a formal one is none: the decision that was promised by law ends,
 * and the citizen hears so, why, and by when they are answered. What else was promised stays as it
 * is; when nothing is left, an answer is promised, due no later than the decision was.
 *
 * @param by official id
 * @param reason told to the citizen
 */
public record Unclassing(String by, String reason) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    if (!before.open()) {
      return Decision.refused("closed");
    }
    if (before.legalClass() == LegalClass.COMPLAINT) {
      return Decision.refused("is-complaint");
    }
    if (before.legalClass() != LegalClass.FORMAL) {
      return new Decision.Unchanged(before);
    }
    if (reason == null || reason.isBlank()) {
      return Decision.refused("informal-reason-needed", "reason");
    }
    if (reason.length() > Renewing.LONGEST) {
      return Decision.refused("reason-too-long", "reason");
    }
    Draft draft = new Draft(before, moment);
    in(draft);
    return draft.done();
  }

  /** In a draft of what is a formal message until now. */
  void in(Draft draft) {
    draft.legalClass(LegalClass.QUESTION);
    draft.event(new CaseEvent.Unclassed(draft.now(), by, reason));
    draft
        .promises
        .open(PromiseKind.DECISION)
        .ifPresent(
            decision -> {
              draft.promises.withdraw(decision, by, "not-formal");
              tell(draft, instead(draft, decision));
            });
  }

  private Promise instead(Draft draft, Promise decision) {
    return draft.promises.open().stream()
        .filter(one -> one.kind() != PromiseKind.CALLBACK)
        .findFirst()
        .orElseGet(
            () -> {
              Promise answer = draft.promises.make(PromiseKind.ANSWER, decision.seen(), by);
              return answer.due().isAfter(decision.due())
                  ? sooner(draft, answer, decision)
                  : answer;
            });
  }

  /** What the law's term left is all there is: moving never moves a due time. */
  private Promise sooner(Draft draft, Promise answer, Promise decision) {
    draft.promises.put(answer.moved(decision.due(), answer.moves()));
    return draft.promises.current(answer.id());
  }

  private void tell(Draft draft, Promise promise) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("promise", promise.kind().name());
    facts.put("due", promise.due().toString());
    facts.put("informal", reason);
    draft.tell().citizen(Notice.Kind.PROMISED, draft.ownerOf(promise), facts);
  }
}
