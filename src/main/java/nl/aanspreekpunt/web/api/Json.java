package nl.aanspreekpunt.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;

/** How values are written. */
final class Json {
  private Json() {}

  /** Names and values in turn; a null is left out, an enum in kebab case, an instant as UTC. */
  static JsonObject of(Object... pairs) {
    JsonObject object = new JsonObject();
    for (int i = 0; i < pairs.length; i += 2) {
      Object value = pairs[i + 1];
      if (value instanceof Enum<?> one) {
        object.put((String) pairs[i], kebab(one));
      } else if (value instanceof Instant moment) {
        object.put((String) pairs[i], moment.toString());
      } else if (value != null) {
        object.put((String) pairs[i], value);
      }
    }
    return object;
  }

  static <T> JsonArray list(List<T> all, Function<T, ?> shape) {
    JsonArray array = new JsonArray();
    all.forEach(one -> array.add(shape.apply(one)));
    return array;
  }

  static String kebab(Enum<?> value) {
    return kebab(value.name());
  }

  static String kebab(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Throws DateTimeException when it is none, or has no offset. */
  static Instant moment(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  /** An official by id and name; by id alone when nobody has it. */
  static JsonObject person(String id, Directory directory) {
    return of("id", id, "name", directory.official(id).map(Official::name).orElse(id));
  }
}
