package nl.aanspreekpunt.store.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A secondary index in memory, made again at each start: some equal fields, then at most one range,
 * in either direction. A list stands under each of its elements, as in MongoDB. A document without
 * a value for the first field is left out: most of these fields say something of few documents, and
 * no query asks for who lacks one. Guarded by its collection.
 */
final class OrderedIndex extends PlannedIndex {
  private static final int MOST_PREFIXES = 100;

  private final PackedKeys entries = new PackedKeys();
  private final List<String> fields;

  /** The fields of the document in which they are. */
  private final Set<String> roots;

  /** How many documents have no value for the first field. */
  private int leftOut;

  /** Fields that held a list in some document: no order, and one bound only. */
  private final Set<String> lists = new HashSet<>();

  OrderedIndex(String name, List<IndexKey> keys) {
    super(name, keys, true);
    fields = keys();
    roots = fields.stream().map(PlannedIndex::root).collect(Collectors.toUnmodifiableSet());
  }

  @Override
  Set<String> roots() {
    return roots;
  }

  @Override
  Optional<Plan> plan(Conditions conditions, Document orderBy) {
    List<List<Object>> prefixes = List.of(List.of());
    int equal = 0;
    for (String field : fields) {
      Optional<List<Object>> values = conditions.equal(field);
      if (values.isEmpty() || prefixes.size() * values.get().size() > MOST_PREFIXES) {
        break;
      }
      prefixes = extended(prefixes, values.get());
      equal++;
    }
    Optional<Conditions.Range> range =
        equal < fields.size() ? conditions.range(fields.get(equal)) : Optional.empty();
    int direction = prefixes.size() == 1 ? direction(orderBy, equal) : 0;
    boolean few = equal == 0 && range.isEmpty();
    boolean lacking = equal > 0 && conditions.equal(fields.get(0)).orElseThrow().contains(null);
    if (lacking || (few && (direction == 0 || leftOut > 0))) {
      return Optional.empty();
    }
    int weight = 4 * equal + (range.isPresent() ? 2 : 0) + (direction != 0 ? 1 : 0);
    String field = range.isPresent() ? fields.get(equal) : null;
    Stream<Object> positions =
        prefixes.stream()
            .flatMap(prefix -> between(prefix, range.orElse(null), field, direction < 0))
            .map(EntryKey::position)
            .map(Object.class::cast);
    boolean once = lists.isEmpty() && prefixes.size() == 1;
    boolean exact =
        prefixes.size() == 1
            && conditions.onlyAsk(fields.subList(0, equal), field)
            && !lists.contains(field);
    return Optional.of(
        new Plan(weight, direction != 0, exact, once ? positions : positions.distinct()));
  }

  private static List<List<Object>> extended(List<List<Object>> prefixes, List<Object> values) {
    List<List<Object>> extended = new ArrayList<>();
    for (List<Object> prefix : prefixes) {
      values.stream()
          .map(Documents::normalized)
          .distinct()
          .forEach(
              value -> {
                List<Object> longer = new ArrayList<>(prefix);
                longer.add(value);
                extended.add(longer);
              });
    }
    return extended;
  }

  /** 1 or -1 when the fields after the equal ones give the order asked; else 0. */
  private int direction(Document orderBy, int equal) {
    if (orderBy == null || orderBy.isEmpty()) {
      return 0;
    }
    Iterator<String> after = fields.subList(equal, fields.size()).iterator();
    int direction = 0;
    for (Map.Entry<String, Object> asked : orderBy.entrySet()) {
      int one = asked.getValue() instanceof Number way ? Integer.signum(way.intValue()) : 0;
      boolean next = after.hasNext() && after.next().equals(asked.getKey());
      if (!next || one == 0 || one == -direction || lists.contains(asked.getKey())) {
        return 0;
      }
      direction = one;
    }
    return direction;
  }

  private Stream<byte[]> between(
      List<Object> prefix, Conditions.Range range, String field, boolean descending) {
    byte[] from = EntryKey.before(prefix);
    byte[] to = EntryKey.after(prefix);
    if (range != null) {
      boolean both = range.low() != null && range.high() != null;
      if (range.low() != null || !lists.contains(field)) {
        from = edge(prefix, range.lowest(), !range.lowest().inclusive());
      }
      if (range.high() != null && !(both && lists.contains(field))) {
        to = edge(prefix, range.high(), range.high().inclusive());
      }
    }
    if (Arrays.compareUnsigned(from, to) > 0) {
      return Stream.empty();
    }
    return entries.between(from, to, descending);
  }

  private static byte[] edge(List<Object> prefix, Conditions.Bound bound, boolean after) {
    List<Object> values = with(prefix, bound.value());
    return after ? EntryKey.after(values) : EntryKey.before(values);
  }

  private static List<Object> with(List<Object> prefix, Object value) {
    List<Object> longer = new ArrayList<>(prefix);
    longer.add(Documents.normalized(value));
    return longer;
  }

  /** Of each entry the values; empty when it has none for the first field. */
  private Collection<List<Object>> valuesOf(Document document) {
    Collection<List<Object>> all = List.of(List.of());
    for (String field : fields) {
      Object value = value(document, field);
      if (value instanceof Collection<?> elements) {
        lists.add(field);
        all = withEach(all, elements.isEmpty() ? Collections.singletonList(null) : elements);
      } else {
        all = withEach(all, Collections.singletonList(value));
      }
    }
    return all;
  }

  private static Collection<List<Object>> withEach(
      Collection<List<Object>> all, Collection<?> values) {
    Set<List<Object>> longer = new LinkedHashSet<>();
    for (List<Object> one : all) {
      for (Object value : values) {
        if (!one.isEmpty() || !Missing.isNullOrMissing(value)) {
          longer.add(with(one, value));
        }
      }
    }
    return longer;
  }

  /** Most fields are no path, which needs no taking apart. */
  private static Object value(Document document, String field) {
    return field.indexOf('.') < 0
        ? document.getOrMissing(field)
        : Utils.getSubdocumentValueCollectionAware(document, field);
  }

  @Override
  public void add(Document document, Object position, MongoCollection<Object> collection) {
    Collection<List<Object>> all = valuesOf(document);
    leftOut += all.isEmpty() ? 1 : 0;
    all.forEach(values -> entries.add(EntryKey.of(values, (String) position)));
  }

  /** Null: this index knows no position that {@code _id} does not. */
  @Override
  public Object remove(Document document) {
    String position = (String) Documents.normalized(document.get("_id"));
    Collection<List<Object>> all = valuesOf(document);
    leftOut -= all.isEmpty() ? 1 : 0;
    all.forEach(values -> entries.remove(EntryKey.of(values, position)));
    return null;
  }

  /**
   * Entries that it had and has stay where they are: of a list mostly one element comes or goes.
   */
  @Override
  public void updateInPlace(
      Document before, Document after, Object position, MongoCollection<Object> collection) {
    if (!differs(before, after)) {
      return;
    }
    Collection<List<Object>> had = valuesOf(before);
    Collection<List<Object>> has = valuesOf(after);
    leftOut += (has.isEmpty() ? 1 : 0) - (had.isEmpty() ? 1 : 0);
    had.stream()
        .filter(values -> !has.contains(values))
        .forEach(values -> entries.remove(EntryKey.of(values, (String) position)));
    has.stream()
        .filter(values -> !had.contains(values))
        .forEach(values -> entries.add(EntryKey.of(values, (String) position)));
  }

  private boolean differs(Document before, Document after) {
    for (String field : fields) {
      if (!Objects.equals(value(before, field), value(after, field))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Object getPosition(Document document) {
    return null;
  }

  @Override
  public void checkAdd(Document document, MongoCollection<Object> collection) {}

  @Override
  public long getCount() {
    return entries.size();
  }

  @Override
  public void drop() {
    entries.clear();
    leftOut = 0;
  }
}
