package nl.aanspreekpunt.phone.desk;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Changes a call at the desk, again on what another change left when that came first.
 *
 * @param changed told of each change, after it was stored: pages show it
 */
record DeskChanges(DeskCalls calls, Consumer<DeskCall> changed) {
  private static final int TRIES = 20;

  /** The call as it then is; empty when there is none. */
  Future<Optional<DeskCall>> change(String id, UnaryOperator<DeskCall> how) {
    return change(id, how, TRIES);
  }

  private Future<Optional<DeskCall>> change(String id, UnaryOperator<DeskCall> how, int left) {
    return calls
        .find(id)
        .compose(
            found -> {
              if (found.isEmpty()) {
                return Future.succeededFuture(found);
              }
              DeskCall after = how.apply(found.get());
              if (after.equals(found.get())) {
                return Future.succeededFuture(found);
              }
              return calls
                  .replace(after, found.get().version())
                  .compose(
                      done -> {
                        if (done) {
                          told(found.get(), after);
                          return Future.succeededFuture(Optional.of(after));
                        }
                        return left == 1
                            ? Future.failedFuture("call " + id + " changes too often")
                            : change(id, how, left - 1);
                      });
            });
  }

  /** Also those whose telephone rang until now. */
  void told(DeskCall before, DeskCall after) {
    changed.accept(before);
    changed.accept(after);
  }
}
