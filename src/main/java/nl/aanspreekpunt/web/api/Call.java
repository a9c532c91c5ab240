package nl.aanspreekpunt.web.api;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.web.ApiWords;
import nl.aanspreekpunt.web.Moments;
import nl.aanspreekpunt.web.RouteWords;
import nl.aanspreekpunt.web.Wording;

/** One request of somebody who was let in. */
final class Call {
  static final String BASE = "/api/v1";
  private static final int MOST_TOLD = 10;
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
    return new RouteShape(new RouteWords(directory(), words()));
  }

  /** In the language that is asked for; English when neither of ours is. */
  Wording words() {
    return Wording.asked(context, "en");
  }

  /** Moments in those words. */
  Moments moments() {
    return new Moments(directory().zone(), words(), now);
  }

  /** When it came in. */
  Instant now() {
    return now;
  }

  String path(String name) {
    return context.pathParam(name);
  }

  /**
   * Refuses a query that says something else than it seems to: a parameter that nothing looks at,
   * or one that stands there twice or empty.
   */
  Call with(Set<String> parameters) {
    List<Problem.Mistake> mistakes = new ArrayList<>();
    MultiMap query = context.queryParams();
    for (String name : new TreeSet<>(query.names())) {
      if (!parameters.contains(name)) {
        mistakes.add(mistake(cut(name), "unknown-parameter"));
      } else if (query.getAll(name).size() > 1) {
        mistakes.add(mistake(name, "twice"));
      } else if (query.get(name).isEmpty()) {
        mistakes.add(mistake(name, "empty"));
      }
    }
    if (!mistakes.isEmpty()) {
      throw Problem.mistakes(400, mistakes.subList(0, Math.min(MOST_TOLD, mistakes.size())));
    }
    return this;
  }

  private static String cut(String name) {
    return name.substring(0, Math.min(Fields.LINE, name.length()));
  }

  /** Null when not given. */
  String query(String name) {
    return context.queryParams().get(name);
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
    return Problem.mistakes(400, List.of(mistake(parameter, code, values)));
  }

  private static Problem.Mistake mistake(String parameter, String code, Object... values) {
    return new Problem.Mistake(parameter, ApiWords.say("field." + code, values));
  }

  /** Null when not given. */
  String key() {
    String key = context.request().getHeader("Idempotency-Key");
    if (key != null && !KEY.matcher(key).matches()) {
      throw wrong("Idempotency-Key", "key");
    }
    return key;
  }

  /** False when not given. */
  boolean queryFlag(String name) {
    String given = query(name);
    if (given != null && !given.equals("true") && !given.equals("false")) {
      throw wrong(name, "flag");
    }
    return "true".equals(given);
  }

  /** What was sent as CSV. */
  byte[] table() {
    Buffer body = context.body().buffer();
    if (!isType(Operation.CSV)) {
      throw Problem.of(415, "csv-expected");
    }
    return body == null ? new byte[0] : body.getBytes();
  }

  private boolean isType(String expected) {
    String type = context.request().getHeader("Content-Type");
    return type != null && type.split(";", 2)[0].strip().equalsIgnoreCase(expected);
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
    if (!isType("application/json")) {
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
