package nl.aanspreekpunt.web.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.web.RouteWords;
import nl.aanspreekpunt.web.Wording;

/** One request of somebody who was let in. */
final class Call {
  static final String BASE = "/api/v1";
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

  private final RoutingContext context;
  private final Caller caller;
  private final Instant now;

  Call(RoutingContext context, Caller caller, Instant now) {
    this.context = context;
    this.caller = caller;
    this.now = now;
  }

  Caller caller() {
    return caller;
  }

  Directory directory() {
    return caller.directory();
  }

  /** Routes, in the language that is asked for; English when neither of ours is. */
  RouteShape routes() {
    return new RouteShape(new RouteWords(directory(), Wording.asked(context, "en")));
  }

  /** When it came in. */
  Instant now() {
    return now;
  }

  String path(String name) {
    return context.pathParam(name);
  }

  /** Null when not given. */
  String query(String name) {
    List<String> given = context.queryParam(name);
    return given.isEmpty() || given.get(0).isEmpty() ? null : given.get(0);
  }

  /** Null when not given. */
  <E extends Enum<E>> E queryOneOf(String name, Class<E> type) {
    String given = query(name);
    if (given == null) {
      return null;
    }
    List<E> all = List.of(type.getEnumConstants());
    return all.stream()
        .filter(one -> Json.kebab(one).equals(given))
        .findFirst()
        .orElseThrow(
            () -> wrong(name, "one-of", String.join(", ", all.stream().map(Json::kebab).toList())));
  }

  /** Now when not given. */
  Instant queryMoment(String name) {
    try {
      return query(name) == null ? now : Json.moment(query(name));
    } catch (DateTimeException e) {
      throw wrong(name, "moment");
    }
  }

  Problem wrong(String parameter, String code, Object... values) {
    String detail = ApiWords.say("field." + code, values);
    return Problem.mistakes(400, List.of(new Problem.Mistake(parameter, detail)));
  }

  /** Null when not given. */
  String key() {
    String key = context.request().getHeader("Idempotency-Key");
    if (key != null && !KEY.matcher(key).matches()) {
      throw wrong("Idempotency-Key", "key");
    }
    return key;
  }

  /** An empty object when nothing was sent. */
  Fields body() {
    return new Fields(json());
  }

  private JsonObject json() {
    Buffer body = context.body().buffer();
    if (body == null || body.length() == 0) {
      return new JsonObject();
    }
    String type = context.request().getHeader("Content-Type");
    if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
      throw Problem.of(415, "json-expected");
    }
    try {
      return new JsonObject(body);
    } catch (DecodeException | ClassCastException e) {
      throw Problem.of(400, "not-json");
    }
  }

  /** Of what was sent, and where: another request under the same key is known by it. */
  String digest() {
    Buffer body = context.body().buffer();
    String sent = body == null ? "" : body.toString();
    return ApiToken.hash(context.request().path() + "\n" + sent).substring(0, 16);
  }
}
