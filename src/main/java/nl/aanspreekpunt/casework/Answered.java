package nl.aanspreekpunt.casework;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import nl.aanspreekpunt.casework.principle.Summoning;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/** What a person's answer or talk settles, and what it leaves. */
final class Answered {
  private Answered() {}

  /**
   * Keeps the promises to answer. Where a message came in after {@code seen}, the citizen still
   * waits for an answer to that one, at the due time they were told; whoever answered hears so.
   *
   * @param keepsDated which of those that were promised for a moment of their own
   */
  static void keep(Draft draft, String by, String seen, String how, Predicate<Promise> keepsDated) {
    Summoning.answered(draft, by);
    List<Promise> toAnswer =
        draft.promises.open().stream()
            .filter(one -> answers(one, how) && !decided(draft, one))
            .filter(one -> !one.dated() || keepsDated.test(one))
            .toList();
    for (Promise promise : toAnswer) {
      draft.promises.keep(promise, by, how);
      if (!draft.before.read(seen, promise.seen())) {
        draft.promises.goOn(promise);
        tell(draft, by);
      }
    }
  }

  /** A decision is put down: its letter is the answer, and keeps it. */
  private static boolean decided(Draft draft, Promise one) {
    return draft.care().intended() != null
        && (one.kind() == PromiseKind.ANSWER || one.kind() == PromiseKind.FIND_OUT);
  }

  /**
   * What was promised in an answer may be given in one: a decision too, and a call to somebody of
   * whom no number is known.
   */
  private static boolean answers(Promise one, String how) {
    if (one.kind() == PromiseKind.TALK) {
      return false;
    }
    boolean called = one.kind() == PromiseKind.CALLBACK && one.callback() != null;
    return (one.dated() && how.equals("reply") && !called && !one.kind().apart())
        || one.kind() == PromiseKind.ANSWER
        || one.kind() == PromiseKind.FIND_OUT
        || (one.kind() == PromiseKind.TALK && how.equals("talk"));
  }

  /** A later message came in between. */
  static void tell(Draft draft, String by) {
    draft.tell().official(by, Notice.Kind.WARNING, Map.of("what", "later-message"));
  }
}
