package nl.aanspreekpunt.store.embedded;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
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
   * How long a chunk that is no longer needed is kept, so that the state a crash leaves never
   * stands on one that was written over: the engine's own default. With 2 s a loaded machine was
   * seen to leave a file that did not open.
   */
  private static final int RETENTION_MS = 45_000;

  /**
   * Between two commits. Each writes whole pages and their parents anew, so that many small ones
   * cost far more than a few that hold what came together.
   */
  private static final long PACE_NANOS = 10_000_000;

  private static final int FULL_ENOUGH = 60;
  private static final int SLICE_BYTES = 1024 * 1024;

  private final MVStore store;
  private final ReadWriteLock commands = new ReentrantReadWriteLock();
  private final AtomicLong asked = new AtomicLong();
  private final Object turn = new Object();
  private final ScheduledExecutorService flusher =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "store-flush"));
  private long done;
  private long ended = System.nanoTime() - PACE_NANOS;

  Journal(MVStore store) {
    this.store = store;
    store.setRetentionTime(RETENTION_MS);
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
    synchronized (turn) {
      if (done < mine) {
        LockSupport.parkNanos(ended + PACE_NANOS - System.nanoTime());
        long all = asked.get();
        alone(store::commit);
        store.sync();
        done = all;
        ended = System.nanoTime();
      }
    }
  }

  private void alone(Runnable work) {
    commands.writeLock().lock();
    try {
      work.run();
    } finally {
      commands.writeLock().unlock();
    }
  }

  /** For commands that did not ask for the journal; then one slice of tidying, when it is due. */
  private void flush() {
    try {
      if (store.hasUnsavedChanges()) {
        sync();
      }
      compact();
    } catch (RuntimeException e) {
      log.error("the embedded database cannot be written: {}", e.getMessage());
    }
  }

  /**
   * Rewrites sparse chunks, so that their room is used again. Chunks are never moved: the file does
   * not shrink while the hub runs.
   */
  private void compact() {
    FileStore<?> file = store.getFileStore();
    synchronized (turn) {
      if (file.getChunksFillRate() < FULL_ENOUGH) {
        alone(() -> store.compact(FULL_ENOUGH, SLICE_BYTES));
        alone(store::commit);
        store.sync();
      }
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
    store.close();
  }
}
