package nl.aanspreekpunt.inbox.webform;

import static java.time.ZoneOffset.UTC;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import nl.aanspreekpunt.inbox.Correspondent;

/**
 * What was filled in as a MIME message (RFC 2045), so that it is kept, read and its files are
 * served as any other. For a worker thread: attachments are encoded.
 */
public final class FormMessage {
  private static final Session SESSION = Session.getInstance(new Properties());

  private FormMessage() {}

  /**
   * @param id of the receipt
   * @param domain the hub's
   */
  public static byte[] of(
      WebQuestion question, List<Upload> uploads, String id, String domain, Instant now) {
    try {
      MimeMessage message = new Identified(id, domain);
      message.setHeader("Date", RFC_1123_DATE_TIME.format(now.atOffset(UTC)));
      message.setSubject(question.subject(), "UTF-8");
      message.setRecipient(
          jakarta.mail.Message.RecipientType.TO, new InternetAddress("vraag@" + domain));
      if (question.from().email() != null) {
        message.setFrom(from(question.from()));
      }
      MimeMultipart parts = new MimeMultipart("mixed");
      MimeBodyPart text = new MimeBodyPart();
      text.setText(question.words(), "UTF-8");
      parts.addBodyPart(text);
      for (Upload upload : uploads) {
        parts.addBodyPart(part(upload));
      }
      message.setContent(parts);
      message.saveChanges();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      message.writeTo(bytes);
      return bytes.toByteArray();
    } catch (MessagingException e) {
      throw new IllegalStateException("what was checked can be written", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InternetAddress from(Correspondent who)
      throws MessagingException, UnsupportedEncodingException {
    InternetAddress from = new InternetAddress();
    from.setAddress(who.email().value());
    from.setPersonal(who.name(), "UTF-8");
    return from;
  }

  private static MimeBodyPart part(Upload upload) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setDataHandler(
        new DataHandler(new ByteArrayDataSource(upload.content(), type(upload.type()))));
    part.setFileName(upload.name());
    part.setDisposition("attachment");
    part.setHeader("Content-Transfer-Encoding", "base64");
    return part;
  }

  /** Only a plain type: never a message or multipart, which would be read as one. */
  private static String type(String given) {
    try {
      ContentType type = new ContentType(given == null ? "" : given);
      String main = type.getPrimaryType();
      return main.equalsIgnoreCase("multipart") || main.equalsIgnoreCase("message")
          ? "application/octet-stream"
          : type.getBaseType();
    } catch (MessagingException e) {
      return "application/octet-stream";
    }
  }

  /** With a Message-ID of its own, the same for the same receipt. */
  private static final class Identified extends MimeMessage {
    private final String id;

    Identified(String id, String domain) {
      super(SESSION);
      this.id = "<form." + id + "@" + domain + ">";
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
