package nl.aanspreekpunt.operations;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.healthchecks.CheckResult;
import io.vertx.ext.healthchecks.HealthChecks;
import io.vertx.ext.healthchecks.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * For whoever watches the program: {@code /health/live}, {@code /health/ready} and {@code
 * /metrics}, on a port of its own. Answers name what fails and never why: that stands in the log.
 */
public final class Management extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(Management.class);
  private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";
  private static final long CHECK_TIMEOUT_MS = 2_000;

  private final String host;
  private final int port;
  private final Measures measures;
  private final Map<String, Supplier<Future<?>>> checks = new LinkedHashMap<>();
  private HttpServer server;
  private HealthChecks health;
  private List<String> failing = List.of();

  public Management(String host, int port, Measures measures) {
    this.host = host;
    this.port = port;
    this.measures = measures;
  }

  /** Ready means that this future succeeds within two seconds, each time. Before deployment. */
  public Management check(String name, Supplier<Future<?>> check) {
    checks.put(name, check);
    return this;
  }

  @Override
  public Future<?> start() {
    health = HealthChecks.create(vertx);
    checks.forEach(
        (name, check) ->
            health.register(
                name,
                CHECK_TIMEOUT_MS,
                answer ->
                    Future.succeededFuture()
                        .compose(go -> check.get())
                        .map(fine -> Status.OK())
                        .onComplete(answer)));
    HttpServerOptions options = new HttpServerOptions().setHttp2ClearTextEnabled(false);
    server = vertx.createHttpServer(options).requestHandler(this::answer);
    return server.listen(port, host);
  }

  /** The port that was taken; once deployed. */
  public int port() {
    return server.actualPort();
  }

  private void answer(HttpServerRequest request) {
    switch (request.path()) {
      case "/health/live" -> json(request, 200, new JsonObject().put("status", "UP"));
      case "/health/ready" -> health.checkStatus().onSuccess(result -> ready(request, result));
      case "/metrics" ->
          request.response().putHeader("Content-Type", METRICS).end(measures.scrape());
      default -> json(request, 404, new JsonObject().put("status", "UNKNOWN"));
    }
  }

  private void ready(HttpServerRequest request, CheckResult result) {
    List<CheckResult> down = result.getChecks().stream().filter(c -> !c.getUp()).toList();
    List<String> names = down.stream().map(CheckResult::getId).sorted().toList();
    if (!names.equals(failing)) {
      failing = names;
      down.forEach(check -> LOG.warn("Not ready: {}: {}", check.getId(), reason(check)));
      if (down.isEmpty()) {
        LOG.info("Ready again");
      }
    }
    if (names.isEmpty()) {
      json(request, 200, new JsonObject().put("status", "UP"));
    } else {
      json(request, 503, new JsonObject().put("status", "DOWN").put("failing", names));
    }
  }

  private static String reason(CheckResult check) {
    return check.getFailure() == null ? "no answer in time" : check.getFailure().getMessage();
  }

  private static void json(HttpServerRequest request, int status, JsonObject body) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .end(body.encode());
  }
}
