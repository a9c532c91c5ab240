package nl.aanspreekpunt.inbox.email.imap;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.inbox.email.Content;
import nl.aanspreekpunt.inbox.email.EmailReading;
import nl.aanspreekpunt.inbox.email.MailIntake;
import nl.aanspreekpunt.inbox.email.Spool;

/** Brings one message of a mailbox into the inbox. Blocks the calling thread. */
final class ImapTaking {
  private static final int LONGEST_FIELD = 2_000;

  /** What a message that stays there is known by. */
  private static final List<String> KNOWN_BY =
      List.of("From", "To", "Subject", "Date", "Message-ID", "In-Reply-To", "References");

  private final ImapSettings settings;
  private final Spool spool;
  private final MailIntake intake;

  /** Nothing is wrong with the message: the hub itself cannot keep it now. */
  @SuppressWarnings("serial")
  static final class StoreAway extends IOException {
    StoreAway(String why, Throwable cause) {
      super(why, cause);
    }
  }

  ImapTaking(ImapSettings settings, Spool spool, MailIntake intake) {
    this.settings = settings;
    this.spool = spool;
    this.intake = intake;
  }

  void take(ImapFolders folders, ImapFolders.Waiting one, long validity)
      throws MessagingException, IOException {
    if (one.size() > settings.maxSize()) {
      unfetched(folders, one, validity, "size");
      return;
    }
    try (Content content = new Content(spool, settings.maxSize())) {
      folders.fetch(one, content);
      if (content.noRoom()) {
        throw new StoreAway("no room for message " + one.uid(), null);
      }
      if (!content.tooLarge()) {
        store(content, from(folders, one), Map.of("mailbox", settings.name()));
        return;
      }
    }
    unfetched(folders, one, validity, "size");
  }

  /** A person hears of it all the same: by what can be known of it, and where it stands. */
  void unfetched(ImapFolders folders, ImapFolders.Waiting one, long validity, String why)
      throws StoreAway {
    StringBuilder known = new StringBuilder();
    for (String name : KNOWN_BY) {
      field(folders, one, name)
          .ifPresent(value -> known.append(name).append(": ").append(value).append("\r\n"));
    }
    // Made of its place, so that two of which nothing is known are two.
    known.append("MIME-Version: 1.0; ").append(place(one, validity)).append("\r\n\r\n");
    byte[] bytes = known.toString().getBytes(StandardCharsets.UTF_8);
    try (Content content = new Content(spool, settings.maxSize())) {
      content.add(bytes, bytes.length);
      store(
          content,
          null,
          Map.of("mailbox", settings.name(), EmailReading.UNFETCHED, why, "uid", "" + one.uid()));
    }
  }

  private String place(ImapFolders.Waiting one, long validity) {
    return settings.name() + " " + validity + " " + one.uid();
  }

  private static Optional<String> field(ImapFolders folders, ImapFolders.Waiting one, String name) {
    try {
      String value = folders.field(one, name);
      return Optional.ofNullable(value)
          .map(it -> it.substring(0, Math.min(it.length(), LONGEST_FIELD)))
          .map(it -> it.replaceAll("[\\r\\n]+", " ").strip());
    } catch (MessagingException | RuntimeException unknown) {
      return Optional.empty();
    }
  }

  /**
   * As the last server wrote it down (RFC 5321, section 4.4); empty for the null sender, null when
   * it did not.
   */
  private static String from(ImapFolders folders, ImapFolders.Waiting one)
      throws MessagingException {
    String path = folders.field(one, "Return-Path");
    return path == null ? null : path.strip().replaceAll("^<|>$", "");
  }

  private void store(Content content, String from, Map<String, String> facts) throws StoreAway {
    List<String> to = settings.address() == null ? List.of() : List.of(settings.address());
    try {
      intake.take(content, from, to, facts);
    } catch (IOException away) {
      throw new StoreAway("not stored", away);
    }
  }
}
