package nl.aanspreekpunt.web.api;

import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.official.DirectoryRefused;
import nl.aanspreekpunt.store.StoreAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes an answer of whatever went wrong; what was nobody's intention stands in the log. */
final class Mishaps {
  private static final Logger LOG = LoggerFactory.getLogger(Mishaps.class);
  private static final String TRY_AGAIN_AFTER = "5";

  Answer answer(Throwable failure) {
    if (failure instanceof Problem problem) {
      return problem.answer();
    }
    if (failure instanceof Casework.NoSuchCase) {
      return Problem.noSuch("case").answer();
    }
    if (failure instanceof DirectoryRefused refused) {
      return refused.isKeyUsed()
          ? Problem.of(422, "key-used").answer()
          : Problem.saying(422, "directory-refused", refused.getMessage()).answer();
    }
    if (failure instanceof HttpException http && http.getStatusCode() < 500) {
      return ofStatus(http.getStatusCode()).answer();
    }
    if (failure instanceof StoreAway) {
      LOG.warn("a request to the API waits for the database: {}", failure.getMessage());
      return Problem.of(503, "store-away").with("Retry-After", TRY_AGAIN_AFTER).answer();
    }
    LOG.error("a request to the API went wrong", failure);
    return Problem.of(500, "broken").answer();
  }

  /** What the router itself refuses. */
  void failed(RoutingContext context) {
    if (context.response().headWritten()) {
      context.response().reset();
      return;
    }
    int status = context.statusCode();
    Answer answer =
        context.failure() != null && (status < 400 || status >= 500)
            ? answer(context.failure())
            : ofStatus(status).answer();
    answer.send(context.response());
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
