package nl.aanspreekpunt;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.inbox.files.AnswerFiles;
import nl.aanspreekpunt.inbox.files.Filing;
import nl.aanspreekpunt.inbox.files.ForwardedFiles;
import nl.aanspreekpunt.outbox.Dkim;
import nl.aanspreekpunt.outbox.EmailSender;
import nl.aanspreekpunt.outbox.Enclosures;
import nl.aanspreekpunt.outbox.Letters;
import nl.aanspreekpunt.outbox.Reason;
import nl.aanspreekpunt.outbox.Sending;
import nl.aanspreekpunt.outbox.SmsSender;
import nl.aanspreekpunt.outbox.WhatsAppSender;
import nl.aanspreekpunt.outbox.WhatsAppWords;
import nl.aanspreekpunt.outbox.notify.NotifyAccount;
import nl.aanspreekpunt.outbox.notify.NotifyMessage;
import nl.aanspreekpunt.outbox.notify.NotifySender;

/** What sends to citizens and officials: the mail relay and the SMS provider, as configured. */
record Senders(
    Vertx vertx,
    Config config,
    Letters letters,
    Receipts receipts,
    Filing filing,
    WhatsAppWords whatsApp) {
  private static final Duration SEND_TIMEOUT = Duration.ofSeconds(25);
  private static final int SMTP_CONNECTIONS = 8;
  private static final int SMS_THREADS = 4;

  /** By channel, those that are configured. */
  Map<Channel, Sending> all() {
    Map<Channel, Sending> senders = new EnumMap<>(Channel.class);
    Config.Relay relay = config.relay();
    Path ca = readable(relay.ca());
    if (config.gateway().mails()) {
      senders.put(
          Channel.EMAIL,
          gateway(new NotifyMessage.Mail(config.gateway().mailTemplate(), letters, enclosures())));
    } else if (relay.configured()) {
      senders.put(
          Channel.EMAIL,
          new EmailSender(
              vertx,
              relay(relay, ca),
              SMTP_CONNECTIONS,
              letters,
              enclosures(),
              dkim(relay.dkim())));
    }
    if (config.gateway().texts()) {
      senders.put(
          Channel.SMS, gateway(new NotifyMessage.Text(config.gateway().textTemplate(), letters)));
    } else if (config.twilio().sends()) {
      senders.put(
          Channel.SMS,
          new SmsSender(
              vertx, account(config.twilio()), config.twilioAccounts(), SMS_THREADS, letters));
    }
    config
        .whatsApp()
        .ifPresent(
            twilio ->
                senders.put(
                    Channel.WHATSAPP,
                    new WhatsAppSender(
                        vertx, account(twilio), config.twilioAccounts(), SMS_THREADS, whatsApp)));
    return senders;
  }

  private Enclosures enclosures() {
    return new ForwardedFiles(receipts, filing, new AnswerFiles(receipts, filing));
  }

  private Sending gateway(NotifyMessage message) {
    Config.Gateway notify = config.gateway();
    NotifyAccount account =
        NotifyAccount.of(notify.apiUrl(), notify.key().value(), SEND_TIMEOUT).orElseThrow();
    return new NotifySender(vertx, account, message, whatsApp.clock());
  }

  private EmailSender.Relay relay(Config.Relay relay, Path ca) {
    return new EmailSender.Relay(
        relay.host(),
        relay.port(),
        relay.username(),
        relay.password() == null ? null : relay.password().value(),
        EmailSender.Tls.valueOf(relay.tls().name()),
        ca,
        SEND_TIMEOUT,
        config.mail().domain());
  }

  /** Null when another signs, or nobody. */
  private Dkim dkim(Config.Relay.Dkim dkim) {
    if (dkim == null) {
      return null;
    }
    try {
      return Dkim.read(dkim.key(), config.mail().domain(), dkim.selector());
    } catch (IOException | IllegalArgumentException e) {
      throw new StartRefused(
          "relay.dkim.key: a PEM file with an RSA key of 1024 bits or more is expected, not "
              + dkim.key(),
          e);
    }
  }

  /** A file that holds no certificate is said at the start, not with each letter. */
  private static Path readable(Path ca) {
    if (ca == null) {
      return null;
    }
    try (InputStream file = Files.newInputStream(ca)) {
      if (CertificateFactory.getInstance("X.509").generateCertificates(file).isEmpty()) {
        throw new StartRefused("relay.ca: no certificate stands in " + ca, null);
      }
      return ca;
    } catch (IOException | CertificateException e) {
      throw new StartRefused("relay.ca: a PEM file is expected, not " + ca, e);
    }
  }

  static SmsSender.Account account(Config.Twilio twilio) {
    return new SmsSender.Account(
        twilio.accountSid(),
        twilio.authToken().value(),
        twilio.from(),
        twilio.apiUrl(),
        SEND_TIMEOUT);
  }

  /** Why the other channels cannot send. */
  static Map<Channel, Reason> missing(Map<Channel, Sending> senders) {
    Map<Channel, Reason> missing = new EnumMap<>(Channel.class);
    if (!senders.containsKey(Channel.EMAIL)) {
      missing.put(Channel.EMAIL, Reason.NO_RELAY);
    }
    if (!senders.containsKey(Channel.SMS)) {
      missing.put(Channel.SMS, Reason.NO_SMS_PROVIDER);
    }
    if (!senders.containsKey(Channel.WHATSAPP)) {
      missing.put(Channel.WHATSAPP, Reason.NO_WHATSAPP);
    }
    return missing;
  }
}
