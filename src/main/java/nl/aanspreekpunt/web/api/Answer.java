package nl.aanspreekpunt.web.api;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import nl.aanspreekpunt.web.ProblemDocument;

/**
 * What a request is answered with.
 *
 * @param body null: none
 * @param table CSV instead of a body; null: none
 */
record Answer(int status, JsonObject body, Map<String, String> headers, String table) {
  Answer(int status, JsonObject body, Map<String, String> headers) {
    this(status, body, headers, null);
  }

  static Answer table(String csv) {
    return new Answer(200, null, Map.of(), csv);
  }

  static Answer ok(JsonObject body) {
    return new Answer(200, body, Map.of());
  }

  static Answer created(JsonObject body, String location) {
    return new Answer(201, body, Map.of("Location", location));
  }

  static Answer nothing() {
    return new Answer(204, null, Map.of());
  }

  void send(HttpServerResponse response) {
    response.setStatusCode(status).putHeader("Cache-Control", "no-store");
    headers.forEach(response::putHeader);
    if (table != null) {
      response.putHeader("Content-Type", Operation.CSV + "; charset=utf-8").end(table);
      return;
    }
    if (body == null) {
      response.end();
      return;
    }
    String type = status >= 400 ? ProblemDocument.TYPE : "application/json";
    response.putHeader("Content-Type", type).end(body.encode());
  }
}
