package nl.aanspreekpunt.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class MongoTable<T extends Record> implements Table<T> {
  private static final Logger LOG = LoggerFactory.getLogger(MongoTable.class);
  private static final int UPSERT_TRIES = 5;
  private static final int MOST_SKIPPED = 1_000;
  private static final FindOneAndUpdateOptions AFTER =
      new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
  private static final FindOneAndUpdateOptions UPSERT =
      new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER).upsert(true);
  private static final ReplaceOptions INSERTING = new ReplaceOptions().upsert(true);
  private final String name;
  private final Records<T> records;
  private final MongoCollection<RawBsonDocument> collection;
  private final Commands commands;
  private final Bulk inserts;
  private final Bulk updates;
  private final Bulk replacements;

  /** A record and the id it was found under; {@code why} it could not be read, else null. */
  private record Row<T>(String id, T record, RuntimeException why) {}

  MongoTable(
      String name,
      Class<T> type,
      MongoCollection<RawBsonDocument> collection,
      Vertx vertx,
      Commands commands) {
    this.name = name;
    this.records = new Records<>(type);
    this.collection = collection;
    this.commands = commands;
    this.inserts = new Bulk(vertx, collection, commands);
    this.updates = new Bulk(vertx, collection, commands);
    this.replacements = new Bulk(vertx, collection, commands);
  }

  @Override
  public Future<Optional<T>> find(String id) {
    return read(() -> collection.find(Filters.eq("_id", id)).limit(1)).map(MongoTable::first);
  }

  @Override
  public Future<List<T>> find(Bson filter, Bson sort, int limit, String... without) {
    return filled(filter, sort, limit, limit, without);
  }

  /** What cannot be read makes room for what comes after it, so that a list does not end there. */
  private Future<List<T>> filled(Bson filter, Bson sort, int limit, int ask, String... without) {
    return rows(filter, sort, ask, without)
        .compose(
            rows -> {
              List<T> found = readable(rows);
              int lacks = limit - found.size();
              boolean more = lacks > 0 && rows.size() == ask && ask < limit + MOST_SKIPPED;
              if (more) {
                return filled(filter, sort, limit, ask + Math.max(lacks, limit), without);
              }
              logged(rows);
              return Future.succeededFuture(found.subList(0, Math.min(limit, found.size())));
            });
  }

  @Override
  public Future<Found<T>> each(Bson filter, Bson sort, int limit, String... without) {
    return rows(filter, sort, limit, without)
        .map(
            rows -> {
              Map<String, Throwable> unreadable = new LinkedHashMap<>();
              rows.stream()
                  .filter(row -> row.why() != null)
                  .forEach(row -> unreadable.put(row.id(), row.why()));
              return new Found<>(readable(rows), unreadable);
            });
  }

  private Future<List<Row<T>>> rows(Bson filter, Bson sort, int limit, String... without) {
    return commands.read(
        name,
        () -> {
          var found = without(collection.find(filter).limit(limit), without);
          return sort == null ? found : found.sort(sort);
        },
        this::row);
  }

  /** Whatever somebody or another version wrote there. */
  private Row<T> row(RawBsonDocument document) {
    String id = document.getString("_id").getValue();
    try {
      return new Row<>(id, records.decode(document), null);
    } catch (RuntimeException e) {
      return new Row<>(id, null, e);
    }
  }

  private List<Row<T>> logged(List<Row<T>> rows) {
    rows.stream()
        .filter(row -> row.why() != null)
        .forEach(row -> LOG.warn("{} {} cannot be read: {}", name, row.id(), row.why().toString()));
    return rows;
  }

  private List<T> readable(List<Row<T>> rows) {
    return rows.stream().map(Row::record).filter(Objects::nonNull).toList();
  }

  @Override
  public Future<List<T>> findAll(List<String> ids, String... without) {
    if (ids.isEmpty()) {
      return Future.succeededFuture(List.of());
    }
    return commands
        .read(name, () -> without(collection.find(Filters.in("_id", ids)), without), this::row)
        .map(rows -> inOrder(ids, logged(rows)));
  }

  private static FindPublisher<RawBsonDocument> without(
      FindPublisher<RawBsonDocument> found, String... without) {
    return without.length == 0 ? found : found.projection(Projections.exclude(without));
  }

  private List<T> inOrder(List<String> ids, List<Row<T>> found) {
    Map<String, T> byId = new HashMap<>();
    found.forEach(one -> byId.put(one.id(), one.record()));
    return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
  }

  @Override
  public Future<Boolean> insert(T record) {
    return commands
        .bulked(
            name,
            () -> {
              RawBsonDocument document = records.encode(record);
              return inserts.add(new InsertOneModel<>(document), size(document));
            })
        .compose(done -> Future.succeededFuture(true), MongoTable::falseWhenThere);
  }

  private static Future<Boolean> falseWhenThere(Throwable e) {
    return duplicate(e) ? Future.succeededFuture(false) : Future.failedFuture(e);
  }

  @Override
  public Future<Boolean> replace(T record, long expectedVersion) {
    return write(
            () -> {
              RawBsonDocument document = records.encode(record);
              return collection.replaceOne(asSeen(document, expectedVersion), document);
            })
        .map(result -> result.orElseThrow().getMatchedCount() == 1);
  }

  /**
   * Of a bulk the server tells how many matched, not which. As an upsert, one whose version is
   * another's tries to insert an id that exists, and that is told for each alone.
   */
  @Override
  public Future<Boolean> replaceTogether(T record, long expectedVersion) {
    return commands
        .bulked(
            name,
            () -> {
              RawBsonDocument document = records.encode(record);
              Bson asSeen = asSeen(document, expectedVersion);
              return replacements.add(
                  new ReplaceOneModel<>(asSeen, document, INSERTING), size(document));
            })
        .compose(done -> Future.succeededFuture(true), MongoTable::falseWhenThere);
  }

  private static Bson asSeen(RawBsonDocument document, long version) {
    return new BsonDocument("_id", document.get("_id")).append("version", new BsonInt64(version));
  }

  @Override
  public Future<Optional<T>> change(String id, Bson condition, Bson update) {
    Bson one = where(id, condition);
    return commands
        .write(name, () -> collection.findOneAndUpdate(one, update, AFTER), records::decode)
        .map(MongoTable::first);
  }

  private static Bson where(String id, Bson condition) {
    Bson one = Filters.eq("_id", id);
    return condition == null ? one : Filters.and(one, condition);
  }

  @Override
  public Future<T> upsert(String id, Bson update) {
    return upsert(id, update, UPSERT_TRIES);
  }

  /** Two at the same moment may both find nothing; the one that inserts second tries again. */
  private Future<T> upsert(String id, Bson update, int tries) {
    Bson one = Filters.eq("_id", id);
    return commands
        .write(name, () -> collection.findOneAndUpdate(one, update, UPSERT), records::decode)
        .map(all -> all.get(0))
        .recover(
            e ->
                duplicate(e) && tries > 1 ? upsert(id, update, tries - 1) : Future.failedFuture(e));
  }

  @Override
  public Future<Void> set(String id, Bson update) {
    return set(id, null, update);
  }

  @Override
  public Future<Void> set(String id, Bson condition, Bson update) {
    return commands.bulked(
        name,
        () -> {
          RawBsonDocument change = operators(Records.encode(update));
          return updates.add(new UpdateOneModel<>(where(id, condition), change), size(change));
        });
  }

  /** The driver would refuse the whole bulk. */
  private static RawBsonDocument operators(RawBsonDocument change) {
    if (change.isEmpty() || !change.getFirstKey().startsWith("$")) {
      throw new IllegalArgumentException("an update consists of operators: " + change.keySet());
    }
    return change;
  }

  @Override
  public Future<Boolean> delete(String id) {
    return write(() -> collection.deleteOne(Filters.eq("_id", id)))
        .map(result -> result.orElseThrow().getDeletedCount() == 1);
  }

  @Override
  public Future<Long> count(Bson filter, int atMost) {
    CountOptions atMostSo = new CountOptions().limit(atMost);
    return commands
        .read(name, () -> collection.countDocuments(filter, atMostSo), count -> count)
        .map(all -> all.get(0));
  }

  private Future<List<T>> read(Supplier<Publisher<RawBsonDocument>> command) {
    return commands.read(name, command, records::decode);
  }

  private <R> Future<Optional<R>> write(Supplier<Publisher<R>> command) {
    return commands.write(name, command, result -> result).map(MongoTable::first);
  }

  private static <R> Optional<R> first(List<R> all) {
    return all.stream().findFirst();
  }

  private static int size(RawBsonDocument document) {
    return document.getByteBuffer().remaining();
  }

  private static boolean duplicate(Throwable e) {
    return e instanceof MongoException failure
        && ErrorCategory.fromErrorCode(failure.getCode()) == ErrorCategory.DUPLICATE_KEY;
  }
}
