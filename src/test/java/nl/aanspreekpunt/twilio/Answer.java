package nl.aanspreekpunt.twilio;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/**
 * What Twilio answers.
 *
 * @param then whether that reaches who asked
 */
record Answer(int status, Map<String, String> headers, Buffer body, Then then) {
  enum Then {
    ARRIVES,
    /** The connection is closed instead. */
    CLOSES,
    /** Nothing ever comes. */
    STAYS_SILENT
  }

  static final String THEN = "X-Stand-In-Then";

  static Answer json(int status, JsonObject json) {
    return new Answer(
        status, Map.of("Content-Type", "application/json"), json.toBuffer(), Then.ARRIVES);
  }

  static Answer nothing(int status) {
    return new Answer(status, Map.of(), Buffer.buffer(), Then.ARRIVES);
  }

  /** https://www.twilio.com/docs/usage/twilios-response#response-formats-exceptions. */
  static Answer error(int status, Integer code) {
    return json(
        status,
        new JsonObject()
            .put("code", code)
            .put("message", "no")
            .put("more_info", "https://www.twilio.com/docs/errors/" + code)
            .put("status", status));
  }

  Answer with(String header, String value) {
    Map<String, String> all = new java.util.HashMap<>(headers);
    all.put(header, value);
    return new Answer(status, all, body, then);
  }

  Answer but(Then what) {
    return new Answer(status, headers, body, what);
  }

  /** To Prism, which hands on what is to become of it. */
  void write(HttpServerResponse response) {
    headers.forEach(response::putHeader);
    response.putHeader(THEN, then.name()).setStatusCode(status).end(body);
  }
}
