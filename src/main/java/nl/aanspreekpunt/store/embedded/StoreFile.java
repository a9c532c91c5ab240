package nl.aanspreekpunt.store.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.h2.mvstore.Chunk;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.SingleFileStore;
import org.h2.store.fs.FilePath;

/**
 * H2's store in one file. Whoever commits sees to it that nothing else uses the store meanwhile.
 */
final class StoreFile implements AutoCloseable {
  private static final int CACHE_MIB = 16;

  /** A document or two: a commit writes each page anew in which anything changed. */
  private static final int PAGE_BYTES = 4096;

  /** Chunks that hold less are written anew, so that their room is used again. */
  private static final int FULL_ENOUGH = 50;

  private static final int SLICE_BYTES = 512 * 1024;

  static {
    FilePath.register(new DurableFile());
  }

  private final Headed file;
  private final MVStore store;

  private static final class Headed extends SingleFileStore {
    Headed(Map<String, Object> configuration) {
      super(configuration);
    }

    /**
     * H2 leaves out the header while the next chunk is where this one says it is; with the chunk
     * that the header names written over, neither would be found.
     */
    void nameNext() {
      Chunk<?> last = lastChunk;
      if (last != null) {
        last.next = 0;
      }
    }
  }

  /** Throws H2's exception when it is locked or cannot be read. */
  static StoreFile open(Path file) {
    return open(file.toString());
  }

  static StoreFile open(String file) {
    Headed headed = new Headed(new HashMap<>(Map.of("cacheSize", CACHE_MIB)));
    headed.open(DurableFile.SCHEME + ":" + file, false, (char[]) null);
    try {
      return new StoreFile(headed);
    } catch (RuntimeException e) {
      headed.close();
      throw e;
    }
  }

  /** What is no longer needed may be written over by the next commit: see {@link DurableFile}. */
  private StoreFile(Headed file) {
    this.file = file;
    store =
        new MVStore.Builder()
            .adoptFileStore(file)
            .autoCommitDisabled()
            .autoCommitBufferSize(0)
            .pageSplitSize(PAGE_BYTES)
            .open();
    store.setRetentionTime(0);
    file.nameNext();
  }

  MVStore store() {
    return store;
  }

  /** The version that was written; -1 when nothing had changed. */
  long commit() {
    long version = store.commit();
    file.nameNext();
    return version;
  }

  void sync() {
    store.sync();
  }

  boolean sparse() {
    return fullness() < FULL_ENOUGH;
  }

  /** How much of the chunks is still needed, in hundredths. */
  int fullness() {
    return file.getChunksFillRate();
  }

  /**
   * Writes one slice of what is in sparse chunks anew; they are free after the next commits.
   *
   * @return whether there was anything to write
   */
  boolean compact() {
    boolean rewritten = store.compact(FULL_ENOUGH, SLICE_BYTES);
    if (rewritten) {
      commit();
    }
    return rewritten;
  }

  long size() {
    return file.size();
  }

  @Override
  public void close() {
    store.close();
  }
}
