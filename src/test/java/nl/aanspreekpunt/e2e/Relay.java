package nl.aanspreekpunt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.process.Until;

/** The municipality's mail server: takes what the hub sends, to be read by a test. */
final class Relay implements AutoCloseable {
  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  Relay() {
    server.start();
  }

  Map<String, String> configuration() {
    return Map.of(
        "relay.host", "127.0.0.1", "relay.port", Integer.toString(server.getSmtp().getPort()));
  }

  /** What somebody got, in the order of arrival. */
  List<MimeMessage> to(String address) {
    return Stream.of(server.getReceivedMessages())
        .filter(mail -> recipient(mail).equals(address))
        .toList();
  }

  /** The first mail to somebody, once it is there. */
  MimeMessage firstTo(String address) {
    return Until.present("a mail to " + address, () -> to(address).stream().findFirst());
  }

  private static String recipient(MimeMessage mail) {
    try {
      return ((InternetAddress) mail.getRecipients(Message.RecipientType.TO)[0]).getAddress();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String header(MimeMessage mail, String name) {
    try {
      return mail.getHeader(name, " ");
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String messageId(MimeMessage mail) {
    return header(mail, "Message-ID");
  }

  static String replyTo(MimeMessage mail) {
    try {
      return ((InternetAddress) mail.getReplyTo()[0]).getAddress();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The words of a mail as somebody without HTML reads them. */
  static String text(Part part) {
    return words(part, "text/plain");
  }

  /** The same as somebody with HTML has them. */
  static String html(Part part) {
    return words(part, "text/html");
  }

  private static String words(Part part, String type) {
    try {
      return (String) of(part, type).orElseThrow().getContent();
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The picture that comes along, by the name that the HTML knows it by. */
  static byte[] picture(Part part, String name) {
    try {
      Part picture = of(part, "image/*").orElseThrow();
      assertThat(picture.getHeader("Content-ID")).containsExactly("<" + name + ">");
      return picture.getInputStream().readAllBytes();
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<Part> of(Part part, String type) throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      return Optional.of(part);
    }
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart within = parts.getBodyPart(i);
        Optional<Part> found = of(within, type);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    server.stop();
  }
}
