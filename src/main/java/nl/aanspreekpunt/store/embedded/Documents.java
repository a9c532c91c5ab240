package nl.aanspreekpunt.store.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;

/**
 * A collection whose documents stand as BSON under their id: each read makes a copy of its own, and
 * a commit finds nothing half changed.
 */
final class Documents extends AbstractSynchronizedMongoCollection<Object> {
  private final MVMap<Object, byte[]> map;
  private final LongAdder looked;

  /** While an index that is complete already is given to the library. */
  private boolean filled;

  Documents(
      MongoDatabase database,
      String name,
      CollectionOptions options,
      CursorRegistry cursors,
      MVMap<Object, byte[]> map,
      LongAdder looked) {
    super(database, name, options, cursors);
    this.map = map;
    this.looked = name.startsWith("system.") ? new LongAdder() : looked;
  }

  /** Equal numbers of different types are the same id. */
  static Object normalized(Object value) {
    return value instanceof String ? value : new KeyValue(value).normalized().get(0);
  }

  @Override
  protected QueryResult queryDocuments(
      Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
    Optional<Plan> plan = Plan.best(new Conditions(query), orderBy, map, planned());
    Stream<Document> found =
        plan.map(Plan::positions)
            .orElseGet(() -> map.keySet().stream())
            .map(this::getDocument)
            .filter(Objects::nonNull);
    Document toSort = plan.isPresent() && plan.get().sorted() ? null : orderBy;
    return matchDocumentsFromStream(found, query, toSort, skip, limit, batchSize, fields);
  }

  /** Of each only what is asked for is taken apart; empty when only the library can tell. */
  synchronized Optional<List<Stored>> find(Find asked) {
    Conditions conditions = new Conditions(asked.filter());
    Optional<Plan> plan =
        Plan.best(conditions, asked.sort(), map, planned())
            .filter(one -> one.sorted() || asked.sort().isEmpty());
    if (plan.isEmpty()) {
      return Optional.empty();
    }
    boolean settled = plan.get().exact() || conditions.onlyNames();
    Predicate<byte[]> matching = settled ? bson -> true : matching(asked.filter(), conditions);
    List<Stored> found =
        plan.get()
            .positions()
            .map(map::get)
            .filter(Objects::nonNull)
            .peek(bson -> looked.increment())
            .filter(matching)
            .limit(asked.limit() == 0 ? Long.MAX_VALUE : asked.limit())
            .map(bson -> new Stored(StoredDocument.cut(bson, asked.cut())))
            .toList();
    return asked.batch() > 0 && found.size() > asked.batch()
        ? Optional.empty()
        : Optional.of(found);
  }

  private Predicate<byte[]> matching(Document filter, Conditions conditions) {
    Terms terms = Terms.of(conditions);
    Document rest = Conditions.without(TermIndex.TERMS, filter);
    Optional<Set<String>> roots = Conditions.roots(rest);
    return bson -> {
      Optional<StoredDocument> stored = roots.flatMap(some -> StoredDocument.of(bson));
      return stored.isEmpty()
          ? documentMatchesQuery(StoredDocument.decoded(bson), filter)
          : terms.in(stored.get()) && documentMatchesQuery(stored.get().only(roots.get()), rest);
    };
  }

  private List<PlannedIndex> planned() {
    List<PlannedIndex> planned = new ArrayList<>();
    getIndexes().forEach(index -> planned.add((PlannedIndex) index));
    return planned;
  }

  @Override
  protected QueryResult matchDocuments(
      Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
    return queryDocuments(query, orderBy, skip, limit, batchSize, fields);
  }

  @Override
  protected Document getDocument(Object position) {
    byte[] bytes = map.get(position);
    if (bytes == null) {
      return null;
    }
    looked.increment();
    return StoredDocument.decoded(bytes);
  }

  @Override
  protected Object addDocumentInternal(Document document) {
    Object key =
        getIdField() == null
            ? UUID.randomUUID().toString()
            : normalized(document.get(getIdField()));
    map.put(key, StoredDocument.encoded(document));
    return key;
  }

  /**
   * Nearly every write names one document and puts values in the place of others: the library would
   * copy both to the bottom for that, and compare them field by field.
   */
  @Override
  public synchronized Document updateDocuments(
      Document selector,
      Document update,
      ArrayFilters filters,
      boolean isMulti,
      boolean isUpsert,
      Oplog oplog) {
    boolean done = PlainUpdate.of(selector, update).filter(this::updated).isPresent();
    return done
        ? new Document("n", 1).append("nModified", 1)
        : super.updateDocuments(selector, update, filters, isMulti, isUpsert, oplog);
  }

  /** False when it is not there as it was seen, or only the library can tell. */
  private boolean updated(PlainUpdate update) {
    Object position = normalized(update.id());
    byte[] bytes = map.get(position);
    if (bytes == null) {
      return false;
    }
    looked.increment();
    return StoredDocument.of(bytes)
        .filter(
            one ->
                update.whole() ? replaced(update, position, one) : changed(update, position, one))
        .isPresent();
  }

  /** Most fields of a whole document are what they were: no index needs to look at them. */
  private boolean replaced(PlainUpdate update, Object position, StoredDocument before) {
    byte[] bson = StoredDocument.encoded(update.update());
    return StoredDocument.of(bson)
        .map(before::differing)
        .filter(fields -> updated(update, position, before, fields, () -> bson))
        .isPresent();
  }

  private boolean changed(PlainUpdate update, Object position, StoredDocument before) {
    return updated(
        update,
        position,
        before,
        update.changed(),
        () -> before.with(update.set(), update.unset()));
  }

  /** Only what the filter and the indexes of what changes want to know of it is taken apart. */
  private boolean updated(
      PlainUpdate update,
      Object position,
      StoredDocument stored,
      Set<String> fields,
      Supplier<byte[]> bson) {
    List<PlannedIndex> concerned =
        planned().stream().filter(index -> index.concerns(fields)).toList();
    Set<String> wanted = new HashSet<>(update.seen().keySet());
    concerned.forEach(index -> wanted.addAll(index.roots()));
    Document before = stored.only(wanted);
    if (!update.finds(before)) {
      return false;
    }
    Document after = update.of(before);
    concerned.forEach(index -> index.updateInPlace(before, after, position, this));
    map.put(position, bson.get());
    return true;
  }

  /**
   * One look at each document, and only at what the index is made of: the library would take all of
   * it apart, twice for each index, which at a start took minutes.
   */
  @Override
  public synchronized void addIndex(Index<Object> index) {
    boolean known = getIndexes().stream().anyMatch(one -> one.getName().equals(index.getName()));
    if (!known && index instanceof PlannedIndex planned && !planned.roots().isEmpty()) {
      map.forEach((position, bson) -> planned.add(part(bson, planned.roots()), position, this));
      filled = true;
    }
    try {
      super.addIndex(index);
    } finally {
      filled = false;
    }
  }

  private static Document part(byte[] bson, Set<String> roots) {
    return StoredDocument.of(bson)
        .map(one -> one.only(roots))
        .orElseGet(() -> StoredDocument.decoded(bson));
  }

  @Override
  protected void handleUpdate(Object position, Document before, Document after) {
    map.put(position, StoredDocument.encoded(after));
  }

  @Override
  protected void removeDocument(Object position) {
    map.remove(position);
  }

  @Override
  protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
    return filled
        ? Stream.empty()
        : map.entrySet().stream()
            .map(
                entry ->
                    new DocumentWithPosition<>(
                        StoredDocument.decoded(entry.getValue()), entry.getKey()));
  }

  /** From the index alone when that says enough: figures of all officials are asked for often. */
  @Override
  public synchronized int count(Document query, int skip, int limit) {
    Conditions conditions = new Conditions(query == null ? new Document() : query);
    Optional<Plan> exact = Plan.best(conditions, null, map, planned()).filter(Plan::exact);
    if (exact.isEmpty()) {
      return super.count(query, skip, limit);
    }
    Stream<Object> positions = exact.get().positions().skip(skip);
    return (int) (limit > 0 ? positions.limit(limit) : positions).count();
  }

  @Override
  public int count() {
    return map.size();
  }

  @Override
  protected boolean tracksDataSize() {
    return false;
  }

  @Override
  protected void updateDataSize(int delta) {}

  @Override
  protected int getDataSize() {
    return 0;
  }
}
