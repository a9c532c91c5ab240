package nl.aanspreekpunt.inbox.email;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the text of a DATA command up to its end, CR LF . CR LF and nothing else (RFC 5321, section
 * 4.1.1.4), and takes the stuffed dots away (section 4.5.2). A CR or LF that stands alone is
 * remembered, never an end: else a message could smuggle a second one past a server that reads it
 * otherwise (section 2.3.8).
 */
final class DataReader {
  /** At most half of the session's buffer, so that its mark always holds. */
  private static final int CHUNK = 4096;

  private enum State {
    LINE_START,
    TEXT,
    CR,
    DOT,
    DOT_CR,
    END
  }

  /** Takes the message's bytes; the array is used again afterwards. */
  interface Sink {
    void take(byte[] bytes, int length) throws IOException;
  }

  private final InputStream in;
  private final Sink sink;
  private final byte[] out = new byte[2 * CHUNK];
  private int filled;
  private State state = State.LINE_START;
  private boolean bareLineEnd;

  /**
   * @param in supports mark; stands behind the DATA command's line
   */
  DataReader(InputStream in, Sink sink) {
    this.in = in;
    this.sink = sink;
  }

  /** Reads to the end; what the sender pipelined behind it stays in the stream. */
  void read() throws IOException {
    byte[] chunk = new byte[CHUNK];
    while (state != State.END) {
      in.mark(CHUNK);
      int length = in.read(chunk, 0, CHUNK);
      if (length < 0) {
        throw new EOFException("connection closed within a message");
      }
      int at = 0;
      while (at < length && state != State.END) {
        next(chunk[at++]);
      }
      if (at < length) {
        in.reset();
        in.skipNBytes(at);
      }
      sink.take(out, filled);
      filled = 0;
    }
  }

  boolean bareLineEnd() {
    return bareLineEnd;
  }

  private void next(byte b) {
    switch (state) {
      case LINE_START -> {
        if (b == '.') {
          state = State.DOT;
        } else {
          text(b);
        }
      }
      case DOT -> {
        if (b == '\r') {
          state = State.DOT_CR;
        } else {
          text(b);
        }
      }
      case DOT_CR -> {
        if (b == '\n') {
          state = State.END;
        } else {
          afterCr(b);
        }
      }
      case CR -> afterCr(b);
      default -> text(b);
    }
  }

  private void text(byte b) {
    if (b == '\r') {
      state = State.CR;
      return;
    }
    bareLineEnd |= b == '\n';
    put(b);
    state = State.TEXT;
  }

  private void afterCr(byte b) {
    put((byte) '\r');
    if (b == '\n') {
      put(b);
      state = State.LINE_START;
    } else {
      bareLineEnd = true;
      text(b);
    }
  }

  /** Never overflows: each byte read puts at most itself and a CR held back. */
  private void put(byte b) {
    out[filled++] = b;
  }
}
