package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One thing that can be asked.
 *
 * @param path below {@code /api/v1}, parameters as {@code :name}
 * @param scope null: needs no token
 * @param table it is answered with CSV, not JSON
 */
record Operation(
    HttpMethod method,
    String path,
    Scope scope,
    Function<Call, Future<Answer>> does,
    boolean table) {
  static final String CSV = "text/csv";

  private Operation(
      HttpMethod method, String path, Scope scope, Function<Call, Future<Answer>> does) {
    this(method, path, scope, does, false);
  }

  /** A GET that is answered with CSV. */
  static Operation table(String path, Scope scope, Function<Call, Future<Answer>> does) {
    return new Operation(HttpMethod.GET, path, scope, does, true);
  }

  static Operation get(String path, Scope scope, Function<Call, Future<Answer>> does) {
    return new Operation(HttpMethod.GET, path, scope, does);
  }

  static Operation post(String path, Scope scope, Function<Call, Future<Answer>> does) {
    return new Operation(HttpMethod.POST, path, scope, does);
  }

  static Operation put(String path, Scope scope, Function<Call, Future<Answer>> does) {
    return new Operation(HttpMethod.PUT, path, scope, does);
  }

  static Operation delete(String path, Scope scope, Function<Call, Future<Answer>> does) {
    return new Operation(HttpMethod.DELETE, path, scope, does);
  }

  /** As the document writes it: {@code /cases/{number}}. */
  String template() {
    return path.replaceAll(":(\\w+)", "{$1}");
  }

  boolean at(String asked) {
    return Pattern.matches(path.replaceAll(":\\w+", "[^/]+"), asked);
  }
}
