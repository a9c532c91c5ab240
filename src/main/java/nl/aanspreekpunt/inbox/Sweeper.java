package nl.aanspreekpunt.inbox;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Resumes, again and again, what stayed behind. */
public final class Sweeper extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
  private final Pipeline pipeline;
  private final long everyMillis;
  private Future<?> running = Future.succeededFuture();

  public Sweeper(Pipeline pipeline, long everyMillis) {
    this.pipeline = pipeline;
    this.everyMillis = everyMillis;
  }

  @Override
  public Future<?> start() {
    vertx.setPeriodic(everyMillis, everyMillis, id -> sweepUnlessRunning());
    return Future.succeededFuture();
  }

  private void sweepUnlessRunning() {
    if (running.isComplete()) {
      running =
          pipeline
              .sweep()
              .onFailure(e -> LOG.warn("sweep failed, the next one tries again: {}", e.toString()));
    }
  }

  @Override
  public Future<?> stop() {
    return running.otherwiseEmpty();
  }
}
