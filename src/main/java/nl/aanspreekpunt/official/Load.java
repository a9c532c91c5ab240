package nl.aanspreekpunt.official;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How much open work each official has: an estimate in memory, counted every few seconds, plus what
 * this node gave them since. Safe to use from any thread.
 */
public final class Load {
  private static final int AT_ONCE = 4;

  /**
   * Somebody chosen by load.
   *
   * @param open the estimate of their open cases: the evidence for the choice
   */
  public record Weighed(Official official, long open) {}

  private record Estimate(long counted, Instant at, long added) {
    static final Estimate UNKNOWN = new Estimate(0, Instant.MIN, 0);

    long open() {
      return counted + added;
    }
  }

  private final Function<String, Future<Long>> count;
  private final Clock clock;
  private final Duration every;
  private final Map<String, Estimate> estimates = new ConcurrentHashMap<>();

  /**
   * @param count open cases of an official id
   * @param every how old a count may become before {@link #refresh} counts again
   */
  public Load(Function<String, Future<Long>> count, Clock clock, Duration every) {
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

  private static Future<Long> asFuture(Supplier<Future<Long>> count) {
    try {
      return count.get();
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
  }

  /** This node gave the official one more case. */
  public void added(String official) {
    estimates.merge(
        official,
        new Estimate(0, Instant.MIN, 1),
        (old, one) -> new Estimate(old.counted(), old.at(), old.added() + 1));
  }

  /** The estimate of somebody's open cases. */
  public long open(String official) {
    return estimates.getOrDefault(official, Estimate.UNKNOWN).open();
  }

  public Optional<Weighed> least(List<Official> officials) {
    return least(officials, Map.of());
  }

  /**
   * Who has most room, for their capacity; the first of those who are equal. Empty for nobody.
   *
   * @param given how many cases each official (id) is to get besides
   */
  public Optional<Weighed> least(List<Official> officials, Map<String, Long> given) {
    return officials.stream()
        .map(one -> new Weighed(one, open(one.id()) + given.getOrDefault(one.id(), 0L)))
        .min(Comparator.comparingDouble(Load::share));
  }

  private static double share(Weighed weighed) {
    return (double) weighed.open() / Math.max(1, weighed.official().capacity());
  }
}
