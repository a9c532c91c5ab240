package nl.aanspreekpunt.inbox.email;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A listener on a free port in front of {@link Kept}. */
final class Listening implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  static final List<String> DOMAINS = List.of("voorbeeldstad.example", "gemeente.example");
  static final SmtpSettings.Limits LIMITS =
      new SmtpSettings.Limits(
          40,
          30,
          100,
          1L << 30,
          Duration.ofSeconds(20),
          Duration.ofSeconds(60),
          Duration.ofSeconds(10),
          Duration.ofSeconds(10));

  final Kept inbox = new Kept();
  final Queue<SmtpRefusal> refused = new ConcurrentLinkedQueue<>();
  final Path spool;
  final SmtpListener listener;
  final int port;
  private final Vertx vertx = Vertx.vertx();

  Listening() {
    this(LIMITS, null, null);
  }

  Listening(SmtpSettings.Limits limits, Path certificate, Path key) {
    try {
      spool = Files.createTempDirectory("spool");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    SmtpSettings settings =
        new SmtpSettings("127.0.0.1", 0, DOMAINS, 25 << 20, certificate, key, spool, limits);
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    listener = new SmtpListener(vertx, settings, inbox, inbox, clock, refused::add);
    port = await(listener.start());
  }

  SmtpDialogue greeted() throws IOException {
    return SmtpDialogue.greeted(port);
  }

  static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Looks again every few milliseconds, up to ten seconds. */
  static void until(BooleanSupplier holds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("did not come true in ten seconds");
      }
      LockSupport.parkNanos(2_000_000);
    }
  }

  List<Path> spooled() {
    try (Stream<Path> files = Files.list(spool)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    await(listener.stop());
    await(vertx.close());
    for (Path file : spooled()) {
      Files.delete(file);
    }
    Files.delete(spool);
  }
}
