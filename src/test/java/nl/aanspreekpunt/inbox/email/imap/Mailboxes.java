package nl.aanspreekpunt.inbox.email.imap;

import java.nio.file.Path;
import java.time.Duration;

/** A mailbox of the tests. */
final class Mailboxes {
  static final String DONE = "Verwerkt";
  static final String UNREADABLE = "Onleesbaar";
  private static final int MOST = 25 << 20;

  private Mailboxes() {}

  static ImapSettings at(int port, Duration poll) {
    return made(port, "geheim", null, poll, MOST);
  }

  static ImapSettings atMost(ImapSettings one, int maxSize) {
    return made(one.port(), one.password(), one.oauth(), one.poll(), maxSize);
  }

  static ImapSettings secured(ImapSettings one, int port, String host, Path ca) {
    return new ImapSettings(
        one.name(),
        host,
        port,
        ImapSettings.Tls.IMPLICIT,
        ca,
        one.username(),
        one.password(),
        one.oauth(),
        one.address(),
        one.inbox(),
        one.done(),
        one.unreadable(),
        one.poll(),
        one.maxSize());
  }

  static ImapSettings byToken(int port, ImapSettings.OAuth oauth) {
    return made(port, null, oauth, Duration.ofMinutes(1), MOST);
  }

  private static ImapSettings made(
      int port, String password, ImapSettings.OAuth oauth, Duration poll, int maxSize) {
    return new ImapSettings(
        "vraag",
        "127.0.0.1",
        port,
        ImapSettings.Tls.OFF,
        null,
        "vraag",
        password,
        oauth,
        "vraag@voorbeeldstad.example",
        "INBOX",
        DONE,
        UNREADABLE,
        poll,
        maxSize);
  }
}
