package nl.aanspreekpunt.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoIncompatibleDriverException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.conversions.Bson;

/**
 * Tries, before anything is trusted to a server, the two things that the whole program stands on
 * and that some servers which speak MongoDB's protocol do not do: a unique key stays unique, and a
 * conditional update is atomic.
 */
final class StoreCheck {
  private static final int WRITERS = 8;
  private static final int ROUNDS = 4;
  private static final String ID = "raced";
  private final MongoDatabase database;
  private final MongoCollection<BsonDocument> races;
  private final MongoFuture futures;
  private final String server;

  /**
   * @param server how the server is named to people: hosts, no credentials
   */
  StoreCheck(MongoDatabase database, MongoFuture futures, String server) {
    this.database = database;
    this.futures = futures;
    this.server = server;
    String name = "check-" + UUID.randomUUID();
    races = database.getCollection(name, BsonDocument.class);
  }

  /** Fails with {@link StoreRefused} when the server is unfit, or cannot be asked. */
  Future<Void> run() {
    return version()
        .compose(fit -> raced().eventually(() -> futures.all(races.drop())))
        .recover(e -> Future.failedFuture(refused(e)));
  }

  private Future<Void> version() {
    Bson question = new BsonDocument("buildInfo", new BsonInt32(1));
    return futures
        .all(database.runCommand(question, BsonDocument.class))
        .map(
            answer -> {
              List<BsonValue> version = answer.get(0).getArray("versionArray");
              int major = version.get(0).asNumber().intValue();
              int minor = version.get(1).asNumber().intValue();
              if (major < 4 || (major == 4 && minor < 4)) {
                throw tooOld(null);
              }
              return null;
            });
  }

  private Future<Void> raced() {
    return insertOnce().compose(one -> takeTurns(0)).compose(one -> loseNothing());
  }

  private Future<Void> insertOnce() {
    BsonDocument document =
        new BsonDocument("_id", new BsonString(ID))
            .append("turn", new BsonInt32(0))
            .append("sum", new BsonInt32(0));
    return all(WRITERS, i -> inserted(document.clone()))
        .map(won -> one(won, "inserted the same _id", "its unique key does not stay unique"));
  }

  private Future<Boolean> inserted(BsonDocument document) {
    return futures
        .all(races.withWriteConcern(Store.IN_JOURNAL).insertOne(document))
        .map(true)
        .recover(e -> duplicate(e) ? Future.succeededFuture(false) : Future.failedFuture(e));
  }

  /** In each turn all writers make the same conditional update; one may find its condition true. */
  private Future<Void> takeTurns(int turn) {
    if (turn == ROUNDS) {
      return Future.succeededFuture();
    }
    Bson mine = and(eq("_id", ID), eq("turn", turn));
    Bson next = set("turn", turn + 1);
    return all(WRITERS, i -> futures.all(races.findOneAndUpdate(mine, next)).map(this::some))
        .map(won -> one(won, "made the same conditional update", "its updates are not atomic"))
        .compose(one -> takeTurns(turn + 1));
  }

  private boolean some(List<BsonDocument> found) {
    return !found.isEmpty();
  }

  /** Updates that do not exclude each other must all have their effect. */
  private Future<Void> loseNothing() {
    int updates = WRITERS * ROUNDS;
    Bson mine = and(eq("_id", ID), eq("turn", ROUNDS));
    Bson add = combine(inc("sum", 1), set("last", "writer"));
    return all(WRITERS, i -> adding(mine, add, ROUNDS))
        .compose(done -> futures.all(races.find(eq("_id", ID))))
        .map(
            found -> {
              int sum = found.get(0).getInt32("sum").getValue();
              if (sum != updates) {
                throw unfit(
                    "of " + updates + " updates at the same moment " + sum + " stayed",
                    "its updates are not atomic");
              }
              return null;
            });
  }

  private Future<Boolean> adding(Bson mine, Bson add, int left) {
    return left == 0
        ? Future.succeededFuture(true)
        : futures
            .all(races.findOneAndUpdate(mine, add))
            .compose(done -> adding(mine, add, left - 1));
  }

  private static Future<List<Boolean>> all(int writers, IntFunction<Future<Boolean>> writing) {
    List<Future<Boolean>> all = IntStream.range(0, writers).mapToObj(writing).toList();
    return Future.all(all).map(done -> all.stream().map(Future::result).toList());
  }

  private Void one(List<Boolean> won, String act, String fault) {
    long winners = won.stream().filter(w -> w).count();
    if (winners != 1) {
      throw unfit(winners + " of " + WRITERS + " writers " + act, fault);
    }
    return null;
  }

  private StoreRefused unfit(String seen, String fault) {
    return new StoreRefused(
        "The database at "
            + server
            + " cannot be used: "
            + seen
            + ", so "
            + fault
            + ". Set store.uri to a MongoDB, 4.4 or later.");
  }

  private StoreRefused tooOld(Throwable cause) {
    return new StoreRefused(
        "The database at "
            + server
            + " is older than MongoDB 4.4. Set store.uri to MongoDB 4.4 or later.",
        cause);
  }

  private Throwable refused(Throwable e) {
    if (e instanceof StoreRefused) {
      return e;
    }
    if (e instanceof MongoIncompatibleDriverException) {
      return tooOld(e);
    }
    String why =
        e instanceof MongoSecurityException
            ? "refuses the user name or password"
            : e instanceof MongoTimeoutException
                ? "does not answer"
                : "fails at a first try (" + e.getMessage() + ")";
    return new StoreRefused("The database at " + server + " " + why + ". Check store.uri.", e);
  }

  private static boolean duplicate(Throwable e) {
    return e instanceof MongoException failure
        && ErrorCategory.fromErrorCode(failure.getCode()) == ErrorCategory.DUPLICATE_KEY;
  }
}
