package nl.aanspreekpunt.e2e;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Somebody's own mail program. */
final class ReadByImap implements AutoCloseable {
  private final Session session;
  private final Store store;

  /**
   * @param protocol {@code imap} or {@code imaps}; the certificate is not what is tested here
   */
  ReadByImap(String protocol, int port, String user, String password) {
    Properties properties = new Properties();
    properties.setProperty("mail.imaps.ssl.trust", "localhost");
    session = Session.getInstance(properties);
    try {
      store = session.getStore(protocol);
      store.connect("localhost", port, user, password);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All that stands in a folder by the bytes it came with, the oldest first. */
  List<MimeMessage> folder(String name) {
    try {
      Folder folder = store.getFolder(name);
      if (!folder.exists()) {
        return List.of();
      }
      folder.open(Folder.READ_ONLY);
      try {
        List<MimeMessage> all = new ArrayList<>();
        for (Message one : folder.getMessages()) {
          all.add(new MimeMessage(session, new ByteArrayInputStream(raw(one))));
        }
        return all;
      } finally {
        folder.close(false);
      }
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  List<MimeMessage> inbox() {
    return folder("INBOX");
  }

  static byte[] raw(Message mail) {
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    try {
      mail.writeTo(raw);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
    return raw.toByteArray();
  }

  @Override
  public void close() {
    try {
      store.close();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
