package nl.aanspreekpunt.inbox.email.imap;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javax.net.ServerSocketFactory;

/** Stands between a client and a real IMAP server, and makes trouble, line by line. */
final class ImapProxy implements AutoCloseable {
  private final ServerSocket server;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final int to;

  /** Of a command's line: answered with NO, and not passed on. */
  volatile Predicate<String> refused = line -> false;

  /** Of a command's line: the connection breaks. */
  volatile Predicate<String> cut = line -> false;

  /** Of each line that the server says. */
  volatile UnaryOperator<String> said = line -> line;

  ImapProxy(int to) throws IOException {
    this(to, ServerSocketFactory.getDefault());
  }

  /** With sockets of TLS, for a server that speaks in the clear. */
  ImapProxy(int to, ServerSocketFactory sockets) throws IOException {
    this.to = to;
    this.server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    background(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void background(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException closed) {
                // Over.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = server.accept();
      Socket there = new Socket(InetAddress.getLoopbackAddress(), to);
      sockets.add(client);
      sockets.add(there);
      background(() -> commands(client, there));
      background(() -> answers(client, there));
    }
  }

  private void commands(Socket client, Socket there) throws IOException {
    InputStream in = new BufferedInputStream(client.getInputStream());
    for (String line = line(in); line != null; line = line(in)) {
      if (cut.test(line)) {
        client.close();
        there.close();
        return;
      }
      if (refused.test(line)) {
        String tag = line.substring(0, line.indexOf(' '));
        write(client.getOutputStream(), tag + " NO not now\r\n");
      } else {
        write(there.getOutputStream(), line);
      }
    }
    there.close();
  }

  private void answers(Socket client, Socket there) throws IOException {
    InputStream in = new BufferedInputStream(there.getInputStream());
    for (String line = line(in); line != null; line = line(in)) {
      write(client.getOutputStream(), said.apply(line));
    }
    client.close();
  }

  private static void write(OutputStream out, String line) throws IOException {
    synchronized (out) {
      out.write(line.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
    }
  }

  /** With its end; null when nothing comes any more. */
  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0; b = in.read()) {
      line.write(b);
      if (b == '\n') {
        return line.toString(StandardCharsets.ISO_8859_1);
      }
    }
    return line.size() == 0 ? null : line.toString(StandardCharsets.ISO_8859_1);
  }

  /** All connections break. */
  void breakOff() throws IOException {
    for (Socket one : sockets) {
      one.close();
    }
    sockets.clear();
  }

  @Override
  public void close() throws IOException {
    server.close();
    breakOff();
  }
}
