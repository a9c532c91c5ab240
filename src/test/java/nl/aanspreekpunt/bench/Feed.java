package nl.aanspreekpunt.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntPredicate;

/** Hands messages to the hub over several connections at once. */
final class Feed {
  private final Sender.Opening opening;
  private final int clients;
  private final AtomicInteger next = new AtomicInteger();

  Feed(Sender.Opening opening, int clients) {
    this.opening = opening;
    this.clients = clients;
  }

  /** As fast as they are taken, this many. */
  List<Sender.Sent> send(int count) throws IOException {
    return at(Double.POSITIVE_INFINITY, count);
  }

  /** As fast as they are taken, for so long. */
  void sendFor(long millis) throws IOException {
    long end = System.nanoTime() + millis * 1_000_000;
    run(Double.POSITIVE_INFINITY, n -> System.nanoTime() < end);
  }

  /** This many a second, as far as they are taken so fast. */
  List<Sender.Sent> at(double rate, int count) throws IOException {
    int first = next.get();
    return run(rate, n -> n < first + count);
  }

  private List<Sender.Sent> run(double rate, IntPredicate more) throws IOException {
    int first = next.get();
    long start = System.nanoTime();
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try {
      List<Future<List<Sender.Sent>>> all = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        all.add(threads.submit(() -> one(first, start, 1e9 / rate, more)));
      }
      List<Sender.Sent> sent = new ArrayList<>();
      for (Future<List<Sender.Sent>> each : all) {
        sent.addAll(each.get());
      }
      return sent;
    } catch (ExecutionException e) {
      throw new IOException("a message was not taken", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private List<Sender.Sent> one(int first, long start, double between, IntPredicate more)
      throws IOException {
    List<Sender.Sent> sent = new ArrayList<>();
    try (Sender sender = opening.open()) {
      for (int n = next.getAndIncrement(); more.test(n); n = next.getAndIncrement()) {
        await(start + (long) ((n - first) * between));
        sent.add(sender.send(n));
      }
    }
    return sent;
  }

  private static void await(long moment) {
    long left = moment - System.nanoTime();
    while (left > 0) {
      LockSupport.parkNanos(left);
      left = moment - System.nanoTime();
    }
  }
}
