package nl.aanspreekpunt.store;

import static java.util.concurrent.TimeUnit.MINUTES;

import com.mongodb.MongoCommandException;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The indexes of a table: what is missing is made, and what somebody else made there is refused
 * when the hub cannot keep its promises beside it.
 */
final class TableIndexes {
  private static final Logger LOG = LoggerFactory.getLogger(TableIndexes.class);

  /** An index on what is there already takes its time; the socket's time limit is no measure. */
  private static final long LONGEST_MIN = 10;

  private static final Set<String> LEAVING_OUT =
      Set.of("sparse", "partialFilterExpression", "collation", "hidden");

  private final MongoFuture futures;
  private final String server;
  private final String table;
  private final MongoCollection<BsonDocument> collection;

  /**
   * @param server how the server is named to people: hosts, no credentials
   */
  TableIndexes(MongoDatabase database, MongoFuture futures, String server, String table) {
    this.futures = futures;
    this.server = server;
    this.table = table;
    collection = database.getCollection(table, BsonDocument.class);
  }

  /** Fails with {@link StoreRefused} when they cannot be as they must. */
  Future<Void> ensure(List<Index> wanted) {
    return there()
        .compose(there -> create(wanted.stream().filter(index -> missing(index, there)).toList()))
        .compose(made -> there())
        .compose(there -> complete(wanted, there));
  }

  /** What is not dropped costs room and time, and harms nothing: the hub goes on. */
  Future<Void> drop(List<Index> former) {
    if (former.isEmpty()) {
      return Future.succeededFuture();
    }
    return there()
        .compose(
            there ->
                Future.join(
                    there.stream()
                        .filter(one -> former.stream().anyMatch(index -> is(index, one)))
                        .map(one -> futures.all(collection.dropIndex(name(one))))
                        .toList()))
        .<Void>mapEmpty()
        .recover(
            e -> {
              LOG.warn("an index of an earlier version stays in {}: {}", table, e.toString());
              return Future.succeededFuture();
            });
  }

  private Future<Void> complete(List<Index> wanted, List<BsonDocument> there) {
    return wanted.stream()
        .filter(index -> missing(index, there))
        .findFirst()
        .map(index -> this.<Void>refused("did not make the index on " + index.fields()))
        .orElseGet(Future::succeededFuture);
  }

  private Future<List<BsonDocument>> there() {
    return futures
        .all(collection.listIndexes(BsonDocument.class))
        .compose(
            there ->
                there.stream()
                    .filter(TableIndexes::harms)
                    .findFirst()
                    .map(
                        one ->
                            this.<List<BsonDocument>>refused(
                                "has the index "
                                    + name(one)
                                    + ", which deletes or refuses documents by itself; drop it"))
                    .orElseGet(() -> Future.succeededFuture(there)));
  }

  /** That a document exists is told by its {@code _id} alone, and only the hub deletes one. */
  private static boolean harms(BsonDocument index) {
    boolean id = index.getDocument("key").keySet().equals(Set.of("_id"));
    return index.containsKey("expireAfterSeconds") || (!id && is("unique", index));
  }

  private static boolean is(String option, BsonDocument index) {
    return index.containsKey(option) && !index.get(option).equals(BsonBoolean.FALSE);
  }

  private static boolean missing(Index wanted, List<BsonDocument> there) {
    return there.stream()
        .filter(one -> LEAVING_OUT.stream().noneMatch(option -> is(option, one)))
        .noneMatch(one -> is(wanted, one));
  }

  private static boolean is(Index index, BsonDocument there) {
    BsonDocument keys = new BsonDocument();
    index.fields().forEach(field -> keys.append(field, new BsonInt32(1)));
    return sameOrder(keys, there.getDocument("key"));
  }

  /** A shell makes {@code 1.0} of what a driver writes as {@code 1}. */
  private static boolean sameOrder(BsonDocument wanted, BsonDocument key) {
    return List.copyOf(wanted.keySet()).equals(List.copyOf(key.keySet()))
        && key.values().stream().allMatch(way -> way.isNumber() && way.asNumber().intValue() == 1);
  }

  /** Together, so that a server reads what is there once. */
  private Future<Void> create(List<Index> missing) {
    if (missing.isEmpty()) {
      return Future.succeededFuture();
    }
    List<IndexModel> models =
        missing.stream().map(index -> new IndexModel(Indexes.ascending(index.fields()))).toList();
    return futures
        .all(collection.withTimeout(LONGEST_MIN, MINUTES).createIndexes(models))
        .<Void>mapEmpty()
        .recover(
            e ->
                e instanceof MongoCommandException refusal
                    ? refused(
                        "refuses an index ("
                            + refusal.getErrorMessage()
                            + "); drop what is in its way")
                    : Future.failedFuture(e));
  }

  private <T> Future<T> refused(String why) {
    return Future.failedFuture(
        new StoreRefused(
            "The database at " + server + " cannot be used: its collection " + table + " " + why));
  }

  private static String name(BsonDocument index) {
    return index.getString("name", new BsonString("?")).getValue();
  }
}
