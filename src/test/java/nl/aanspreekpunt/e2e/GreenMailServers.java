package nl.aanspreekpunt.e2e;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * GreenMail for both, where Debian's servers cannot run: without TLS, and what is returned is
 * returned by this class, in postfix' words.
 */
final class GreenMailServers implements MailServers {
  private final GreenMail server =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
          });
  private final ExecutorService returning = Executors.newSingleThreadExecutor();
  private volatile int hub;

  GreenMailServers() {
    server.start();
    WITH_A_MAILBOX.forEach(address -> server.setUser(address, address, PASSWORD));
    users().setMessageDeliveryHandler(this::deliver);
  }

  private UserManager users() {
    return server.getUserManager();
  }

  /** Extensions are the mailbox's own; who has none here gets a report written. */
  private GreenMailUser deliver(MovingMessage mail, MailAddress to) {
    String address = to.getEmail().replaceAll("\\+[^@]*@", "@");
    GreenMailUser user = users().getUserByEmail(address);
    if (user != null) {
      return user;
    }
    if (address.endsWith("@elders.example")) {
      String from = mail.getReturnPath().getEmail();
      MimeMessage message = mail.getMessage();
      returning.execute(
          () ->
              Mails.comes(
                  hub,
                  "",
                  from,
                  Mails.report(
                      from,
                      message,
                      "failed",
                      "5.1.1",
                      "550 5.1.1 <" + address + "> User doesn't exist: " + address)));
    }
    return server.setUser("elsewhere@nowhere.example", "elsewhere", PASSWORD);
  }

  @Override
  public Map<String, String> configuration() {
    return Map.of(
        "relay.host", "127.0.0.1",
        "relay.port", Integer.toString(smtpPort()),
        "relay.tls", "off",
        "imap.vraag.host", "127.0.0.1",
        "imap.vraag.port", Integer.toString(server.getImap().getPort()),
        "imap.vraag.tls", "off");
  }

  @Override
  public void hubListensAt(int port) {
    hub = port;
  }

  @Override
  public int smtpPort() {
    return server.getSmtp().getPort();
  }

  @Override
  public void leaves(String address) {
    users().deleteUser(users().getUserByEmail(address));
  }

  @Override
  public ReadByImap mailboxOf(String address) {
    return new ReadByImap("imap", server.getImap().getPort(), address, PASSWORD);
  }

  @Override
  public String said() {
    return "";
  }

  @Override
  public void close() {
    returning.shutdownNow();
    server.stop();
  }
}
