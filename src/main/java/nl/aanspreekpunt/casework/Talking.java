package nl.aanspreekpunt.casework;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Predicate;
import nl.aanspreekpunt.casework.talk.Following;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * A talk with the citizen: at the desk, by phone, on a visit. It keeps what was promised.
 *
 * @param by official id
 * @param note what was said and agreed; needed
 * @param seen the last message its author saw (receipt id); null when there was none
 */
public record Talking(String by, CaseEvent.Talk how, String note, String seen) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    if (note == null || note.isBlank()) {
      return Decision.refused("note-needed", "note");
    }
    Draft draft = new Draft(before, moment);
    draft.event(new CaseEvent.Talked(moment.now(), by, how, note));
    held(draft, by, seen);
    return draft.done();
  }

  /**
   * A conversation was held: the callback is kept, and so is the promise to answer. Who asked again
   * in a message that was not read yet is still to be called.
   */
  static void held(Draft draft, String by, String seen) {
    held(draft, by, seen, null);
  }

  /**
   * What was promised for a later day stands: it is not what this conversation was for.
   *
   * @param called the promise that was called about (promise id); null if none
   */
  public static void held(Draft draft, String by, String seen, String called) {
    Predicate<Promise> due = promise -> promise.id().equals(called) || !later(draft, promise);
    called(draft, by, seen, due);
    Following.began(draft, by);
    Answered.keep(draft, by, seen, "talk", due);
  }

  /** The citizen was spoken with on the phone, and what they asked is not answered yet. */
  static void called(Draft draft, String by, String seen) {
    called(draft, by, seen, promise -> !later(draft, promise));
  }

  private static void called(Draft draft, String by, String seen, Predicate<Promise> due) {
    for (Promise promise : draft.promises.open()) {
      if (promise.kind() == PromiseKind.CALLBACK && due.test(promise)) {
        if (draft.before.read(seen, promise.seen())) {
          endCallback(draft, promise, by);
        } else {
          Answered.tell(draft, by);
        }
      }
    }
  }

  private static boolean later(Draft draft, Promise promise) {
    ZoneId zone = draft.directory().zone();
    return promise.dated()
        && LocalDate.ofInstant(promise.due(), zone).isAfter(LocalDate.ofInstant(draft.now(), zone));
  }

  private static void endCallback(Draft draft, Promise callback, String by) {
    draft.promises.keep(callback, by, "talk");
    draft
        .tell()
        .citizen(Notice.Kind.CALLBACK_ENDED, by, Map.of("promise", callback.id(), "how", "talk"));
  }
}
