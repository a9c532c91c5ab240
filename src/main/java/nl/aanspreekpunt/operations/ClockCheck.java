package nl.aanspreekpunt.operations;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Nodes share due times, so they must agree on the time: a node more than two seconds from the
 * database's clock is not ready.
 */
public final class ClockCheck implements Supplier<Future<?>> {
  private static final Duration MOST = Duration.ofSeconds(2);

  private final Clock clock;
  private final Supplier<Future<Instant>> server;

  /**
   * @param server asks the database for its time
   */
  public ClockCheck(Clock clock, Supplier<Future<Instant>> server) {
    this.clock = clock;
    this.server = server;
  }

  @Override
  public Future<?> get() {
    return off()
        .compose(
            off ->
                off.compareTo(MOST) > 0
                    ? Future.failedFuture("clock is " + off.toMillis() + " ms off the database's")
                    : Future.succeededFuture());
  }

  /** By how much at least: the server looked at its clock somewhere between our two looks. */
  public Future<Duration> off() {
    Instant before = clock.instant();
    return server
        .get()
        .map(
            theirs -> {
              Duration behind = Duration.between(clock.instant(), theirs);
              Duration ahead = Duration.between(theirs, before);
              return behind.compareTo(ahead) > 0 ? behind : ahead;
            });
  }
}
