package nl.aanspreekpunt.store;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;

/** Where every command passes: counted, bounded, and cut off when a test says so. */
public final class Commands {
  private static final int AT_ONCE = 4096;
  private final MongoFuture futures;
  private final Interruption interruption;
  private final AtomicInteger underWay = new AtomicInteger();
  private final LongAdder reads = new LongAdder();
  private final LongAdder writes = new LongAdder();
  private final LongAdder roundTrips = new LongAdder();

  Commands(MongoFuture futures, Interruption interruption) {
    this.futures = futures;
    this.interruption = interruption;
  }

  /** Reads asked for since the store was opened. */
  public long reads() {
    return reads.sum();
  }

  /** Writes asked for since the store was opened; those that left in one bulk count each. */
  public long writes() {
    return writes.sum();
  }

  /** Commands sent to the server: a bulk counts once. */
  public long roundTrips() {
    return roundTrips.sum();
  }

  <S, T> Future<List<T>> read(String table, Supplier<Publisher<S>> command, Function<S, T> as) {
    return admitted(table, false, () -> sent(futures.promise(), command, as));
  }

  <S, T> Future<List<T>> write(String table, Supplier<Publisher<S>> command, Function<S, T> as) {
    return admitted(table, true, () -> sent(futures.promise(), command, as));
  }

  /** A write that something else sends, by {@link #sent}. */
  <T> Future<T> bulked(String table, Supplier<Future<T>> write) {
    return admitted(table, true, write);
  }

  <S, T> Future<List<T>> sent(
      Promise<List<T>> answer, Supplier<Publisher<S>> command, Function<S, T> as) {
    roundTrips.increment();
    try {
      MongoFuture.all(answer, command.get(), as);
    } catch (RuntimeException e) {
      answer.tryFail(e);
    }
    return answer.future();
  }

  <T> Promise<T> promise() {
    return futures.promise();
  }

  private <T> Future<T> admitted(String table, boolean writing, Supplier<Future<T>> command) {
    if (underWay.incrementAndGet() > AT_ONCE) {
      underWay.decrementAndGet();
      return Future.failedFuture(new StoreAway("too many commands wait for the database"));
    }
    try {
      interruption.before(table, writing);
      (writing ? writes : reads).increment();
      return command
          .get()
          .onComplete(done -> underWay.decrementAndGet())
          .recover(e -> Future.failedFuture(StoreAway.meant(e)));
    } catch (RuntimeException e) {
      underWay.decrementAndGet();
      return Future.failedFuture(e);
    }
  }
}
