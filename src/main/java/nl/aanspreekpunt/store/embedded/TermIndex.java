package nl.aanspreekpunt.store.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An index on a list of terms and moments, in memory, made again at each start. A list of hundreds
 * of words would be as many entries of an {@link OrderedIndex}; here each is about a byte. It
 * answers all that is asked of the terms at once, in order of the first moment; with the moments
 * after the id it only narrows. Guarded by its collection.
 */
final class TermIndex extends PlannedIndex {
  /** An index whose first field is called so is of this kind. */
  static final String TERMS = "terms";

  private static final int WEIGHT = 100;
  private static final int FEWEST_GONE = 1024;

  /** Of a document without that moment: no range holds it. */
  private static final long NONE = Long.MIN_VALUE;

  /** The first one gives the order. */
  private final List<String> fields;

  private final Set<String> roots;
  private TermPostings postings = new TermPostings();

  /** A document that comes again with other terms gets another number. */
  private final Map<String, Integer> numbers = new HashMap<>();

  private String[] ids = new String[64];

  /** Of each field, by the documents' numbers. */
  private final long[][] moments;

  private int given;

  TermIndex(String name, List<IndexKey> keys) {
    super(name, keys, true);
    fields = keys().stream().filter(key -> !key.equals(TERMS) && !key.equals("_id")).toList();
    moments = new long[fields.size()][ids.length];
    roots = Stream.concat(Stream.of(TERMS), fields.stream()).collect(Collectors.toSet());
  }

  @Override
  Set<String> roots() {
    return roots;
  }

  @Override
  Optional<Plan> plan(Conditions conditions, Document orderBy) {
    List<List<Object>> asked = conditions.among(TERMS);
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    int direction = direction(orderBy);
    int[] found = among(asked).stream().filter(within(conditions)).toArray();
    IntStream all =
        direction == 0
            ? Arrays.stream(found)
            : new FirstOf(found, direction > 0 ? this::compare : this::reversed).stream();
    return Optional.of(
        new Plan(WEIGHT, direction != 0, false, all.mapToObj(number -> (Object) ids[number])));
  }

  /** By the first moment, then by id. */
  private int compare(int number, int other) {
    int order = Long.compare(moments[0][number], moments[0][other]);
    return order == 0 ? ids[number].compareTo(ids[other]) : order;
  }

  private int reversed(int number, int other) {
    return compare(other, number);
  }

  /** The numbers of documents that have one of each. */
  private BitSet among(List<List<Object>> asked) {
    BitSet all = null;
    for (List<Object> group : asked) {
      BitSet some = new BitSet(given);
      group.forEach(term -> postings.find(String.valueOf(term), some));
      if (all == null) {
        all = some;
      } else {
        all.and(some);
      }
    }
    for (int number = all.nextSetBit(0); number >= 0; number = all.nextSetBit(number + 1)) {
      if (ids[number] == null) {
        all.clear(number);
      }
    }
    return all;
  }

  private IntPredicate within(Conditions conditions) {
    return IntStream.range(0, fields.size())
        .mapToObj(field -> within(conditions, fields.get(field), field))
        .flatMap(Optional::stream)
        .reduce(IntPredicate::and)
        .orElse(number -> true);
  }

  private Optional<IntPredicate> within(Conditions conditions, String name, int field) {
    List<Object> exactly = conditions.equal(name).orElse(List.of());
    if (exactly.size() == 1 && exactly.get(0) instanceof Instant at) {
      long millis = at.toEpochMilli();
      return Optional.of(number -> moments[field][number] == millis);
    }
    return conditions
        .range(name)
        .map(
            range -> {
              long low = edge(range.low(), 1, NONE + 1);
              long high = edge(range.high(), -1, Long.MAX_VALUE);
              return number -> moments[field][number] >= low && moments[field][number] <= high;
            });
  }

  /**
   * @param inwards by how much, when the bound itself is not in it
   */
  private static long edge(Conditions.Bound bound, int inwards, long none) {
    return Optional.ofNullable(bound)
        .filter(one -> one.value() instanceof Instant)
        .map(one -> ((Instant) one.value()).toEpochMilli() + (one.inclusive() ? 0 : inwards))
        .orElse(none);
  }

  /** 1 or -1 when it is asked in order of the moment, then of the id; else 0. */
  private int direction(Document orderBy) {
    if (orderBy == null || !List.of(fields.get(0), "_id").equals(List.copyOf(orderBy.keySet()))) {
      return 0;
    }
    List<Object> ways = new ArrayList<>(orderBy.values());
    boolean same = ways.get(0) instanceof Number && ways.get(0).equals(ways.get(1));
    return same ? Integer.signum(((Number) ways.get(0)).intValue()) : 0;
  }

  @Override
  public void add(Document document, Object position, MongoCollection<Object> collection) {
    if (!(document.get(TERMS) instanceof Collection<?> terms) || terms.isEmpty()) {
      return;
    }
    if (given == ids.length) {
      ids = Arrays.copyOf(ids, given + given / 2);
      for (int field = 0; field < moments.length; field++) {
        moments[field] = Arrays.copyOf(moments[field], ids.length);
      }
    }
    int number = given++;
    ids[number] = (String) position;
    place(number, document);
    numbers.put((String) position, number);
    terms.forEach(term -> postings.add(String.valueOf(term), number));
  }

  private void place(int number, Document document) {
    for (int field = 0; field < moments.length; field++) {
      Object value = document.get(fields.get(field));
      moments[field][number] = value instanceof Instant at ? at.toEpochMilli() : NONE;
    }
  }

  /** Null: this index knows no position that {@code _id} does not. */
  @Override
  public Object remove(Document document) {
    Integer number = numbers.remove((String) Documents.normalized(document.get("_id")));
    if (number != null) {
      ids[number] = null;
      tidy();
    }
    return null;
  }

  /** What is gone stays in the lists, until it is as much as what is there. */
  private void tidy() {
    if (given - numbers.size() < FEWEST_GONE + numbers.size()) {
      return;
    }
    int[] to = new int[given];
    String[] stay = new String[numbers.size() + 64];
    long[][] when = new long[moments.length][stay.length];
    int next = 0;
    for (int number = 0; number < given; number++) {
      to[number] = ids[number] == null ? -1 : next;
      if (ids[number] != null) {
        stay[next] = ids[number];
        for (int field = 0; field < moments.length; field++) {
          when[field][next] = moments[field][number];
        }
        numbers.put(ids[number], next++);
      }
    }
    postings = postings.renumbered(number -> to[number]);
    ids = stay;
    System.arraycopy(when, 0, moments, 0, when.length);
    given = next;
  }

  @Override
  public void updateInPlace(
      Document before, Document after, Object position, MongoCollection<Object> collection) {
    Integer number = numbers.get((String) position);
    if (number != null && Objects.equals(before.get(TERMS), after.get(TERMS))) {
      place(number, after);
      return;
    }
    if (number != null) {
      numbers.remove((String) position);
      ids[number] = null;
      tidy();
    }
    add(after, position, collection);
  }

  @Override
  public Object getPosition(Document document) {
    return null;
  }

  @Override
  public void checkAdd(Document document, MongoCollection<Object> collection) {}

  @Override
  public long getCount() {
    return numbers.size();
  }

  @Override
  public void drop() {
    postings = new TermPostings();
    numbers.clear();
    given = 0;
  }
}
