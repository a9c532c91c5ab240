package nl.aanspreekpunt;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.inbox.email.imap.MailboxState;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.operations.ClockCheck;
import nl.aanspreekpunt.outbox.Dkim;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.limits.Limits;
import nl.aanspreekpunt.phone.LineUp;
import nl.aanspreekpunt.setup.channels.Passing;
import nl.aanspreekpunt.setup.channels.Ways;
import nl.aanspreekpunt.setup.problems.Asking;
import nl.aanspreekpunt.setup.problems.House;
import nl.aanspreekpunt.setup.problems.Looking;
import nl.aanspreekpunt.setup.problems.MailDomain;
import nl.aanspreekpunt.setup.problems.Mailboxes;
import nl.aanspreekpunt.setup.problems.OwnNumbers;
import nl.aanspreekpunt.setup.problems.Problem;
import nl.aanspreekpunt.setup.problems.Sending;
import nl.aanspreekpunt.setup.problems.Spent;
import nl.aanspreekpunt.setup.problems.Staff;
import nl.aanspreekpunt.setup.problems.Telephones;
import nl.aanspreekpunt.setup.problems.Unsaid;
import nl.aanspreekpunt.setup.problems.WhatsApp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gathers what the checks of the configuration look at. */
final class SetupLook implements Looking {
  private static final Logger LOG = LoggerFactory.getLogger(SetupLook.class);
  private static final int MOST_COUNTED = 1_000;
  private static final int MOST_DOMAINS = 10;
  private static final Duration ASKED_ANEW = Duration.ofMinutes(10);

  private final Hub hub;
  private final Config config;
  private final Supplier<List<MailboxState>> mailboxes;
  private final Asking asking;
  private volatile House.Certificate certificate;
  private volatile Dns dns;
  private volatile OwnNumbers numbers = OwnNumbers.FINE;
  private volatile Instant numbersAt = Instant.MIN;

  private record Dns(List<MailDomain> found, Instant at) {
    List<Problem> problems() {
      return found.stream().map(MailDomain::problems).flatMap(List::stream).toList();
    }
  }

  SetupLook(Hub hub, Supplier<List<MailboxState>> mailboxes) {
    this.hub = hub;
    this.config = hub.config;
    this.mailboxes = mailboxes;
    this.asking = new Asking(hub.vertx, config.smtp().dns());
  }

  /** Reads the certificate that is in use from now on; one that cannot be is refused elsewhere. */
  Future<Void> start() {
    return hub.vertx
        .executeBlocking(() -> read(config.smtp().certificate()))
        .onSuccess(read -> certificate = read)
        .otherwiseEmpty()
        .mapEmpty();
  }

  /** One line for each problem that matters and is said nowhere else. */
  Future<Void> logged() {
    return now()
        .onSuccess(
            found ->
                found.stream()
                    .filter(one -> one.gravity() != Problem.Gravity.BETTER)
                    .filter(one -> !loggedElsewhere(one.what()))
                    .forEach(one -> LOG.warn("{}: see /werk/beheer/problemen", one.code())))
        .onFailure(e -> LOG.warn("the set-up could not be looked at: {}", e.toString()))
        .otherwiseEmpty()
        .mapEmpty();
  }

  private static boolean loggedElsewhere(Problem.What what) {
    return switch (what) {
      case FILE_DIFFERS, FILE_WRONG, MAILBOX_BROKE, MAILBOX_LATE, CLOCK_OFF, OWN_TEXT_UNSAID ->
          true;
      default -> false;
    };
  }

  /** Null when the hub made its own. */
  House.Certificate certificate() {
    return certificate;
  }

  private static House.Certificate read(Path pem) throws IOException, CertificateException {
    if (pem == null) {
      return null;
    }
    try (InputStream file = Files.newInputStream(pem)) {
      X509Certificate first =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
      return new House.Certificate(
          first.getNotAfter().toInstant(),
          first.getIssuerX500Principal().equals(first.getSubjectX500Principal()));
    }
  }

  @Override
  public Future<Looked> look(boolean afresh) {
    return Future.all(asked(afresh), askedForNumbers(afresh))
        .compose(found -> now().map(all -> new Looked(all, dns == null ? null : dns.at())));
  }

  private Future<Void> asked(boolean afresh) {
    Dns before = dns;
    Instant now = hub.clock.instant();
    boolean fresh = before != null && before.at().plus(ASKED_ANEW).isAfter(now);
    if (!isAsked() || (fresh && !afresh)) {
      return Future.succeededFuture();
    }
    return Future.all(
            config.mail().domains().stream().limit(MOST_DOMAINS).map(this::about).toList())
        .onSuccess(all -> dns = new Dns(all.list(), now))
        .mapEmpty();
  }

  /** While the provider cannot be asked, nothing is said of its numbers. */
  private Future<Void> askedForNumbers(boolean afresh) {
    Instant now = hub.clock.instant();
    boolean fresh = numbersAt.isAfter(now.minus(ASKED_ANEW));
    return fresh && !afresh
        ? Future.succeededFuture()
        : hub.numbersThere()
            .look()
            .onSuccess(
                found -> {
                  numbers = new OwnNumbers(found.absent(), found.elsewhere());
                  numbersAt = now;
                })
            .onFailure(e -> LOG.debug("the provider is not asked for its numbers: {}", "" + e))
            .otherwiseEmpty()
            .mapEmpty();
  }

  /** From the first of the domains is written; to the others only mail comes. */
  private Future<MailDomain> about(String domain) {
    if (!domain.equals(config.mail().domain())) {
      return asking.about(domain, false, null, null);
    }
    Config.Relay.Dkim signs = config.relay().dkim();
    String selector = signs == null ? null : signs.selector();
    return publicKey(signs)
        .compose(key -> asking.about(domain, config.relay().configured(), selector, key));
  }

  /** Of a domain that nobody has only a server of their own says something. */
  private boolean isAsked() {
    return config.smtp().dns() != null || !MailDomain.reserved(config.mail().domain());
  }

  /** Null when there is none, or its file cannot be read (any more). */
  private Future<String> publicKey(Config.Relay.Dkim signs) {
    return signs == null
        ? Future.succeededFuture()
        : hub.vertx
            .executeBlocking(
                () -> Dkim.read(signs.key(), config.mail().domain(), signs.selector()).published())
            .otherwiseEmpty();
  }

  @Override
  public Future<List<Problem>> now() {
    Instant now = hub.clock.instant();
    Future<Sending> sending = sending();
    Future<WhatsApp> whatsApp = whatsApp();
    Future<House> house = house();
    Future<Staff> staff = staff();
    Future<Spent> spent = spent(now);
    return Future.all(sending, whatsApp, house, staff, spent)
        .map(
            all ->
                Stream.of(
                        sending.result().problems(),
                        whatsApp.result().problems(),
                        spent.result().problems(),
                        boxes().problems(),
                        house.result().problems(now),
                        staff.result().problems(now),
                        telephones().problems(now),
                        unsaid().problems(),
                        numbers.problems(),
                        dns())
                    .flatMap(List::stream)
                    .sorted(Problem.BY_GRAVITY)
                    .toList());
  }

  /** Of each language apart, after a space, by the key. */
  private Unsaid unsaid() {
    return new Unsaid(
        hub.ownTexts.current().wrong().keySet().stream()
            .map(one -> one.substring(one.indexOf(' ') + 1))
            .distinct()
            .sorted()
            .toList());
  }

  private List<Problem> dns() {
    Dns known = dns;
    if (!isAsked() && !config.demo()) {
      return List.of(new Problem(Problem.What.EXAMPLE_DOMAIN, List.of(config.mail().domain())));
    }
    return known == null ? List.of() : known.problems();
  }

  private Future<Sending> sending() {
    boolean relay = config.mails();
    boolean sms = config.texts();
    Future<Sending.Waiting> mail = relay ? none() : waiting(Channel.EMAIL);
    Future<Sending.Waiting> texts = sms ? none() : waiting(Channel.SMS);
    return Future.all(mail, texts)
        .map(
            all ->
                new Sending(
                    relay,
                    mail.result(),
                    broke(Ways.out(Channel.EMAIL)),
                    sms,
                    texts.result(),
                    broke(Ways.out(Channel.SMS)),
                    config.demo()));
  }

  private Future<WhatsApp> whatsApp() {
    boolean set = config.whatsApp().isPresent();
    boolean fixedTexts = !config.templates().in("nl").isEmpty();
    return (set ? none() : waiting(Channel.WHATSAPP))
        .map(waits -> new WhatsApp(set, waits, broke(Ways.out(Channel.WHATSAPP)), fixedTexts));
  }

  private Future<Spent> spent(Instant now) {
    Limits limits = hub.smsWork.limits();
    return hub.smsWork
        .spending()
        .taken(limits.day(now))
        .map(taken -> new Spent(taken, limits.aDay(), limits.warnFrom(), limits.nextDay(now)));
  }

  private static Future<Sending.Waiting> none() {
    return Future.succeededFuture(Sending.Waiting.NONE);
  }

  private Future<Sending.Waiting> waiting(Channel channel) {
    return hub.outbox.waiting(channel, MOST_COUNTED).map(SetupLook::waiting);
  }

  private static Sending.Waiting waiting(Outbox.Waiting found) {
    return found.since() == null
        ? Sending.Waiting.NONE
        : new Sending.Waiting(found.many(), found.since());
  }

  /** Null when what was tried last went well. */
  private Sending.Broke broke(String way) {
    Passing.Last last = hub.passing.last(way);
    return last.since() == null ? null : new Sending.Broke(last.since(), last.why());
  }

  private Mailboxes boxes() {
    return new Mailboxes(
        mailboxes.get().stream()
            .map(
                one ->
                    new Mailboxes.One(
                        one.name(),
                        one.behind(),
                        one.since() == null
                            ? null
                            : new Sending.Broke(one.since(), ChannelsNow.code(one.trouble()))))
            .toList());
  }

  private Future<House> house() {
    boolean shared = config.store().uri() != null;
    Future<Duration> off =
        shared
            ? new ClockCheck(hub.clock, hub.store::time).off()
            : Future.<Duration>succeededFuture();
    Future<Long> free =
        shared
            ? Future.<Long>succeededFuture()
            : hub.vertx.executeBlocking(() -> Files.getFileStore(config.data()).getUsableSpace());
    return Future.all(off, free)
        .map(
            all ->
                new House(
                    hub.publicUrl,
                    !House.loopback(config.smtp().host()),
                    certificate,
                    config.smtp().border(),
                    config.mail().trustedAuthservIds(),
                    config.attachments().scanner() != null,
                    off.result(),
                    free.result()));
  }

  /** A file that cannot be read is not there any more, and changes nothing. */
  private Future<Staff> staff() {
    return hub.vertx
        .fileSystem()
        .readFile(config.directory().toString())
        .map(Buffer::toString)
        .compose(yaml -> hub.directories.difference(yaml).map(lines -> staff(lines.size(), null)))
        .recover(e -> Future.succeededFuture(staff(0, firstLine(e))));
  }

  private Telephones telephones() {
    Directory directory = hub.directories.current();
    LineUp lines = new LineUp(directory, config.numbers());
    boolean on = config.voice().on();
    return new Telephones(directory, official -> !on || lines.number(official).isPresent());
  }

  private Staff staff(int differs, String wrong) {
    return new Staff(hub.directories.current(), config.mail().domains(), differs, wrong);
  }

  private static String firstLine(Throwable e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
