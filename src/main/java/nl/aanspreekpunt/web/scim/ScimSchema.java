package nl.aanspreekpunt.web.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.utils.JsonUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;

/** What is kept of a user here, as the served schemas say (RFC 7643, 7 and 8.7). */
final class ScimSchema {
  static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
  static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
  static final String OFFICIAL = "urn:nl:aanspreekpunt:scim:schemas:extension:2.0:Official";
  private static final int LONGEST = 1_000;
  private static final int MOST_VALUES = 50;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonNode documents;

  ScimSchema() {
    try (InputStream file = ScimSchema.class.getResourceAsStream("/scim/scim.json")) {
      documents = JsonUtils.getObjectReader().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ArrayNode schemas() {
    return (ArrayNode) documents.get("schemas");
  }

  ArrayNode resourceTypes() {
    return (ArrayNode) documents.get("resourceTypes");
  }

  JsonNode config() {
    return documents.get("serviceProviderConfig");
  }

  /**
   * What is known of a request, under the names of the schema and checked against it; what no
   * schema names is left out, as are id and meta, which are the hub's.
   */
  ObjectNode accept(JsonNode request) throws ScimException {
    if (!request.isObject()) {
      throw BadRequestException.invalidSyntax("a JSON object is expected");
    }
    ObjectNode accepted = NODES.objectNode();
    ArrayNode urns = NODES.arrayNode().add(USER);
    JsonNode external = request.get("externalId");
    if (external != null && !external.isNull()) {
      accepted.set("externalId", text("externalId", external));
    }
    attributes(schema(USER), "", request, accepted);
    for (String extension : new String[] {ENTERPRISE, OFFICIAL}) {
      JsonNode asked = field(request, extension);
      if (asked != null && asked.isObject()) {
        ObjectNode kept = NODES.objectNode();
        attributes(schema(extension), extension + ":", asked, kept);
        if (!kept.isEmpty()) {
          accepted.set(extension, kept);
          urns.add(extension);
        }
      }
    }
    if (!accepted.path("userName").isTextual() || accepted.get("userName").asText().isBlank()) {
      throw BadRequestException.invalidValue("userName is needed");
    }
    accepted.set("schemas", urns);
    return accepted;
  }

  private JsonNode schema(String urn) {
    for (JsonNode schema : schemas()) {
      if (schema.get("id").asText().equals(urn)) {
        return schema.get("attributes");
      }
    }
    throw new IllegalStateException("no schema " + urn);
  }

  /** Names are case insensitive (RFC 7643, 2.1). */
  private static JsonNode field(JsonNode object, String name) {
    for (Iterator<Map.Entry<String, JsonNode>> all = object.fields(); all.hasNext(); ) {
      Map.Entry<String, JsonNode> one = all.next();
      if (one.getKey().equalsIgnoreCase(name)) {
        return one.getValue();
      }
    }
    return null;
  }

  private static void attributes(JsonNode definitions, String in, JsonNode from, ObjectNode into)
      throws ScimException {
    for (JsonNode definition : definitions) {
      String name = definition.get("name").asText();
      JsonNode value = field(from, name);
      boolean nothing = value == null || value.isNull() || (value.isArray() && value.isEmpty());
      if (!nothing) {
        into.set(name, value(definition, in + name, value));
      }
    }
  }

  private static JsonNode value(JsonNode definition, String place, JsonNode value)
      throws ScimException {
    if (!definition.get("multiValued").asBoolean()) {
      return single(definition, place, value);
    }
    ArrayNode all = NODES.arrayNode();
    for (JsonNode one : value.isArray() ? value : NODES.arrayNode().add(value)) {
      JsonNode kept = single(definition, place, one);
      if (!kept.isObject() || !kept.isEmpty()) {
        all.add(kept);
      }
    }
    if (all.size() > MOST_VALUES) {
      throw wrong(place, "at most " + MOST_VALUES + " values");
    }
    return all;
  }

  private static JsonNode single(JsonNode definition, String place, JsonNode value)
      throws ScimException {
    return switch (definition.get("type").asText()) {
      case "boolean" -> flag(place, value);
      case "integer" -> whole(place, value);
      case "complex" -> complex(definition, place, value);
      default -> text(place, value);
    };
  }

  private static JsonNode complex(JsonNode definition, String place, JsonNode value)
      throws ScimException {
    if (value.isTextual() && definition.get("multiValued").asBoolean()) {
      return NODES.objectNode().set("value", text(place, value));
    }
    if (!value.isObject()) {
      throw wrong(place, "an object");
    }
    ObjectNode kept = NODES.objectNode();
    attributes(definition.get("subAttributes"), place + ".", value, kept);
    return kept;
  }

  /** Entra ID writes a flag as a text. */
  private static JsonNode flag(String place, JsonNode value) throws ScimException {
    if (value.isBoolean()) {
      return value;
    }
    String text = value.asText();
    if (value.isTextual() && (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false"))) {
      return BooleanNode.valueOf(text.equalsIgnoreCase("true"));
    }
    throw wrong(place, "true or false");
  }

  private static JsonNode whole(String place, JsonNode value) throws ScimException {
    if (!value.canConvertToInt() || !value.isIntegralNumber()) {
      throw wrong(place, "a whole number");
    }
    return value;
  }

  private static JsonNode text(String place, JsonNode value) throws ScimException {
    if (!value.isTextual()) {
      throw wrong(place, "a text");
    }
    String text = value.asText();
    if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
      throw wrong(place, "a text on one line of at most " + LONGEST + " characters");
    }
    return value;
  }

  private static ScimException wrong(String place, String expected) {
    return BadRequestException.invalidValue(place + ": " + expected + " is expected");
  }
}
