package nl.aanspreekpunt.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.aanspreekpunt.web.ApiWords;

/**
 * Reads a JSON object field by field and collects all that is to be mended. Lengths are in Unicode
 * characters, as in the OpenAPI document.
 */
final class Fields {
  static final int LINE = 200;
  static final int ADDRESS = 254;
  static final int PHONE = 40;
  static final int WORDS = 2_000;

  private final JsonObject object;
  private final String path;
  private final List<Problem.Mistake> mistakes;
  private final Set<String> known = new HashSet<>();
  private final List<Fields> inner = new ArrayList<>();

  Fields(JsonObject object) {
    this(object, "", new ArrayList<>());
  }

  private Fields(JsonObject object, String path, List<Problem.Mistake> mistakes) {
    this.object = object;
    this.path = path;
    this.mistakes = mistakes;
  }

  /** Text on several lines; null when not given. A null is a mistake, here and below. */
  String text(String name, int longest) {
    Object value = value(name);
    if (value == null) {
      return null;
    }
    if (!(value instanceof String text)) {
      mistake(name, "text-expected");
      return null;
    }
    if (text.codePointCount(0, text.length()) > longest) {
      mistake(name, "too-long", longest);
    } else if (!storable(text)) {
      mistake(name, "characters");
    }
    return text;
  }

  /** Text on one line; null when not given. */
  String line(String name, int longest) {
    String text = text(name, longest);
    if (text != null && text.chars().anyMatch(Character::isISOControl)) {
      mistake(name, "one-line");
    }
    return text;
  }

  /** Notes that it is needed when it is not there. */
  <T> T needed(String name, T value) {
    boolean blank = value instanceof String text && isBlank(text);
    if ((value == null && object.getValue(name) == null) || blank) {
      mistake(name, "needed");
    }
    return value;
  }

  /** One of an enum's names, in kebab case; null when not given. */
  <E extends Enum<E>> E oneOf(String name, Class<E> type) {
    String text = text(name, LINE);
    if (text == null) {
      return null;
    }
    List<E> all = List.of(type.getEnumConstants());
    return all.stream()
        .filter(one -> Json.kebab(one).equals(text))
        .findFirst()
        .orElseGet(
            () -> {
              Stream<String> names = all.stream().map(Json::kebab);
              mistake(name, "one-of", String.join(", ", names.toList()));
              return null;
            });
  }

  /** With its offset, as in ISO 8601; null when not given. */
  Instant moment(String name) {
    String text = text(name, LINE);
    try {
      return text == null ? null : Json.moment(text);
    } catch (DateTimeException e) {
      mistake(name, "moment");
      return null;
    }
  }

  /** The same, null when it is not said. */
  Boolean flagOrNull(String name) {
    return value(name) == null ? null : Boolean.valueOf(flag(name));
  }

  boolean flag(String name) {
    Object value = value(name);
    if (value != null && !(value instanceof Boolean)) {
      mistake(name, "flag");
    }
    return Boolean.TRUE.equals(value);
  }

  /** A whole number from 0; 0 when not given. */
  int whole(String name, int most) {
    Object value = value(name);
    boolean fits =
        value == null
            || (value instanceof Number number
                && number.doubleValue() == Math.rint(number.doubleValue())
                && number.doubleValue() >= 0
                && number.doubleValue() <= most);
    if (!fits) {
      mistake(name, "whole", most);
    }
    return fits && value != null ? ((Number) value).intValue() : 0;
  }

  List<String> texts(String name, int most) {
    Object value = value(name);
    if (value == null) {
      return List.of();
    }
    boolean fits =
        value instanceof JsonArray array
            && array.size() <= most
            && array.stream().allMatch(String.class::isInstance);
    if (!fits) {
      mistake(name, "texts", most);
      return List.of();
    }
    return ((JsonArray) value).stream().map(String.class::cast).toList();
  }

  /** Names with a text each. */
  Map<String, String> map(String name, int most) {
    Object value = value(name);
    Map<String, String> map = new LinkedHashMap<>();
    if (value == null) {
      return map;
    }
    if (!(value instanceof JsonObject of) || of.size() > most) {
      mistake(name, "map", most);
      return map;
    }
    for (String key : of.fieldNames()) {
      if (of.getValue(key) instanceof String text) {
        map.put(key, text);
      } else {
        mistake(name + "." + key, "text-expected");
      }
    }
    return map;
  }

  /** An object within; null when not given. */
  Fields section(String name) {
    Object value = value(name);
    if (value == null) {
      return null;
    }
    if (!(value instanceof JsonObject within)) {
      mistake(name, "object-expected");
      return null;
    }
    Fields section = new Fields(within, path + name + ".", mistakes);
    inner.add(section);
    return section;
  }

  /** Objects within, in order; none when not given. */
  List<Fields> sections(String name, int most) {
    Object value = value(name);
    if (value == null) {
      return List.of();
    }
    boolean fits =
        value instanceof JsonArray array
            && array.size() <= most
            && array.stream().allMatch(JsonObject.class::isInstance);
    if (!fits) {
      mistake(name, "objects", most);
      return List.of();
    }
    List<Fields> sections = new ArrayList<>();
    JsonArray array = (JsonArray) value;
    for (int i = 0; i < array.size(); i++) {
      sections.add(new Fields(array.getJsonObject(i), path + name + "." + i + ".", mistakes));
    }
    inner.addAll(sections);
    return sections;
  }

  /** No NUL, and no half of a character: what comes in must go out the same. */
  static boolean storable(String text) {
    return text.codePoints()
        .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
  }

  static boolean isBlank(String text) {
    return text.codePoints().allMatch(Fields::isBlank);
  }

  private static boolean isBlank(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }

  private Object value(String name) {
    known.add(name);
    Object value = object.getValue(name);
    if (value == null && object.containsKey(name)) {
      mistake(name, "no-null");
    }
    return value;
  }

  /** Its sentence is {@code field.<code>} of the texts. */
  void mistake(String name, String code, Object... values) {
    String field = path + name;
    if (mistakes.stream().noneMatch(one -> one.field().equals(field))) {
      mistakes.add(new Problem.Mistake(field, ApiWords.say("field." + code, values)));
    }
  }

  /** Ends the request when anything is to be mended, also a field that nothing asked for. */
  void check() {
    unknown();
    if (!mistakes.isEmpty()) {
      throw Problem.mistakes(422, mistakes);
    }
  }

  private void unknown() {
    object.fieldNames().stream()
        .filter(name -> !known.contains(name))
        .limit(10)
        .forEach(name -> mistake(name.substring(0, Math.min(LINE, name.length())), "unknown"));
    inner.forEach(Fields::unknown);
  }
}
