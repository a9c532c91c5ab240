package nl.aanspreekpunt.inbox.email;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;

/** The open connections: how many, from where, how long, and which are within a message. */
final class SmtpConnections implements SessionHandler {
  private static final class Connection {
    /** Without TLS around it: closing it never waits for a peer that does not read. */
    final Socket socket;

    final InetAddress from;

    /** The greeting, or the end of the message before. */
    long since = System.nanoTime();

    boolean busy;

    Connection(Socket socket) {
      this.socket = socket;
      this.from = socket.getInetAddress();
    }
  }

  /** The share of the limit from which on few are left. */
  private static final double CROWDED = 0.75;

  /** Then a sender has this part of the time. */
  private static final int HURRY = 15;

  private final int most;
  private final int perAddress;
  private final Duration message;
  private final Consumer<SmtpRefusal> refused;
  private final Map<Session, Connection> connections = new HashMap<>();
  private final Map<InetAddress, Integer> addresses = new HashMap<>();
  private boolean stopping;

  /**
   * @param refused told of each refusal
   */
  SmtpConnections(SmtpSettings.Limits limits, Consumer<SmtpRefusal> refused) {
    this.most = limits.connections();
    this.perAddress = limits.connectionsPerAddress();
    this.message = limits.message();
    this.refused = refused;
  }

  @Override
  public synchronized SessionAcceptance accept(Session session) {
    Connection connection = new Connection(session.getSocket());
    int there = addresses.getOrDefault(connection.from, 0);
    if (stopping || there >= perAddress || connections.size() >= most) {
      SmtpRefusal why = stopping ? SmtpRefusal.STOPPING : SmtpRefusal.BUSY;
      refused.accept(why);
      return SessionAcceptance.failure(why.code(), why.text());
    }
    addresses.put(connection.from, there + 1);
    connections.put(session, connection);
    return SessionAcceptance.success();
  }

  @Override
  public synchronized void onSessionEnd(Session session) {
    Connection connection = connections.remove(session);
    if (connection != null) {
      addresses.computeIfPresent(connection.from, (from, n) -> n == 1 ? null : n - 1);
    }
    notifyAll();
  }

  /** False when the listener stops: then no message begins any more. */
  synchronized boolean begin(Session session) {
    Connection connection = connections.get(session);
    if (stopping || connection == null) {
      return false;
    }
    connection.busy = true;
    return true;
  }

  /** False when the listener stops: then the connection is to be closed. */
  synchronized boolean end(Session session) {
    Connection connection = connections.get(session);
    if (connection != null) {
      connection.busy = false;
      connection.since = System.nanoTime();
    }
    notifyAll();
    return !stopping;
  }

  /**
   * Ends connections that take too long, also one that a slow peer's buffer blocks. When few are
   * left, whoever holds one without sending has less time: a sender that was cut off tries again.
   */
  synchronized void closeOverdue() {
    long now = System.nanoTime();
    boolean crowded = connections.size() > most * CROWDED;
    long allowed = (crowded ? message.dividedBy(HURRY) : message).toNanos();
    for (Connection connection : connections.values()) {
      if (now - connection.since > allowed) {
        close(connection);
      }
    }
  }

  /**
   * Takes no connection and no message any more, then blocks until the messages under way are in
   * and their senders were told.
   *
   * @param most after this it returns all the same
   */
  synchronized void drain(Duration most) throws InterruptedException {
    stopping = true;
    long end = System.nanoTime() + most.toNanos();
    for (Connection connection : connections.values()) {
      if (!connection.busy) {
        close(connection);
      }
    }
    long left = end - System.nanoTime();
    while (left > 0 && !connections.isEmpty()) {
      wait(left / 1_000_000 + 1);
      left = end - System.nanoTime();
    }
    connections.values().forEach(SmtpConnections::close);
  }

  private static void close(Connection connection) {
    try {
      connection.socket.close();
    } catch (IOException alreadyGone) {
      // It is closed, which is all that was wanted.
    }
  }
}
