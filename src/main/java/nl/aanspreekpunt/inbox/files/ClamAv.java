package nl.aanspreekpunt.inbox.files;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nl.aanspreekpunt.inbox.StoredFile.Verdict;

/**
 * ClamAV's daemon, asked by its {@code INSTREAM} (clamd(8)): the command, then pieces, each after
 * its length in four bytes, big endian, then a length of zero; one line comes back. A connection
 * for each file.
 */
public final class ClamAv implements Scanner {
  private static final Buffer COMMAND = Buffer.buffer("zINSTREAM\0");
  private static final Buffer END = Buffer.buffer(new byte[4]);
  private static final int LONGEST_REPLY = 4096;

  /** So long an answer may take to be heard that is there already. */
  private static final long HEARS_MS = 20;

  private static final int LONGEST_NAME = 200;

  private final Vertx vertx;
  private final NetClient client;
  private final SocketAddress address;
  private final Duration patience;

  /**
   * @param patience for the whole of a file, from connecting on
   */
  public ClamAv(Vertx vertx, SocketAddress address, Duration patience) {
    this.vertx = vertx;
    this.address = address;
    this.patience = patience;
    int connect = (int) Math.min(5_000, Math.max(1, patience.toMillis()));
    this.client = vertx.createNetClient(new NetClientOptions().setConnectTimeout(connect));
  }

  /** {@code host:port}, or the path of a Unix socket; empty when it is neither. */
  public static Optional<SocketAddress> address(String text) {
    if (text.startsWith("/") && text.length() <= 100) {
      return Optional.of(SocketAddress.domainSocketAddress(text));
    }
    int colon = text.lastIndexOf(':');
    String host = text.substring(0, Math.max(0, colon)).replaceAll("^\\[(.*)\\]$", "$1");
    String port = text.substring(colon + 1);
    return host.matches("[\\w.:-]{1,253}") && port.matches("[1-9]\\d{0,4}")
        ? Optional.of(Integer.parseInt(port))
            .filter(number -> number <= 65_535)
            .map(number -> SocketAddress.inetSocketAddress(number, host))
        : Optional.empty();
  }

  /**
   * It hangs up where a piece is announced that is too much, and what it said before that may be
   * lost under what was on its way. Then it is asked once more, waiting after each announcement.
   */
  @Override
  public Future<Said> scan(Bytes file) {
    return scan(file, false)
        .recover(e -> e instanceof CutOff ? scan(file, true) : Future.failedFuture(e));
  }

  private Future<Said> scan(Bytes file, boolean careful) {
    return client
        .connect(address)
        .recover(e -> Future.failedFuture(new Away("not there: " + e.getMessage())))
        .compose(
            socket -> ask(socket, file, careful).eventually(() -> socket.close().otherwiseEmpty()));
  }

  private Future<Said> ask(NetSocket socket, Bytes file, boolean careful) {
    Promise<String> reply = Promise.promise();
    long timer =
        vertx.setTimer(
            Math.max(1, patience.toMillis()),
            late -> reply.tryFail(new Away("no answer within " + patience)));
    listen(socket, reply);
    socket
        .write(COMMAND)
        .compose(begun -> file.to(piece -> send(socket, piece, reply, careful)))
        .compose(all -> socket.write(END))
        .onFailure(e -> vertx.setTimer(HEARS_MS, heard -> reply.tryFail(e)));
    return reply
        .future()
        .eventually(
            () -> {
              vertx.cancelTimer(timer);
              return Future.succeededFuture();
            })
        .compose(ClamAv::said);
  }

  private static void listen(NetSocket socket, Promise<String> reply) {
    Buffer line = Buffer.buffer();
    socket.handler(
        some -> {
          line.appendBuffer(some);
          boolean whole = line.length() > 0 && line.getByte(line.length() - 1) == 0;
          if (whole || line.length() > LONGEST_REPLY) {
            reply.tryComplete(line.toString(StandardCharsets.ISO_8859_1));
          }
        });
    socket.exceptionHandler(e -> reply.tryFail(new CutOff()));
    socket.closeHandler(closed -> reply.tryFail(new CutOff()));
  }

  private Future<Void> send(
      NetSocket socket, Buffer piece, Promise<String> reply, boolean careful) {
    if (piece.length() == 0) {
      return Future.succeededFuture();
    }
    Buffer length = Buffer.buffer().appendInt(piece.length());
    return !careful
        ? going(reply).compose(on -> socket.write(length.appendBuffer(piece)))
        : socket
            .write(length)
            .compose(announced -> vertx.timer(HEARS_MS, TimeUnit.MILLISECONDS))
            .compose(waited -> going(reply))
            .compose(on -> socket.write(piece));
  }

  private static Future<Void> going(Promise<String> reply) {
    return reply.future().isComplete()
        ? Future.failedFuture(new Away("answered before all was sent"))
        : Future.succeededFuture();
  }

  /** The connection ended before an answer. */
  private static final class CutOff extends Away {
    private static final long serialVersionUID = 1;

    CutOff() {
      super("cut off");
    }
  }

  private static Future<Said> said(String reply) {
    String line = reply.replace("\0", "").strip();
    if (line.equals("stream: OK")) {
      return Future.succeededFuture(new Said(Verdict.CLEAN, null));
    }
    if (line.startsWith("stream: ") && line.endsWith(" FOUND")) {
      String name = line.substring("stream: ".length(), line.length() - " FOUND".length());
      String plain = name.replaceAll("[^\\x20-\\x7e]", "?");
      return Future.succeededFuture(
          new Said(Verdict.FOUND, plain.substring(0, Math.min(LONGEST_NAME, plain.length()))));
    }
    return line.toLowerCase(Locale.ROOT).contains("size limit exceeded")
        ? Future.succeededFuture(new Said(Verdict.TOO_LARGE, null))
        : Future.failedFuture(new Away("an answer that says nothing: " + line.length() + " bytes"));
  }
}
