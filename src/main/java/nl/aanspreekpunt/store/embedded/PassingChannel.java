package nl.aanspreekpunt.store.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBase;

/** A file channel that passes on what H2 asks of it. */
abstract class PassingChannel extends FileBase {
  final FileChannel base;

  PassingChannel(FileChannel base) {
    this.base = base;
  }

  /** Beside others, and beside a write that waits for the disk. */
  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized")
  public int read(ByteBuffer into, long position) throws IOException {
    return base.read(into, position);
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    return base.read(into);
  }

  @Override
  public int write(ByteBuffer bytes) {
    throw new UnsupportedOperationException("H2 says where it writes");
  }

  @Override
  public long position() throws IOException {
    return base.position();
  }

  @Override
  public FileChannel position(long position) throws IOException {
    base.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return base.size();
  }

  @Override
  public FileChannel truncate(long size) throws IOException {
    base.truncate(size);
    return this;
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) throws IOException {
    return base.tryLock(position, size, shared);
  }

  @Override
  protected void implCloseChannel() throws IOException {
    base.close();
  }
}
