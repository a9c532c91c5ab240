package nl.aanspreekpunt.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A fresh {@link TestStore} for each test, on a Vert.x of its own. */
public final class StoreFixture implements BeforeEachCallback, AfterEachCallback {
  private Vertx vertx;
  private TestStore own;

  @Override
  public void beforeEach(ExtensionContext context) {
    vertx = Vertx.vertx();
    own = TestStore.open(vertx);
  }

  public Store store() {
    return own.store();
  }

  public Vertx vertx() {
    return vertx;
  }

  public StoreSettings settings() {
    return own.settings();
  }

  /** Closes the store and opens it again on the same data, as a restart does. */
  public Store reopened() {
    return reopened(Interruption.NONE);
  }

  public Store reopened(Interruption interruption) {
    return own.reopened(interruption);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    try {
      own.close();
    } finally {
      await(vertx.close());
    }
  }

  public static <T> T await(Future<T> future) {
    return TestStore.await(future);
  }
}
