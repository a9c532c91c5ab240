package nl.aanspreekpunt.operations;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does something again and again, each time after the one before has ended: reads the directory's
 * version each second, counts load every few seconds. A failure is logged once, until it is over.
 */
public final class Polling extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(Polling.class);

  private final String what;
  private final Duration every;
  private final Supplier<Future<?>> work;
  private Future<?> running = Future.succeededFuture();
  private boolean failing;
  private boolean stopped;
  private long timer = -1;

  public Polling(String what, Duration every, Supplier<Future<?>> work) {
    this.what = what;
    this.every = every;
    this.work = work;
  }

  @Override
  public Future<?> start() {
    again();
    return Future.succeededFuture();
  }

  private void again() {
    if (!stopped) {
      timer = vertx.setTimer(every.toMillis(), id -> once());
    }
  }

  private void once() {
    running = Future.succeededFuture().compose(now -> work.get());
    running
        .onSuccess(
            done -> {
              if (failing) {
                LOG.info("{} works again", what);
              }
              failing = false;
            })
        .onFailure(
            failure -> {
              if (!failing) {
                LOG.warn("{} fails; trying again every {}: {}", what, every, failure.getMessage());
              }
              failing = true;
            })
        .onComplete(done -> again());
  }

  /** Waits for what is under way. */
  @Override
  public Future<?> stop() {
    stopped = true;
    vertx.cancelTimer(timer);
    return running.otherwiseEmpty();
  }
}
