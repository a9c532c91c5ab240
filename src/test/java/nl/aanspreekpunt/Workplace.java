package nl.aanspreekpunt;

import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.casework.Absences;
import nl.aanspreekpunt.casework.Attendance;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Departing;
import nl.aanspreekpunt.casework.Distributing;
import nl.aanspreekpunt.casework.Handovers;
import nl.aanspreekpunt.casework.Lessons;
import nl.aanspreekpunt.casework.Tokens;
import nl.aanspreekpunt.casework.household.HouseholdWork;
import nl.aanspreekpunt.casework.sofar.SoFarWork;
import nl.aanspreekpunt.casework.standard.StandardTexts;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.friction.FrictionWork;
import nl.aanspreekpunt.inbox.Inbox;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.inbox.email.SmtpDialogue;
import nl.aanspreekpunt.inbox.files.AnswerFiles;
import nl.aanspreekpunt.inbox.files.Filing;
import nl.aanspreekpunt.inbox.files.ForwardedFiles;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.People;
import nl.aanspreekpunt.official.Voorbeeldstad;
import nl.aanspreekpunt.operations.Measures;
import nl.aanspreekpunt.outbox.Delivery;
import nl.aanspreekpunt.outbox.Enclosures;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.phone.Calls;
import nl.aanspreekpunt.phone.Telephone;
import nl.aanspreekpunt.phone.back.MadeCalls;
import nl.aanspreekpunt.process.Until;
import nl.aanspreekpunt.search.Search;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.TestStore;
import nl.aanspreekpunt.story.StoryWork;
import nl.aanspreekpunt.trail.TrailWork;
import nl.aanspreekpunt.web.login.Account;
import nl.aanspreekpunt.web.login.Accounts;

/**
 * The whole hub, wired as it always is, on a store and a port of its own and with the demo
 * municipality, on a clock of the test. Nothing in it ticks by itself: what the clock brings
 * happens at {@link #tick()}.
 */
public final class Workplace implements AutoCloseable {
  public static final String PASSWORD = "een lang wachtwoord";

  /** A Tuesday, 10:00 in the Netherlands. */
  public static final Instant MORNING = Instant.parse("2026-11-24T09:00:00Z");

  public final Hands clock = new Hands(MORNING);

  /** The directory's file: an edit changes nothing until somebody applies it. */
  public final Path guide;

  public final Store store;
  public final Directories directories;
  public final Receipts receipts;
  public final Filing filing;
  public final Cases cases;
  public final Outbox outbox;
  public final Identities identities;
  public final Handovers handovers;
  public final Casework casework;
  public final Departing departing;
  public final Absences absences;
  public final Attendance attendance;
  public final People people;
  public final Distributing distributing;
  public final Inbox inbox;
  public final Tokens tokens;
  public final FrictionWork frictionWork;
  public final StoryWork storyWork;
  public final HouseholdWork householdWork;
  public final SoFarWork soFarWork;
  public final Search search;
  public final TrailWork trailWork;
  private final Vertx vertx = Vertx.vertx();
  private final Measures measures = new Measures();
  private final TestStore own = TestStore.open(vertx);
  private final Path data = own.settings().dataDir();
  final Hub hub;
  private final String address;
  private final Services services;
  private final Accounts accounts;

  /** Quick to compare with: many log in, and how slow a real one is is looked at elsewhere. */
  private final String hash =
      Argon2Function.getInstance(8, 1, 1, 32, Argon2.ID).hash(PASSWORD).getResult();

  private int sent;
  private String dispatching;

  public Workplace() {
    this(oneForEachTopic(), Map.of());
  }

  /**
   * @param directory what its file says
   * @param more configuration, by key
   */
  public Workplace(String directory, Map<String, String> more) {
    try {
      guide = Files.writeString(data.resolve("guide.yaml"), directory);
      int port = FreePort.on("127.0.0.1");
      Config config = Config.of(configuration(more));
      store = own.store();
      address = "http://127.0.0.1:" + port;
      String publicUrl = config.http().publicUrl(port);
      hub = await(Hub.open(vertx, config, clock, publicUrl, measures, store));
      services = new Services(hub, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ConfigRefused e) {
      throw new AssertionError(e);
    }
    directories = hub.directories;
    receipts = hub.receipts;
    filing = hub.filing;
    cases = hub.cases;
    outbox = hub.outbox;
    identities = hub.identities;
    handovers = hub.handovers;
    casework = hub.casework;
    departing = hub.departing;
    absences = hub.absences;
    attendance = hub.attendance;
    people = hub.people;
    distributing = hub.distributing;
    inbox = hub.inbox;
    tokens = hub.tokens;
    frictionWork = hub.frictionWork;
    storyWork = hub.storyWork;
    householdWork = hub.householdWork;
    soFarWork = hub.soFarWork;
    search = hub.search;
    trailWork = hub.trailWork;
    accounts = Accounts.in(store);
    accounts();
    await(services.listen());
    if (more.containsKey("api.token")) {
      await(services.site.madeToken());
    }
  }

  private Map<String, String> configuration(Map<String, String> more) {
    Map<String, String> all = new HashMap<>();
    all.put("data.dir", data.toString());
    all.put("directory.file", guide.toString());
    all.put("replies.undo", "PT0S");
    all.put("smtp.port", "0");
    all.put("management.port", "0");
    all.putAll(more);
    return all;
  }

  /** Links carry the port, so it is chosen before the hub is made. */
  /** The demo municipality with one official for each topic, so that a test knows who has what. */
  public static String oneForEachTopic() {
    return Voorbeeldstad.yaml()
        .replace("topics: [huur-en-onderhoud, water-en-energie, woning-zoeken]", "topics: []")
        .replace("topics: [werk-zoeken, bijstand, schuldhulp]", "topics: []")
        .replace("topics: [schuldhulp, bijstand]", "topics: [schuldhulp]")
        .replace("topics: [afval, straat-en-groen, parkeren]", "topics: []")
        .replace("topics: [burgerzaken, parkeren]", "topics: []");
  }

  /** Each official logs in with {@link #PASSWORD}. */
  private void accounts() {
    directories.current().officials().stream()
        .map(one -> new Account(one.email(), 1, one.id(), hash, false, MORNING))
        .forEach(account -> await(accounts.add(account)));
  }

  /** As on the first day: the password must be changed. */
  public void mustChange(String official) {
    Account now = await(accounts.find(email(official))).orElseThrow();
    Account first =
        new Account(now.id(), now.version() + 1, now.official(), hash, true, clock.instant());
    assertThat(await(accounts.replace(first))).isTrue();
  }

  public Calls calls() {
    return hub.calls;
  }

  /** What a telephone stands on, with these calls. */
  public Telephone.Parts telephoneParts(Calls calls) {
    return new Telephone.Parts(
        calls, identities, hub.routing, cases, casework, hub.inbox, directories);
  }

  public Lessons lessons() {
    return hub.vocabulary.lessons();
  }

  public StandardTexts standardTexts() {
    return hub.standardTexts;
  }

  Fetching fetching() {
    return services.fetching;
  }

  /** All that the hub answers over HTTP. */
  public Router router() {
    return services.site.server.router();
  }

  /** What the clock brings: the ladder, departures, what a crash left. */
  public void tick() {
    await(hub.caseClock.tick());
    await(hub.rewaking.tick());
    await(hub.departing.tick());
    await(hub.absences.tick());
    await(hub.feeding.tick());
    await(hub.distributing.tick());
    await(hub.bulkWork.tick());
    await(hub.frictionWork.tick());
    await(hub.together());
    await(hub.telephone.tick());
    await(hub.voiceMail.tick());
    await(hub.inbox.sweep());
    files();
    index();
  }

  public Vertx vertx() {
    return vertx;
  }

  /** What changed can be found. */
  public void index() {
    await(search.indexing().tick());
  }

  /** The provider of telephony is asked what it did not report. */
  public void asksTwilio() {
    await(services.site.telephony.tick());
  }

  /** The calls that officials had made. */
  public MadeCalls madeCalls() {
    return services.site.telephony.made;
  }

  /** Files are taken out of messages, and the scanner is asked. */
  public void files() {
    await(hub.filing.tick());
    await(hub.filing.drain());
  }

  /** Twilio is asked for what was missed, when that is due; how many that were. */
  public int missed() {
    return await(hub.catchingUp.tick());
  }

  /** What failed for once on a busy machine has its turn again. */
  public Future<Integer> sweep() {
    return hub.inbox.sweep();
  }

  /** The same at another node of this hub. */
  public Future<Integer> alsoMissed() {
    return hub.catchingUp().tick();
  }

  /** The hub's own port for mail. */
  public int smtpPort() {
    return services.smtpPort;
  }

  /** What is measured, as Prometheus reads it. */
  public String measured() {
    await(new Figures(hub).count());
    return measures.scrape();
  }

  /** The council's report and the figures over time are counted, when it is time. */
  public void count() {
    await(hub.reportClock.tick());
    await(hub.dayClock.tick());
  }

  /** A question comes in; gives its case once it is placed. */
  /** What goes along with a letter when it is sent. */
  public List<Enclosures.File> enclosed(Outgoing entry) {
    return await(
        new ForwardedFiles(receipts, hub.filing, new AnswerFiles(receipts, hub.filing)).of(entry));
  }

  /** Sends a letter to the relay that is configured, as the dispatcher does. */
  public Delivery sends(Outgoing entry) {
    return await(
        new Senders(vertx, hub.config, hub.letters(), receipts, hub.filing, hub.whatsApp())
            .all()
            .get(Channel.EMAIL)
            .send(entry, false, () -> true));
  }

  /** What waits is sent; from now on the dispatcher looks by itself as well. */
  public void dispatch() {
    if (dispatching == null) {
      dispatching = await(vertx.deployVerticle(hub.dispatcher));
    }
    await(hub.dispatcher.tick());
  }

  public Case question(String from, String name, String subject, String text, String topic) {
    return question(from, name, subject, text, topic, Map.of());
  }

  public Case question(
      String from,
      String name,
      String subject,
      String text,
      String topic,
      Map<String, String> more) {
    Map<String, String> facts = new HashMap<>(more);
    facts.put(from.contains("@") ? "email" : "phone", from);
    facts.put("name", name);
    facts.put("subject", subject);
    facts.put("text", text);
    if (topic != null) {
      facts.put("topic", topic);
    }
    String id = "question-" + ++sent;
    await(
        inbox.accept(
            Receipt.received(
                id, Channel.API, clock.instant(), null, List.of(), null, 0, 100, facts)));
    return found(routed(id));
  }

  /** Somebody writes by WhatsApp; gives their case once it is placed. */
  public Case whatsApp(String number, String nickname, String text) {
    String id = "whatsapp-" + ++sent;
    Map<String, String> facts =
        Map.of("From", "whatsapp:" + number, "Body", text, "ProfileName", nickname);
    await(
        inbox.accept(
            Receipt.received(
                id, Channel.WHATSAPP, clock.instant(), number, List.of(), null, 0, 100, facts)));
    return found(routed(id));
  }

  /** A mail comes in, as it was sent; gives its case once it is placed. */
  public Case mail(String from, String raw) {
    return found(routed(accepted(from, raw)));
  }

  /** A mail that may come to no case: what became of it. */
  public Receipt received(String from, String raw) {
    String id = accepted(from, raw);
    return Until.present(
        id + " is done",
        () -> await(receipts.find(id)).filter(found -> found.state() == Receipt.State.ROUTED));
  }

  /** A mail comes over SMTP, and is accepted; what became of it. Line ends may be LF alone. */
  public Receipt posted(String from, List<String> to, String raw) {
    String id;
    try (SmtpDialogue smtp = SmtpDialogue.greeted(services.smtpPort())) {
      smtp.says("MAIL FROM:<" + from + ">");
      for (String one : to) {
        assertThat(smtp.says("RCPT TO:<" + one + ">")).startsWith("250");
      }
      smtp.says("DATA");
      smtp.send(raw.replace("\n", "\r\n") + "\r\n.\r\n");
      String reply = smtp.reply();
      assertThat(reply).startsWith("250");
      id = reply.substring(reply.lastIndexOf(' ') + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Until.present(
        id + " is done",
        () -> await(receipts.find(id)).filter(found -> found.state() == Receipt.State.ROUTED));
  }

  /** Its receipt, of which nothing may have come yet. */
  String accepted(String from, String raw) {
    byte[] bytes = raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    String id = "mail-" + ++sent;
    List<String> to = List.of("vraag@voorbeeldstad.example");
    await(
        inbox.accept(
            Receipt.received(
                id, Channel.EMAIL, clock.instant(), from, to, bytes, 0, bytes.length, Map.of())));
    return id;
  }

  private String routed(String receipt) {
    return Until.present(
        receipt + " is routed",
        () ->
            await(receipts.find(receipt))
                .filter(found -> found.state() == Receipt.State.ROUTED)
                .map(Receipt::caseNumber));
  }

  public Case found(String number) {
    return await(cases.find(number)).orElseThrow();
  }

  /** The page behind the link that a participant was sent. */
  public String followPath(Case one, String link) {
    return tokens.followLink(one.id(), link).substring(hub.publicUrl.length());
  }

  /** The hub's address of an official, which their mail to citizens is from. */
  String address(String official) {
    return directories.current().official(official).orElseThrow().address();
  }

  public String email(String official) {
    return directories.current().official(official).orElseThrow().email();
  }

  public String url(String path) {
    return address + path;
  }

  public static <T> T await(Future<T> future) {
    return TestStore.await(future);
  }

  @Override
  public void close() {
    if (dispatching != null) {
      await(vertx.undeploy(dispatching));
    }
    await(services.finish());
    own.close();
    await(vertx.close());
    measures.close();
  }
}
