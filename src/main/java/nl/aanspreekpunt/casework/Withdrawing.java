package nl.aanspreekpunt.casework;

import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * A callback request ends without a call: the citizen withdraws it, or an official undoes one that
 * was only read in the words of a message. An undone one leaves a promise to answer.
 *
 * @param by "citizen", or the official who undoes
 */
public record Withdrawing(String promise, String by) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Promise> asked =
        before.promise(promise).filter(one -> one.kind() == PromiseKind.CALLBACK);
    if (asked.isEmpty()) {
      return Decision.refused("no-such-callback");
    }
    if (!asked.get().open()) {
      return new Decision.Unchanged(before);
    }
    boolean citizen = by.equals("citizen");
    if (!citizen && !asked.get().callback().requestedBy().equals("words")) {
      return Decision.refused("only-the-citizen-withdraws");
    }
    Draft draft = new Draft(before, moment);
    draft.withdraw(asked.get(), by, citizen ? "withdrawn" : "undone");
    draft
        .tell()
        .citizen(
            Notice.Kind.CALLBACK_ENDED,
            draft.responsible(),
            Map.of("promise", promise, "how", citizen ? "withdrawn" : "undone"));
    if (!citizen && draft.openPromise(PromiseKind.ANSWER).isEmpty()) {
      Moment asWritten = new Moment(asked.get().madeAt(), moment.directory());
      draft.promise(
          PromiseKind.ANSWER,
          Dues.due(PromiseKind.ANSWER, asWritten, before.topic(), before.team()),
          asked.get().seen(),
          by);
    }
    return draft.done();
  }
}
