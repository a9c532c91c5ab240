package nl.aanspreekpunt.web.scim;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.messages.ErrorResponse;
import io.vertx.ext.web.RoutingContext;
import nl.aanspreekpunt.official.DirectoryRefused;
import nl.aanspreekpunt.store.StoreAway;
import nl.aanspreekpunt.web.api.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever went wrong, as RFC 7644, 3.12 has it. */
final class ScimErrors {
  private static final Logger LOG = LoggerFactory.getLogger(ScimErrors.class);

  private ScimErrors() {}

  static ScimRoutes.Reply reply(Throwable failure) {
    if (failure instanceof ScimException wrong) {
      ErrorResponse error = wrong.getScimError();
      return error(error.getStatus(), error.getScimType(), error.getDetail());
    }
    if (failure instanceof Problem problem) {
      ScimRoutes.Reply reply = error(problem.status(), null, problem.getMessage());
      return problem.headers().entrySet().stream()
          .findFirst()
          .map(
              one ->
                  new ScimRoutes.Reply(reply.status(), reply.body(), one.getKey(), one.getValue()))
          .orElse(reply);
    }
    if (failure instanceof DirectoryRefused refused) {
      return error(400, "invalidValue", refused.getMessage());
    }
    if (failure instanceof StoreAway) {
      ScimRoutes.Reply reply = error(503, null, "the database is away; try again");
      return new ScimRoutes.Reply(503, reply.body(), "Retry-After", "5");
    }
    LOG.error("a SCIM request went wrong", failure);
    return error(500, null, "something went wrong here; it is in the log");
  }

  /** What the router itself refuses. */
  static void failed(RoutingContext context) {
    if (context.response().headWritten()) {
      context.response().reset();
      return;
    }
    int status = context.statusCode();
    ScimRoutes.Reply reply =
        context.failure() != null && (status < 400 || status >= 500)
            ? reply(context.failure())
            : error(
                status < 400 ? 500 : status, null, status == 413 ? "too large" : "cannot be read");
    reply.send(context.response());
  }

  private static ScimRoutes.Reply error(int status, String type, String detail) {
    ObjectNode error = JsonNodeFactory.instance.objectNode();
    error.putArray("schemas").add("urn:ietf:params:scim:api:messages:2.0:Error");
    error.put("status", String.valueOf(status));
    if (type != null) {
      error.put("scimType", type);
    }
    error.put("detail", detail);
    return new ScimRoutes.Reply(status, error, null, null);
  }
}
