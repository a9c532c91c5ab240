package nl.aanspreekpunt.store.embedded;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.client.gridfs.model.GridFSFile;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import com.mongodb.reactivestreams.client.gridfs.GridFSBucket;
import com.mongodb.reactivestreams.client.gridfs.GridFSBuckets;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import nl.aanspreekpunt.store.FileStore;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.StoreSettings;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Files as GridFS lays them out: written once however often, read piece by piece, by anybody. */
class FileStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  private static final Vertx VERTX = Vertx.vertx();
  @TempDir static Path folder;
  private static EmbeddedDatabase database;
  private static Store store;
  private static FileStore files;
  private static MongoClient client;
  private static MongoDatabase plain;

  @BeforeAll
  static void open() throws Exception {
    database = EmbeddedDatabase.open(folder);
    store = await(Store.open(VERTX, new StoreSettings(database.uri(), folder)));
    files = FileStore.in(store);
    await(files.prepare());
    client = MongoClients.create(database.uri());
    plain = client.getDatabase(new ConnectionString(database.uri()).getDatabase());
  }

  @AfterAll
  static void close() {
    client.close();
    await(store.close());
    database.close();
    await(VERTX.close());
  }

  private static byte[] written(String id, int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    for (int n = 0; n * FileStore.CHUNK < size; n++) {
      int from = n * FileStore.CHUNK;
      int to = Math.min(size, from + FileStore.CHUNK);
      await(files.write(id, n, Arrays.copyOfRange(bytes, from, to)));
    }
    await(files.finish(id, "brief é.pdf", size, NOW, Map.of("type", "application/pdf")));
    return bytes;
  }

  private static byte[] read(String id, long size) {
    Buffer all = Buffer.buffer();
    await(
        files.read(
            id,
            size,
            piece -> {
              all.appendBuffer(piece);
              return Future.succeededFuture();
            }));
    return all.getBytes();
  }

  private static long count(String collection) {
    return all(plain.getCollection(collection).countDocuments()).get(0);
  }

  /** Waits for all that a publisher of the driver gives. */
  private static <T> List<T> all(Publisher<T> publisher) {
    List<T> found = new java.util.concurrent.CopyOnWriteArrayList<>();
    CompletableFuture<Void> done = new CompletableFuture<>();
    publisher.subscribe(
        new Taking<>(
            found::add,
            failure -> {
              if (failure == null) {
                done.complete(null);
              } else {
                done.completeExceptionally(failure);
              }
            }));
    return done.orTimeout(20, TimeUnit.SECONDS).thenApply(over -> found).join();
  }

  private record Taking<T>(Consumer<T> item, Consumer<Throwable> end) implements Subscriber<T> {
    @Override
    public void onSubscribe(Subscription begun) {
      begun.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(T one) {
      item.accept(one);
    }

    @Override
    public void onError(Throwable failure) {
      end.accept(failure);
    }

    @Override
    public void onComplete() {
      end.accept(null);
    }
  }

  @Test
  void aFileOfEverySizeComesBackAsItWas() {
    for (int size : new int[] {0, 1, FileStore.CHUNK, FileStore.CHUNK + 1, 3 * FileStore.CHUNK}) {
      String id = "size/" + size;
      byte[] bytes = written(id, size);
      assertThat(read(id, size)).isEqualTo(bytes);
    }
  }

  @Test
  void writtenAgainItIsThereOnceAlsoAfterAWriteThatEndedHalfway() {
    await(files.write("again/1", 0, new byte[] {1, 2, 3}));
    long files = count("fs.files");
    long chunks = count("fs.chunks");
    byte[] bytes = written("again/1", 2 * FileStore.CHUNK);
    written("again/1", 2 * FileStore.CHUNK);
    assertThat(read("again/1", 2 * FileStore.CHUNK)).isEqualTo(bytes);
    assertThat(count("fs.files")).isEqualTo(files + 1);
    assertThat(count("fs.chunks")).isEqualTo(chunks + 1);
  }

  @Test
  void theDriversOwnReaderReadsItAndLooksAtNoOthers() {
    byte[] bytes = written("mail/2", 2 * FileStore.CHUNK + 17);
    written("mail/3", 5);
    GridFSBucket bucket = GridFSBuckets.create(plain);
    long before = database.looked();
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    for (ByteBuffer piece : all(bucket.downloadToPublisher(new BsonString("mail/2")))) {
      byte[] some = new byte[piece.remaining()];
      piece.get(some);
      read.writeBytes(some);
    }
    assertThat(read.toByteArray()).isEqualTo(bytes);
    assertThat(database.looked() - before).isLessThanOrEqualTo(8);
    GridFSFile file = all(bucket.find(com.mongodb.client.model.Filters.eq("_id", "mail/2"))).get(0);
    assertThat(file.getFilename()).isEqualTo("brief é.pdf");
    assertThat(file.getLength()).isEqualTo(bytes.length);
    assertThat(file.getUploadDate().toInstant()).isEqualTo(NOW);
    assertThat(file.getMetadata()).containsEntry("type", "application/pdf");
  }

  @Test
  void theNextPieceIsAskedForWhenTheOneBeforeIsTaken() {
    written("slow/1", 4 * FileStore.CHUNK);
    long before = store.commands().reads();
    Promise<Void> taken = Promise.promise();
    Promise<Void> first = Promise.promise();
    Future<Void> all =
        files.read(
            "slow/1",
            4 * FileStore.CHUNK,
            piece -> {
              first.tryComplete();
              return taken.future();
            });
    await(first.future());
    assertThat(store.commands().reads() - before).isEqualTo(1);
    taken.complete();
    await(all);
    assertThat(store.commands().reads() - before).isEqualTo(4);
  }

  @Test
  void whatIsMissingIsSaidAndNotLeftOut() {
    written("half/1", FileStore.CHUNK + 5);
    all(
        plain
            .getCollection("fs.chunks")
            .deleteOne(com.mongodb.client.model.Filters.eq("half/1/1")));
    assertThatThrownBy(() -> read("half/1", FileStore.CHUNK + 5))
        .isInstanceOf(FileStore.Damaged.class);
    await(files.write("half/1", 1, new byte[4]));
    assertThatThrownBy(() -> read("half/1", FileStore.CHUNK + 5))
        .isInstanceOf(FileStore.Damaged.class);
  }

  @Test
  void whatIsDestroyedLeavesNothing() {
    long files = count("fs.files");
    long chunks = count("fs.chunks");
    written("gone/1", 2 * FileStore.CHUNK + 1);
    await(FileStoreTest.files.delete("gone/1", 2 * FileStore.CHUNK + 1));
    await(FileStoreTest.files.delete("gone/1", 2 * FileStore.CHUNK + 1));
    assertThat(count("fs.files")).isEqualTo(files);
    assertThat(count("fs.chunks")).isEqualTo(chunks);
  }
}
