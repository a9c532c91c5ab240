package nl.aanspreekpunt.inbox.email;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import nl.aanspreekpunt.inbox.Inbox;
import nl.aanspreekpunt.inbox.Receipts;
import org.subethamail.smtp.server.SMTPServer;

/**
 * Takes mail in over SMTP (RFC 5321). 250 is said only when the inbox has stored the message; each
 * connection has a thread of its own that waits for it, never an event loop.
 */
public final class SmtpListener {
  private static final Duration WATCH = Duration.ofSeconds(1);

  private final Vertx vertx;
  private final SmtpSettings settings;
  private final Consumer<SmtpRefusal> refused;
  private final Clock clock;
  private final Spool spool;
  private final MailIntake intake;
  private final SmtpConnections connections;
  private SMTPServer server;
  private long watch;

  /**
   * @param refused told of each refusal, on any thread
   */
  public SmtpListener(
      Vertx vertx,
      SmtpSettings settings,
      Inbox inbox,
      Receipts receipts,
      Clock clock,
      Consumer<SmtpRefusal> refused) {
    this.vertx = vertx;
    this.settings = settings;
    this.refused = refused;
    this.clock = clock;
    SmtpSettings.Limits limits = settings.limits();
    this.spool = new Spool(settings.spool(), limits.spoolBytes());
    this.intake = new MailIntake(vertx, inbox, receipts, clock, limits.accept());
    this.connections = new SmtpConnections(limits, refused);
  }

  /**
   * Starts to listen.
   *
   * @return the port; fails with {@link SmtpRefused}
   */
  public Future<Integer> start() {
    return vertx.executeBlocking(this::listen);
  }

  private synchronized Integer listen() throws SmtpRefused {
    SmtpTls tls = SmtpTls.of(vertx, settings, clock.instant());
    try {
      spool.open();
      server = server(tls, InetAddress.getByName(settings.host()));
      SmtpCommands.all(settings, connections, refused)
          .forEach(server.getCommandHandler()::addCommand);
      server.start();
    } catch (IOException | RuntimeException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new SmtpRefused(
          "smtp.host " + settings.host() + ", smtp.port " + settings.port() + ": " + cause, e);
    }
    watch = vertx.setPeriodic(WATCH.toMillis(), tick -> connections.closeOverdue());
    return server.getPortAllocated();
  }

  private SMTPServer server(SmtpTls tls, InetAddress address) {
    Set<String> domains = new HashSet<>();
    settings.domains().forEach(domain -> domains.add(MailPath.domain(domain)));
    SmtpSettings.Limits limits = settings.limits();
    return SMTPServer.port(settings.port())
        .bindAddress(address)
        .hostName(settings.domains().get(0))
        .softwareName("Aanspreekpunt")
        .messageHandlerFactory(
            context -> new SmtpTransaction(settings, domains, spool, intake, context))
        .sessionHandler(connections)
        .maxConnections(2 * limits.connections()) // beyond ours it would let them wait
        .connectionTimeoutMs((int) limits.idle().toMillis())
        .maxRecipients(limits.recipients())
        .maxMessageSize(settings.maxSize())
        .insertReceivedHeaders(false)
        .enableTLS()
        .startTlsSocketFactory(tls::around)
        .build();
  }

  /** Takes nothing new, finishes the messages under way, then closes. */
  public Future<Void> stop() {
    return vertx.executeBlocking(
        () -> {
          close();
          return null;
        },
        false);
  }

  private synchronized void close() throws InterruptedException {
    if (server == null) {
      return;
    }
    vertx.cancelTimer(watch);
    connections.drain(settings.limits().stop());
    server.stop();
    server = null;
  }
}
