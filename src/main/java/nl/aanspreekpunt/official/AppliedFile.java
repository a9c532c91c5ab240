package nl.aanspreekpunt.official;

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
    return at(place) instanceof List<?> list
        ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }
}
