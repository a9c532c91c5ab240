package nl.aanspreekpunt.inbox.email;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/** One mail transaction: who, to whom, and the text, up to its receipt. */
final class SmtpTransaction implements MessageHandler {
  /** A refusal in the form in which the library takes it. */
  @SuppressWarnings("serial")
  static final class Refused extends RejectException {
    final SmtpRefusal why;

    Refused(SmtpRefusal why) {
      super(why.code(), why.text());
      this.why = why;
    }
  }

  private static final int LONGEST_HELO = 255;

  private final SmtpSettings settings;
  private final Set<String> domains;
  private final Spool spool;
  private final MailIntake intake;
  private final MessageContext context;
  private final Set<String> recipients = new LinkedHashSet<>();
  private String from = "";

  SmtpTransaction(
      SmtpSettings settings,
      Set<String> domains,
      Spool spool,
      MailIntake intake,
      MessageContext context) {
    this.settings = settings;
    this.domains = domains;
    this.spool = spool;
    this.intake = intake;
    this.context = context;
  }

  /**
   * @param sender empty for the null sender (RFC 5321, section 4.5.5)
   */
  @Override
  public void from(String sender) {
    from = sender;
  }

  /** Any local part on the hub's domains; the bare postmaster too (RFC 5321, section 4.5.1). */
  @Override
  public void recipient(String recipient) throws Refused {
    boolean bare = recipient.indexOf('@') < 0;
    if (recipient.isEmpty() || !(bare || domains.contains(MailPath.domain(recipient)))) {
      throw new Refused(SmtpRefusal.NOT_OUR_DOMAIN);
    }
    String whole = bare ? recipient + "@" + settings.domains().get(0) : recipient;
    recipients.add(whole.toLowerCase(Locale.ROOT));
  }

  /**
   * @param data the connection's stream, behind the DATA command
   */
  @Override
  public String data(InputStream data) throws Refused, IOException {
    try (Content content = new Content(spool, settings.maxSize())) {
      DataReader reader = new DataReader(data, content::add);
      reader.read();
      if (reader.bareLineEnd()) {
        throw new Refused(SmtpRefusal.BARE_LINE_END);
      }
      if (content.refusal() != null) {
        throw new Refused(content.refusal());
      }
      return "2.0.0 " + take(content);
    }
  }

  private String take(Content content) throws Refused {
    Map<String, String> facts = new HashMap<>();
    if (context.getRemoteAddress() instanceof InetSocketAddress peer) {
      facts.put(EmailReading.PEER, peer.getAddress().getHostAddress());
    }
    String helo = context.getHelo().orElse(null);
    if (helo != null) {
      facts.put("helo", helo.substring(0, Math.min(helo.length(), LONGEST_HELO)));
    }
    try {
      return intake.take(content, from, List.copyOf(recipients), facts);
    } catch (IOException away) {
      throw new Refused(SmtpRefusal.STORE_AWAY);
    }
  }

  @Override
  public void done() {
    recipients.clear();
  }
}
