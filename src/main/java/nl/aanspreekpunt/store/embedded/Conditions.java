package nl.aanspreekpunt.store.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a filter asks of each field, as far as an index can use it; {@code $and} is opened. What is
 * found by it is held against the whole filter afterwards, so more may be found, never less.
 */
final class Conditions {
  private static final Set<String> LISTS = Set.of("$and", "$or", "$nor");
  private static final Range NO_BOUNDS = new Range(null, null);
  private final Map<String, List<Object>> equal = new LinkedHashMap<>();
  private final Map<String, Range> ranges = new LinkedHashMap<>();

  /** All that is asked of a field that holds a list: of each, one of these is in it. */
  private final Map<String, List<List<Object>>> among = new LinkedHashMap<>();

  /** How much is asked, also what no index can answer. */
  private int asked;

  /** One end of a range; the value itself is in it or not. */
  record Bound(Object value, boolean inclusive) {}

  /** Bounds of one type; null where there is none. */
  record Range(Bound low, Bound high) {
    /** Only values of the bound's own type compare with it. */
    Bound lowest() {
      if (low != null) {
        return low;
      }
      if (high.value() instanceof Instant) {
        return new Bound(Instant.MIN, true);
      }
      return new Bound(high.value() instanceof Number ? Double.NEGATIVE_INFINITY : "", true);
    }

    /** Every moment between the two, and nothing else, is in it. */
    boolean moments() {
      return high != null
          && high.value() instanceof Instant
          && (low == null || low.value() instanceof Instant);
    }

    private int bounds() {
      return (low == null ? 0 : 1) + (high == null ? 0 : 1);
    }
  }

  Conditions(Document filter) {
    add(filter);
  }

  /**
   * Nothing more is asked than that each of these fields is, or holds, one text, and that one more
   * (null: none) is between two moments.
   */
  boolean onlyAsk(Collection<String> texts, String moment) {
    Range range = moment == null ? null : ranges.get(moment);
    return asked == texts.size() + (range == null ? 0 : range.bounds())
        && texts.stream().allMatch(this::isText)
        && (range == null || range.moments());
  }

  private boolean isText(String field) {
    List<Object> values = equal.getOrDefault(field, List.of());
    return values.size() == 1 && values.get(0) instanceof String;
  }

  /** Nothing more is asked than that it is one of these names. */
  boolean onlyNames() {
    List<Object> names = equal.getOrDefault("_id", List.of(0));
    return asked == 1 && names.stream().allMatch(String.class::isInstance);
  }

  /**
   * The rest of the filter when the lists of texts that are {@link #among} a field's are known to
   * be there.
   */
  static Document without(String field, Document filter) {
    Document rest = new Document();
    filter.forEach(
        (name, condition) -> {
          if (name.equals("$and")) {
            List<Document> parts =
                ((Collection<?>) condition)
                    .stream()
                        .map(part -> without(field, (Document) part))
                        .filter(part -> !part.isEmpty())
                        .toList();
            rest.putIfNotNull(name, parts.isEmpty() ? null : parts);
          } else if (!name.equals(field) || !named(condition)) {
            rest.put(name, condition);
          }
        });
    return rest;
  }

  /** It asks for one of some texts and for nothing else. */
  private static boolean named(Object condition) {
    return condition instanceof Document operators
        ? operators.keySet().equals(Set.of("$in"))
            && ((Collection<?>) operators.get("$in")).stream().allMatch(String.class::isInstance)
        : condition instanceof String;
  }

  /** The fields of a document that a filter looks at; empty when it may look at any. */
  static Optional<Set<String>> roots(Document filter) {
    Set<String> roots = new HashSet<>();
    return roots(filter, roots) ? Optional.of(roots) : Optional.empty();
  }

  private static boolean roots(Document filter, Set<String> into) {
    for (Map.Entry<String, Object> part : filter.entrySet()) {
      String field = part.getKey();
      if (!field.startsWith("$")) {
        into.add(PlannedIndex.root(field));
      } else if (!LISTS.contains(field)
          || !((Collection<?>) part.getValue()).stream().allMatch(one -> roots(one, into))) {
        return false;
      }
    }
    return true;
  }

  private static boolean roots(Object filter, Set<String> into) {
    return filter instanceof Document part && roots(part, into);
  }

  private void add(Document filter) {
    filter.forEach(
        (field, condition) -> {
          if (field.equals("$and")) {
            ((Collection<?>) condition).forEach(part -> add((Document) part));
          } else if (field.startsWith("$")) {
            asked++;
          } else {
            add(field, condition);
          }
        });
  }

  private void add(String field, Object condition) {
    if (condition instanceof Document operators) {
      operators.forEach((operator, value) -> add(field, operator, value));
    } else {
      add(field, "$eq", condition);
    }
  }

  private void add(String field, String operator, Object value) {
    asked++;
    switch (operator) {
      case "$eq" -> {
        if (plain(value) || absent(field, value)) {
          equal.putIfAbsent(field, Collections.singletonList(value));
          among(field, Collections.singletonList(value));
        }
      }
      case "$in" -> {
        List<Object> values = new ArrayList<>((Collection<?>) value);
        if (values.stream().allMatch(Conditions::plain)) {
          equal.putIfAbsent(field, values);
          among(field, values);
        }
      }
      case "$gt", "$gte" -> low(field, value, operator.equals("$gte"));
      case "$lt", "$lte" -> high(field, value, operator.equals("$lte"));
      default -> {}
    }
  }

  /** One value, of a type that is compared as it is. */
  static boolean plain(Object value) {
    return value instanceof String
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Instant
        || value instanceof ObjectId;
  }

  private void among(String field, List<Object> values) {
    among.computeIfAbsent(field, one -> new ArrayList<>()).add(values);
  }

  /** A field that is null or missing; not one within a list, where missing is another matter. */
  private static boolean absent(String field, Object value) {
    return value == null && !field.contains(".");
  }

  private void low(String field, Object value, boolean inclusive) {
    if (bounds(value)) {
      Range other = ranges.getOrDefault(field, NO_BOUNDS);
      ranges.put(field, new Range(new Bound(value, inclusive), other.high()));
    }
  }

  private void high(String field, Object value, boolean inclusive) {
    if (bounds(value)) {
      Range other = ranges.getOrDefault(field, NO_BOUNDS);
      ranges.put(field, new Range(other.low(), new Bound(value, inclusive)));
    }
  }

  private static boolean bounds(Object value) {
    return value instanceof String || value instanceof Number || value instanceof Instant;
  }

  Optional<List<Object>> equal(String field) {
    return Optional.ofNullable(equal.get(field));
  }

  List<List<Object>> among(String field) {
    return among.getOrDefault(field, List.of());
  }

  Optional<Range> range(String field) {
    return Optional.ofNullable(ranges.get(field));
  }
}
