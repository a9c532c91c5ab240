package nl.aanspreekpunt.web.scim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.utils.JsonUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Fed;
import nl.aanspreekpunt.official.Person;
import nl.aanspreekpunt.official.Team;

/** From a user of SCIM to what is known of an official, and back. */
final class UserShape {
  private final String domain;
  private final String base;

  /**
   * @param domain on which officials have their own address
   * @param base path of the service, as other systems reach it, without a slash at its end
   */
  UserShape(String domain, String base) {
    this.domain = domain;
    this.base = base;
  }

  static String userName(JsonNode user) {
    return user.get("userName").asText().strip().toLowerCase(Locale.ROOT);
  }

  static boolean active(JsonNode user) {
    return user.path("active").asBoolean(true);
  }

  Fed fed(String id, ObjectNode user, Directory directory) {
    JsonNode official = user.path(ScimSchema.OFFICIAL);
    String email = mailbox(user).orElse(null);
    return new Fed(
        id,
        name(user),
        text(user.path("title")),
        team(user, directory),
        preferred(user.path("phoneNumbers"))
            .flatMap(Addresses::phone)
            .map(Address::value)
            .orElse(null),
        email,
        Optional.ofNullable(text(official.path("address")))
            .map(address -> address.toLowerCase(Locale.ROOT))
            .orElseGet(() -> id + "@" + domain),
        texts(official.path("topics")),
        texts(official.path("neighbourhoods")),
        whole(official.path("capacity")),
        text(official.path("deputy")),
        whole(official.path("cap")),
        whole(official.path("share")),
        texts(official.path("languages")));
  }

  private static String name(JsonNode user) {
    JsonNode name = user.path("name");
    String both =
        Stream.of(name.path("givenName"), name.path("middleName"), name.path("familyName"))
            .map(UserShape::text)
            .filter(part -> part != null)
            .reduce((one, other) -> one + " " + other)
            .orElse(null);
    return Stream.of(text(user.path("displayName")), text(name.path("formatted")), both)
        .filter(one -> one != null)
        .findFirst()
        .orElse(null);
  }

  /** The team that is named; else the one whose id or name is the department. */
  private static String team(JsonNode user, Directory directory) {
    String named = text(user.path(ScimSchema.OFFICIAL).path("team"));
    String department = text(user.path(ScimSchema.ENTERPRISE).path("department"));
    if (named != null) {
      return named;
    }
    return directory.teams().stream()
        .filter(one -> department != null)
        .filter(
            one -> one.id().equalsIgnoreCase(department) || one.name().equalsIgnoreCase(department))
        .map(Team::id)
        .findFirst()
        .orElse(null);
  }

  /** Lower case; the user name when that is one and no other is given. */
  static Optional<String> mailbox(JsonNode user) {
    return preferred(user.path("emails"))
        .or(() -> Optional.of(user.path("userName").asText()))
        .flatMap(Addresses::email)
        .map(Address::value)
        .filter(
            address -> address.matches("[a-z0-9_][a-z0-9._-]{0,63}@[a-z0-9-]+(\\.[a-z0-9-]+)+"));
  }

  /** The primary value, else the one for work, else the first. */
  private static Optional<String> preferred(JsonNode values) {
    List<JsonNode> all = new ArrayList<>();
    values.forEach(all::add);
    return all.stream()
        .filter(one -> one.path("primary").asBoolean(false))
        .findFirst()
        .or(
            () ->
                all.stream().filter(one -> one.path("type").asText("").equals("work")).findFirst())
        .or(() -> all.stream().findFirst())
        .map(one -> text(one.path("value")));
  }

  private static String text(JsonNode node) {
    return node.isTextual() && !node.asText().isBlank() ? node.asText().strip() : null;
  }

  private static Integer whole(JsonNode node) {
    return node.isInt() ? node.asInt() : null;
  }

  private static List<String> texts(JsonNode node) {
    if (!node.isArray()) {
      return null;
    }
    List<String> all = new ArrayList<>();
    node.forEach(one -> all.add(one.asText()));
    return all;
  }

  /** As the other system gets it. */
  ObjectNode shown(Person one) {
    ObjectNode user = stored(one);
    user.put("id", one.id());
    ObjectNode meta = user.putObject("meta");
    meta.put("resourceType", "User");
    meta.put("created", one.createdAt().toString());
    meta.put("lastModified", one.changedAt().toString());
    meta.put("location", location(one.id()));
    return user;
  }

  String location(String id) {
    return base + "/Users/" + id;
  }

  /** What it said last. */
  static ObjectNode stored(Person one) {
    try {
      return (ObjectNode) JsonUtils.getObjectReader().readTree(one.resource());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what is stored of " + one.id() + " is no JSON", e);
    }
  }
}
