package nl.aanspreekpunt.official;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * What differs between two directory files, one by one. Entries are known by their id, so that one
 * in between is one line.
 */
final class Differences {
  private final Map<String, String> before = new LinkedHashMap<>();
  private final Map<String, String> after = new LinkedHashMap<>();

  private Differences() {}

  static List<DirectoryLine> between(Section before, Section after) {
    Differences differences = new Differences();
    flatten("", before.values(), differences.before);
    flatten("", after.values(), differences.after);
    return differences.lines();
  }

  private static void flatten(String place, Object value, Map<String, String> into) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, inner) ->
              flatten(place.isEmpty() ? key.toString() : place + "." + key, inner, into));
    } else if (value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)) {
      for (int i = 0; i < list.size(); i++) {
        flatten(place + "[" + name(list.get(i), i) + "]", list.get(i), into);
      }
    } else {
      into.put(place, text(value));
    }
  }

  private static String name(Object entry, int position) {
    Object id = entry instanceof Map<?, ?> map ? map.get("id") : null;
    return Objects.toString(id, String.valueOf(position));
  }

  private static String text(Object value) {
    if (value instanceof List<?> list) {
      return DirectoryLine.list(new TreeSet<>(list.stream().map(String::valueOf).toList()));
    }
    return String.valueOf(value).replaceAll("\\s+", " ").strip();
  }

  private List<DirectoryLine> lines() {
    List<DirectoryLine> lines = new ArrayList<>();
    before.forEach(
        (place, was) -> {
          String is = after.get(place);
          if (!was.equals(is)) {
            lines.add(new DirectoryLine.Differs(place, was, is));
          }
        });
    after.forEach(
        (place, is) -> {
          if (!before.containsKey(place)) {
            lines.add(new DirectoryLine.Differs(place, null, is));
          }
        });
    return lines;
  }
}
