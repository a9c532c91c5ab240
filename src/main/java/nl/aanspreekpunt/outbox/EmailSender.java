package nl.aanspreekpunt.outbox;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Sends letters through one SMTP relay, over pooled connections. A 4xx and trouble before the
 * content is a RETRY, a 5xx is REFUSED with the server's line, silence or a break after the content
 * began to end is UNKNOWN (RFC 5321, section 4.2.5 and 6.1).
 */
public final class EmailSender implements Sending {
  /** About the hub's login or TLS, not about a letter (RFC 4954, section 6). */
  private static final Set<Integer> ABOUT_THE_HUB = Set.of(530, 534, 535, 538);

  /** How the mail client begins when a letter, not the hub, was refused. */
  private static final List<String> ABOUT_A_LETTER =
      List.of("sender address", "recipient address", "DATA command", "sending data");

  /** How the relay is spoken to. */
  public enum Tls {
    OFF(StartTLSOptions.DISABLED),
    /**
     * When the relay offers it, without checking who it is; checked as soon as there is a login.
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
   * @param timeout of one try as a whole
   * @param name what the hub calls itself in EHLO
   */
  public record Relay(
      String host,
      int port,
      String username,
      String password,
      Tls tls,
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

  public EmailSender(Vertx vertx, Relay relay, int connections, Letters letters) {
    this.client = MailClient.create(vertx, config(relay, connections));
    this.mail = new LetterMail(letters);
    this.timeout = relay.timeout();
  }

  private static MailConfig config(Relay relay, int connections) {
    boolean login = relay.username() != null;
    MailConfig config =
        new MailConfig(relay.host(), relay.port())
            .setStarttls(relay.tls().starttls)
            .setSsl(relay.port() == 465)
            .setLogin(login ? LoginOption.REQUIRED : LoginOption.DISABLED)
            .setOwnHostname(relay.name())
            .setMaxPoolSize(connections)
            .setKeepAlive(true)
            .setKeepAliveTimeout(20)
            .setConnectTimeout((int) Math.min(10_000, relay.timeout().toMillis()))
            .setIdleTimeout((int) relay.timeout().toMillis())
            .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
            // A refusal of several lines in a pipelined answer would lose its code and reason.
            .setPipelining(false);
    if (relay.tls() == Tls.OPTIONAL && !login) {
      config.setTrustAll(true).setHostnameVerificationAlgorithm("");
    } else {
      config.setHostnameVerificationAlgorithm("HTTPS");
    }
    return login ? config.setUsername(relay.username()).setPassword(relay.password()) : config;
  }

  @Override
  public Future<Delivery> send(Outgoing entry, boolean again, BooleanSupplier lease) {
    if (!HeaderText.isAddress(entry.notice().to())) {
      return Future.succeededFuture(Delivery.refused("no email address that can be written to"));
    }
    String messageId = mail.messageId(entry);
    Content content = new Content(mail.picture(entry), lease);
    return client
        .sendMail(mail.message(entry, content))
        .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .map(sent -> again ? Delivery.perhapsTwice(messageId) : Delivery.sent(messageId))
        .recover(e -> Future.succeededFuture(failed(e, content, messageId)));
  }

  private static Delivery failed(Throwable failure, Content content, String messageId) {
    boolean ending = content.stop();
    if (failure instanceof SMTPException answer) {
      String line = HeaderText.line(String.join(" ", answer.getReplyMessages()));
      boolean permanent =
          answer.isPermanent()
              && ABOUT_A_LETTER.stream().anyMatch(answer.getMessage()::startsWith)
              && !ABOUT_THE_HUB.contains(answer.getReplyCode());
      return permanent ? Delivery.refused(line) : Delivery.retry(line);
    }
    String what =
        failure instanceof TimeoutException
            ? "the relay did not answer in time"
            : "the connection with the relay broke";
    return ending ? Delivery.unknown(messageId, what) : Delivery.retry(what);
  }

  public Future<Void> close() {
    return client.close();
  }
}
