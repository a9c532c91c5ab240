package nl.aanspreekpunt.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;

/** How values are written. */
final class Json {
  private static final int LAST_YEAR = 9999;
  private static final Pattern MOMENT =
      Pattern.compile(
          "(?<local>.{16,40}?)([Zz]|(?<sign>[+-])(?<hours>[01]\\d|2[0-3]):(?<minutes>[0-5]\\d))");

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

  /**
   * A moment with its offset, which may be up to 23:59 (RFC 3339; Java's own ends at 18:00). Throws
   * DateTimeException when it is none, or has a year that the store could not keep.
   */
  static Instant moment(String text) {
    Matcher parts = MOMENT.matcher(text);
    if (!parts.matches()) {
      throw new DateTimeException("no moment with its offset");
    }
    LocalDateTime local = LocalDateTime.parse(parts.group("local"));
    if (local.getYear() < 0 || local.getYear() > LAST_YEAR) {
      throw new DateTimeException("no year of four digits");
    }
    return local.toInstant(ZoneOffset.UTC).minus(offset(parts));
  }

  private static Duration offset(Matcher parts) {
    if (parts.group("sign") == null) {
      return Duration.ZERO;
    }
    Duration ahead =
        Duration.ofHours(Integer.parseInt(parts.group("hours")))
            .plusMinutes(Integer.parseInt(parts.group("minutes")));
    return parts.group("sign").equals("+") ? ahead : ahead.negated();
  }

  /** An official by id and name; by id alone when nobody has it. */
  static JsonObject person(String id, Directory directory) {
    return of("id", id, "name", directory.official(id).map(Official::name).orElse(id));
  }
}
