package nl.aanspreekpunt.casework;

import java.util.Map;
import java.util.TreeMap;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.LegalClass;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * A message that was taken for a formal one or a complaint is none: the decision that was promised
 * by law ends, and the citizen hears so, why, and by when they are answered. What else was promised
 * stays as it is; when nothing is left, an answer is promised, due no later than the decision was.
 *
 * @param by official id
 * @param reason told to the citizen
 * @param to what it is instead: {@link LegalClass#QUESTION} or {@link LegalClass#CALLBACK}
 */
public record Unclassing(String by, String reason, LegalClass to) implements Act {
  /** It is a question. */
  public Unclassing(String by, String reason) {
    this(by, reason, LegalClass.QUESTION);
  }

  @Override
  public Decision on(Case before, Moment moment) {
    if (!before.open()) {
      return Decision.refused("closed");
    }
    if (before.aboutSomebody()) {
      return Decision.refused("is-complaint");
    }
    if (!before.legalClass().decided()) {
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

  /** In a draft of what the law gives a term until now. */
  void in(Draft draft) {
    LegalClass was = draft.legalClass();
    draft.legalClass(to);
    draft.settled();
    draft.event(new CaseEvent.Unclassed(draft.now(), by, reason, was.name()));
    draft
        .promises
        .open(PromiseKind.DECISION)
        .ifPresent(
            decision -> {
              draft.promises.withdraw(decision, by, "not-formal");
              tell(draft, was, instead(draft, decision));
            });
  }

  private Promise instead(Draft draft, Promise decision) {
    return draft.promises.open().stream()
        .filter(one -> one.kind() == PromiseKind.ANSWER || one.kind() == PromiseKind.FIND_OUT)
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

  private void tell(Draft draft, LegalClass was, Promise promise) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("promise", promise.kind().name());
    facts.put("due", promise.due().toString());
    facts.put("informal", reason);
    if (was == LegalClass.COMPLAINT) {
      facts.put("complaint", "yes");
    }
    draft.tell().citizen(Notice.Kind.PROMISED, draft.ownerOf(promise), facts);
  }
}
