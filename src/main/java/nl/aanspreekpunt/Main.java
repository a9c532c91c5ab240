package nl.aanspreekpunt;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.aanspreekpunt.inbox.email.SmtpRefused;
import nl.aanspreekpunt.official.DirectoryRefused;
import nl.aanspreekpunt.operations.Logs;
import nl.aanspreekpunt.operations.Measures;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.StoreRefused;
import nl.aanspreekpunt.store.StoreSettings;
import org.slf4j.LoggerFactory;

/** Starts the hub, says where it is to be found, and stops it when asked. */
public final class Main {
  /** What is wrong stands on one line; exit code 2, as for a wrong command. */
  private static final int REFUSED = 2;

  private static final int STOP_SECONDS = 40;

  private Main() {}

  public static void main(String[] args) {
    run(Clock.systemUTC());
  }

  /** Runs until the process is asked to stop. Exits with 2 when it cannot start. */
  public static void run(Clock clock) {
    long began = System.nanoTime();
    Logs.join();
    Config config;
    try {
      config = Config.read(System.getenv());
    } catch (ConfigRefused e) {
      refuse(e);
      return;
    }
    Measures measures = new Measures();
    Vertx vertx = measures.watch(Vertx.builder(), new VertxOptions()).build();
    start(vertx, config, clock, measures)
        .compose(services -> announce(services, config, began))
        .onSuccess(Main::stopWithTheProcess)
        .onFailure(Main::refuse);
  }

  private static Future<Services> start(
      Vertx vertx, Config config, Clock clock, Measures measures) {
    String uri = config.store().uri() == null ? null : config.store().uri().value();
    return vertx
        .executeBlocking(() -> port(config))
        .compose(
            port ->
                Store.open(vertx, new StoreSettings(uri, config.data()))
                    .compose(
                        store ->
                            Hub.open(
                                vertx,
                                config,
                                clock,
                                config.http().publicUrl(port),
                                measures,
                                store))
                    .map(hub -> new Services(hub, port))
                    .compose(services -> services.start().map(services)));
  }

  /** Links carry the port, so it is chosen before anything is made that writes links. */
  private static int port(Config config) throws IOException {
    return config.http().port() == 0 ? FreePort.on(config.http().host()) : config.http().port();
  }

  private static Future<Services> announce(Services services, Config config, long began) {
    return services
        .site
        .madeToken()
        .compose(
            token ->
                services
                    .site
                    .firstPasswords()
                    .map(
                        made -> {
                          say(services, token, made, config.data());
                          long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
                          System.out.printf("ready in %.1f s%n", millis / 1000.0);
                          return services;
                        }));
  }

  private static void say(
      Services services, Optional<String> token, Map<String, String> made, Path data) {
    PrintStream out = System.out;
    services.addresses().forEach(out::println);
    token.ifPresent(one -> out.println("api token   " + one + "  (shown once)"));
    if (!made.isEmpty()) {
      made.forEach((email, password) -> out.println("password    " + email + "  " + password));
      out.println("            also in " + keep(made, data) + "; changed at the first login");
    }
  }

  /** Keeps first passwords where only the owner of the process reads them. */
  private static String keep(Map<String, String> made, Path data) {
    StringBuilder lines = new StringBuilder();
    made.forEach(
        (email, password) -> lines.append(email).append(' ').append(password).append('\n'));
    Path file = data.resolve("first-passwords.txt");
    try {
      Files.createDirectories(data);
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, lines);
      return file.toString();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private static void stopWithTheProcess(Services services) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  CountDownLatch stopped = new CountDownLatch(1);
                  services.stop().onComplete(done -> stopped.countDown());
                  try {
                    if (!stopped.await(STOP_SECONDS, TimeUnit.SECONDS)) {
                      System.err.println(
                          "stopped before all was finished; it goes on at the next start");
                    }
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                },
                "stop"));
  }

  /**
   * A mistake of who configures it is one line; anything else is a bug, and its trace is logged.
   */
  private static void refuse(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof ConfigRefused
        || cause instanceof DirectoryRefused
        || cause instanceof StoreRefused
        || cause instanceof SmtpRefused
        || cause instanceof StartRefused) {
      System.err.println(cause.getMessage());
    } else {
      LoggerFactory.getLogger(Main.class).error("cannot start", cause);
    }
    Runtime.getRuntime().halt(REFUSED);
  }
}
