package nl.aanspreekpunt.outbox;

import io.vertx.ext.mail.MailAttachment;
import io.vertx.ext.mail.MailMessage;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A letter as a mail: its headers, both texts and the picture. */
final class LetterMail {
  private final Letters letters;

  LetterMail(Letters letters) {
    this.letters = letters;
  }

  String messageId(Outgoing entry) {
    return letters.house().tokens().messageId(entry);
  }

  Portraits.Picture picture(Outgoing entry) {
    return letters.picture(entry);
  }

  /**
   * Bounces come back to the case, so every mail leaves from the case's reply address. What the hub
   * made itself says so (RFC 3834, section 5), so that no machine answers it.
   */
  MailMessage message(Outgoing entry, Content content) {
    Notice notice = entry.notice();
    Letter letter = letters.letter(entry);
    boolean partner = notice.kind() == Notice.Kind.PARTNER;
    String reply =
        partner
            ? letters
                .house()
                .tokens()
                .partnerAddress(notice.caseNumber(), notice.facts().get("consult"))
            : letters.house().tokens().replyAddress(notice.caseNumber(), notice.to());
    // Who answers the sender answers the consult too.
    String from = notice.toStaff() || partner ? reply : letter.person().address();
    MailMessage mail =
        new MailMessage()
            .setBounceAddress(reply)
            .setFrom(from)
            .setTo(notice.to())
            .setSubject(letter.subject())
            .setText(lines(letter.text()))
            .setHtml(lines(letters.html(letter)))
            .setInlineAttachment(
                MailAttachment.create()
                    .setContentId("<picture>")
                    .setContentType(content.type())
                    .setDisposition("inline")
                    .setStream(content)
                    .setSize(content.size()))
            .addHeader("From", mailbox(from, letter.sender()))
            .addHeader("Reply-To", mailbox(reply, letter.sender()))
            .addHeader("Message-ID", messageId(entry))
            .addHeader("Content-Language", letter.language());
    thread(mail, notice);
    if (notice.kind() != Notice.Kind.REPLY && !partner) {
      mail.addHeader("Auto-Submitted", notice.toStaff() ? "auto-generated" : "auto-replied");
      mail.addHeader("X-Auto-Response-Suppress", "All");
    }
    return mail;
  }

  private static void thread(MailMessage mail, Notice notice) {
    List<String> answered = HeaderText.messageIds(notice.facts().get("inReplyTo"));
    List<String> thread = new ArrayList<>(HeaderText.messageIds(notice.facts().get("references")));
    if (!answered.isEmpty()) {
      String last = answered.get(answered.size() - 1);
      mail.addHeader("In-Reply-To", last);
      thread.remove(last);
      thread.add(last);
    }
    if (!thread.isEmpty()) {
      mail.addHeader("References", String.join("\r\n ", thread));
    }
  }

  private static String mailbox(String address, String name) {
    try {
      return new InternetAddress(address, HeaderText.line(name), StandardCharsets.UTF_8.name())
          .toString();
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String lines(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }
}
