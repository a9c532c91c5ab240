package nl.aanspreekpunt.casework;

import java.util.Objects;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/** What a person's answer or talk settles, and what it leaves. */
final class Answered {
  private Answered() {}

  /**
   * Keeps the promises to answer. Where a message came in after {@code seen}, the citizen still
   * waits for an answer to that one, at the due time they were told.
   */
  static void keep(Draft draft, String by, String seen, String how) {
    for (Promise promise : draft.openPromises()) {
      if (promise.kind() == PromiseKind.ANSWER || promise.kind() == PromiseKind.FIND_OUT) {
        draft.keep(promise, by, how);
        if (promise.seen() != null && !Objects.equals(promise.seen(), seen)) {
          draft.promise(PromiseKind.ANSWER, promise.due(), promise.seen(), "hub");
        }
      }
    }
  }
}
