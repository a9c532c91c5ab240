package nl.aanspreekpunt.twilio;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request to Twilio's REST API.
 *
 * @param path without what comes after the question mark
 * @param authorization null if none
 * @param query and {@code form}: each name's values in the order in which they came
 */
record Asked(
    String method,
    String path,
    String authorization,
    Map<String, List<String>> query,
    Map<String, List<String>> form) {
  private static final String FORM = "application/x-www-form-urlencoded";

  static Asked read(HttpServerRequest request, Buffer body) {
    String type = request.getHeader("Content-Type");
    boolean form = type != null && type.startsWith(FORM);
    return new Asked(
        request.method().name(),
        request.path(),
        request.getHeader("Authorization"),
        values(request.params()),
        form ? values(body.toString()) : Map.of());
  }

  private static Map<String, List<String>> values(MultiMap params) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    params.forEach((name, value) -> add(values, name, value));
    return values;
  }

  private static Map<String, List<String>> values(String body) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String field : body.split("&")) {
      int is = field.indexOf('=');
      if (is > 0) {
        add(values, decoded(field.substring(0, is)), decoded(field.substring(is + 1)));
      }
    }
    return values;
  }

  private static void add(Map<String, List<String>> values, String name, String value) {
    values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** The first value in the query; null if none. */
  String queried(String name) {
    return query.containsKey(name) ? query.get(name).get(0) : null;
  }
}
