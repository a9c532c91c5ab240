package nl.aanspreekpunt.twilio;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which fields Twilio's description names: Prism lets others pass, and Twilio passes over them. */
final class Known {
  private static final String FORM = "application/x-www-form-urlencoded";

  private record Operation(String method, Pattern path, Set<String> query, Set<String> form) {}

  private final List<Operation> operations = new ArrayList<>();

  Known(JsonObject description) {
    description
        .getJsonObject("paths")
        .forEach(
            path -> {
              Pattern pattern = Pattern.compile(path.getKey().replaceAll("\\{\\w+}", "[^/]+"));
              JsonObject methods = (JsonObject) path.getValue();
              for (String method : List.of("get", "post", "delete")) {
                if (methods.containsKey(method)) {
                  operations.add(operation(method, pattern, methods.getJsonObject(method)));
                }
              }
            });
  }

  private static Operation operation(String method, Pattern path, JsonObject described) {
    Set<String> query = new TreeSet<>();
    for (Object one : described.getJsonArray("parameters", new JsonArray())) {
      query.add(((JsonObject) one).getString("name"));
    }
    JsonObject form = described.getJsonObject("requestBody", new JsonObject());
    for (String inside : List.of("content", FORM, "schema", "properties")) {
      form = form.getJsonObject(inside, new JsonObject());
    }
    return new Operation(method.toUpperCase(Locale.ROOT), path, query, form.fieldNames());
  }

  /** Fields of a request that its description does not have. */
  Set<String> unknown(Asked asked) {
    Set<String> unknown = new TreeSet<>();
    operations.stream()
        .filter(one -> one.method().equals(asked.method()))
        .filter(one -> one.path().matcher(asked.path()).matches())
        .findFirst()
        .ifPresent(
            one -> {
              unknown.addAll(asked.query().keySet());
              unknown.removeAll(one.query());
              unknown.addAll(asked.form().keySet());
              unknown.removeAll(one.form());
            });
    return unknown;
  }
}
