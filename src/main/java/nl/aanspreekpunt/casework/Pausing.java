package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.aanspreekpunt.promise.Moves;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * What was promised stands still while the citizen has to answer something. A request to be called
 * does not (but see {@link Silence}), nor does what is late. Silence ends it after a norm: see
 * {@link Waiting}.
 */
final class Pausing {
  /** What is due at a moment that was agreed waits for no answer. */
  private static final Set<PromiseKind> STAND =
      EnumSet.of(
          PromiseKind.CALLBACK, PromiseKind.TALK, PromiseKind.UNDERTAKING, PromiseKind.ELSEWHERE);

  private Pausing() {}

  /**
   * Why nothing can wait; empty when something can.
   *
   * @param seen must be the last message (receipt id), which may answer the question already
   */
  static Optional<Decision> refusal(Case before, String seen, Moment moment) {
    if (!before.open()) {
      return Optional.of(Decision.refused("closed"));
    }
    if (!Objects.equals(before.lastReceived(), seen)) {
      return Optional.of(Decision.refused("newer-message", "seen"));
    }
    return canWait(before, moment).isEmpty()
        ? Optional.of(Decision.refused("nothing-can-wait"))
        : Optional.empty();
  }

  /** Asked again, it goes on waiting. */
  private static List<Promise> canWait(Case before, Moment moment) {
    return before.openPromises().stream()
        .filter(one -> !STAND.contains(one.kind()))
        .filter(one -> one.waits() || one.due().isAfter(moment.now()))
        .toList();
  }

  /** When silence has lasted too long, if the citizen is asked now. */
  static Instant until(Draft draft) {
    return draft
        .directory()
        .clock(draft.team())
        .after(draft.now(), draft.directory().silence(draft.matter()));
  }

  /**
   * @param by official id of who asks
   */
  static void pause(Draft draft, String by, Instant silentAt) {
    for (Promise promise : canWait(draft.before, draft.moment)) {
      draft.promises.put(wait(promise, by, draft.now(), silentAt));
      draft.event(
          new CaseEvent.Waits(
              draft.now(), by, promise.id(), promise.kind(), promise.due(), silentAt));
    }
  }

  private static Promise wait(Promise promise, String by, Instant now, Instant silentAt) {
    Moves moves =
        promise.waits()
            ? promise.moves().waitingUntil(silentAt)
            : promise.moves().paused(new Moves.Pause(now, null, silentAt, by));
    return promise.moved(promise.due(), moves);
  }
}
