package nl.aanspreekpunt.inbox.email;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One message while it comes in: a little of it in memory, more in a file of the spool. Stores
 * nothing more once it is refused.
 */
public final class Content implements AutoCloseable {
  /** Up to here in memory; times the connections, this is what a flood may cost. */
  static final int IN_MEMORY = 128 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(Content.class);

  private final Spool spool;
  private final long most;
  private final Fingerprint fingerprint = new Fingerprint();
  private ByteArrayOutputStream memory = new ByteArrayOutputStream(4096);
  private Path file;
  private OutputStream out;
  private long size;
  private long spooled;
  private SmtpRefusal refusal;

  public Content(Spool spool, long most) {
    this.spool = spool;
    this.most = most;
  }

  public void add(byte[] bytes, int length) {
    size += length;
    if (refusal != null) {
      return;
    }
    if (size > most) {
      refuse(SmtpRefusal.TOO_LARGE);
      return;
    }
    fingerprint.update(bytes, length);
    if (file == null && size <= IN_MEMORY) {
      memory.write(bytes, 0, length);
    } else {
      spool(bytes, length);
    }
  }

  private void spool(byte[] bytes, int length) {
    long more = size - spooled;
    if (!spool.take(more)) {
      refuse(SmtpRefusal.SPOOL_FULL);
      return;
    }
    spooled += more;
    try {
      if (file == null) {
        file = spool.newFile();
        out = Files.newOutputStream(file);
        memory.writeTo(out);
        memory = null;
      }
      out.write(bytes, 0, length);
    } catch (IOException diskFull) {
      LOG.warn("the spool cannot be written: {}", diskFull.toString());
      refuse(SmtpRefusal.SPOOL_FULL);
    }
  }

  private void refuse(SmtpRefusal why) {
    refusal = why;
    memory = null;
    close();
  }

  /** Bytes read so far, also of a message that is refused. */
  long size() {
    return size;
  }

  /** Null while nothing speaks against the message. */
  SmtpRefusal refusal() {
    return refusal;
  }

  /** More than may be stored: what came before is gone. */
  public boolean tooLarge() {
    return refusal == SmtpRefusal.TOO_LARGE;
  }

  /** There is no room for it now: it is to come again later. */
  public boolean noRoom() {
    return refusal != null && !tooLarge();
  }

  boolean isSpooled() {
    return file != null;
  }

  /** Ends the fingerprint: call it once, behind the last byte. */
  String key() {
    return fingerprint.key();
  }

  /** A part of the message; the whole of it when it is in memory. */
  byte[] bytes(long from, int length) throws IOException {
    if (file == null) {
      return memory.toByteArray();
    }
    out.flush();
    byte[] bytes = new byte[length];
    // A channel would take as much again outside the heap for each connection, and keep it.
    try (RandomAccessFile written = new RandomAccessFile(file.toFile(), "r")) {
      written.seek(from);
      written.readFully(bytes);
    }
    return bytes;
  }

  @Override
  public void close() {
    spool.giveBack(spooled);
    spooled = 0;
    try (OutputStream written = out) {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException left) {
      LOG.warn("a spooled message was left, the next start deletes it: {}", left.toString());
    }
    out = null;
    file = null;
  }
}
