package nl.aanspreekpunt.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A store of a test's own: the embedded default in a folder of its own or, on the server that
 * AANSPREEKPUNT_TEST_MONGODB_URI names, a database of its own. Both go when it is closed. A command
 * that the design forbids fails the closing.
 */
public final class TestStore implements AutoCloseable {
  private static final String SERVER = System.getenv("AANSPREEKPUNT_TEST_MONGODB_URI");
  private final ForbiddenCommands forbidden = new ForbiddenCommands();
  private final Vertx vertx;
  private final Path directory;
  private final StoreSettings settings;
  private Store store;

  private TestStore(Vertx vertx, Interruption interruption) {
    this.vertx = vertx;
    try {
      directory = Files.createTempDirectory("store");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    settings = new StoreSettings(ownDatabase(), directory);
    store = opened(interruption);
  }

  public static TestStore open(Vertx vertx) {
    return open(vertx, Interruption.NONE);
  }

  public static TestStore open(Vertx vertx, Interruption interruption) {
    return new TestStore(vertx, interruption);
  }

  private Store opened(Interruption interruption) {
    return await(Store.open(vertx, settings, interruption, forbidden));
  }

  public Store store() {
    return store;
  }

  public StoreSettings settings() {
    return settings;
  }

  /** Closes the store and opens it again on the same data, as a restart does. */
  public Store reopened(Interruption interruption) {
    await(store.close());
    store = opened(interruption);
    return store;
  }

  @Override
  public void close() {
    if (settings.uri() != null) {
      await(store.drop());
    }
    await(store.close());
    delete(directory);
    assertThat(forbidden.seen()).as("what the design forbids").isEmpty();
  }

  private static void delete(Path directory) {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A database that nobody else has, to be dropped by who asks; null on the embedded default. */
  public static String ownDatabase() {
    return SERVER == null
        ? null
        : in(SERVER, "test_" + UUID.randomUUID().toString().replace("-", ""));
  }

  /** The same server and the same account, but another database. */
  static String in(String server, String name) {
    ConnectionString parsed = new ConnectionString(server);
    int options = server.indexOf('?');
    String hosts = options < 0 ? server : server.substring(0, options);
    if (parsed.getDatabase() != null) {
      hosts = hosts.substring(0, hosts.length() - parsed.getDatabase().length());
    } else if (!hosts.endsWith("/")) {
      hosts += "/";
    }
    String rest = options < 0 ? "" : server.substring(options + 1);
    if (parsed.getCredential() != null && !rest.contains("authSource=")) {
      String account = "authSource=" + parsed.getCredential().getSource();
      rest = rest.isEmpty() ? account : rest + "&" + account;
    }
    return hosts + name + (rest.isEmpty() ? "" : "?" + rest);
  }

  /** Drops what {@link #ownDatabase} named. */
  public static void drop(String uri) {
    Vertx vertx = Vertx.vertx();
    try {
      Store store = await(Store.open(vertx, new StoreSettings(uri, Path.of("."))));
      await(store.drop());
      await(store.close());
    } finally {
      await(vertx.close());
    }
  }

  public static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }
}
