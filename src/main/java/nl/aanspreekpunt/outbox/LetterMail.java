package nl.aanspreekpunt.outbox;

import io.vertx.ext.mail.MailAttachment;
import io.vertx.ext.mail.MailMessage;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A letter as a mail: its headers, both texts and the picture. */
final class LetterMail {
  private final Letters letters;

  LetterMail(Letters letters) {
    this.letters = letters;
  }

  String messageId(Outgoing entry) {
    return letters.house().tokens().messageId(entry);
  }

  /**
   * What the letter ends with: its last file or calendar entry where it has one, else its picture.
   */
  Portraits.Picture last(Outgoing entry, List<Enclosures.File> files) {
    if (!files.isEmpty()) {
      Enclosures.File last = files.get(files.size() - 1);
      return new Portraits.Picture(last.type(), last.bytes());
    }
    return letters.calendarEntry(entry).orElseGet(() -> letters.picture(entry));
  }

  /**
   * What cannot be delivered comes back to an address of this mail alone (VERP). To whoever is
   * outside every answer goes to the case, also of a program that knows no Reply-To. What the hub
   * made itself says so (RFC 3834, section 5), so that no machine answers it.
   */
  MailMessage message(
      Outgoing entry,
      Content content,
      List<Enclosures.File> enclosed,
      Optional<Enclosures.Original> original) {
    Notice notice = entry.notice();
    Letter letter = letters.letter(entry, original);
    boolean partner = notice.kind() == Notice.Kind.PARTNER;
    String reply =
        partner
            ? letters
                .house()
                .tokens()
                .partnerAddress(notice.caseNumber(), notice.facts().get("consult"))
            : letters.house().tokens().replyAddress(notice.caseNumber(), notice.to());
    MailMessage mail =
        new MailMessage()
            .setBounceAddress(letters.house().tokens().returnAddress(entry))
            .setFrom(reply)
            .setTo(notice.to())
            .setSubject(letter.subject())
            .setText(lines(letter.text()))
            .setHtml(lines(letters.html(letter)))
            .addHeader("From", mailbox(reply, letter.sender()))
            .addHeader("Reply-To", mailbox(reply, letter.sender()))
            .addHeader("Message-ID", messageId(entry))
            .addHeader("Content-Language", letter.language());
    files(mail, entry, content, enclosed);
    thread(mail, notice);
    boolean written =
        notice.kind() == Notice.Kind.REPLY || notice.kind() == Notice.Kind.FORWARD || partner;
    if (!written) {
      mail.addHeader(
          "Auto-Submitted",
          notice.toStaff() || notice.kind() == Notice.Kind.TEST
              ? "auto-generated"
              : "auto-replied");
      mail.addHeader("X-Auto-Response-Suppress", "All");
    }
    return mail;
  }

  /** The last of them as a stream: see {@link Content}. */
  private void files(
      MailMessage mail, Outgoing entry, Content content, List<Enclosures.File> enclosed) {
    boolean invites = content.type().startsWith(CalendarEntry.TYPE);
    MailAttachment picture =
        MailAttachment.create().setContentId("<picture>").setDisposition("inline");
    if (!invites && enclosed.isEmpty()) {
      mail.setInlineAttachment(
          picture.setContentType(content.type()).setStream(content).setSize(content.size()));
      return;
    }
    Portraits.Picture shown = letters.picture(entry);
    mail.setInlineAttachment(picture.setContentType(shown.type()).setData(shown.bytes()));
    List<MailAttachment> all = new ArrayList<>();
    for (Enclosures.File file : enclosed.subList(0, Math.max(0, enclosed.size() - 1))) {
      all.add(attached(file.type(), file.name()).setData(file.bytes()));
    }
    String name =
        enclosed.isEmpty() ? CalendarEntry.NAME : enclosed.get(enclosed.size() - 1).name();
    all.add(attached(content.type(), name).setStream(content).setSize(content.size()));
    mail.setAttachment(all);
  }

  private static MailAttachment attached(String type, String name) {
    return MailAttachment.create().setContentType(type).setDisposition("attachment").setName(name);
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
