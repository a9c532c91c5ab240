package nl.aanspreekpunt.inbox.email;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocket;
import nl.aanspreekpunt.inbox.email.SmtpTransaction.Refused;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.internal.server.Command;
import org.subethamail.smtp.server.Session;

/** The commands that stand in the place of the library's. */
final class SmtpCommands {
  private SmtpCommands() {}

  static List<Command> all(
      SmtpSettings settings, SmtpConnections connections, Consumer<SmtpRefusal> refused) {
    return List.of(
        new Ehlo(settings, refused),
        new Mail(settings, refused),
        new Rcpt(settings, refused),
        new Data(connections, refused),
        new StartTls(refused),
        new NotOffered("BDAT", refused),
        new NotOffered("AUTH", refused),
        new NotOffered("EXPN", refused));
  }

  private static final class Ehlo extends SmtpCommand {
    private final SmtpSettings settings;

    Ehlo(SmtpSettings settings, Consumer<SmtpRefusal> refused) {
      super("EHLO", refused);
      this.settings = settings;
    }

    @Override
    void run(Session session, String argument) throws Refused, IOException {
      if (argument.isEmpty()) {
        throw new Refused(SmtpRefusal.SYNTAX);
      }
      session.resetMailTransaction();
      session.setHelo(argument.split(" ", 2)[0]);
      session.sendResponse(
          String.join(
              "\r\n",
              "250-" + settings.domains().get(0),
              "250-PIPELINING",
              "250-SIZE " + settings.maxSize(),
              "250-8BITMIME",
              session.isTLSStarted() ? "250 SMTPUTF8" : "250-SMTPUTF8\r\n250 STARTTLS"));
    }
  }

  private static final class Mail extends SmtpCommand {
    private static final int DIGITS = 20;
    private final SmtpSettings settings;

    Mail(SmtpSettings settings, Consumer<SmtpRefusal> refused) {
      super("MAIL", refused);
      this.settings = settings;
    }

    @Override
    void run(Session session, String argument) throws Refused, IOException {
      if (session.isMailTransactionInProgress()) {
        throw new Refused(SmtpRefusal.OUT_OF_ORDER);
      }
      MailPath path = path("FROM:", argument);
      boolean utf8 = false;
      for (String parameter : path.parameters()) {
        utf8 |= parameter.equals("SMTPUTF8");
        check(parameter);
      }
      if (!utf8 && !path.isAscii()) {
        throw new Refused(SmtpRefusal.NEEDS_UTF8);
      }
      session.startMailTransaction();
      ((SmtpTransaction) session.getMessageHandler()).from(path.address());
      session.sendResponse("250 2.1.0 Sender ok");
    }

    /** RFC 1870 (SIZE, up to 20 digits), RFC 6152 (BODY), RFC 6531 (SMTPUTF8). */
    private void check(String parameter) throws Refused {
      if (parameter.startsWith("SIZE=")) {
        String size = parameter.substring(5);
        if (size.isEmpty() || size.length() > DIGITS || !size.chars().allMatch(Mail::isDigit)) {
          throw new Refused(SmtpRefusal.SYNTAX);
        }
        if (size.length() > 18 || Long.parseLong(size) > settings.maxSize()) {
          throw new Refused(SmtpRefusal.TOO_LARGE);
        }
      } else if (!List.of("BODY=7BIT", "BODY=8BITMIME", "SMTPUTF8").contains(parameter)) {
        throw new Refused(SmtpRefusal.UNKNOWN_PARAMETER);
      }
    }

    private static boolean isDigit(int c) {
      return c >= '0' && c <= '9';
    }
  }

  private static final class Rcpt extends SmtpCommand {
    private final SmtpSettings settings;

    Rcpt(SmtpSettings settings, Consumer<SmtpRefusal> refused) {
      super("RCPT", refused);
      this.settings = settings;
    }

    @Override
    void run(Session session, String argument) throws Refused, IOException {
      if (!session.isMailTransactionInProgress()) {
        throw new Refused(SmtpRefusal.OUT_OF_ORDER);
      }
      MailPath path = path("TO:", argument);
      if (!path.parameters().isEmpty()) {
        throw new Refused(SmtpRefusal.UNKNOWN_PARAMETER);
      }
      if (session.getRecipientCount() >= settings.limits().recipients()) {
        throw new Refused(SmtpRefusal.TOO_MANY_RECIPIENTS);
      }
      ((SmtpTransaction) session.getMessageHandler()).recipient(path.address());
      session.addRecipient(path.address());
      session.sendResponse("250 2.1.5 Recipient ok");
    }
  }

  private static final class Data extends SmtpCommand {
    private final SmtpConnections connections;

    Data(SmtpConnections connections, Consumer<SmtpRefusal> refused) {
      super("DATA", refused);
      this.connections = connections;
    }

    @Override
    void run(Session session, String argument)
        throws Refused, IOException, DropConnectionException {
      if (!argument.isEmpty()) {
        throw new Refused(SmtpRefusal.SYNTAX);
      }
      if (!session.isMailTransactionInProgress() || session.getRecipientCount() == 0) {
        throw new Refused(SmtpRefusal.OUT_OF_ORDER);
      }
      boolean goesOn = connections.begin(session);
      if (goesOn) {
        try {
          session.sendResponse("354 End data with <CR><LF>.<CR><LF>");
          receive(session);
        } finally {
          goesOn = connections.end(session);
        }
      }
      if (!goesOn) {
        throw new DropConnectionException(SmtpRefusal.STOPPING.code(), SmtpRefusal.STOPPING.text());
      }
    }

    private void receive(Session session) throws IOException {
      String reply;
      try {
        SmtpTransaction transaction = (SmtpTransaction) session.getMessageHandler();
        reply = "250 " + transaction.data(session.getRawInput());
      } catch (Refused refusal) {
        count(refusal.why);
        reply = refusal.why.reply();
      }
      session.resetMailTransaction();
      session.sendResponse(reply);
    }
  }

  private static final class StartTls extends SmtpCommand {
    StartTls(Consumer<SmtpRefusal> refused) {
      super("STARTTLS", refused);
    }

    /** What was sent in clear behind the command never counts as sent under TLS (RFC 3207, 6). */
    @Override
    void run(Session session, String argument) throws Refused, IOException {
      if (!argument.isEmpty()) {
        throw new Refused(SmtpRefusal.SYNTAX);
      }
      if (session.isTLSStarted()) {
        throw new Refused(SmtpRefusal.OUT_OF_ORDER);
      }
      if (session.getRawInput().available() > 0) {
        count(SmtpRefusal.OUT_OF_ORDER);
        session.sendResponse(SmtpRefusal.OUT_OF_ORDER.reply());
        session.quit();
        return;
      }
      session.sendResponse("220 2.0.0 Ready to start TLS");
      try {
        SSLSocket secured = session.getServer().createSSLSocket(session.getSocket());
        secured.startHandshake();
        session.setSocket(secured);
        session.resetSmtpProtocol();
        session.setTlsStarted(true);
      } catch (IOException failed) {
        session.quit();
      }
    }
  }

  private static final class NotOffered extends SmtpCommand {
    NotOffered(String verb, Consumer<SmtpRefusal> refused) {
      super(verb, refused);
    }

    @Override
    void run(Session session, String argument) throws Refused {
      throw new Refused(SmtpRefusal.NOT_OFFERED);
    }
  }
}
