package nl.aanspreekpunt.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PollingTest {
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    StoreFixture.await(vertx.close());
  }

  @Test
  void whatFailsOrThrowsIsDoneAgain() throws InterruptedException {
    CountDownLatch tries = new CountDownLatch(3);
    Polling polling =
        new Polling(
            "the ladder",
            Duration.ofMillis(1),
            () -> {
              tries.countDown();
              if (tries.getCount() == 2) {
                throw new IllegalStateException("a bug");
              }
              return Future.failedFuture("the database is away");
            });

    StoreFixture.await(vertx.deployVerticle(polling));

    assertThat(tries.await(30, TimeUnit.SECONDS)).isTrue();
  }
}
