package nl.aanspreekpunt.twilio;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Where the hub's requests arrive. Those that Twilio describes go on through {@link Prism} to the
 * stand-in, and its answer comes back that way; what Twilio does not describe, the bytes of files,
 * goes straight.
 */
final class Front {
  private final Function<Asked, Future<Answer>> standIn;
  private final boolean checked;
  private final HttpClient toPrism;
  private final HttpServer server;
  private final String name;
  private final List<String> violations = new CopyOnWriteArrayList<>();

  Front(Vertx vertx, boolean checked, Function<Asked, Future<Answer>> standIn) {
    this.standIn = standIn;
    this.checked = checked;
    this.toPrism = vertx.createHttpClient();
    this.server =
        await(vertx.createHttpServer().requestHandler(this::comes).listen(0, "127.0.0.1"));
    this.name = String.valueOf(server.actualPort());
    if (checked) {
      Prism.running().serve(name, this::passed);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  /** What was not as Twilio describes it, since this was asked before. */
  List<String> violations() {
    List<String> all = new ArrayList<>(violations);
    violations.removeAll(all);
    return all;
  }

  private void comes(HttpServerRequest request) {
    boolean described = checked && request.path().endsWith(".json");
    request
        .body()
        .compose(
            body -> described ? byPrism(request, body) : standIn.apply(Asked.read(request, body)))
        .onSuccess(answer -> give(request, answer))
        .onFailure(e -> request.response().setStatusCode(502).end(String.valueOf(e)));
  }

  private Future<Answer> byPrism(HttpServerRequest request, Buffer body) {
    return toPrism
        .request(request.method(), Prism.running().port, "127.0.0.1", request.uri())
        .compose(
            asks -> {
              asks.headers().addAll(request.headers());
              return asks.putHeader(Prism.STAND_IN, name).send(body);
            })
        .compose(response -> response.body().map(read -> answered(response, read)));
  }

  private Answer answered(HttpClientResponse response, Buffer body) {
    String then = response.getHeader(Answer.THEN);
    if (then == null) {
      violations.add(response.statusCode() + " " + body);
    }
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    response.headers().forEach((key, value) -> headers.put(key, value));
    headers.keySet().removeAll(Set.of("Content-Length", "Transfer-Encoding", "Connection"));
    return new Answer(
        response.statusCode(),
        headers,
        body,
        then == null ? Answer.Then.ARRIVES : Answer.Then.valueOf(then));
  }

  private void passed(HttpServerRequest request) {
    request
        .body()
        .compose(body -> known(Asked.read(request, body)))
        .onSuccess(answer -> answer.write(request.response()))
        .onFailure(e -> request.response().setStatusCode(500).end(String.valueOf(e)));
  }

  private Future<Answer> known(Asked request) {
    Set<String> unknown = Prism.running().known.unknown(request);
    if (unknown.isEmpty()) {
      return standIn.apply(request);
    }
    violations.add("422 unknown: " + unknown);
    return Future.succeededFuture(Answer.error(422, 20001));
  }

  private static void give(HttpServerRequest request, Answer answer) {
    switch (answer.then()) {
      case ARRIVES -> answer.write(request.response());
      case CLOSES -> request.connection().close();
      case STAYS_SILENT -> {}
    }
  }

  void close() {
    if (checked) {
      Prism.running().leave(name);
    }
    await(server.close());
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
