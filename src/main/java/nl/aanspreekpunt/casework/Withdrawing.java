package nl.aanspreekpunt.casework;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.CallbackRequest;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * A callback request ends without a call: the citizen withdraws it, an official or clerk puts down
 * that they did, or an official undoes one that was only read in the words of a message. A message
 * that nobody spoke or wrote about since is still to be answered, as of when the request was made.
 * The citizen hears of it, and can say that it is not so.
 *
 * @param by "citizen", or the official or clerk
 * @param heard how the citizen said so, in the words of who heard it; null when nobody did
 */
public record Withdrawing(String promise, String by, String heard) implements Act {
  /** Characters of how it was heard. */
  public static final int LONGEST = 500;

  public Withdrawing(String promise, String by) {
    this(promise, by, null);
  }

  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Promise> asked = before.callback(promise);
    if (asked.isEmpty()) {
      return Decision.refused("no-such-callback");
    }
    if (!asked.get().open()) {
      return new Decision.Unchanged(before);
    }
    if (heard != null && (heard.isBlank() || heard.length() > LONGEST)) {
      return Decision.refused("heard-needed", "heard");
    }
    CallbackRequest request = asked.get().callback();
    boolean wanted = request == null || (!request.readInWords() && request.doubt() == null);
    boolean citizen = by.equals("citizen") || heard != null || doubted(request);
    if (!citizen && wanted) {
      return Decision.refused("only-the-citizen-withdraws");
    }
    Draft draft = new Draft(before, moment);
    if (heard != null) {
      draft.event(new CaseEvent.Noted(moment.now(), by, heard.strip()));
    }
    end(draft, asked.get(), by, citizen ? "withdrawn" : "undone");
    return draft.done();
  }

  private static boolean doubted(CallbackRequest request) {
    return request != null && request.doubt() != null;
  }

  /** Ends it, and leaves the promise to answer that its message may still need. */
  static void end(Draft draft, Promise asked, String by, String how) {
    draft.promises.withdraw(asked, by, how);
    Map<String, String> facts = new TreeMap<>();
    facts.put("promise", asked.id());
    facts.put("how", how);
    toAnswer(draft, asked, by).ifPresent(answer -> facts.put("due", answer.due().toString()));
    draft.tell().citizen(Notice.Kind.CALLBACK_ENDED, draft.responsible(), facts);
  }

  /** The promise to answer that a message is left with; empty when it needs none. */
  private static Optional<Promise> toAnswer(Draft draft, Promise asked, String by) {
    boolean answered =
        draft.before.since(asked.seen()).stream().anyMatch(CaseEvent.Replied.class::isInstance);
    boolean waits =
        draft.promises.open(PromiseKind.ANSWER).isPresent()
            || draft.promises.open(PromiseKind.FIND_OUT).isPresent();
    if (asked.seen() == null || answered || waits) {
      return Optional.empty();
    }
    return Optional.of(
        draft.promises.makeAsked(PromiseKind.ANSWER, asked.madeAt(), asked.seen(), by));
  }
}
