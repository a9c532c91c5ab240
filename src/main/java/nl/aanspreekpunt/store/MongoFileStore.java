package nl.aanspreekpunt.store;

import static com.mongodb.client.model.Updates.set;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bson.codecs.pojo.annotations.BsonProperty;

/** Writes that belong together leave together: see {@link Bulk}. */
final class MongoFileStore implements FileStore {
  private final Store store;
  private final Table<Whole> files;
  private final Table<Chunk> chunks;

  /** The names of its fields are GridFS's. */
  public record Whole(
      String id,
      long length,
      int chunkSize,
      Instant uploadDate,
      String filename,
      Map<String, String> metadata) {}

  /**
   * @param id the file's, a slash and {@code n}
   */
  public record Chunk(String id, @BsonProperty("files_id") String file, int n, byte[] data) {}

  MongoFileStore(Store store) {
    this.store = store;
    files = store.table("fs.files", Whole.class);
    chunks = store.table("fs.chunks", Chunk.class);
  }

  /** The index is for who reads them by a driver; the hub asks for chunks by their ids. */
  @Override
  public Future<Void> prepare() {
    return store.ensure("fs.chunks", List.of(Index.on("files_id", "n")));
  }

  @Override
  public Future<Void> write(String id, int n, byte[] bytes) {
    String chunk = chunk(id, n);
    return chunks
        .insert(new Chunk(chunk, id, n, bytes))
        .compose(first -> first ? Future.succeededFuture() : chunks.set(chunk, set("data", bytes)));
  }

  @Override
  public Future<Void> finish(
      String id, String name, long length, Instant now, Map<String, String> details) {
    return files.insert(new Whole(id, length, CHUNK, now, name, Map.copyOf(details))).mapEmpty();
  }

  @Override
  public Future<Void> read(String id, long length, Function<Buffer, Future<Void>> taking) {
    return read(id, length, 0, taking);
  }

  private Future<Void> read(String id, long length, int n, Function<Buffer, Future<Void>> taking) {
    long left = length - (long) n * CHUNK;
    return left <= 0
        ? Future.succeededFuture()
        : chunks
            .find(chunk(id, n))
            .map(found -> bytes(id, found, (int) Math.min(CHUNK, left)))
            .compose(bytes -> taking.apply(Buffer.buffer(bytes)))
            .compose(taken -> read(id, length, n + 1, taking));
  }

  private static byte[] bytes(String id, Optional<Chunk> found, int expected) {
    return found
        .map(Chunk::data)
        .filter(data -> data.length == expected)
        .orElseThrow(() -> new Damaged(id));
  }

  /** First what says that it is there. */
  @Override
  public Future<Void> delete(String id, long length) {
    return files.delete(id).compose(gone -> deleteFrom(id, length, 0));
  }

  private Future<Void> deleteFrom(String id, long length, int n) {
    return (long) n * CHUNK >= length
        ? Future.succeededFuture()
        : chunks.delete(chunk(id, n)).compose(gone -> deleteFrom(id, length, n + 1));
  }

  private static String chunk(String id, int n) {
    return id + "/" + n;
  }
}
