package nl.aanspreekpunt.inbox.email;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * What a thread does that was made to wait: a connection of SMTP, a mailbox. Never an event loop.
 */
public final class OwnThread {
  private OwnThread() {}

  /**
   * Blocks until what was begun, on a context of its own, is done.
   *
   * @param patience after it, it goes on by itself and nobody hears how it ended
   */
  public static <T> T await(Vertx vertx, Duration patience, Supplier<Future<T>> work)
      throws InterruptedException, ExecutionException, TimeoutException {
    CompletableFuture<T> done = new CompletableFuture<>();
    Context context = vertx.getOrCreateContext();
    context.runOnContext(
        go ->
            Future.<Void>succeededFuture()
                .compose(none -> work.get())
                .onComplete(done::complete, done::completeExceptionally));
    return done.get(patience.toMillis(), TimeUnit.MILLISECONDS);
  }
}
