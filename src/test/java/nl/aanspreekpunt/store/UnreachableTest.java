package nl.aanspreekpunt.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreachableTest {
  private final Vertx vertx = Vertx.vertx();
  @TempDir Path directory;

  @AfterEach
  void close() {
    StoreFixture.await(vertx.close());
  }

  public record Thing(String id) {}

  @Test
  void whenNobodyListensEachCommandFailsWithinSeconds() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertAllFail(port);
  }

  @Test
  void whenTheServerSaysNothingEachCommandFailsWithinSeconds() throws IOException {
    try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      assertAllFail(mute.getLocalPort());
    }
  }

  private void assertAllFail(int port) {
    var settings = new StoreSettings("mongodb://127.0.0.1:" + port, directory);
    List<Future<?>> all = new ArrayList<>();
    Future<Store> opened = Store.open(vertx, settings);
    Future<Table<Thing>> table = opened.map(store -> store.table("things", Thing.class));
    for (int i = 0; i < 2500; i++) {
      String id = "t" + i;
      all.add(table.compose(things -> things.insert(new Thing(id))));
      all.add(table.compose(things -> things.find(id)));
    }
    assertThat(all).allMatch(one -> failsWithin(one, 8));
    opened.onSuccess(Store::close);
  }

  private static boolean failsWithin(Future<?> future, int seconds) {
    try {
      future.toCompletionStage().toCompletableFuture().get(seconds, TimeUnit.SECONDS);
      return false;
    } catch (ExecutionException e) {
      return true;
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError("still waiting", e);
    }
  }
}
