package nl.aanspreekpunt.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/** The database, seen by the repositories. Every command passes through here. */
public final class Store {
  private static final String DATABASE = "aanspreekpunt";
  private final MongoClient client;
  private final MongoDatabase database;
  private final MongoFuture futures;
  private final Interruption interruption;
  private final Runnable shutdown;

  private Store(
      MongoClient client,
      MongoDatabase database,
      MongoFuture futures,
      Interruption interruption,
      Runnable shutdown) {
    this.client = client;
    this.database = database;
    this.futures = futures;
    this.interruption = interruption;
    this.shutdown = shutdown;
  }

  public static Future<Store> open(Vertx vertx, StoreSettings settings) {
    return open(vertx, settings, Interruption.NONE);
  }

  public static Future<Store> open(Vertx vertx, StoreSettings settings, Interruption interruption) {
    return vertx.executeBlocking(() -> connect(vertx, settings, interruption));
  }

  private static Store connect(Vertx vertx, StoreSettings settings, Interruption interruption)
      throws java.io.IOException {
    MongoServer embedded = null;
    String uri = settings.uri();
    if (uri == null) {
      java.nio.file.Files.createDirectories(settings.dataDir());
      embedded = new MongoServer(new H2Backend(settings.dataDir().resolve("store.mv").toString()));
      var address = embedded.bind();
      uri = "mongodb://" + address.getHostString() + ":" + address.getPort();
    }
    ConnectionString connection = new ConnectionString(uri);
    MongoClient client =
        MongoClients.create(
            MongoClientSettings.builder()
                .applyConnectionString(connection)
                .applyToClusterSettings(c -> c.serverSelectionTimeout(3, TimeUnit.SECONDS))
                .codecRegistry(Records.REGISTRY)
                .writeConcern(WriteConcern.MAJORITY)
                .build());
    MongoDatabase database =
        client.getDatabase(Objects.requireNonNullElse(connection.getDatabase(), DATABASE));
    Runnable shutdown = embedded == null ? () -> {} : embedded::shutdownNow;
    return new Store(client, database, new MongoFuture(vertx), interruption, shutdown);
  }

  /** Writes are acknowledged by the majority. */
  public <T extends Record> Table<T> table(String name, Class<T> type) {
    return table(name, type, WriteConcern.MAJORITY);
  }

  /** Writes are in the journal too: for what something outside is told next. */
  public <T extends Record> Table<T> journaled(String name, Class<T> type) {
    return table(name, type, WriteConcern.MAJORITY.withJournal(true));
  }

  private <T extends Record> Table<T> table(String name, Class<T> type, WriteConcern concern) {
    MongoCollection<BsonDocument> collection =
        database.getCollection(name, BsonDocument.class).withWriteConcern(concern);
    return new MongoTable<>(name, type, collection, futures, interruption);
  }

  /** Creates what is missing of these indexes. */
  public Future<Void> ensure(String table, List<Index> indexes) {
    return Future.all(
            indexes.stream()
                .map(
                    index ->
                        futures.all(
                            database
                                .getCollection(table)
                                .createIndex(Indexes.ascending(index.fields()))))
                .toList())
        .mapEmpty();
  }

  public Future<Void> ping() {
    return futures.all(database.runCommand(new BsonDocument("ping", new BsonInt32(1)))).mapEmpty();
  }

  /** What the server's clock says. By isMaster, which 4.4.0 has too; hello came with 4.4.2. */
  public Future<Instant> time() {
    return futures
        .one(
            database.runCommand(new BsonDocument("isMaster", new BsonInt32(1)), BsonDocument.class))
        .map(answer -> answer.orElseThrow().getDateTime("localTime").getValue())
        .map(Instant::ofEpochMilli);
  }

  public Future<Void> close() {
    client.close();
    shutdown.run();
    return Future.succeededFuture();
  }
}
