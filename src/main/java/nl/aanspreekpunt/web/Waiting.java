package nl.aanspreekpunt.web;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks again for a moment, so that a page can show what is about to happen. */
public final class Waiting {
  private static final int LOOKS = 15;
  private static final long BETWEEN_MS = 100;

  private Waiting() {}

  /** What there is once it is enough, or after a second and a half. */
  public static <T> Future<T> until(Vertx vertx, Supplier<Future<T>> look, Predicate<T> enough) {
    return look(vertx, look, enough, LOOKS);
  }

  private static <T> Future<T> look(
      Vertx vertx, Supplier<Future<T>> look, Predicate<T> enough, int left) {
    return look.get()
        .compose(
            seen ->
                enough.test(seen) || left == 0
                    ? Future.succeededFuture(seen)
                    : pause(vertx).compose(waited -> look(vertx, look, enough, left - 1)));
  }

  private static Future<Void> pause(Vertx vertx) {
    Promise<Void> waited = Promise.promise();
    vertx.setTimer(BETWEEN_MS, id -> waited.complete());
    return waited.future();
  }
}
