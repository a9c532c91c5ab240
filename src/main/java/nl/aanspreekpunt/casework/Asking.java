package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.aanspreekpunt.promise.Moves;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.promise.WorkingTime;

/**
 * An official asks the citizen something that must be known first. What was promised stands still
 * until the citizen answers, which the same message says; a request to be called does not, nor does
 * what is late. Silence ends the waiting after a norm: see {@link Waiting}.
 *
 * @param question what is asked, and how; its {@code seen} must be the last message, which may
 *     answer it already
 */
public record Asking(Replying question) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Decision> refused = refusal(before, moment);
    if (refused.isPresent()) {
      return refused.get();
    }
    Draft draft = new Draft(before, moment);
    WorkingTime time = moment.directory().clock(draft.team());
    Instant silentAt = time.after(moment.now(), moment.directory().silence(draft.matter()));
    for (Promise promise : canWait(before, moment)) {
      draft.promises.put(wait(promise, moment.now(), silentAt));
      draft.event(
          new CaseEvent.Waits(
              draft.now(), question.by(), promise.id(), promise.kind(), promise.due(), silentAt));
    }
    question.send(draft, Map.of("waitsUntil", silentAt.toString()));
    return draft.done();
  }

  private Optional<Decision> refusal(Case before, Moment moment) {
    if (!before.open()) {
      return Optional.of(Decision.refused("closed"));
    }
    Optional<Decision> refused = question.refusal(before);
    if (refused.isPresent()) {
      return refused;
    }
    if (!Objects.equals(before.lastReceived(), question.seen())) {
      return Optional.of(Decision.refused("newer-message", "seen"));
    }
    return canWait(before, moment).isEmpty()
        ? Optional.of(Decision.refused("nothing-can-wait"))
        : Optional.empty();
  }

  /** Asked again, it goes on waiting. */
  private static List<Promise> canWait(Case before, Moment moment) {
    return before.openPromises().stream()
        .filter(one -> one.kind() != PromiseKind.CALLBACK)
        .filter(one -> one.waits() || one.due().isAfter(moment.now()))
        .toList();
  }

  private Promise wait(Promise promise, Instant now, Instant silentAt) {
    Moves moves =
        promise.waits()
            ? promise.moves().waitingUntil(silentAt)
            : promise.moves().paused(new Moves.Pause(now, null, silentAt, question.by()));
    return promise.moved(promise.due(), moves);
  }
}
