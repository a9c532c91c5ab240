package nl.aanspreekpunt.inbox.files;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Speaks {@code INSTREAM} as clamd(8) tells it, and fails as asked. It finds EICAR's test file. */
public final class ScannerDouble implements AutoCloseable {
  /** EICAR's test file, in two pieces, so that no scanner finds this one. */
  public static final String EICAR =
      "X5O!P%@AP[4\\PZX54(P^)7CC)7}" + "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

  private static final int LIMIT = 300_000;

  /** How it behaves. */
  public enum Mood {
    ANSWERS,
    /** Takes everything and says nothing. */
    SILENT,
    /** Closes the connection when it has seen some. */
    CUTS_OFF,
    /** As with a small StreamMaxLength: it hangs up where more is announced. */
    TOO_LARGE,
    NONSENSE
  }

  public volatile Mood mood = Mood.ANSWERS;

  /** What it was asked to look at, each whole. */
  public final List<byte[]> asked = new CopyOnWriteArrayList<>();

  private final int port;
  private volatile ServerSocket server;

  public ScannerDouble() {
    server = listening(0);
    port = server.getLocalPort();
    serve(server);
  }

  public int port() {
    return port;
  }

  /** Nobody listens there any more. */
  public void away() {
    close();
  }

  public void back() {
    server = listening(port);
    serve(server);
  }

  private static ServerSocket listening(int port) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(ServerSocket open) {
    daemon(
        () -> {
          while (!open.isClosed()) {
            try {
              Socket one = open.accept();
              daemon(() -> answer(one));
            } catch (IOException closed) {
              return;
            }
          }
        });
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
  }

  private void answer(Socket socket) {
    try (socket;
        DataInputStream in = new DataInputStream(socket.getInputStream())) {
      byte[] command = in.readNBytes("zINSTREAM\0".length());
      if (!new String(command, StandardCharsets.US_ASCII).equals("zINSTREAM\0")) {
        say(socket, "UNKNOWN COMMAND");
        return;
      }
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      for (int length = in.readInt(); length > 0; length = in.readInt()) {
        if (mood == Mood.TOO_LARGE && all.size() + length > LIMIT) {
          say(socket, "INSTREAM size limit exceeded. ERROR");
          return;
        }
        all.writeBytes(in.readNBytes(length));
        if (mood == Mood.CUTS_OFF) {
          return;
        }
      }
      asked.add(all.toByteArray());
      if (mood == Mood.SILENT) {
        in.read();
        return;
      }
      boolean found = all.toString(StandardCharsets.ISO_8859_1).contains(EICAR);
      String said = found ? "stream: Win.Test.EICAR_HDB-1 FOUND" : "stream: OK";
      say(socket, mood == Mood.NONSENSE ? "hallo" : said);
    } catch (IOException gone) {
      // The hub hung up, which it may.
      return;
    }
  }

  private static void say(Socket socket, String line) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write((line + "\0").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
