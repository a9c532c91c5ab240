package nl.aanspreekpunt.web;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Pages for citizens and officials, the JSON API and the webhooks, on one port. */
public final class WebServer extends VerticleBase {
  private static final int LONGEST_FIELD = 256 * 1024;
  private static final int MOST_FIELDS = 1_000;
  private static final int IDLE_SECONDS = 60;

  /** Each parameter of the API at its longest, with each character as four bytes in hex. */
  private static final int LONGEST_LINE = 16 * 1024;

  /** Of 1 to 9: a page half a thousandth of a second, and a sixth of its size. */
  private static final int QUICK_COMPRESSION = 4;

  private final String host;
  private final int port;
  private final Visits visits;
  private final Pages pages;
  private final List<Routes> subjects;
  private Router router;
  private HttpServer server;

  /**
   * @param port 0 takes a free one
   */
  public WebServer(String host, int port, Visits visits, Pages pages, List<Routes> subjects) {
    this.host = host;
    this.port = port;
    this.visits = visits;
    this.pages = pages;
    this.subjects = List.copyOf(subjects);
  }

  @Override
  public Future<?> start() {
    router = Router.router(vertx);
    router.route().handler(visits::begin);
    subjects.forEach(subject -> subject.mount(router));
    new Problems(pages).mount(router);
    server =
        vertx
            .createHttpServer(options())
            .invalidRequestHandler(new Unreadable())
            .requestHandler(router);
    return server.listen(port, host);
  }

  private static HttpServerOptions options() {
    return new HttpServerOptions()
        .setHttp2ClearTextEnabled(false)
        // What is live or is a file says that it goes as it is. Form tokens differ each second, so
        // that nothing secret can be guessed by size (BREACH).
        .setCompressionSupported(true)
        .setCompressionLevel(QUICK_COMPRESSION)
        .setMaxInitialLineLength(LONGEST_LINE)
        .setIdleTimeout(IDLE_SECONDS)
        .setIdleTimeoutUnit(TimeUnit.SECONDS)
        .setMaxFormAttributeSize(LONGEST_FIELD)
        .setMaxFormFields(MOST_FIELDS)
        .setMaxFormBufferedBytes(16 * 1024);
  }

  /** The port that was taken; once deployed. */
  public int port() {
    return server.actualPort();
  }

  /** All that it answers; once deployed. */
  public Router router() {
    return router;
  }

  /** Answers what came in, takes no more. */
  @Override
  public Future<?> stop() {
    return server.shutdown(10, TimeUnit.SECONDS);
  }
}
