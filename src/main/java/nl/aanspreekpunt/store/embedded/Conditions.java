package nl.aanspreekpunt.store.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a filter asks of each field, as far as an index can use it; {@code $and} is opened. What is
 * found by it is held against the whole filter afterwards, so more may be found, never less.
 */
final class Conditions {
  private final Map<String, List<Object>> equal = new LinkedHashMap<>();
  private final Map<String, Range> ranges = new LinkedHashMap<>();

  /** Inclusive bounds of one type; null where there is none. */
  record Range(Object low, Object high) {
    /** Only values of the bound's own type compare with it. */
    Object lowest() {
      if (low != null) {
        return low;
      }
      if (high instanceof Instant) {
        return Instant.MIN;
      }
      return high instanceof Number ? Double.NEGATIVE_INFINITY : "";
    }
  }

  private final Document filter;

  Conditions(Document filter) {
    this.filter = filter;
    add(filter);
  }

  /** Nothing more is asked than that each of these fields is, or holds, one text. */
  boolean areTexts(Collection<String> fields) {
    return filter.size() == fields.size()
        && fields.stream().allMatch(field -> filter.get(field) instanceof String);
  }

  private void add(Document filter) {
    filter.forEach(
        (field, condition) -> {
          if (field.equals("$and")) {
            ((Collection<?>) condition).forEach(part -> add((Document) part));
          } else if (!field.startsWith("$")) {
            add(field, condition);
          }
        });
  }

  private void add(String field, Object condition) {
    if (plain(condition)) {
      equal.putIfAbsent(field, List.of(condition));
    } else if (condition instanceof Document operators) {
      operators.forEach((operator, value) -> add(field, operator, value));
    }
  }

  private void add(String field, String operator, Object value) {
    switch (operator) {
      case "$eq" -> {
        if (plain(value)) {
          equal.putIfAbsent(field, List.of(value));
        }
      }
      case "$in" -> {
        List<Object> values = new ArrayList<>((Collection<?>) value);
        if (values.stream().allMatch(Conditions::plain)) {
          equal.putIfAbsent(field, values);
        }
      }
      case "$gt", "$gte" -> bound(field, value, true);
      case "$lt", "$lte" -> bound(field, value, false);
      default -> {}
    }
  }

  private static boolean plain(Object value) {
    return value instanceof String
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Instant
        || value instanceof ObjectId;
  }

  private void bound(String field, Object value, boolean low) {
    if (value instanceof String || value instanceof Number || value instanceof Instant) {
      Range other = ranges.getOrDefault(field, new Range(null, null));
      ranges.put(field, low ? new Range(value, other.high()) : new Range(other.low(), value));
    }
  }

  Optional<List<Object>> equal(String field) {
    return Optional.ofNullable(equal.get(field));
  }

  Optional<Range> range(String field) {
    return Optional.ofNullable(ranges.get(field));
  }
}
