package nl.aanspreekpunt.web;

import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;

/**
 * A request that is no HTTP, or has too much before its body. Whether a person or a program sent it
 * cannot be told, so it is answered as to a program; then the connection ends.
 */
final class Unreadable implements Handler<HttpServerRequest> {
  @Override
  public void handle(HttpServerRequest request) {
    problem(request.decoderResult().cause()).send(request.response());
    request.connection().close();
  }

  private static ProblemDocument problem(Throwable cause) {
    if (cause instanceof TooLongHttpLineException) {
      return ProblemDocument.of(414, "address-too-long");
    }
    return cause instanceof TooLongHttpHeaderException || cause instanceof TooLongFrameException
        ? ProblemDocument.of(431, "headers-too-long")
        : ProblemDocument.of(400, "request-wrong");
  }
}
