package nl.aanspreekpunt.outbox;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLException;

/**
 * Sends letters through one SMTP relay, over pooled connections. A 4xx and trouble before the
 * content is a RETRY, a 5xx is REFUSED with the server's line, silence or a break after the content
 * began to end is UNKNOWN (RFC 5321, section 4.2.5 and 6.1). What is signed is read as a whole
 * before it is sent: then its content begins as soon as the relay is there, and a break after that
 * is UNKNOWN too.
 */
public final class EmailSender implements Sending {
  /** About the hub's login or TLS, not about a letter (RFC 4954, section 6). */
  private static final Set<Integer> ABOUT_THE_HUB = Set.of(530, 534, 535, 538);

  /** How the mail client begins when a letter, not the hub, was refused. */
  private static final List<String> ABOUT_A_LETTER =
      List.of("sender address", "recipient address", "DATA command", "sending data");

  /** How the mail client says so; it has no exception of its own for it. */
  private static final String NO_TLS = "STARTTLS required but not supported by server";

  /** How the relay is spoken to. */
  public enum Tls {
    OFF(StartTLSOptions.DISABLED),
    /**
     * When the relay offers it, without checking who it is; checked as soon as there is a login, or
     * something to check it against.
     */
    OPTIONAL(StartTLSOptions.OPTIONAL),
    REQUIRED(StartTLSOptions.REQUIRED);

    private final StartTLSOptions starttls;

    Tls(StartTLSOptions starttls) {
      this.starttls = starttls;
    }
  }

  /**
   * @param port 465 is TLS from the first byte
   * @param username null: no login
   * @param ca PEM file that the relay's certificate is checked against; null: what Java trusts
   * @param timeout of one try as a whole
   * @param name what the hub calls itself in EHLO
   */
  public record Relay(
      String host,
      int port,
      String username,
      String password,
      Tls tls,
      Path ca,
      Duration timeout,
      String name) {
    @Override
    public String toString() {
      return "Relay[" + host + ":" + port + "]";
    }
  }

  private final MailClient client;
  private final LetterMail mail;
  private final Duration timeout;
  private final Enclosures enclosures;

  public EmailSender(Vertx vertx, Relay relay, int connections, Letters letters) {
    this(vertx, relay, connections, letters, Enclosures.NONE, null);
  }

  /**
   * @param dkim null: mail is not signed here
   */
  public EmailSender(
      Vertx vertx,
      Relay relay,
      int connections,
      Letters letters,
      Enclosures enclosures,
      Dkim dkim) {
    MailConfig config = config(relay, connections);
    if (dkim != null) {
      config.setEnableDKIM(true).addDKIMSignOption(dkim.options());
    }
    this.client = MailClient.create(vertx, config);
    this.mail = new LetterMail(letters);
    this.timeout = relay.timeout();
    this.enclosures = enclosures;
  }

  private static MailConfig config(Relay relay, int connections) {
    boolean login = relay.username() != null;
    MailConfig config =
        new MailConfig(relay.host(), relay.port())
            .setStarttls(relay.tls().starttls)
            .setSsl(relay.port() == 465)
            .setLogin(login ? LoginOption.REQUIRED : LoginOption.DISABLED)
            // A password is no token (XOAUTH2), which the client would try first.
            .setAuthMethods("CRAM-MD5 PLAIN LOGIN")
            .setOwnHostname(relay.name())
            .setMaxPoolSize(connections)
            .setKeepAlive(true)
            .setKeepAliveTimeout(20)
            .setConnectTimeout((int) Math.min(10_000, relay.timeout().toMillis()))
            .setIdleTimeout((int) relay.timeout().toMillis())
            .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
            // A refusal of several lines in a pipelined answer would lose its code and reason.
            .setPipelining(false);
    if (relay.ca() != null) {
      config.setTrustOptions(new PemTrustOptions().addCertPath(relay.ca().toString()));
    }
    // Else the client checks the name as well; setting how would switch that off (5.0.8).
    config.setTrustAll(relay.tls() == Tls.OPTIONAL && !login && relay.ca() == null);
    return login ? config.setUsername(relay.username()).setPassword(relay.password()) : config;
  }

  @Override
  public Future<Delivery> send(Outgoing entry, boolean again, BooleanSupplier lease) {
    if (!HeaderText.isAddress(entry.notice().to())) {
      return Future.succeededFuture(Delivery.refused(Reason.NO_ADDRESS.code()));
    }
    String messageId = mail.messageId(entry);
    LastCommand end = new LastCommand(lease);
    return enclosures
        .of(entry)
        .compose(
            files ->
                enclosures
                    .original(entry)
                    .compose(
                        original ->
                            client.sendMail(
                                mail.message(
                                    entry,
                                    new Content(mail.last(entry, files), end),
                                    files,
                                    original))))
        .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .map(sent -> again ? Delivery.perhapsTwice(messageId) : Delivery.sent(messageId))
        .recover(e -> Future.succeededFuture(failed(e, end, messageId)));
  }

  private static Delivery failed(Throwable failure, LastCommand end, String messageId) {
    boolean ending = end.stop();
    if (failure instanceof SMTPException answer) {
      String line = HeaderText.line(String.join(" ", answer.getReplyMessages()));
      boolean permanent =
          answer.isPermanent()
              && ABOUT_A_LETTER.stream().anyMatch(answer.getMessage()::startsWith)
              && !ABOUT_THE_HUB.contains(answer.getReplyCode());
      return permanent ? Delivery.refused(line) : Delivery.retry(line);
    }
    return ending
        ? Delivery.unknown(messageId, what(failure).code())
        : Delivery.retry(what(failure).code());
  }

  private static Reason what(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLException) {
        return Reason.RELAY_NOT_TRUSTED;
      }
      if (cause instanceof ConnectException) {
        return Reason.RELAY_UNREACHABLE;
      }
      if (cause instanceof TimeoutException) {
        return Reason.RELAY_SILENT;
      }
    }
    return NO_TLS.equals(failure.getMessage()) ? Reason.RELAY_WITHOUT_TLS : Reason.RELAY_BROKE_OFF;
  }

  /** Says goodbye; a relay that hung up first, or does not answer it, is gone as well. */
  public Future<Void> close() {
    return client.close().otherwiseEmpty();
  }
}
