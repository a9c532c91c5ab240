package nl.aanspreekpunt.casework;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * A callback request ends without a call: the citizen withdraws it, or an official undoes one that
 * was only read in the words of a message. A message that nobody spoke or wrote about since is
 * still to be answered, as of when the request was made.
 *
 * @param by "citizen", or the official who undoes
 */
public record Withdrawing(String promise, String by) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Promise> asked = before.callback(promise);
    if (asked.isEmpty()) {
      return Decision.refused("no-such-callback");
    }
    if (!asked.get().open()) {
      return new Decision.Unchanged(before);
    }
    boolean citizen = by.equals("citizen");
    if (!citizen && !asked.get().callback().readInWords()) {
      return Decision.refused("only-the-citizen-withdraws");
    }
    Draft draft = new Draft(before, moment);
    draft.withdraw(asked.get(), by, citizen ? "withdrawn" : "undone");
    Map<String, String> facts = new TreeMap<>();
    facts.put("promise", promise);
    facts.put("how", citizen ? "withdrawn" : "undone");
    toAnswer(draft, asked.get()).ifPresent(answer -> facts.put("due", answer.due().toString()));
    draft.tell().citizen(Notice.Kind.CALLBACK_ENDED, draft.responsible(), facts);
    return draft.done();
  }

  /** The promise to answer that a message is left with; empty when it needs none. */
  private Optional<Promise> toAnswer(Draft draft, Promise asked) {
    boolean answered =
        draft.before.since(asked.seen()).stream().anyMatch(CaseEvent.Replied.class::isInstance);
    boolean waits =
        draft.openPromise(PromiseKind.ANSWER).isPresent()
            || draft.openPromise(PromiseKind.FIND_OUT).isPresent();
    if (asked.seen() == null || answered || waits) {
      return Optional.empty();
    }
    return Optional.of(draft.promiseAsked(PromiseKind.ANSWER, asked.madeAt(), asked.seen(), by));
  }
}
