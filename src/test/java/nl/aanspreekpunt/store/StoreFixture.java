package nl.aanspreekpunt.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A fresh store for each test: the embedded default, or a database of its own, dropped afterwards,
 * on the server that AANSPREEKPUNT_TEST_MONGODB_URI names. A command that the design forbids fails
 * the test.
 */
public final class StoreFixture implements BeforeEachCallback, AfterEachCallback {
  private static final String SERVER = System.getenv("AANSPREEKPUNT_TEST_MONGODB_URI");
  private final ForbiddenCommands forbidden = new ForbiddenCommands();
  private Vertx vertx;
  private Path directory;
  private StoreSettings settings;
  private Store store;

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    vertx = Vertx.vertx();
    directory = Files.createTempDirectory("store");
    settings = new StoreSettings(ownDatabase(), directory);
    store = open(Interruption.NONE);
  }

  /** A database that nobody else has, to be dropped by who asks; null on the embedded default. */
  public static String ownDatabase() {
    return SERVER == null ? null : ownDatabase(SERVER);
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

  /** The same server with a database that nobody else has. */
  private static String ownDatabase(String server) {
    String name = "test_" + UUID.randomUUID().toString().replace("-", "");
    String named = new ConnectionString(server).getDatabase();
    int options = server.indexOf('?');
    String hosts = options < 0 ? server : server.substring(0, options);
    if (named != null) {
      hosts = hosts.substring(0, hosts.length() - named.length());
    } else if (hosts.indexOf('/', "mongodb+srv://".length()) < 0) {
      hosts += "/";
    }
    return hosts + name + (options < 0 ? "" : server.substring(options));
  }

  public Store store() {
    return store;
  }

  public Vertx vertx() {
    return vertx;
  }

  public StoreSettings settings() {
    return settings;
  }

  /** Closes the store and opens it again on the same data, as a restart does. */
  public Store reopened() {
    return reopened(Interruption.NONE);
  }

  public Store reopened(Interruption interruption) {
    await(store.close());
    store = open(interruption);
    return store;
  }

  private Store open(Interruption interruption) {
    return await(Store.open(vertx, settings, interruption, forbidden));
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    try {
      await(store.drop());
      await(store.close());
    } finally {
      await(vertx.close());
      delete(directory);
    }
    assertThat(forbidden.seen()).as("what the design forbids").isEmpty();
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
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
