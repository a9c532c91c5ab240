package nl.aanspreekpunt.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.reactivestreams.Publisher;

final class MongoTable<T extends Record> implements Table<T> {
  private static final FindOneAndUpdateOptions AFTER =
      new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
  private static final FindOneAndUpdateOptions UPSERT =
      new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER).upsert(true);
  private final String name;
  private final Class<T> type;
  private final MongoCollection<BsonDocument> collection;
  private final MongoFuture futures;
  private final Interruption interruption;

  MongoTable(
      String name,
      Class<T> type,
      MongoCollection<BsonDocument> collection,
      MongoFuture futures,
      Interruption interruption) {
    this.name = name;
    this.type = type;
    this.collection = collection;
    this.futures = futures;
    this.interruption = interruption;
  }

  @Override
  public Future<Optional<T>> find(String id) {
    return one(false, () -> collection.find(Filters.eq("_id", id)).limit(1))
        .map(found -> found.map(this::read));
  }

  @Override
  public Future<List<T>> find(Bson filter, Bson sort, int limit, String... without) {
    return run(
            false,
            () -> {
              FindPublisher<BsonDocument> found = collection.find(filter).limit(limit);
              if (sort != null) {
                found.sort(sort);
              }
              return without.length == 0 ? found : found.projection(Projections.exclude(without));
            })
        .map(all -> all.stream().map(this::read).toList());
  }

  @Override
  public Future<List<T>> findAll(List<String> ids, String... without) {
    if (ids.isEmpty()) {
      return Future.succeededFuture(List.of());
    }
    Bson wanted = Filters.in("_id", ids);
    return run(
            false,
            () ->
                without.length == 0
                    ? collection.find(wanted)
                    : collection.find(wanted).projection(Projections.exclude(without)))
        .map(found -> inOrder(ids, found));
  }

  private List<T> inOrder(List<String> ids, List<BsonDocument> found) {
    Map<String, BsonDocument> byId =
        found.stream()
            .collect(Collectors.toMap(d -> d.getString("_id").getValue(), Function.identity()));
    return ids.stream().map(byId::get).filter(Objects::nonNull).map(this::read).toList();
  }

  @Override
  public Future<Boolean> insert(T record) {
    return run(true, () -> collection.insertOne(Records.encode(record, type)))
        .map(inserted -> true)
        .recover(e -> duplicate(e) ? Future.succeededFuture(false) : Future.failedFuture(e));
  }

  @Override
  public Future<Boolean> replace(T record, long expectedVersion) {
    BsonDocument document = Records.encode(record, type);
    Bson asSeen =
        Filters.and(Filters.eq("_id", document.get("_id")), Filters.eq("version", expectedVersion));
    return one(true, () -> collection.replaceOne(asSeen, document))
        .map(result -> result.orElseThrow().getMatchedCount() == 1);
  }

  @Override
  public Future<Optional<T>> change(String id, Bson condition, Bson update) {
    Bson one = Filters.eq("_id", id);
    Bson filter = condition == null ? one : Filters.and(one, condition);
    return one(true, () -> collection.findOneAndUpdate(filter, update, AFTER))
        .map(found -> found.map(this::read));
  }

  @Override
  public Future<T> upsert(String id, Bson update) {
    return upsert(id, update, 5);
  }

  private Future<T> upsert(String id, Bson update, int tries) {
    return one(true, () -> collection.findOneAndUpdate(Filters.eq("_id", id), update, UPSERT))
        .map(found -> read(found.orElseThrow()))
        .recover(
            e ->
                duplicate(e) && tries > 1 ? upsert(id, update, tries - 1) : Future.failedFuture(e));
  }

  @Override
  public Future<Void> set(String id, Bson update) {
    return run(true, () -> collection.updateOne(Filters.eq("_id", id), update)).mapEmpty();
  }

  @Override
  public Future<Boolean> delete(String id) {
    return one(true, () -> collection.deleteOne(Filters.eq("_id", id)))
        .map(result -> result.orElseThrow().getDeletedCount() == 1);
  }

  @Override
  public Future<Long> count(Bson filter, int atMost) {
    return one(false, () -> collection.countDocuments(filter, new CountOptions().limit(atMost)))
        .map(Optional::orElseThrow);
  }

  private T read(BsonDocument document) {
    return Records.decode(document, type);
  }

  private <R> Future<Optional<R>> one(boolean writes, Supplier<Publisher<R>> command) {
    return run(writes, command).map(all -> all.stream().findFirst());
  }

  private <R> Future<List<R>> run(boolean writes, Supplier<? extends Publisher<R>> command) {
    try {
      interruption.before(name, writes);
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
    return futures.all(command.get());
  }

  private static boolean duplicate(Throwable e) {
    return e instanceof MongoException failure
        && ErrorCategory.fromErrorCode(failure.getCode()) == ErrorCategory.DUPLICATE_KEY;
  }
}
