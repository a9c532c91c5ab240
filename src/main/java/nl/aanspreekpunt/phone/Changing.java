package nl.aanspreekpunt.phone;

import io.vertx.core.Future;
import java.util.function.UnaryOperator;

/** Changes a call, again on what another change left when that came first. */
record Changing(Calls calls) {
  private static final int TRIES = 5;

  /** The call as it then stands. Fails when there is none. */
  Future<Call> change(String id, UnaryOperator<Call> how) {
    return change(id, how, TRIES);
  }

  private Future<Call> change(String id, UnaryOperator<Call> how, int tries) {
    return calls
        .find(id)
        .map(found -> found.orElseThrow(() -> new NoSuchCall(id)))
        .compose(
            before -> {
              Call after = how.apply(before);
              return after.equals(before)
                  ? Future.succeededFuture(before)
                  : write(after.next(), before, how, tries);
            });
  }

  private Future<Call> write(Call after, Call before, UnaryOperator<Call> how, int tries) {
    return calls
        .replace(after, before.version())
        .compose(
            written ->
                written
                    ? Future.succeededFuture(after)
                    : tries <= 1
                        ? Future.failedFuture("call " + before.id() + " changes too often")
                        : change(before.id(), how, tries - 1));
  }

  /** Nothing is kept of it: the store was away when it came in. */
  static final class NoSuchCall extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoSuchCall(String id) {
      super("no call " + id);
    }
  }
}
