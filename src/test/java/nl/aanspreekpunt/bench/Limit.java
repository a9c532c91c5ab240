package nl.aanspreekpunt.bench;

import com.mongodb.ConnectionString;
import com.mongodb.WriteConcern;
import com.mongodb.client.result.InsertOneResult;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;
import nl.aanspreekpunt.store.embedded.EmbeddedDatabase;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** What the database alone can do: the bare driver inserting the same bytes, each one journaled. */
final class Limit {
  private Limit() {}

  /**
   * Inserts on the embedded default in an empty directory, or on the server named.
   *
   * @param uri null for the embedded default
   * @param atOnce inserts under way at the same moment
   * @return inserts a second
   */
  static double of(String uri, Path folder, int count, int atOnce, IntFunction<byte[]> bytes)
      throws IOException {
    if (uri != null) {
      return on(new ConnectionString(uri), count, atOnce, bytes);
    }
    try (EmbeddedDatabase embedded = EmbeddedDatabase.open(folder)) {
      return on(new ConnectionString(embedded.uri()), count, atOnce, bytes);
    }
  }

  private static double on(ConnectionString uri, int count, int atOnce, IntFunction<byte[]> bytes)
      throws IOException {
    String name = uri.getDatabase() == null ? "aanspreekpunt" : uri.getDatabase();
    try (MongoClient client = MongoClients.create(uri)) {
      MongoDatabase database = client.getDatabase(name);
      MongoCollection<BsonDocument> collection =
          database
              .getCollection("bench-limit", BsonDocument.class)
              .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
      insert(collection, 0, Math.min(2_000, count), atOnce, bytes);
      long start = System.nanoTime();
      insert(collection, count, count, atOnce, bytes);
      double seconds = (System.nanoTime() - start) / 1e9;
      CompletableFuture<Void> dropped = new CompletableFuture<>();
      on(collection.drop(), dropped);
      dropped.join();
      return count / seconds;
    }
  }

  private static void insert(
      MongoCollection<BsonDocument> collection,
      int first,
      int count,
      int atOnce,
      IntFunction<byte[]> bytes)
      throws IOException {
    Semaphore turns = new Semaphore(atOnce);
    CompletableFuture<Void> failed = new CompletableFuture<>();
    for (int n = first; n < first + count && !failed.isCompletedExceptionally(); n++) {
      turns.acquireUninterruptibly();
      BsonDocument document =
          new BsonDocument("_id", new BsonString(String.format(Locale.ROOT, "%064x", n)))
              .append("raw", new BsonBinary(bytes.apply(n)));
      CompletableFuture<InsertOneResult> done = new CompletableFuture<>();
      done.whenComplete(
          (inserted, failure) -> {
            turns.release();
            if (failure != null) {
              failed.completeExceptionally(failure);
            }
          });
      on(collection.insertOne(document), done);
    }
    turns.acquireUninterruptibly(atOnce);
    if (failed.isCompletedExceptionally()) {
      throw new IOException("the database failed: " + failed.handle((none, e) -> e).join());
    }
  }

  private static <T> void on(Publisher<T> publisher, CompletableFuture<T> done) {
    publisher.subscribe(
        new Subscriber<T>() {
          @Override
          public void onSubscribe(Subscription begun) {
            begun.request(Long.MAX_VALUE);
          }

          @Override
          public void onNext(T result) {
            done.complete(result);
          }

          @Override
          public void onError(Throwable failure) {
            done.completeExceptionally(failure);
          }

          @Override
          public void onComplete() {
            done.complete(null);
          }
        });
  }
}
