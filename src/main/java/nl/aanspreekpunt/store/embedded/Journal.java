package nl.aanspreekpunt.store.embedded;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When what was written is on disk. Commands share a lock that a commit takes alone, so that each
 * commit holds whole commands; waiting commands share one commit and one sync.
 */
final class Journal implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Journal.class);
  private static final long FLUSH_MS = 100;

  /**
   * Between two commits. Each writes whole pages and their parents anew, so that many small ones
   * cost far more than a few that hold what came together.
   */
  private static final long PACE_NANOS = 10_000_000;

  /**
   * After so many slices that left the file no fuller, tidying rests until something is written.
   */
  private static final int MOST_IN_VAIN = 100;

  private final StoreFile file;
  private final ReadWriteLock commands = new ReentrantReadWriteLock();
  private final AtomicLong asked = new AtomicLong();

  /** Fair, so that tidying has its turn however many wait to write. */
  private final Lock turn = new ReentrantLock(true);

  private final ScheduledExecutorService flusher =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "store-flush"));
  private long done;
  private long ended = System.nanoTime() - PACE_NANOS;
  private int fullest;
  private int inVain;

  Journal(StoreFile file) {
    this.file = file;
  }

  /**
   * From here on what was written goes to disk by itself, and the file is tidied. Before that
   * nothing may read outside {@link #during}: tidying takes away pages that a reader still needs.
   */
  void start() {
    flusher.scheduleWithFixedDelay(this::flush, FLUSH_MS, FLUSH_MS, TimeUnit.MILLISECONDS);
  }

  /** Runs a command, beside others but never beside a commit. */
  <T> T during(Supplier<T> command) {
    commands.readLock().lock();
    try {
      return command.get();
    } finally {
      commands.readLock().unlock();
    }
  }

  /** Returns when everything written before the call is on disk. */
  void sync() {
    long mine = asked.incrementAndGet();
    turn.lock();
    try {
      if (done < mine) {
        LockSupport.parkNanos(ended + PACE_NANOS - System.nanoTime());
        long all = asked.get();
        alone(file::commit);
        file.sync();
        done = all;
        fullest = 0;
        inVain = 0;
        ended = System.nanoTime();
      }
    } finally {
      turn.unlock();
    }
  }

  private <T> T alone(Supplier<T> work) {
    commands.writeLock().lock();
    try {
      return work.get();
    } finally {
      commands.writeLock().unlock();
    }
  }

  /** For commands that did not ask for the journal; then one slice of tidying, when it is due. */
  private void flush() {
    try {
      if (file.store().hasUnsavedChanges()) {
        sync();
      }
      compact();
    } catch (RuntimeException e) {
      log.error("the embedded database cannot be written: {}", e.getMessage());
    }
  }

  /** One slice, so that commands wait for it no longer than for a commit. */
  private void compact() {
    turn.lock();
    try {
      if (inVain < MOST_IN_VAIN && file.sparse() && alone(file::compact)) {
        file.sync();
        inVain = file.fullness() > fullest ? 0 : inVain + 1;
        fullest = Math.max(fullest, file.fullness());
      }
    } finally {
      turn.unlock();
    }
  }

  @Override
  public void close() {
    flusher.shutdown();
    try {
      flusher.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    sync();
    file.close();
  }
}
