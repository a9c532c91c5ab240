package nl.aanspreekpunt.official;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How much open work each official has: an estimate in memory, counted every few seconds, plus what
 * this node gave them since or is giving them. Safe to use from any thread.
 */
public final class Load {
  private static final int AT_ONCE = 4;

  /**
   * What somebody has to do.
   *
   * @param open open cases
   * @param pressing those in which a promise is late, or due soon
   */
  public record Work(long open, long pressing) {
    public static final Work NONE = new Work(0, 0);

    public Work plus(long more) {
      return new Work(open + more, pressing);
    }
  }

  private record Estimate(Work counted, Instant at, long added) {
    static final Estimate UNKNOWN = new Estimate(Work.NONE, Instant.MIN, 0);

    Work work() {
      return counted.plus(added);
    }
  }

  private final Function<String, Future<Work>> count;
  private final Clock clock;
  private final Duration every;
  private final Map<String, Estimate> estimates = new ConcurrentHashMap<>();
  private final Map<String, Long> coming = new ConcurrentHashMap<>();

  /**
   * @param count what an official (id) has to do
   * @param every how old a count may become before {@link #refresh} counts again
   */
  public Load(Function<String, Future<Work>> count, Clock clock, Duration every) {
    this.count = count;
    this.clock = clock;
    this.every = every;
  }

  /**
   * Counts again for whom the count has become old, a few at a time. A count that fails leaves the
   * estimate as it was; then the first such failure is told when the others are done.
   */
  public Future<Void> refresh(List<Official> officials) {
    Instant now = clock.instant();
    Deque<String> old = new ArrayDeque<>();
    for (Official official : officials) {
      Instant at = estimates.getOrDefault(official.id(), Estimate.UNKNOWN).at();
      if (at.equals(Instant.MIN) || !at.plus(every).isAfter(now)) {
        old.add(official.id());
      }
    }
    List<Future<Void>> lanes = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      lanes.add(oneByOne(old));
    }
    return Future.join(lanes).mapEmpty();
  }

  private Future<Void> oneByOne(Deque<String> old) {
    String official;
    synchronized (old) {
      official = old.poll();
    }
    if (official == null) {
      return Future.succeededFuture();
    }
    return recount(official).eventually(() -> oneByOne(old));
  }

  /** What is added while the count runs stays added: rather a case too many than one forgotten. */
  private Future<Void> recount(String official) {
    long before = estimates.getOrDefault(official, Estimate.UNKNOWN).added();
    return asFuture(() -> count.apply(official))
        .map(
            counted -> {
              estimates.compute(
                  official,
                  (id, old) ->
                      new Estimate(
                          counted,
                          clock.instant(),
                          old == null ? 0 : Math.max(0, old.added() - before)));
              return null;
            });
  }

  private static <T> Future<T> asFuture(Supplier<Future<T>> does) {
    try {
      return does.get();
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
  }

  /**
   * Opens a case that was given to an official. It counts as theirs from now on, so that what is
   * decided at the same moment knows of it, and no more when it was not opened.
   *
   * @param open completes with whether it was opened
   */
  public Future<Boolean> opening(String official, Supplier<Future<Boolean>> open) {
    coming.merge(official, 1L, Long::sum);
    return asFuture(open)
        .onComplete(
            done -> {
              if (done.succeeded() && done.result()) {
                added(official);
              }
              coming.computeIfPresent(official, (id, n) -> n == 1 ? null : n - 1);
            });
  }

  /** This node gave the official one more case. */
  public void added(String official) {
    estimates.merge(
        official,
        new Estimate(Work.NONE, Instant.MIN, 1),
        (old, one) -> new Estimate(old.counted(), old.at(), old.added() + 1));
  }

  /** The estimate of what an official (id) has to do. */
  public Work of(String official) {
    return estimates
        .getOrDefault(official, Estimate.UNKNOWN)
        .work()
        .plus(coming.getOrDefault(official, 0L));
  }
}
