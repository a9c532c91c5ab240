package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.CallbackRequest.Asked;
import nl.aanspreekpunt.promise.Moves;
import nl.aanspreekpunt.promise.Norm;
import nl.aanspreekpunt.promise.Promise;

/**
 * Who asked to be called and was answered in writing is asked whether they still want the call.
 * Silence for two working days means that they do not; the answer says so beforehand, and a notice
 * follows that they can contradict. Any word of theirs ends the silence.
 */
final class Silence {
  static final String HOW = "silence";

  private static final Norm TWO_DAYS = Norm.parse("P2D");

  private Silence() {}

  /**
   * Asks it of a participant; the request waits for what they say, and stands still as long: unless
   * it is late already.
   *
   * @param by official id of who asks
   */
  static Promise asked(Draft draft, Promise callback, String link, String by) {
    Instant until = draft.directory().clock(draft.team()).after(draft.now(), TWO_DAYS);
    Asked still = new Asked(Asked.What.STILL_WANTED, draft.now(), link, until);
    Promise asked = waiting(draft, callback.withCallback(callback.callback().asking(still)), by);
    draft.promises.put(asked);
    return asked;
  }

  private static Promise waiting(Draft draft, Promise asked, String by) {
    Instant until = asked.callback().asked().until();
    if (asked.waits()) {
      return asked.moved(asked.due(), asked.moves().waitingUntil(until));
    }
    if (!asked.due().isAfter(draft.now())) {
      return asked;
    }
    draft.event(new CaseEvent.Waits(draft.now(), by, asked.id(), asked.kind(), asked.due(), until));
    Moves.Pause pause = new Moves.Pause(draft.now(), null, until, by);
    return asked.moved(asked.due(), asked.moves().paused(pause));
  }

  /** When silence ends this promise; empty when it never does. */
  static Optional<Instant> ends(Promise promise) {
    return promise.open() && promise.callback() != null && promise.callback().asked() != null
        ? Optional.ofNullable(promise.callback().asked().until())
        : Optional.empty();
  }

  /** They said something: the question may stand, but no time ends the request any more. */
  static void broken(Draft draft) {
    for (Promise promise : draft.promises.open()) {
      if (ends(promise).isPresent()) {
        Asked asked = promise.callback().asked();
        Asked open = new Asked(asked.what(), asked.at(), asked.link(), null);
        draft.promises.put(promise.withCallback(promise.callback().asking(open)));
      }
    }
  }

  /** Ends what was silent long enough; whether anything was. */
  static boolean ends(Draft draft) {
    boolean ended = false;
    for (Promise promise : draft.promises.open()) {
      if (ends(promise).filter(until -> !until.isAfter(draft.now())).isPresent()) {
        draft.promises.withdraw(promise.withCallback(promise.callback().asking(null)), "hub", HOW);
        draft
            .tell()
            .citizen(
                Notice.Kind.CALLBACK_ENDED,
                draft.responsible(),
                Map.of("promise", promise.id(), "how", HOW));
        ended = true;
      }
    }
    return ended;
  }
}
