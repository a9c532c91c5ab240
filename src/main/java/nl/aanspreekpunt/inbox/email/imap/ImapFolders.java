package nl.aanspreekpunt.inbox.email.imap;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import nl.aanspreekpunt.inbox.email.Content;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;

/**
 * One connection to a mailbox, with its folder open (RFC 9051). Nothing in it is marked as read.
 * For one thread, but for {@link #wake}.
 */
final class ImapFolders implements AutoCloseable {
  private static final int CONNECT_MILLIS = 20_000;
  private static final int PIECE = 256 * 1024;

  /** Beyond how long the server may be silent: it is asked for a sign of life before. */
  private static final int SILENT_MILLIS = 30_000;

  private static final long A_MOMENT_NANOS = 20_000_000;

  /** So many are listed at a time, the oldest; the rest comes when these are gone. */
  private static final int AT_ONCE = 500;

  private final IMAPStore store;
  private final IMAPFolder inbox;

  /** Something came, and nobody looked since. */
  private volatile boolean more;

  private volatile boolean idle;

  private boolean looked;

  /**
   * A message that waits.
   *
   * @param uid within the folder's UIDVALIDITY
   * @param arrived when the server took it in
   * @param size bytes, as the server says
   */
  record Waiting(long uid, Instant arrived, int size, IMAPMessage message) {}

  /**
   * What the server tells just before it begins to be idle would not end that: so it is woken until
   * somebody looked. On a thread of the library's own.
   */
  private final class Comes extends MessageCountAdapter {
    @Override
    public void messagesAdded(MessageCountEvent event) {
      more = true;
      while (more && isOpen()) {
        if (idle) {
          wake();
        }
        LockSupport.parkNanos(A_MOMENT_NANOS);
      }
    }
  }

  private ImapFolders(IMAPStore store, IMAPFolder inbox) {
    this.store = store;
    this.inbox = inbox;
  }

  static ImapFolders open(ImapSettings settings, ImapLogin login)
      throws MessagingException, IOException, InterruptedException {
    String protocol = settings.tls() == ImapSettings.Tls.IMPLICIT ? "imaps" : "imap";
    Session session = Session.getInstance(properties(settings, protocol, login.byToken()));
    IMAPStore store = (IMAPStore) session.getStore(protocol);
    store.connect(settings.host(), settings.port(), settings.username(), login.secret());
    try {
      IMAPFolder inbox = (IMAPFolder) store.getFolder(settings.inbox());
      inbox.open(Folder.READ_WRITE);
      ImapFolders folders = new ImapFolders(store, inbox);
      inbox.addMessageCountListener(folders.new Comes());
      return folders;
    } catch (MessagingException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private static Properties properties(ImapSettings settings, String protocol, boolean token)
      throws IOException {
    Properties all = new Properties();
    String mail = "mail." + protocol + ".";
    all.put(mail + "connectiontimeout", String.valueOf(CONNECT_MILLIS));
    all.put(mail + "timeout", String.valueOf(settings.poll().toMillis() + SILENT_MILLIS));
    all.put(mail + "writetimeout", String.valueOf(SILENT_MILLIS));
    all.put(mail + "fetchsize", String.valueOf(PIECE));
    all.put(mail + "peek", "true");
    all.put(mail + "ssl.checkserveridentity", "true");
    all.put(mail + "ssl.protocols", "TLSv1.3 TLSv1.2");
    if (settings.tls() == ImapSettings.Tls.STARTTLS) {
      all.put(mail + "starttls.enable", "true");
      all.put(mail + "starttls.required", "true");
    }
    if (token) {
      all.put(mail + "auth.mechanisms", "XOAUTH2");
    }
    if (settings.ca() != null) {
      try {
        all.put(mail + "ssl.socketFactory", Trusted.by(settings.ca()));
      } catch (GeneralSecurityException e) {
        throw new IOException(settings.ca() + " cannot be used: " + e.getMessage(), e);
      }
    }
    return all;
  }

  /** Of what was listed last. */
  long validity() throws MessagingException {
    return inbox.getUIDValidity();
  }

  /** The oldest first. */
  List<Waiting> waiting() throws MessagingException {
    more = false;
    if (looked) {
      // What it tells while messages go is counted wrongly by some: asked anew, it says how many.
      inbox.close(false);
      inbox.open(Folder.READ_WRITE);
    }
    looked = true;
    int count = inbox.getMessageCount();
    if (count < 1) {
      return List.of();
    }
    Message[] found = inbox.getMessages(1, Math.min(count, AT_ONCE));
    FetchProfile profile = new FetchProfile();
    profile.add(UIDFolder.FetchProfileItem.UID);
    profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
    profile.add(FetchProfile.Item.SIZE);
    profile.add(FetchProfile.Item.FLAGS);
    inbox.fetch(found, profile);
    List<Waiting> waiting = new ArrayList<>();
    for (Message one : found) {
      if (!one.isExpunged() && !one.isSet(Flags.Flag.DELETED)) {
        Date arrived = one.getReceivedDate();
        waiting.add(
            new Waiting(
                inbox.getUID(one),
                arrived == null ? null : arrived.toInstant(),
                one.getSize(),
                (IMAPMessage) one));
      }
    }
    return waiting;
  }

  /** The first value of a header field; null when it has none, or it cannot be had. */
  String field(Waiting one, String name) throws MessagingException {
    String[] values = one.message().getHeader(name);
    return values == null || values.length == 0 ? null : values[0];
  }

  /**
   * As it stands there, byte for byte; stops when the content takes no more. The library's own
   * stream ends when the server refuses a piece, as if that were all of the message.
   *
   * @throws MessagingException also when the server does not give a piece of it
   */
  void fetch(Waiting one, Content content) throws MessagingException {
    long from = 0;
    ByteArray piece;
    do {
      piece = piece(one, from);
      content.add(piece.getNewBytes(), piece.getCount());
      from += piece.getCount();
    } while (piece.getCount() > 0
        && (from < one.size() || piece.getCount() == PIECE)
        && !content.tooLarge()
        && !content.noRoom());
  }

  private ByteArray piece(Waiting one, long from) throws MessagingException {
    String command = "UID FETCH " + one.uid() + " (BODY.PEEK[]<" + from + "." + PIECE + ">)";
    Response[] answer =
        (Response[])
            inbox.doCommand(
                protocol -> {
                  Response[] all = protocol.command(command, null);
                  protocol.notifyResponseHandlers(all);
                  return all;
                });
    for (Response each : answer) {
      BODY body = each instanceof FetchResponse fetched ? fetched.getItem(BODY.class) : null;
      if (body != null && body.getByteArray() != null) {
        return body.getByteArray();
      }
    }
    throw new MessagingException("the server gives nothing from byte " + from + " on");
  }

  void move(Waiting one, String to) throws MessagingException {
    Folder folder = store.getFolder(to);
    if (!folder.exists()) {
      folder.create(Folder.HOLDS_MESSAGES);
    }
    Message[] it = {one.message()};
    if (store.hasCapability("MOVE")) {
      inbox.moveMessages(it, folder);
    } else {
      inbox.copyMessages(it, folder);
      inbox.setFlags(it, new Flags(Flags.Flag.DELETED), true);
      if (store.hasCapability("UIDPLUS")) {
        inbox.expunge(it);
      } else {
        inbox.expunge();
      }
    }
  }

  boolean isOpen() {
    return inbox.isOpen();
  }

  boolean tellsByItself() throws MessagingException {
    return store.hasCapability("IDLE");
  }

  /** Waits until the server tells of something, or {@link #wake} (RFC 2177). */
  void idle() throws MessagingException {
    idle = true;
    try {
      if (!more) {
        inbox.idle(true);
      }
    } finally {
      idle = false;
    }
  }

  /** From any thread: whoever is idle goes on. Each command on the folder ends that. */
  void wake() {
    try {
      inbox.doCommand(
          protocol -> {
            protocol.noop();
            return null;
          });
    } catch (MessagingException | RuntimeException gone) {
      // The thread that waits finds that out as well.
    }
  }

  @Override
  public void close() {
    try {
      if (inbox.isOpen()) {
        inbox.close(false);
      }
      store.close();
    } catch (MessagingException | RuntimeException gone) {
      // Closed by the other side.
    }
  }
}
