package nl.aanspreekpunt.store.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FilePathWrapper;

/** A file that notes what was done to it, so that a crash between any two acts can be played. */
public final class RecordedFile extends FilePathWrapper {
  static final String SCHEME = "recorded";
  private static final int PAGE = 4096;
  private static final Map<String, List<Act>> ACTS = new ConcurrentHashMap<>();

  sealed interface Act permits Write, Truncate, Force, Acknowledge {}

  record Write(long position, byte[] bytes) implements Act {}

  record Truncate(long size) implements Act {}

  record Force() implements Act {}

  /** Not the file's: somebody was told that all up to here is safe. */
  record Acknowledge(int number) implements Act {}

  /** H2 makes one for each path. */
  public RecordedFile() {}

  /** What is noted of this path, from now on. */
  static List<Act> acts(String path) {
    List<Act> acts = new ArrayList<>();
    ACTS.put(path, acts);
    return acts;
  }

  static void forget(String path) {
    ACTS.remove(path);
  }

  /** The bytes of a file as they stand, and as they would be on disk. */
  static final class Image {
    private byte[] bytes;
    private byte[] forced;
    private final List<Write> since = new ArrayList<>();

    Image(byte[] start) {
      bytes = start.clone();
      forced = start.clone();
    }

    void apply(Act act) {
      if (act instanceof Write write) {
        bytes = with(bytes, write, 0, write.bytes().length);
        since.add(write);
      } else if (act instanceof Truncate cut) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(cut.size(), bytes.length));
      } else if (act instanceof Force) {
        forced = bytes.clone();
        since.clear();
      }
    }

    /** The process is killed: what was done so far is there, and a part of what it was at. */
    byte[] killed(Act during, Random random) {
      return during instanceof Write write
          ? with(bytes, write, 0, random.nextInt(write.bytes().length + 1))
          : bytes.clone();
    }

    /** The machine stops: of what was not forced to disk each page is there, or is not. */
    byte[] unplugged(Random random) {
      byte[] left = forced.clone();
      for (Write write : since) {
        for (int at = 0; at < write.bytes().length; at += PAGE) {
          if (random.nextBoolean()) {
            left = with(left, write, at, Math.min(PAGE, write.bytes().length - at));
          }
        }
      }
      return left;
    }

    private static byte[] with(byte[] bytes, Write write, int from, int length) {
      int start = (int) write.position() + from;
      byte[] after = Arrays.copyOf(bytes, Math.max(bytes.length, length == 0 ? 0 : start + length));
      System.arraycopy(write.bytes(), from, after, start, length);
      return after;
    }
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new Noted(getBase().open(mode), ACTS.get(getBase().toString()));
  }

  private static final class Noted extends PassingChannel {
    private final List<Act> acts;

    Noted(FileChannel base, List<Act> acts) {
      super(base);
      this.acts = acts;
    }

    @Override
    public synchronized int write(ByteBuffer bytes, long position) throws IOException {
      byte[] copy = new byte[bytes.remaining()];
      bytes.duplicate().get(copy);
      acts.add(new Write(position, copy));
      return base.write(bytes, position);
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
      acts.add(new Truncate(size));
      return super.truncate(size);
    }

    @Override
    public void force(boolean metaData) {
      acts.add(new Force());
    }
  }
}
