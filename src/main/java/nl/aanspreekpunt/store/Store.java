package nl.aanspreekpunt.store;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.event.CommandListener;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import nl.aanspreekpunt.store.embedded.EmbeddedDatabase;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.RawBsonDocument;

/** The database, seen by the repositories. Every command passes through here. */
public final class Store {
  private static final String DATABASE = "aanspreekpunt";
  private static final int CONNECTIONS = 32;
  private static final int SELECT_S = 3;
  private static final int ANSWER_S = 10;
  static final WriteConcern IN_JOURNAL = WriteConcern.MAJORITY.withJournal(true);
  private final Vertx vertx;
  private final MongoClient client;
  private final MongoDatabase database;
  private final String name;
  private final MongoFuture futures;
  private final Commands commands;
  private final Runnable shutdown;

  private Store(
      Vertx vertx,
      MongoClient client,
      MongoDatabase database,
      String name,
      Interruption interruption,
      Runnable shutdown) {
    this.vertx = vertx;
    this.client = client;
    this.database = database;
    this.name = name;
    this.futures = new MongoFuture(vertx);
    this.commands = new Commands(futures, interruption);
    this.shutdown = shutdown;
  }

  public static Future<Store> open(Vertx vertx, StoreSettings settings) {
    return open(vertx, settings, Interruption.NONE);
  }

  public static Future<Store> open(Vertx vertx, StoreSettings settings, Interruption interruption) {
    return open(vertx, settings, interruption, null);
  }

  static Future<Store> open(
      Vertx vertx, StoreSettings settings, Interruption interruption, CommandListener listener) {
    return vertx
        .executeBlocking(() -> connect(vertx, settings, interruption, listener))
        .compose(Store::checked);
  }

  private static Store connect(
      Vertx vertx, StoreSettings settings, Interruption interruption, CommandListener listener) {
    EmbeddedDatabase embedded = settings.uri() == null ? embedded(settings) : null;
    ConnectionString connection = connection(embedded == null ? settings.uri() : embedded.uri());
    MongoClient client = MongoClients.create(settings(connection, listener));
    MongoDatabase database =
        client.getDatabase(Objects.requireNonNullElse(connection.getDatabase(), DATABASE));
    Runnable shutdown = embedded == null ? () -> {} : embedded::close;
    String name = embedded == null ? String.join(", ", connection.getHosts()) : "data.dir";
    return new Store(vertx, client, database, name, interruption, shutdown);
  }

  /** What is wrong is said without the string itself: it may hold a password. */
  private static ConnectionString connection(String uri) {
    try {
      return new ConnectionString(uri);
    } catch (IllegalArgumentException e) {
      throw new StoreRefused(
          "store.uri: a MongoDB connection string is expected, such as"
              + " mongodb://db1,db2/aanspreekpunt?replicaSet=rs0",
          e);
    }
  }

  private static EmbeddedDatabase embedded(StoreSettings settings) {
    try {
      return EmbeddedDatabase.open(settings.dataDir());
    } catch (IOException e) {
      throw new StoreRefused(e.getMessage(), e);
    }
  }

  private Future<Store> checked() {
    return new StoreCheck(database, futures, name)
        .run()
        .map(this)
        .recover(e -> close().transform(closed -> Future.failedFuture(e)));
  }

  /**
   * What the URI says goes before our time limits, never before what makes a write durable, nor
   * before reading only what is: what a primary that lost its majority still shows may go again.
   */
  private static MongoClientSettings settings(ConnectionString uri, CommandListener listener) {
    MongoClientSettings.Builder settings =
        MongoClientSettings.builder()
            .applyToClusterSettings(c -> c.serverSelectionTimeout(SELECT_S, SECONDS))
            .applyToConnectionPoolSettings(
                p -> p.maxSize(CONNECTIONS).maxConnecting(8).maxWaitTime(SELECT_S, SECONDS))
            .applyToSocketSettings(
                s -> s.connectTimeout(SELECT_S, SECONDS).readTimeout(ANSWER_S, SECONDS))
            .applyConnectionString(uri)
            .codecRegistry(Records.REGISTRY)
            .readPreference(ReadPreference.primary())
            .readConcern(ReadConcern.MAJORITY)
            .writeConcern(WriteConcern.MAJORITY);
    return listener == null ? settings.build() : settings.addCommandListener(listener).build();
  }

  /** Writes are acknowledged by the majority. */
  public <T extends Record> Table<T> table(String name, Class<T> type) {
    return table(name, type, WriteConcern.MAJORITY);
  }

  /** Writes are in the journal too: for what something outside is told next. */
  public <T extends Record> Table<T> journaled(String name, Class<T> type) {
    return table(name, type, IN_JOURNAL);
  }

  private <T extends Record> Table<T> table(String name, Class<T> type, WriteConcern concern) {
    MongoCollection<RawBsonDocument> collection =
        database.getCollection(name, RawBsonDocument.class).withWriteConcern(concern);
    return new MongoTable<>(name, type, collection, vertx, commands);
  }

  /** Creates what is missing of these indexes; {@link StoreRefused} when it cannot. */
  public Future<Void> ensure(String table, List<Index> indexes) {
    return ensure(table, indexes, List.of());
  }

  /**
   * The same, and drops what an earlier version made in their place.
   *
   * @param former nobody else's: they have these fields, in this order
   */
  public Future<Void> ensure(String table, List<Index> indexes, List<Index> former) {
    TableIndexes there = new TableIndexes(database, futures, name, table);
    return there.ensure(indexes).compose(made -> there.drop(former));
  }

  /** Fails within seconds when the database is away. */
  public Future<Void> ping() {
    return futures.all(database.runCommand(new BsonDocument("ping", new BsonInt32(1)))).mapEmpty();
  }

  /** What the server's clock says. By isMaster, which 4.4.0 has too; hello came with 4.4.2. */
  public Future<Instant> time() {
    return futures
        .all(
            database.runCommand(new BsonDocument("isMaster", new BsonInt32(1)), BsonDocument.class))
        .map(answer -> answer.get(0).getDateTime("localTime").getValue())
        .map(Instant::ofEpochMilli);
  }

  /** What was asked of the database and sent to it, for metrics. */
  public Commands commands() {
    return commands;
  }

  /** Everything in this database goes: for tests, which have a database of their own. */
  Future<Void> drop() {
    return futures.all(database.drop()).mapEmpty();
  }

  public Future<Void> close() {
    return vertx.executeBlocking(
        () -> {
          client.close();
          shutdown.run();
          return null;
        });
  }
}
