package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Attempt;
import nl.aanspreekpunt.promise.CallTimes;
import nl.aanspreekpunt.promise.CallbackRequest.Asked;
import nl.aanspreekpunt.promise.Promise;

/**
 * A try to reach the citizen by phone. Only a conversation keeps the promise.
 *
 * @param promise promise id of the callback request
 * @param by official id
 * @param seen the last message its author saw (receipt id); null when there was none
 * @param call which call of the hub's it was, of which one attempt is put down; null: it was made
 *     outside it
 * @param made when; null: now
 */
public record Attempting(
    String promise,
    String by,
    Attempt.Outcome outcome,
    String note,
    String seen,
    String call,
    Instant made)
    implements Act {
  public Attempting(String promise, String by, Attempt.Outcome outcome, String note, String seen) {
    this(promise, by, outcome, note, seen, null, null);
  }

  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Promise> asked = before.promise(promise).filter(one -> one.callback() != null);
    if (asked.isEmpty()) {
      return Decision.refused("no-such-callback");
    }
    if (call != null && known(before)) {
      return new Decision.Unchanged(before);
    }
    if (!asked.get().open()) {
      return Decision.refused("callback-ended");
    }
    String words = note == null ? "" : note;
    Draft draft = new Draft(before, moment);
    draft.promises.put(
        asked
            .get()
            .withCallback(
                asked
                    .get()
                    .callback()
                    .tried(
                        new Attempt(
                            made == null ? moment.now() : made, by, outcome, words, call))));
    draft.event(new CaseEvent.Tried(moment.now(), by, promise, outcome, words));
    if (outcome == Attempt.Outcome.REACHED) {
      Talking.held(draft, by, seen, promise);
    } else {
      askWhen(draft);
    }
    return draft.done();
  }

  /** Also where its promise went on in another. */
  private boolean known(Case before) {
    return before.promises().stream()
        .filter(one -> one.callback() != null)
        .flatMap(one -> one.callback().attempts().stream())
        .anyMatch(one -> call.equals(one.call()));
  }

  /** Tried often enough in vain: only the citizen knows when it suits. */
  private void askWhen(Draft draft) {
    Promise tried = draft.promises.current(promise);
    Directory directory = draft.directory();
    CallTimes times = Calling.times(draft.ownerOf(tried), draft.team(), tried, draft.moment);
    Optional<Participant> to = draft.contact().filter(Attempting::writable);
    if (to.isEmpty() || !times.asksWhen(tried.callback(), directory.callAttempts())) {
      return;
    }
    Asked when = new Asked(Asked.What.WHEN, draft.now(), to.get().link(), null);
    draft.promises.put(tried.withCallback(tried.callback().asking(when)));
    draft
        .tell()
        .participant(
            to.get(), Notice.Kind.BETTER_MOMENT, draft.ownerOf(tried), Map.of("promise", promise));
  }

  private static boolean writable(Participant to) {
    return Reachable.by(to) != Channel.PHONE;
  }
}
