package nl.aanspreekpunt.web.scim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.exceptions.MethodNotAllowedException;
import com.unboundid.scim2.common.exceptions.ResourceNotFoundException;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.utils.JsonUtils;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import nl.aanspreekpunt.casework.Feeding;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.People;
import nl.aanspreekpunt.official.Person;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.api.Admission;
import nl.aanspreekpunt.web.api.Scope;

/**
 * SCIM 2.0 (RFC 7643, RFC 7644) at {@code /scim/v2}: another system, such as Entra ID or Okta, says
 * who works here.
 */
public final class ScimRoutes implements Routes {
  private static final String BASE = "/scim/v2";
  private static final int LARGEST = 128 * 1024;

  private final Admission admission;
  private final People people;
  private final ScimUsers users;
  private final ScimSchema schema = new ScimSchema();
  private final UserShape shape;
  private final Clock clock;

  /**
   * @param publicUrl how other systems reach the hub, without a slash at its end
   * @param domain on which officials have their own address
   */
  public ScimRoutes(
      Admission admission,
      People people,
      Feeding feeding,
      Directories directories,
      String publicUrl,
      String domain,
      Clock clock) {
    this.admission = admission;
    this.people = people;
    this.clock = clock;
    shape = new UserShape(domain, publicUrl + BASE);
    users = new ScimUsers(people, feeding, directories, schema, shape, clock);
  }

  private interface Asked {
    Future<Reply> by(RoutingContext context) throws ScimException;
  }

  @Override
  public void mount(Router router) {
    router.route(BASE + "/*").failureHandler(ScimErrors::failed);
    router.route(BASE + "/*").handler(BodyHandler.create(false).setBodyLimit(LARGEST));
    on(router.get(BASE + "/ServiceProviderConfig"), c -> ok(schema.config()));
    on(router.get(BASE + "/ResourceTypes"), c -> all(schema.resourceTypes()));
    on(router.get(BASE + "/ResourceTypes/:id"), c -> one(schema.resourceTypes(), c));
    on(router.get(BASE + "/Schemas"), c -> all(schema.schemas()));
    on(router.get(BASE + "/Schemas/:id"), c -> one(schema.schemas(), c));
    on(router.get(BASE + "/Users"), this::list);
    on(router.post(BASE + "/Users"), this::create);
    on(router.post(BASE + "/Users/.search"), this::search);
    on(router.get(BASE + "/Users/:id"), this::show);
    on(router.put(BASE + "/Users/:id"), this::replace);
    on(router.patch(BASE + "/Users/:id"), this::patch);
    on(router.delete(BASE + "/Users/:id"), this::remove);
    on(router.post(BASE + "/.search"), this::search);
    for (String known : List.of("/ServiceProviderConfig", "/ResourceTypes", "/Schemas", "/Users")) {
      on(router.route(BASE + known), c -> Future.failedFuture(not(c)));
      on(router.route(BASE + known + "/:id"), c -> Future.failedFuture(not(c)));
    }
    on(router.route(BASE + "/*"), c -> Future.failedFuture(nothing()));
  }

  private static ScimException nothing() {
    return new ResourceNotFoundException("there is nothing at this path");
  }

  private static ScimException not(RoutingContext context) {
    return new MethodNotAllowedException(context.request().method() + " is not for this path");
  }

  private void on(Route route, Asked asked) {
    route.handler(
        context ->
            admission
                .admit(context, Scope.SCIM, clock.instant())
                .compose(
                    caller -> {
                      try {
                        return asked.by(context);
                      } catch (ScimException e) {
                        return Future.failedFuture(e);
                      }
                    })
                .otherwise(ScimErrors::reply)
                .onSuccess(reply -> reply.send(context.response()))
                .onFailure(context::fail));
  }

  /**
   * @param body null: none
   */
  record Reply(int status, JsonNode body, String header, String value) {
    void send(HttpServerResponse response) {
      response.setStatusCode(status).putHeader("Cache-Control", "no-store");
      if (header != null) {
        response.putHeader(header, value);
      }
      if (body == null) {
        response.end();
        return;
      }
      byte[] json = body.toString().getBytes(StandardCharsets.UTF_8);
      response.putHeader("Content-Type", "application/scim+json").end(Buffer.buffer(json));
    }
  }

  private static Future<Reply> ok(JsonNode body) {
    return Future.succeededFuture(new Reply(200, body, null, null));
  }

  private static Future<Reply> all(ArrayNode all) {
    List<JsonNode> each = new ArrayList<>();
    all.forEach(each::add);
    return ok(UserQuery.list(each.size(), 1, each));
  }

  private static Future<Reply> one(ArrayNode all, RoutingContext context) {
    for (JsonNode one : all) {
      if (one.get("id").asText().equals(context.pathParam("id"))) {
        return ok(one);
      }
    }
    return Future.failedFuture(nothing());
  }

  private Future<Reply> list(RoutingContext context) throws ScimException {
    return query(context).answer(people, shape).compose(ScimRoutes::ok);
  }

  private static UserQuery query(RoutingContext context) throws ScimException {
    var asked = context.queryParams();
    return UserQuery.of(
        asked.get("filter"),
        asked.get("startIndex"),
        asked.get("count"),
        asked.get("attributes"),
        asked.get("excludedAttributes"));
  }

  private Future<Reply> search(RoutingContext context) throws ScimException {
    JsonNode body = body(context);
    return UserQuery.of(
            text(body, "filter"),
            text(body, "startIndex"),
            text(body, "count"),
            names(body, "attributes"),
            names(body, "excludedAttributes"))
        .answer(people, shape)
        .compose(ScimRoutes::ok);
  }

  private static String text(JsonNode body, String name) {
    return body.hasNonNull(name) ? body.get(name).asText() : null;
  }

  private static String names(JsonNode body, String name) {
    List<String> all = new ArrayList<>();
    body.path(name).forEach(one -> all.add(one.asText()));
    return String.join(",", all);
  }

  private static JsonNode body(RoutingContext context) throws ScimException {
    Buffer body = context.body().buffer();
    try {
      JsonNode read = body == null ? null : JsonUtils.getObjectReader().readTree(body.toString());
      if (read == null || !read.isObject()) {
        throw BadRequestException.invalidSyntax("a JSON object is expected");
      }
      return read;
    } catch (JsonProcessingException e) {
      throw BadRequestException.invalidSyntax("this is no JSON");
    }
  }

  private Future<Reply> create(RoutingContext context) throws ScimException {
    UserQuery query = query(context);
    return users
        .create(body(context))
        .map(
            made ->
                new Reply(
                    201, query.part(shape.shown(made)), "Location", shape.location(made.id())));
  }

  private Future<Reply> show(RoutingContext context) throws ScimException {
    return shown(users.find(context.pathParam("id")), context);
  }

  private Future<Reply> shown(Future<Person> person, RoutingContext context) throws ScimException {
    UserQuery query = query(context);
    return person.compose(one -> ok(query.part(shape.shown(one))));
  }

  private Future<Reply> replace(RoutingContext context) throws ScimException {
    JsonNode request = body(context);
    ObjectNode user = schema.accept(request);
    return shown(users.change(context.pathParam("id"), before -> user), context);
  }

  private Future<Reply> patch(RoutingContext context) throws ScimException {
    JsonNode request = body(context);
    return shown(
        users.change(context.pathParam("id"), before -> Patches.applied(before, request)), context);
  }

  private Future<Reply> remove(RoutingContext context) {
    return users.remove(context.pathParam("id")).map(gone -> new Reply(204, null, null, null));
  }
}
