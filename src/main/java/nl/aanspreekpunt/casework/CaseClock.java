package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ticks: finds the cases that need attention and lets them climb. Whatever it does could also be
 * done by another node at the same moment; the case's version decides.
 */
public final class CaseClock extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(CaseClock.class);
  private static final int AT_ONCE = 200;
  private final Cases cases;
  private final Casework casework;
  private final Departing departing;
  private final Clock clock;
  private final long everyMillis;
  private Future<?> running = Future.succeededFuture();

  public CaseClock(
      Cases cases, Casework casework, Departing departing, Clock clock, long everyMillis) {
    this.cases = cases;
    this.casework = casework;
    this.departing = departing;
    this.clock = clock;
    this.everyMillis = everyMillis;
  }

  @Override
  public Future<?> start() {
    vertx.setPeriodic(everyMillis, id -> tickUnlessRunning());
    return Future.succeededFuture();
  }

  private void tickUnlessRunning() {
    if (running.isComplete()) {
      running =
          tick()
              .onFailure(
                  e -> LOG.warn("tick failed, the next one tries again: {}", e.getMessage()));
    }
  }

  /** Waits for the tick under way. */
  @Override
  public Future<?> stop() {
    return running.otherwiseEmpty();
  }

  /** Takes what is due now; completes with how many cases that were. */
  public Future<Integer> tick() {
    return cases
        .due(clock.instant(), AT_ONCE)
        .compose(this::attend)
        .compose(attended -> departing.tick().map(moved -> attended + moved));
  }

  private Future<Integer> attend(List<Case> due) {
    List<Future<Void>> all = due.stream().map(this::attend).toList();
    return Future.join(all).otherwiseEmpty().map(due.size());
  }

  private Future<Void> attend(Case one) {
    return casework
        .settle(one)
        .compose(told -> casework.change(one.id(), new Escalating()))
        .compose(this::rest)
        .onFailure(e -> LOG.warn("case {} waits for the next tick: {}", one.id(), e.getMessage()));
  }

  /** Nothing was due after all (the ladder or the hours changed): wakes when something is. */
  private Future<Void> rest(Decision decision) {
    return decision instanceof Decision.Unchanged unchanged
        ? casework.rest(unchanged.as())
        : Future.succeededFuture();
  }
}
