package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Changes something that is no case: read, changed and written, again when somebody else was first.
 *
 * @param what it is, for who reads the log
 * @param missing code of the refusal when there is none
 * @param replace of the first by the second; false when it had changed since
 */
public record Revising<T>(
    String what,
    String missing,
    Function<String, Future<Optional<T>>> find,
    BiFunction<T, T, Future<Boolean>> replace) {
  private static final int TRIES = 20;

  /**
   * Fails when others are first each time.
   *
   * @param how gives it as it was when there is nothing to do
   */
  public Future<Done<T>> change(String id, Function<T, Done<T>> how) {
    return change(id, how, TRIES);
  }

  private Future<Done<T>> change(String id, Function<T, Done<T>> how, int left) {
    return find.apply(id)
        .compose(
            found -> {
              if (found.isEmpty()) {
                return Future.succeededFuture(Done.refused(missing, null));
              }
              T before = found.get();
              Done<T> done = how.apply(before);
              return done.refused() || before.equals(done.now())
                  ? Future.succeededFuture(done)
                  : replace
                      .apply(before, done.now())
                      .compose(
                          first -> first ? Future.succeededFuture(done) : again(id, how, left - 1));
            });
  }

  private Future<Done<T>> again(String id, Function<T, Done<T>> how, int left) {
    return left == 0
        ? Future.failedFuture(what + " " + id + " changes too often")
        : change(id, how, left);
  }
}
