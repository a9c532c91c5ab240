package nl.aanspreekpunt.official;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The directory's file that is in use, for whoever fills in a form from it.
 *
 * @param version of the directory in which it was read
 * @param yaml as it was written
 * @param values what stands in it: texts, lists and maps
 * @param fed what a feed or a table says of people, on top of it
 * @param had ids that officials have, or had: what is kept under one is never another's
 */
public record AppliedFile(
    long version, String yaml, Map<?, ?> values, List<Fed> fed, Set<String> had) {
  /** A text, a list or a map; null: nothing stands there. */
  public Object at(Place place) {
    Object value = Values.at(values, place);
    return Values.nothing(value) ? null : value;
  }

  /** Null: no text stands there. */
  public String text(Place place) {
    return at(place) instanceof String text ? text : null;
  }

  /** Empty: no list of texts stands there. */
  public List<String> texts(Place place) {
    return texts(at(place));
  }

  private static List<String> texts(Object value) {
    return value instanceof List<?> list
        ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }

  /**
   * The texts in one list of each entry, by the entry's id; only of entries that have some. For who
   * asks of many: to find one by its place is to look along them.
   *
   * @param list such as {@code officials}
   * @param key a list of texts in an entry, or one text
   */
  public Map<String, List<String>> each(String list, String key) {
    Map<String, List<String>> each = new LinkedHashMap<>();
    if (values.get(list) instanceof List<?> entries) {
      for (Object one : entries) {
        if (one instanceof Map<?, ?> entry && entry.get("id") instanceof String id) {
          Object value = entry.get(key);
          List<String> texts = value instanceof String text ? List.of(text) : texts(value);
          if (!texts.isEmpty()) {
            each.putIfAbsent(id, texts);
          }
        }
      }
    }
    return each;
  }
}
