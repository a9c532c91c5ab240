package nl.aanspreekpunt.store;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/**
 * Files in the layout that MongoDB documents as GridFS: a document for each in {@code fs.files} and
 * its bytes in {@code fs.chunks}, so that any driver reads them. What the driver's own writer does
 * otherwise, and why, stands in ADR 0017: ids follow from what a file is of, so that writing it
 * again writes the same file, and only {@code _id} is unique. Futures complete on the caller's
 * context; they fail with {@link StoreAway} when it may go better later.
 */
public interface FileStore {
  /** Bytes of each chunk but the last, as GridFS has it by default. */
  int CHUNK = 255 * 1024;

  static FileStore in(Store store) {
    return new MongoFileStore(store);
  }

  /** Creates the indexes. */
  Future<Void> prepare();

  /**
   * Writes chunk {@code n}, from 0; the one that was there is written over.
   *
   * @param bytes {@link #CHUNK} of them, fewer in the last
   */
  Future<Void> write(String id, int n, byte[] bytes);

  /**
   * Says that all chunks are there; the same again changes nothing.
   *
   * @param name as people know it
   * @param details small; names without dots
   */
  Future<Void> finish(
      String id, String name, long length, Instant now, Map<String, String> details);

  /**
   * Gives the chunks in their order, the next one once the one before was taken: there is one in
   * memory.
   *
   * @param length as written
   * @param taking its future completes when the chunk was taken; when that fails, so does this
   * @return fails with {@link Damaged} when it is not there as it was written
   */
  Future<Void> read(String id, long length, Function<Buffer, Future<Void>> taking);

  /** Removes a file, also one that was written in part; none is left when it completes. */
  Future<Void> delete(String id, long length);

  /** A file, or a chunk of it, is missing or cut off. */
  final class Damaged extends RuntimeException {
    private static final long serialVersionUID = 1;

    Damaged(String id) {
      super("file " + id + " is not there as it was written");
    }
  }
}
