package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.function.Supplier;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.official.DirectoryRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes an answer of whatever went wrong; what was nobody's intention stands in the log. */
final class Mishaps {
  private static final Logger LOG = LoggerFactory.getLogger(Mishaps.class);
  private static final String TRY_AGAIN_AFTER = "5";

  private final Supplier<Future<Void>> store;

  Mishaps(Supplier<Future<Void>> store) {
    this.store = store;
  }

  Future<Answer> answer(Throwable failure) {
    if (failure instanceof Problem problem) {
      return Future.succeededFuture(problem.answer());
    }
    if (failure instanceof Casework.NoSuchCase) {
      return Future.succeededFuture(Problem.noSuch("case").answer());
    }
    if (failure instanceof DirectoryRefused refused) {
      return Future.succeededFuture(
          Problem.saying(422, "directory-refused", refused.getMessage()).answer());
    }
    if (failure instanceof HttpException http && http.getStatusCode() < 500) {
      return Future.succeededFuture(ofStatus(http.getStatusCode()).answer());
    }
    return Future.succeededFuture()
        .compose(asked -> store.get())
        .map(
            there -> {
              LOG.error("a request to the API went wrong", failure);
              return Problem.of(500, "broken").answer();
            })
        .recover(
            away -> {
              LOG.warn("a request to the API waits for the database: {}", away.getMessage());
              return Future.succeededFuture(
                  Problem.of(503, "store-away").with("Retry-After", TRY_AGAIN_AFTER).answer());
            });
  }

  /** What the router itself refuses. */
  void failed(RoutingContext context) {
    if (context.response().headWritten()) {
      context.response().reset();
      return;
    }
    int status = context.statusCode();
    Future<Answer> answer =
        context.failure() != null && (status < 400 || status >= 500)
            ? answer(context.failure())
            : Future.succeededFuture(ofStatus(status).answer());
    answer.onSuccess(made -> made.send(context.response()));
  }

  private static Problem ofStatus(int status) {
    return switch (status) {
      case 404 -> Problem.noSuch("path");
      case 405 -> Problem.of(405, "method");
      case 413 -> Problem.of(413, "too-large");
      case 415 -> Problem.of(415, "json-expected");
      default -> Problem.of(status < 500 ? 400 : 500, status < 500 ? "request-wrong" : "broken");
    };
  }
}
