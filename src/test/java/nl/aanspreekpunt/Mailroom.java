package nl.aanspreekpunt;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.webform.FormMessage;
import nl.aanspreekpunt.inbox.webform.WebQuestion;
import nl.aanspreekpunt.official.Departure;
import nl.aanspreekpunt.operations.Measures;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.process.Until;
import nl.aanspreekpunt.store.TestStore;

/** The whole hub but its ports, in the demo municipality on a clock of the test. */
final class Mailroom implements AutoCloseable {
  /** A Monday, 10:00 in Voorbeeldstad: everybody works, no holiday is near. */
  static final Instant MONDAY_TEN = Instant.parse("2026-09-07T08:00:00Z");

  static final String INFO = "info@voorbeeldstad.example";
  static final String OUR_SERVER = "mx.voorbeeldstad.example";

  /** Our server finds that mail is from who it says, unless a test says otherwise. */
  private static final String RESULTS =
      "Authentication-Results: " + OUR_SERVER + "; dmarc=pass\r\n";

  final Hands clock = new Hands(MONDAY_TEN);
  private final Vertx vertx = Vertx.vertx();
  private final TestStore store = TestStore.open(vertx);
  private final Measures measures = new Measures();
  private final Map<String, String> more = new HashMap<>();
  private int messages;
  final Hub hub;

  Mailroom() {
    this(Map.of());
  }

  /**
   * @param besides configuration
   */
  Mailroom(Map<String, String> besides) {
    more.putAll(besides);
    more.put("data.dir", store.settings().dataDir().toString());
    more.put("directory.file", Path.of("conf", "directory.yaml").toString());
    more.put("mail.trusted-authserv-id", OUR_SERVER);
    try {
      hub =
          await(
              Hub.open(
                  vertx, Config.of(more), clock, "http://hub.example", measures, store.store()));
    } catch (ConfigRefused e) {
      throw new AssertionError(e);
    }
  }

  /** A mail to the municipality in general; each is another one. */
  Mail mail(String from) {
    return new Mail(from);
  }

  /** A mail in the making. */
  final class Mail {
    private final String from;
    private final StringBuilder headers = new StringBuilder();
    private String envelopeFrom;
    private List<String> envelope = List.of(INFO);

    private Mail(String from) {
      this.from = from;
      this.envelopeFrom = from;
    }

    Mail header(String name, String value) {
      headers.append(name).append(": ").append(value).append("\r\n");
      return this;
    }

    /** The envelope's recipient, which no header need name. */
    Mail to(String... recipients) {
      envelope = List.of(recipients);
      return this;
    }

    Mail envelopeFrom(String sender) {
      envelopeFrom = sender;
      return this;
    }

    Came says(String subject, String text) {
      int n = ++messages;
      String who = from == null ? "" : "From: " + from + "\r\n";
      String found = headers.indexOf(OUR_SERVER) < 0 ? RESULTS : "";
      String raw =
          found
              + headers
              + who
              + ("Subject: " + subject + "\r\nMessage-ID: <" + n + "@burger.example>\r\n\r\n")
              + text
              + "\r\n";
      byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
      return came(
          Receipt.received(
              "mail-" + n,
              Channel.EMAIL,
              clock.instant(),
              envelopeFrom,
              envelope,
              bytes,
              0,
              bytes.length,
              Map.of()));
    }
  }

  Came sms(String from, String text) {
    return sms(from, "+3197010212345", text);
  }

  /**
   * @param to which number of ours
   */
  Came sms(String from, String to, String text) {
    int n = ++messages;
    Map<String, String> facts =
        Map.of("From", from, "To", to, "Body", text, "MessageSid", "SM" + n);
    return came(
        Receipt.received(
            "sms-" + n,
            Channel.SMS,
            clock.instant(),
            from,
            List.of(to),
            null,
            0,
            text.length(),
            facts));
  }

  /** By WhatsApp, from who calls themselves something there. */
  Came whatsApp(String from, String nickname, String text) {
    int n = ++messages;
    Map<String, String> facts = new HashMap<>();
    facts.put("From", "whatsapp:" + from);
    facts.put("To", "whatsapp:+3197010212345");
    facts.put("Body", text);
    facts.put("MessageSid", "SM" + n);
    facts.put("ProfileName", nickname);
    return came(
        Receipt.received(
            "whatsapp-" + n,
            Channel.WHATSAPP,
            clock.instant(),
            facts.get("From"),
            List.of("+3197010212345"),
            null,
            0,
            text.length(),
            facts));
  }

  /** The web form, filled in. */
  Came form(WebQuestion question) {
    String id = "form-" + ++messages;
    byte[] raw = FormMessage.of(question, List.of(), id, "voorbeeldstad.example", clock.instant());
    Map<String, String> facts = new TreeMap<>(question.facts());
    return came(
        Receipt.received(
            id, Channel.WEB, clock.instant(), null, List.of(), raw, 0, raw.length, facts));
  }

  private Came came(Receipt receipt) {
    await(hub.inbox.accept(receipt));
    Receipt placed =
        Until.present(
            receipt.id() + " is placed",
            () ->
                await(hub.receipts.find(receipt.id()))
                    .filter(one -> one.state() == Receipt.State.ROUTED));
    return new Came(placed, found(placed.caseNumber()));
  }

  /** A message and the case it came to. */
  record Came(Receipt receipt, Case one) {
    String number() {
      return one.id();
    }

    String rule() {
      return match().rule();
    }

    Match.Certainty certainty() {
      return match().certainty();
    }

    Match match() {
      return receipt.route();
    }

    String official() {
      return one.official();
    }
  }

  Case found(String number) {
    return await(hub.cases.find(number)).orElseThrow();
  }

  Case acted(String number, Act act) {
    await(hub.casework.change(number, act));
    return found(number);
  }

  /** The official answers; the mail as the citizen's program knows it. */
  Sent answered(Came came) {
    Case one = found(came.number());
    Case after =
        acted(
            one.id(),
            new Replying(one.official(), "Ik kijk ernaar.", null, one.lastReceived(), Map.of()));
    String entry =
        after.events().stream()
            .filter(CaseEvent.Replied.class::isInstance)
            .map(event -> ((CaseEvent.Replied) event).entry())
            .reduce((earlier, later) -> later)
            .orElseThrow();
    return sent(entry);
  }

  /** What told the citizen that their question arrived. */
  Sent acknowledged(Came came) {
    return told(came.number(), Notice.Kind.ACKNOWLEDGEMENT).get(0);
  }

  List<Sent> told(String number, Notice.Kind kind) {
    return await(hub.outbox.unfinished(number)).stream()
        .filter(entry -> entry.notice().kind() == kind)
        .map(entry -> sent(entry.id()))
        .toList();
  }

  private Sent sent(String entry) {
    Outgoing outgoing = await(hub.outbox.find(entry)).orElseThrow();
    Notice notice = outgoing.notice();
    return new Sent(
        notice,
        hub.tokens.messageId(outgoing),
        hub.tokens.replyAddress(notice.caseNumber(), notice.to()));
  }

  /** A mail of the hub: what its reader's program answers with. */
  record Sent(Notice notice, String messageId, String replyAddress) {}

  void departs(String official, String successor) {
    Departure departure = new Departure(official, clock.instant(), successor, "test");
    await(hub.directories.departed(departure));
  }

  static <T> T await(Future<T> future) {
    return TestStore.await(future);
  }

  static Optional<CaseEvent.Routed> routed(Case one, String receipt) {
    return one.events().stream()
        .filter(CaseEvent.Routed.class::isInstance)
        .map(CaseEvent.Routed.class::cast)
        .filter(event -> event.receipt().equals(receipt))
        .findFirst();
  }

  @Override
  public void close() {
    await(hub.inbox.drain());
    store.close();
    await(vertx.close());
    measures.close();
  }
}
