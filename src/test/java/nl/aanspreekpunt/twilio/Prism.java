package nl.aanspreekpunt.twilio;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Prism between the hub and the stand-ins of Twilio: it holds each request and each answer against
 * Twilio's own description, and refuses what is not as that says. One runs for all tests; a header
 * says for which stand-in a request is. The build installs it where it can ({@code
 * src/test/prism/install.sh}).
 */
final class Prism {
  static final String STAND_IN = "X-Stand-In";
  private static final Path FOLDER = Path.of("target", "prism").toAbsolutePath();
  private static final int AT_MOST_SECONDS = 60;
  private static final long LOOK_NANOS = 20_000_000;
  private static Prism running;

  private final Map<String, Handler<HttpServerRequest>> behind = new ConcurrentHashMap<>();
  final int port;
  final Known known;

  private Prism() throws IOException {
    known = new Known(new JsonObject(Files.readString(FOLDER.resolve("twilio.json"))));
    Vertx vertx = Vertx.vertx();
    HttpServer upstream =
        await(vertx.createHttpServer().requestHandler(this::handle).listen(0, "127.0.0.1"));
    port = freePort();
    Process process =
        new ProcessBuilder(
                "node",
                "--require",
                "./ends-with-parent.js",
                "node_modules/.bin/prism",
                "proxy",
                "--errors",
                "--verboseLevel",
                "error",
                "--port",
                String.valueOf(port),
                "twilio.json",
                "http://127.0.0.1:" + upstream.actualPort())
            .directory(FOLDER.toFile())
            .redirectErrorStream(true)
            .redirectOutput(FOLDER.resolve("log").toFile())
            .start();
    listens(process);
  }

  static boolean installed() {
    return Files.exists(FOLDER.resolve("installed"));
  }

  static synchronized Prism running() {
    try {
      running = running == null ? new Prism() : running;
      return running;
    } catch (IOException e) {
      throw new IllegalStateException("Prism did not start: see target/prism/log", e);
    }
  }

  void serve(String standIn, Handler<HttpServerRequest> handler) {
    behind.put(standIn, handler);
  }

  void leave(String standIn) {
    behind.remove(standIn);
  }

  private void handle(HttpServerRequest request) {
    Handler<HttpServerRequest> handler = behind.get(request.getHeader(STAND_IN));
    if (handler == null) {
      request.response().setStatusCode(503).end();
    } else {
      handler.handle(request);
    }
  }

  private void listens(Process process) throws IOException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(AT_MOST_SECONDS);
    while (!connects()) {
      if (!process.isAlive() || System.nanoTime() > until) {
        throw new IOException(Files.readString(FOLDER.resolve("log")));
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private boolean connects() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
