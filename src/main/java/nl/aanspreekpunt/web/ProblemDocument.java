package nl.aanspreekpunt.web;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/**
 * What a program reads when its request is refused (RFC 9457).
 *
 * @param code stable, for programs
 * @param detail a sentence for who wrote the program
 */
public record ProblemDocument(int status, String code, String detail) {
  public static final String TYPE = "application/problem+json";

  /** Its sentence is {@code <code>} of the texts. */
  static ProblemDocument of(int status, String code) {
    return new ProblemDocument(status, code, ApiWords.say(code));
  }

  public JsonObject json() {
    return new JsonObject()
        .put("type", "about:blank")
        .put("title", HttpResponseStatus.valueOf(status).reasonPhrase())
        .put("status", status)
        .put("code", code)
        .put("detail", detail);
  }

  void send(HttpServerResponse response) {
    response.setStatusCode(status).putHeader("Content-Type", TYPE).end(json().encode());
  }
}
