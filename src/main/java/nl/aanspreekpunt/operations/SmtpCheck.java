package nl.aanspreekpunt.operations;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The SMTP listener takes a connection and says something, be it that it is busy: a port that is
 * open alone may belong to a listener that hangs.
 */
public final class SmtpCheck implements Supplier<Future<?>> {
  private static final Duration LONGEST = Duration.ofMillis(1_500);

  private final Vertx vertx;
  private final NetClient client;
  private final int port;
  private final String host;

  public SmtpCheck(Vertx vertx, int port, String host) {
    this(vertx, port, host, LONGEST);
  }

  /**
   * @param longest for the connection, and again for the greeting
   */
  SmtpCheck(Vertx vertx, int port, String host, Duration longest) {
    this.vertx = vertx;
    this.port = port;
    this.host = host;
    client =
        vertx.createNetClient(
            new NetClientOptions()
                .setConnectTimeout((int) longest.toMillis())
                .setIdleTimeout((int) longest.toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS));
  }

  /** On one event loop, so that nothing is said before somebody listens. */
  @Override
  public Future<?> get() {
    Promise<Void> greeted = Promise.promise();
    vertx
        .getOrCreateContext()
        .runOnContext(
            here -> client.connect(port, host).compose(SmtpCheck::greeted).onComplete(greeted));
    return greeted.future();
  }

  private static Future<Void> greeted(NetSocket socket) {
    Promise<Void> greeted = Promise.promise();
    socket.exceptionHandler(greeted::tryFail);
    socket.closeHandler(closed -> greeted.tryFail("says nothing"));
    socket.handler(
        said -> {
          greeted.tryComplete();
          socket.close();
        });
    return greeted.future();
  }
}
