package nl.aanspreekpunt.web.scim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.GenericScimResource;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.messages.PatchRequest;
import com.unboundid.scim2.common.utils.JsonUtils;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Applies a PATCH (RFC 7644, 3.5.2), also as providers write it: Entra ID begins an operation with
 * a capital, names paths as keys where no path is given, and sets a value by a filter that finds
 * none yet.
 */
final class Patches {
  private static final int MOST = 100;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** {@code emails[type eq "work"].value}. */
  private static final Pattern CHOSEN =
      Pattern.compile(
          "(?<list>\\w+)\\[\\s*(?<key>\\w+)\\s+eq\\s+\"(?<is>[^\"]{0,200})\"\\s*](\\.(?<field>\\w+))?",
          Pattern.CASE_INSENSITIVE);

  private Patches() {}

  static ObjectNode applied(ObjectNode resource, JsonNode request) throws ScimException {
    JsonNode operations = request.get("Operations");
    if (operations == null || !operations.isArray() || operations.size() > MOST) {
      throw BadRequestException.invalidSyntax("Operations: 1 to " + MOST + " are expected");
    }
    ObjectNode changed = resource.deepCopy();
    for (JsonNode operation : operations) {
      for (ObjectNode one : parts(operation)) {
        apply(changed, one);
      }
    }
    return changed;
  }

  private static List<ObjectNode> parts(JsonNode written) throws ScimException {
    if (!written.isObject() || !written.path("op").isTextual()) {
      throw BadRequestException.invalidSyntax("Operations: op is expected in each");
    }
    ObjectNode operation = written.deepCopy();
    String op = written.get("op").asText().toLowerCase(Locale.ROOT);
    operation.put("op", op);
    boolean whole = operation.path("path").isMissingNode() && operation.path("value").isObject();
    if (!whole || op.equals("remove")) {
      return List.of(operation);
    }
    List<ObjectNode> parts = new ArrayList<>();
    for (Iterator<Map.Entry<String, JsonNode>> all = operation.get("value").fields();
        all.hasNext(); ) {
      Map.Entry<String, JsonNode> one = all.next();
      boolean extension = one.getKey().startsWith("urn:") && one.getValue().isObject();
      ObjectNode part = NODES.objectNode().put("op", op);
      if (extension) {
        part.set("value", NODES.objectNode().set(one.getKey(), one.getValue()));
      } else {
        part.put("path", one.getKey()).set("value", one.getValue());
      }
      parts.add(part);
    }
    return parts;
  }

  private static void apply(ObjectNode resource, ObjectNode operation) throws ScimException {
    String extension = operation.path("path").asText("");
    if (extension.equals(ScimSchema.ENTERPRISE) || extension.equals(ScimSchema.OFFICIAL)) {
      whole(resource, extension, operation);
      return;
    }
    Matcher chosen = CHOSEN.matcher(operation.path("path").asText(""));
    if (!operation.get("op").asText().equals("remove")
        && chosen.matches()
        && finds(resource, chosen) == 0) {
      added(resource, chosen, operation.path("value"));
      return;
    }
    try {
      ObjectNode request = NODES.objectNode();
      request.putArray("schemas").add("urn:ietf:params:scim:api:messages:2.0:PatchOp");
      request.putArray("Operations").add(operation);
      JsonUtils.nodeToValue(request, PatchRequest.class).apply(new GenericScimResource(resource));
    } catch (JsonProcessingException e) {
      throw e.getCause() instanceof ScimException wrong
          ? wrong
          : BadRequestException.invalidSyntax("Operations: " + firstLine(e.getOriginalMessage()));
    }
  }

  /** A path that is an extension itself: all of its attributes. */
  private static void whole(ObjectNode resource, String extension, ObjectNode operation)
      throws ScimException {
    if (operation.get("op").asText().equals("remove")) {
      resource.remove(extension);
      return;
    }
    if (!(operation.get("value") instanceof ObjectNode value)) {
      throw BadRequestException.invalidValue(extension + ": an object is expected");
    }
    boolean more = operation.get("op").asText().equals("add");
    ObjectNode all =
        more && resource.get(extension) instanceof ObjectNode before
            ? before
            : resource.putObject(extension);
    all.setAll(value);
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  private static int finds(ObjectNode resource, Matcher chosen) {
    int found = 0;
    for (JsonNode one : resource.path(chosen.group("list"))) {
      if (one.path(chosen.group("key")).asText("").equalsIgnoreCase(chosen.group("is"))) {
        found++;
      }
    }
    return found;
  }

  private static void added(ObjectNode resource, Matcher chosen, JsonNode value) {
    JsonNode there = resource.get(chosen.group("list"));
    ArrayNode list =
        there instanceof ArrayNode array ? array : resource.putArray(chosen.group("list"));
    ObjectNode one =
        chosen.group("field") == null && value.isObject()
            ? ((ObjectNode) value).deepCopy()
            : NODES.objectNode();
    one.put(chosen.group("key"), chosen.group("is"));
    if (chosen.group("field") != null) {
      one.set(chosen.group("field"), value);
    }
    list.add(one);
  }
}
