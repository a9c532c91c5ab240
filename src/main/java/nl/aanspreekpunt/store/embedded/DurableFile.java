package nl.aanspreekpunt.store.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FilePathWrapper;

/**
 * The file below H2's MVStore, written such that a crash at any moment, of the process or of the
 * machine, leaves a whole state, and none older than the last that was synced. H2 alone does not:
 * its header, which says where the newest chunk is, may name one that was written over just before
 * a crash, and a chunk counts as whole by its first and last bytes whatever is between them. So:
 *
 * <ul>
 *   <li>a chunk's footer is written after all before it is on disk;
 *   <li>of the two copies of the header one is written at a time, in turn, so that the other still
 *       names the state before.
 * </ul>
 *
 * <p>Layout: "File Format" in <a href="https://h2database.com/html/mvstore.html">MVStore</a>.
 */
public final class DurableFile extends FilePathWrapper {
  static final String SCHEME = "durable";
  private static final int BLOCK = 4096;
  private static final int FOOTER = 128;

  /** H2 makes one for each path. */
  public DurableFile() {}

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new Ordered(getBase().open(mode));
  }

  private static final class Ordered extends PassingChannel {
    /** Which copy of the header is next; before the first it is not known which is older. */
    private int copy = -1;

    Ordered(FileChannel base) {
      super(base);
    }

    @Override
    public synchronized int write(ByteBuffer bytes, long position) throws IOException {
      int length = bytes.remaining();
      if (position == 0) {
        writeHeader(bytes);
      } else {
        writeChunk(bytes, position);
      }
      return length;
    }

    private void writeChunk(ByteBuffer chunk, long position) throws IOException {
      int end = chunk.limit();
      int body = chunk.remaining() - FOOTER;
      writeAll(chunk.limit(end - FOOTER), position);
      base.force(false);
      writeAll(chunk.limit(end), position + body);
    }

    private void writeHeader(ByteBuffer copies) throws IOException {
      if (copy < 0) {
        base.force(false);
        writeCopy(copies, 0);
        base.force(false);
        writeCopy(copies, 1);
        copy = 0;
      } else {
        writeCopy(copies, copy);
        copy = 1 - copy;
      }
      copies.position(copies.limit());
    }

    private void writeCopy(ByteBuffer copies, int which) throws IOException {
      int at = which * BLOCK;
      writeAll(copies.duplicate().position(at).limit(at + BLOCK), at);
    }

    private void writeAll(ByteBuffer bytes, long position) throws IOException {
      long at = position;
      while (bytes.hasRemaining()) {
        at += base.write(bytes, at);
      }
    }

    /** A size is on disk with the bytes that need it; the time of the change need not be. */
    @Override
    public void force(boolean metaData) throws IOException {
      base.force(false);
    }

    /** A process that was killed while it made the file left less than a header, and no data. */
    @Override
    public synchronized FileLock tryLock(long position, long size, boolean shared)
        throws IOException {
      FileLock lock = super.tryLock(position, size, shared);
      if (lock != null && base.size() < 2 * BLOCK) {
        base.truncate(0);
      }
      return lock;
    }
  }
}
