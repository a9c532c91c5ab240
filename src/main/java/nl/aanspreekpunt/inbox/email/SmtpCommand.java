package nl.aanspreekpunt.inbox.email;

import java.io.IOException;
import java.util.Locale;
import java.util.function.Consumer;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.internal.server.BaseCommand;
import org.subethamail.smtp.server.Session;

/**
 * A command of ours in the place of the library's. Those of subethasmtp 7.2.2 do not serve: its
 * DATA does not read the rest of a message that it refuses, so that the rest would be taken for
 * commands; BDAT takes a connection that breaks for the end of the message; MAIL overlooks {@code
 * SIZE=} unless it comes last, and breaks on one above 2^31; EHLO does not offer PIPELINING; and
 * STARTTLS goes on in clear when the handshake fails.
 */
abstract class SmtpCommand extends BaseCommand {
  private final Consumer<SmtpRefusal> refused;

  SmtpCommand(String verb, Consumer<SmtpRefusal> refused) {
    super(verb, "RFC 5321");
    this.refused = refused;
  }

  /**
   * Carries the command out and answers it.
   *
   * @param argument what stands behind the verb
   */
  abstract void run(Session session, String argument)
      throws SmtpTransaction.Refused, IOException, DropConnectionException;

  @Override
  public final void execute(String line, Session session)
      throws IOException, DropConnectionException {
    try {
      String verb = getName();
      if (!(line.toUpperCase(Locale.ROOT) + " ").startsWith(verb + " ")) {
        throw new SmtpTransaction.Refused(SmtpRefusal.SYNTAX);
      }
      run(session, line.substring(verb.length()).strip());
    } catch (SmtpTransaction.Refused refusal) {
      count(refusal.why);
      session.sendResponse(refusal.why.reply());
    }
  }

  final void count(SmtpRefusal why) {
    refused.accept(why);
  }

  /** The path behind {@code FROM:} or {@code TO:}. */
  static MailPath path(String word, String argument) throws SmtpTransaction.Refused {
    if (!argument.regionMatches(true, 0, word, 0, word.length())) {
      throw new SmtpTransaction.Refused(SmtpRefusal.SYNTAX);
    }
    return MailPath.parse(argument.substring(word.length()))
        .orElseThrow(() -> new SmtpTransaction.Refused(SmtpRefusal.SYNTAX));
  }
}
