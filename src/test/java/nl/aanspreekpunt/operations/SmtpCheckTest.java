package nl.aanspreekpunt.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SmtpCheckTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(300);
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void stop() throws Exception {
    await(vertx.close());
  }

  @Test
  void aListenerThatGreetsIsThereAlsoWhenItIsBusy() throws Exception {
    assertThat(failure(serving("220 here ESMTP\r\n"), LONG)).isNull();
    assertThat(failure(serving("421 4.7.0 Too many connections\r\n"), LONG)).isNull();
  }

  @Test
  void aGreetingThatComesAtOnceIsHeardEachTime() throws Exception {
    int port = serving("220 here ESMTP\r\n");
    for (int i = 0; i < 200; i++) {
      assertThat(failure(port, LONG)).isNull();
    }
  }

  @Test
  void aListenerThatIsGoneOrClosesOrSaysNothingIsNot() throws Exception {
    int gone = serving("220 here\r\n");
    await(server.close());
    assertThat(failure(gone, LONG)).isNotNull();
    assertThat(failure(serving(""), LONG)).hasMessageContaining("says nothing");
    assertThat(failure(serving(null), SHORT)).hasMessageContaining("says nothing");
  }

  private NetServer server;

  /**
   * @param greeting empty: closes at once; null: says nothing
   */
  private int serving(String greeting) throws Exception {
    server =
        vertx
            .createNetServer()
            .connectHandler(
                socket -> {
                  if ("".equals(greeting)) {
                    socket.close();
                  } else if (greeting != null) {
                    socket.write(greeting);
                  }
                });
    await(server.listen(0, "127.0.0.1"));
    return server.actualPort();
  }

  /** Null when the check succeeds. */
  private Throwable failure(int port, Duration longest) throws Exception {
    try {
      await(new SmtpCheck(vertx, port, "127.0.0.1", longest).get());
      return null;
    } catch (ExecutionException e) {
      return e.getCause();
    }
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
  }
}
