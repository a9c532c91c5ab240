package nl.aanspreekpunt.inbox.email;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.inbox.Fold;
import nl.aanspreekpunt.inbox.Inbound;
import nl.aanspreekpunt.inbox.Looks;
import nl.aanspreekpunt.inbox.Machine;
import nl.aanspreekpunt.inbox.Origin;
import nl.aanspreekpunt.inbox.Quotes;
import nl.aanspreekpunt.inbox.Reading;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.inbox.Unread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a stored mail, on a worker and within a {@link Budget}. Whatever is in it, it comes back as
 * something a person can act on; what could not be read is named in {@link Inbound#unreadable()}.
 * Fails only when pieces of a large mail cannot be had from the store.
 */
public final class EmailReading implements Reading {
  /** A fact of a receipt: that the message itself stayed in its mailbox, and why. */
  public static final String UNFETCHED = "unfetched";

  /** A fact of a receipt: the IP address that it came from; none for what was in a mailbox. */
  static final String PEER = "peer";

  static final int WORKERS = 2;
  private static final Logger LOG = LoggerFactory.getLogger(EmailReading.class);
  private static final int LONGEST_SUBJECT = 500;

  private final RawMail mails;
  private final Set<String> domains = new HashSet<>();
  private final Trust trust;
  private final Border border;
  private final SpamMarks spam;
  private final WorkerExecutor workers;

  /**
   * @param domains the hub's own
   * @param trust whose Authentication-Results are believed
   */
  public EmailReading(Vertx vertx, Receipts receipts, List<String> domains, Trust trust) {
    this(vertx, receipts, domains, trust, null, null);
  }

  /**
   * @param border checks senders itself; nobody else is believed then. Null: others do
   * @param spam what the filter in front of the hub writes; null: there is none
   */
  public EmailReading(
      Vertx vertx,
      Receipts receipts,
      List<String> domains,
      Trust trust,
      Border border,
      SpamMarks spam) {
    this.border = border;
    this.spam = spam;
    this.mails = new RawMail(receipts);
    domains.forEach(domain -> this.domains.add(MailPath.domain(domain)));
    this.trust = trust;
    this.workers = vertx.createSharedWorkerExecutor("mail-reading", WORKERS);
  }

  @Override
  public Future<Inbound> read(Receipt receipt) {
    return mails.use(
        receipt,
        raw ->
            found(receipt, raw)
                .compose(
                    verdict -> workers.executeBlocking(() -> read(receipt, raw, verdict), false)));
  }

  /** Null where the mail itself says what others found. */
  private Future<Authentication.Verdict> found(Receipt receipt, byte[] raw) {
    boolean straight = receipt.channel() == Channel.EMAIL && receipt.facts().containsKey(PEER);
    return border == null || !straight ? Future.succeededFuture() : border.verdict(receipt, raw);
  }

  Inbound read(Receipt receipt, byte[] raw) {
    return read(receipt, raw, null);
  }

  private Inbound read(Receipt receipt, byte[] raw, Authentication.Verdict found) {
    Budget budget = new Budget();
    if (receipt.facts().containsKey(UNFETCHED)) {
      budget.lacks(Unread.UNFETCHED);
    }
    try {
      return inbound(receipt, SignedWhole.opened(raw), found, budget);
    } catch (RuntimeException | StackOverflowError unforeseen) {
      LOG.warn("mail {} could not be read: {}", receipt.id(), unforeseen.toString());
      budget.lacks(Unread.BROKEN);
      return bare(receipt, budget);
    }
  }

  private Inbound inbound(
      Receipt receipt, byte[] raw, Authentication.Verdict found, Budget budget) {
    MailPart message = MailPart.read(raw, budget);
    HeaderFields headers = message.headers();
    Decoding decoding = new Decoding(raw, budget);
    Mailboxes.Mailbox from = Mailboxes.first(headers.first("from"), budget);
    Address sender = from == null ? envelopeSender(receipt) : from.address();
    String subject = HeaderFields.decoded(headers.first("subject"), LONGEST_SUBJECT, budget);
    Words words = new Words(raw, decoding, budget);
    String text = words.of(message);
    List<Fold> folds = Quotes.in(subject, text);
    List<MailPart> leaves = message.leaves();
    List<Inbound.Attachment> attachments = new Files(raw, decoding, budget).of(leaves);
    Looks looks = looks(message, leaves, words, budget);
    Authentication.Verdict verdict =
        found != null
            ? found
            : Authentication.of(
                headers,
                trust,
                receipt.facts().get(PEER),
                sender == null ? null : MailPath.domain(sender.value()));
    Origin origin =
        new Origin(
            Mailboxes.copied(headers, sender, domains),
            PassedOn.is(headers, subject),
            PassedOn.authors(message, words, text, folds, domains),
            null,
            verdict.proven(),
            spam == null || !trust.believes(receipt.facts().get(PEER))
                ? null
                : spam.in(headers, trust));
    Machine machine =
        new Automatic(message, leaves, sender, receipt.envelopeFrom())
            .of(subject, text, Quotes.own(text, folds), looks, decoding);
    List<String> threads = MessageIds.answered(headers);
    return new Inbound(
        sender,
        from == null ? null : from.name(),
        Mailboxes.recipients(headers, receipt.recipients(), domains),
        subject,
        text,
        Language.of(headers.first("content-language"), subject, Quotes.brief(text, folds)),
        null,
        null,
        false,
        null,
        null,
        machine != null && machine.surely(),
        verdict.doubt(),
        MessageIds.own(headers),
        machine == null ? threads : with(threads, Reports.about(leaves, text, decoding)),
        null,
        attachments,
        false,
        budget.unreadable(),
        folds,
        looks,
        origin,
        machine);
  }

  /** A machine tells of a message in a copy of it, not in a field of its own. */
  private static List<String> with(List<String> threads, List<String> about) {
    return Stream.concat(threads.stream(), about.stream()).distinct().toList();
  }

  private static Address envelopeSender(Receipt receipt) {
    return Addresses.email(receipt.envelopeFrom()).orElse(null);
  }

  /** Null for plain text, as most mail is. */
  private static Looks looks(MailPart message, List<MailPart> leaves, Words words, Budget budget) {
    List<Integer> shown = Words.shown(message).stream().map(MailPart::index).toList();
    List<Looks.Invitation> invitations = Invitations.in(leaves, words, budget);
    return shown.isEmpty() && invitations.isEmpty() ? null : new Looks(shown, invitations);
  }

  /** What the envelope alone tells. */
  private Inbound bare(Receipt receipt, Budget budget) {
    HeaderFields none = new HeaderFields(List.of(), 0, true);
    return new Inbound(
        envelopeSender(receipt),
        null,
        Mailboxes.recipients(none, receipt.recipients(), domains),
        "",
        "",
        "nl",
        null,
        null,
        false,
        null,
        null,
        receipt.envelopeFrom() != null && receipt.envelopeFrom().isEmpty(),
        null,
        null,
        List.of(),
        null,
        List.of(),
        false,
        budget.unreadable());
  }
}
