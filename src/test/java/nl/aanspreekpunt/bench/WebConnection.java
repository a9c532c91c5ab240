package nl.aanspreekpunt.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One HTTP/1.1 connection that stays open; cheap, since it shares the processors with the hub. */
final class WebConnection implements AutoCloseable {
  private static final int PATIENCE_MS = 60_000;
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final URI server;
  private final Map<String, String> cookies = new TreeMap<>();

  /**
   * An answer.
   *
   * @param location where it redirects to; null when nowhere
   */
  record Answer(int status, String location, String body) {}

  WebConnection(URI server) throws IOException {
    this.server = server;
    socket = new Socket(server.getHost(), server.getPort());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MS);
    in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
    out = socket.getOutputStream();
  }

  Answer get(String path) throws IOException {
    write("GET", path, "Accept: text/html\r\n", "");
    return answer();
  }

  /** Sends a form; {@link #answer} then waits for what comes back. */
  void post(String path, String form, String headers) throws IOException {
    write("POST", path, "Content-Type: application/x-www-form-urlencoded\r\n" + headers, form);
  }

  private void write(String method, String path, String headers, String body) throws IOException {
    StringBuilder request = new StringBuilder(512 + body.length());
    request.append(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: ");
    request.append(server.getAuthority()).append("\r\n").append(headers);
    if (!cookies.isEmpty()) {
      request.append("Cookie: ");
      cookies.forEach((name, value) -> request.append(name).append('=').append(value).append("; "));
      request.setLength(request.length() - 2);
      request.append("\r\n");
    }
    request.append("Content-Length: ").append(body.getBytes(UTF_8).length);
    request.append("\r\n\r\n").append(body);
    out.write(request.toString().getBytes(UTF_8));
    out.flush();
  }

  Answer answer() throws IOException {
    int status = Integer.parseInt(line().split(" ", -1)[1]);
    String location = null;
    int length = 0;
    boolean chunked = false;
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      String value = line.substring(colon + 1).strip();
      switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
        case "content-length" -> length = Integer.parseInt(value);
        case "transfer-encoding" -> chunked = true;
        case "location" -> location = value;
        case "set-cookie" -> keep(value);
        default -> {}
      }
    }
    return new Answer(status, location, chunked ? chunks() : new String(read(length), UTF_8));
  }

  private String chunks() throws IOException {
    StringBuilder whole = new StringBuilder();
    int length = Integer.parseInt(line(), 16);
    while (length > 0) {
      whole.append(new String(read(length), UTF_8));
      line();
      length = Integer.parseInt(line(), 16);
    }
    line();
    return whole.toString();
  }

  private byte[] read(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new IOException("the hub closed the connection");
    }
    return bytes;
  }

  private void keep(String cookie) {
    String pair = cookie.split(";", 2)[0];
    int is = pair.indexOf('=');
    cookies.put(pair.substring(0, is), pair.substring(is + 1));
  }

  /** Who is logged in here is so there too. */
  void sameVisitorAs(WebConnection other) {
    cookies.putAll(other.cookies);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(80);
    int next = in.read();
    while (next != '\n') {
      if (next < 0) {
        throw new IOException("the hub closed the connection");
      }
      line.append((char) next);
      next = in.read();
    }
    line.setLength(Math.max(0, line.length() - 1));
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
