package nl.aanspreekpunt.web.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.filters.FilterType;
import com.unboundid.scim2.common.utils.FilterEvaluator;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.aanspreekpunt.official.People;
import nl.aanspreekpunt.official.Person;

/**
 * Which users are asked for, and how much of each (RFC 7644, 3.4.2).
 *
 * @param filter null: all
 * @param from first of them, counted from 1
 * @param count at most so many
 * @param only attributes that are wanted; empty: all
 * @param without attributes that are not
 */
record UserQuery(Filter filter, int from, int count, Set<String> only, Set<String> without) {
  static final int MOST = 200;
  private static final int LONGEST_FILTER = 2_000;

  static UserQuery of(String filter, String from, String count, String attributes, String excluded)
      throws ScimException {
    if (filter != null && filter.length() > LONGEST_FILTER) {
      throw BadRequestException.invalidFilter("the filter is too long");
    }
    return new UserQuery(
        filter == null || filter.isBlank() ? null : Filter.fromString(filter),
        Math.max(1, number("startIndex", from, 1)),
        Math.min(MOST, Math.max(0, number("count", count, MOST))),
        names(attributes),
        names(excluded));
  }

  private static int number(String name, String written, int otherwise) throws ScimException {
    if (written == null || written.isEmpty()) {
      return otherwise;
    }
    if (!written.matches("-?\\d{1,9}")) {
      throw BadRequestException.invalidValue(name + ": a whole number is expected");
    }
    return Integer.parseInt(written);
  }

  private static Set<String> names(String written) {
    Set<String> names = new HashSet<>();
    if (written != null) {
      for (String name : written.split(",", 100)) {
        names.add(name.strip().toLowerCase(Locale.ROOT).replace(plain(ScimSchema.USER) + ":", ""));
      }
    }
    names.remove("");
    return names;
  }

  private static String plain(String urn) {
    return urn.toLowerCase(Locale.ROOT);
  }

  Future<ObjectNode> answer(People people, UserShape shape) {
    return found(people).compose(all -> Future.future(done -> done.handle(page(all, shape))));
  }

  /** By the index where the filter is about a name; else each is held against it. */
  private Future<List<Person>> found(People people) {
    if (filter == null || filter.getFilterType() != FilterType.EQUAL) {
      return people.all();
    }
    String path = filter.getAttributePath().toString().toLowerCase(Locale.ROOT);
    String value = filter.getComparisonValue().asText();
    return switch (path) {
      case "id" -> people.find(value).map(UserQuery::orNone);
      case "username" ->
          people.byUserName(value.strip().toLowerCase(Locale.ROOT)).map(UserQuery::orNone);
      case "externalid" -> people.byExternalId(value);
      default -> people.all();
    };
  }

  private static List<Person> orNone(Optional<Person> one) {
    return one.stream().toList();
  }

  private Future<ObjectNode> page(List<Person> all, UserShape shape) {
    try {
      List<ObjectNode> fit = new ArrayList<>();
      for (Person one : all) {
        ObjectNode user = shape.shown(one);
        if (!one.removed() && (filter == null || FilterEvaluator.evaluate(filter, user))) {
          fit.add(user);
        }
      }
      int first = Math.min(from - 1, fit.size());
      List<ObjectNode> shown = fit.subList(first, Math.min(fit.size(), first + count));
      return Future.succeededFuture(
          list(fit.size(), from, shown.stream().map(this::part).toList()));
    } catch (ScimException e) {
      return Future.failedFuture(e);
    }
  }

  static ObjectNode list(int total, int from, List<? extends JsonNode> shown) {
    ObjectNode list = JsonNodeFactory.instance.objectNode();
    list.putArray("schemas").add("urn:ietf:params:scim:api:messages:2.0:ListResponse");
    list.put("totalResults", total);
    list.put("startIndex", from);
    list.put("itemsPerPage", shown.size());
    ArrayNode resources = list.putArray("Resources");
    resources.addAll(shown);
    return list;
  }

  /** With the attributes that are asked for; id and schemas always. */
  ObjectNode part(ObjectNode user) {
    ObjectNode part = user.deepCopy();
    if (!only.isEmpty()) {
      keep(part, "");
    }
    without.forEach(name -> drop(part, name));
    return part;
  }

  private void keep(ObjectNode object, String in) {
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      String whole = in + name.toLowerCase(Locale.ROOT);
      boolean always = in.isEmpty() && (name.equals("id") || name.equals("schemas"));
      String within = whole + (whole.startsWith("urn:") ? ":" : ".");
      boolean some = only.stream().anyMatch(asked -> asked.startsWith(within));
      if (always || only.contains(whole)) {
        continue;
      }
      if (!some) {
        names.remove();
      } else {
        each(object.get(name)).forEach(one -> keep(one, within));
      }
    }
  }

  private static List<ObjectNode> each(JsonNode value) {
    List<ObjectNode> objects = new ArrayList<>();
    if (value instanceof ObjectNode one) {
      objects.add(one);
    }
    if (value instanceof ArrayNode all) {
      all.forEach(one -> objects.addAll(each(one)));
    }
    return objects;
  }

  private static void drop(ObjectNode object, String asked) {
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      String whole = name.toLowerCase(Locale.ROOT);
      if (whole.equals(asked) && !whole.equals("id") && !whole.equals("schemas")) {
        names.remove();
      } else if (asked.startsWith(whole + ".") || asked.startsWith(whole + ":")) {
        each(object.get(name)).forEach(one -> drop(one, asked.substring(whole.length() + 1)));
      }
    }
  }
}
