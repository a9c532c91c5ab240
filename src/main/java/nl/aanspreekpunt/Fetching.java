package nl.aanspreekpunt;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.casework.Administrators;
import nl.aanspreekpunt.inbox.email.imap.ImapIntake;
import nl.aanspreekpunt.inbox.email.imap.ImapSettings;
import nl.aanspreekpunt.inbox.email.imap.MailboxState;
import nl.aanspreekpunt.inbox.email.imap.MailboxTurns;

/** Mail that is fetched from mailboxes, how far behind that is, and who hears of it. */
final class Fetching {
  /** So far behind, administrators are told; once a day for each mailbox. */
  private static final Duration LATE = Duration.ofMinutes(15);

  private static final Duration RETRY = Duration.ofSeconds(1);

  private final Hub hub;
  private final ImapIntake intake;
  private final Administrators administrators;

  Fetching(Hub hub) {
    this.hub = hub;
    this.intake =
        new ImapIntake(
            hub.vertx,
            hub.config.mailboxes().stream().map(one -> settings(one, hub.config)).toList(),
            hub.config.data().resolve("fetched"),
            hub.inbox,
            hub.receipts,
            MailboxTurns.in(hub.store),
            hub.clock,
            RETRY);
    this.administrators = new Administrators(hub.outbox, hub.directories, hub.clock);
  }

  private static ImapSettings settings(Config.Mailbox one, Config config) {
    Config.Mailbox.Token token = one.token();
    return new ImapSettings(
        one.name(),
        one.host(),
        one.port(),
        ImapSettings.Tls.valueOf(one.tls().name()),
        one.ca(),
        one.username(),
        one.password() == null ? null : one.password().value(),
        token == null
            ? null
            : new ImapSettings.OAuth(
                token.url(), token.clientId(), token.clientSecret().value(), token.scope()),
        one.address(),
        one.inbox(),
        one.done(),
        one.unreadable(),
        one.poll().compareTo(RETRY) < 0 ? RETRY : one.poll(),
        config.smtp().maxSize());
  }

  List<MailboxState> states() {
    return intake.states();
  }

  Future<Void> start() {
    return intake.start();
  }

  Future<Void> stop() {
    return intake.stop();
  }

  /** The figures; and the alarm where one is due. */
  Future<?> watch() {
    Map<String, Duration> lags = intake.lags();
    lags.forEach((mailbox, lag) -> hub.measures.mailbox(mailbox, lag));
    List<Future<Void>> told =
        lags.entrySet().stream()
            .filter(one -> one.getValue().compareTo(LATE) > 0)
            .map(one -> late(one.getKey()))
            .toList();
    return Future.join(told);
  }

  private Future<Void> late(String mailbox) {
    LocalDate today = LocalDate.ofInstant(hub.clock.instant(), hub.directories.current().zone());
    return administrators.told(
        "mailbox-late." + mailbox + "." + today,
        Map.of("what", "mailbox-late", "mailbox", mailbox, "page", "/werk"));
  }
}
