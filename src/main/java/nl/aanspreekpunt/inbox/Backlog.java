package nl.aanspreekpunt.inbox;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;

/**
 * Accepted messages waiting to be processed, some at a time. Bounded in number and bytes: what does
 * not fit is safe in the database, and the sweeper takes it up. Safe for several threads.
 */
final class Backlog {
  private static final int AT_ONCE = 64;
  private static final int LONGEST = 5_000;
  private static final long MOST_BYTES = 32L << 20;
  private final Function<Receipt, Future<Void>> process;
  private final Deque<Receipt> waiting = new ArrayDeque<>();
  private final Promise<Void> drained = Promise.promise();
  private long bytes;
  private int running;
  private boolean draining;

  Backlog(Function<Receipt, Future<Void>> process) {
    this.process = process;
  }

  void add(Receipt receipt) {
    synchronized (this) {
      if (draining || waiting.size() >= LONGEST || bytes + weight(receipt) > MOST_BYTES) {
        return;
      }
      waiting.add(receipt);
      bytes += weight(receipt);
    }
    next();
  }

  private void next() {
    Receipt receipt;
    synchronized (this) {
      if (running >= AT_ONCE || waiting.isEmpty()) {
        return;
      }
      receipt = waiting.poll();
      bytes -= weight(receipt);
      running++;
    }
    process.apply(receipt).onComplete(done -> finished());
  }

  private void finished() {
    synchronized (this) {
      running--;
      if (draining && running == 0 && waiting.isEmpty()) {
        drained.tryComplete();
      }
    }
    next();
  }

  Future<Void> drain() {
    synchronized (this) {
      draining = true;
      if (running == 0 && waiting.isEmpty()) {
        drained.tryComplete();
      }
    }
    return drained.future();
  }

  private static long weight(Receipt receipt) {
    return receipt.raw() == null ? 500 : receipt.raw().length + 500L;
  }
}
