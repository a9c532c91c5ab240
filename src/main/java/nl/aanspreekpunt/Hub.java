package nl.aanspreekpunt;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Absences;
import nl.aanspreekpunt.casework.Administrators;
import nl.aanspreekpunt.casework.Arrival;
import nl.aanspreekpunt.casework.Attendance;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseClock;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.CaseNumbers;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Departing;
import nl.aanspreekpunt.casework.Distributing;
import nl.aanspreekpunt.casework.Feeding;
import nl.aanspreekpunt.casework.Foreseeing;
import nl.aanspreekpunt.casework.Handovers;
import nl.aanspreekpunt.casework.Joining;
import nl.aanspreekpunt.casework.Keys;
import nl.aanspreekpunt.casework.Lessons;
import nl.aanspreekpunt.casework.Reassignments;
import nl.aanspreekpunt.casework.Reporting;
import nl.aanspreekpunt.casework.Rewaking;
import nl.aanspreekpunt.casework.Righting;
import nl.aanspreekpunt.casework.Route;
import nl.aanspreekpunt.casework.Sign;
import nl.aanspreekpunt.casework.Signer;
import nl.aanspreekpunt.casework.Spells;
import nl.aanspreekpunt.casework.StillOpen;
import nl.aanspreekpunt.casework.StillTheirs;
import nl.aanspreekpunt.casework.Tokens;
import nl.aanspreekpunt.casework.Workload;
import nl.aanspreekpunt.casework.bulk.BulkWork;
import nl.aanspreekpunt.casework.bulk.Bulks;
import nl.aanspreekpunt.casework.contact.AsAgreed;
import nl.aanspreekpunt.casework.delivery.SignedMedia;
import nl.aanspreekpunt.casework.desk.Contacts;
import nl.aanspreekpunt.casework.household.HouseholdWork;
import nl.aanspreekpunt.casework.planned.SendingPlans;
import nl.aanspreekpunt.casework.sofar.SoFarWork;
import nl.aanspreekpunt.casework.sofar.SoFars;
import nl.aanspreekpunt.casework.standard.StandardTexts;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.citizen.Households;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.council.Council;
import nl.aanspreekpunt.council.ReportClock;
import nl.aanspreekpunt.council.Reports;
import nl.aanspreekpunt.council.Shown;
import nl.aanspreekpunt.figures.DayClock;
import nl.aanspreekpunt.figures.Days;
import nl.aanspreekpunt.figures.FiguresOverTime;
import nl.aanspreekpunt.friction.Following;
import nl.aanspreekpunt.friction.FrictionWork;
import nl.aanspreekpunt.friction.Frictions;
import nl.aanspreekpunt.friction.Owners;
import nl.aanspreekpunt.inbox.CaseExamples;
import nl.aanspreekpunt.inbox.Doubtfuls;
import nl.aanspreekpunt.inbox.Doubting;
import nl.aanspreekpunt.inbox.FileSources;
import nl.aanspreekpunt.inbox.Inbound;
import nl.aanspreekpunt.inbox.Inbox;
import nl.aanspreekpunt.inbox.OptingOut;
import nl.aanspreekpunt.inbox.Pipeline;
import nl.aanspreekpunt.inbox.Placing;
import nl.aanspreekpunt.inbox.Reading;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.inbox.SaidAt;
import nl.aanspreekpunt.inbox.SendingOn;
import nl.aanspreekpunt.inbox.TestMail;
import nl.aanspreekpunt.inbox.TryingAgain;
import nl.aanspreekpunt.inbox.WrittenTo;
import nl.aanspreekpunt.inbox.api.ApiReading;
import nl.aanspreekpunt.inbox.email.Attachments;
import nl.aanspreekpunt.inbox.email.Border;
import nl.aanspreekpunt.inbox.email.EmailReading;
import nl.aanspreekpunt.inbox.email.SpamMarks;
import nl.aanspreekpunt.inbox.email.Trust;
import nl.aanspreekpunt.inbox.files.ClamAv;
import nl.aanspreekpunt.inbox.files.FilesByWire;
import nl.aanspreekpunt.inbox.files.Filing;
import nl.aanspreekpunt.inbox.files.Scanner;
import nl.aanspreekpunt.inbox.sms.MissedMessages;
import nl.aanspreekpunt.inbox.sms.SmsReading;
import nl.aanspreekpunt.inbox.sms.TwilioMedia;
import nl.aanspreekpunt.inbox.webform.FormReading;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.DirectorySettings;
import nl.aanspreekpunt.official.Load;
import nl.aanspreekpunt.official.MailHours;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.People;
import nl.aanspreekpunt.official.portrait.OwnPortraits;
import nl.aanspreekpunt.operations.Measures;
import nl.aanspreekpunt.outbox.Backoff;
import nl.aanspreekpunt.outbox.Digests;
import nl.aanspreekpunt.outbox.Dispatcher;
import nl.aanspreekpunt.outbox.Gathering;
import nl.aanspreekpunt.outbox.House;
import nl.aanspreekpunt.outbox.Letters;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.outbox.PortraitFiles;
import nl.aanspreekpunt.outbox.Reason;
import nl.aanspreekpunt.outbox.Sending;
import nl.aanspreekpunt.outbox.Timely;
import nl.aanspreekpunt.outbox.TwilioTimes;
import nl.aanspreekpunt.outbox.WhatsAppWords;
import nl.aanspreekpunt.outbox.limits.SmsWork;
import nl.aanspreekpunt.outbox.own.OwnTexts;
import nl.aanspreekpunt.phone.CallReading;
import nl.aanspreekpunt.phone.Calls;
import nl.aanspreekpunt.phone.Lines;
import nl.aanspreekpunt.phone.MissedCalls;
import nl.aanspreekpunt.phone.ProviderRecordings;
import nl.aanspreekpunt.phone.Recordings;
import nl.aanspreekpunt.phone.Telephone;
import nl.aanspreekpunt.phone.VoiceMail;
import nl.aanspreekpunt.phone.desk.DeskCalls;
import nl.aanspreekpunt.phone.desk.TakenDown;
import nl.aanspreekpunt.promise.BackOn;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.Rung;
import nl.aanspreekpunt.routing.Proposing;
import nl.aanspreekpunt.routing.Routing;
import nl.aanspreekpunt.routing.Vocabulary;
import nl.aanspreekpunt.routing.learned.Learning;
import nl.aanspreekpunt.routing.learned.Models;
import nl.aanspreekpunt.search.Search;
import nl.aanspreekpunt.setup.channels.Passing;
import nl.aanspreekpunt.setup.channels.Seen;
import nl.aanspreekpunt.setup.channels.Testing;
import nl.aanspreekpunt.setup.channels.Ways;
import nl.aanspreekpunt.store.Commands;
import nl.aanspreekpunt.store.SetAsides;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Trying;
import nl.aanspreekpunt.story.Stories;
import nl.aanspreekpunt.story.StoryWork;
import nl.aanspreekpunt.trail.Keeping;
import nl.aanspreekpunt.trail.Seal;
import nl.aanspreekpunt.trail.TrailWork;
import nl.aanspreekpunt.twilio.CatchingUp;
import nl.aanspreekpunt.twilio.Listed;
import nl.aanspreekpunt.twilio.NumbersThere;
import nl.aanspreekpunt.twilio.Ours;
import nl.aanspreekpunt.twilio.TwilioAccount;
import nl.aanspreekpunt.twilio.TwilioLists;
import nl.aanspreekpunt.web.Answers;

/** The domain's parts, put together: everything but what listens and what ticks. */
final class Hub {
  private static final Duration COUNT_LOAD = Duration.ofSeconds(5);

  final Vertx vertx;
  final Config config;
  final Clock clock;
  final String publicUrl;
  final Measures measures;
  final Store store;
  final Signer signer;
  final Directories directories;
  final OwnPortraits portraits;
  final Tokens tokens;
  final CaseNumbers numbers;
  final Cases cases;
  final Identities identities;
  final Receipts receipts;
  final Filing filing;
  final Outbox outbox;
  final SetAsides setAsides;
  final Trying trying;
  final Contacts contacts;
  final TryingAgain tryingAgain;
  final Changes changes = new Changes();
  final Passing passing;
  final SmsWork smsWork;
  private final SaidAt saidAt;
  final Testing testing;
  final Load load;
  final Casework casework;
  final Vocabulary vocabulary;
  final Learning learning;
  final Handovers handovers;
  final StandardTexts standardTexts;
  final OwnTexts ownTexts;
  final Departing departing;
  final Absences absences;
  final Attendance attendance;
  final Reassignments reassignments;
  final Distributing distributing;
  private final Bulks bulks;
  final BulkWork bulkWork;
  final People people;
  final Feeding feeding;
  final Foreseeing foreseeing;
  final CaseClock caseClock;
  final Rewaking rewaking;
  final FrictionWork frictionWork;
  final StoryWork storyWork;
  final HouseholdWork householdWork;
  final SoFarWork soFarWork;
  final Council council;
  final ReportClock reportClock;
  final FiguresOverTime overTime;
  final DayClock dayClock;
  final Search search;
  final TrailWork trailWork;
  private final Set<String> spentTold = ConcurrentHashMap.newKeySet();
  private final Doubtfuls doubtfuls;
  final Routing routing;
  final Calls calls;
  final Pipeline inbox;
  final Telephone telephone;
  final VoiceMail voiceMail;
  final CatchingUp catchingUp;
  final Doubting doubting;
  final Gathering gathering;
  final Dispatcher dispatcher;

  /**
   * Opens what a hub stands on, then builds it. It reckons in milliseconds, as its store does: a
   * moment that comes back from there is the one that was written.
   *
   * @param publicUrl how citizens reach it, without a slash at its end
   */
  static Future<Hub> open(
      Vertx vertx, Config config, Clock exact, String publicUrl, Measures measures, Store store) {
    Clock clock = Clock.tick(exact, Duration.ofMillis(1));
    DirectorySettings settings =
        new DirectorySettings(
            config.directory().toString(),
            config.mail().domains(),
            config.municipality().timeZone(),
            config.callbacks().attempts(),
            config.closing().askHelped(),
            config.talks(),
            config.numbers());
    Future<Directories> directories = Directories.in(vertx, store, clock, settings);
    Future<Signer> signer = Keys.in(store).signer();
    Future<OwnTexts> ownTexts = OwnTexts.in(vertx, store, letters(config, publicUrl));
    return Future.all(directories, signer, ownTexts)
        .map(
            ready ->
                new Hub(
                    vertx,
                    config,
                    clock,
                    publicUrl,
                    measures,
                    store,
                    signer.result(),
                    directories.result(),
                    ownTexts.result()))
        .compose(hub -> hub.prepare().map(hub));
  }

  private Hub(
      Vertx vertx,
      Config config,
      Clock clock,
      String publicUrl,
      Measures measures,
      Store store,
      Signer signer,
      Directories directories,
      OwnTexts ownTexts) {
    this.vertx = vertx;
    this.config = config;
    this.clock = clock;
    this.publicUrl = publicUrl;
    this.measures = measures;
    this.store = store;
    this.signer = signer;
    this.directories = directories;
    this.ownTexts = ownTexts;
    portraits = new OwnPortraits(vertx, store);
    Commands asked = store.commands();
    measures.database(asked::reads, asked::writes, asked::roundTrips);
    tokens = new Tokens(signer, config.mail().domain(), publicUrl);
    numbers = new CaseNumbers(signer);
    cases = Cases.in(store);
    identities = Identities.in(store);
    receipts = Receipts.in(store);
    filing = filing();
    setAsides = SetAsides.in(store);
    contacts = Contacts.in(store);
    trying = new Trying(setAsides, clock);
    passing = new Passing(clock);
    smsWork = SmsWork.in(store, config.sms().limits(), clock);
    saidAt = saidAt();
    Map<Channel, Sending> senders = senders();
    outbox = Outbox.in(store, Senders.missing(senders));
    testing =
        new Testing(
            store,
            outbox,
            signer,
            new Testing.Means(
                senders.containsKey(Channel.EMAIL),
                senders.containsKey(Channel.SMS),
                config.mail().domains(),
                config.sms().codes()::reach),
            clock);
    tryingAgain = new TryingAgain(setAsides, cases, receipts, outbox);
    load = new Load(new Workload(cases, directories, clock), clock, COUNT_LOAD);
    casework = new Casework(cases, outbox, directories, clock, this::changed);
    vocabulary = new Vocabulary(Lessons.in(store), clock);
    learning =
        new Learning(
            vertx,
            Models.in(store),
            new CaseExamples(cases, receipts, directories),
            directories,
            outbox,
            clock);
    handovers = Handovers.in(store);
    standardTexts = StandardTexts.in(store);
    departing =
        new Departing(
            handovers,
            trying,
            cases,
            casework,
            identities,
            directories,
            new Proposing(load::of),
            clock);
    absences =
        new Absences(
            Spells.in(store),
            trying,
            cases,
            casework,
            outbox,
            directories,
            clock,
            config.absence().warnBefore());
    reassignments = Reassignments.in(store);
    distributing =
        new Distributing(
            reassignments, trying, cases, casework, directories, new Proposing(load::of), clock);
    bulks = Bulks.in(store);
    bulkWork =
        new BulkWork(
            bulks,
            trying,
            cases,
            casework,
            identities,
            smsWork.optOuts(),
            (one, seen) -> new Answers(receipts).of(one, null, seen),
            new Proposing(load::of),
            clock);
    people = People.in(store);
    feeding = new Feeding(people, trying, directories, departing, clock);
    foreseeing =
        new Foreseeing(
            cases, directories, new Proposing(load::of), config.municipality().timeZone());
    attendance =
        new Attendance(store, trying, cases, absences, departing, outbox, directories, clock);
    caseClock =
        new CaseClock(
            cases,
            casework,
            new Righting(cases, casework, identities),
            new SendingPlans(casework, identities),
            new Proposing(load::of),
            clock,
            step -> measures.escalated(Rung.Does.valueOf(step.does())));
    rewaking = new Rewaking(cases, casework, directories, clock);
    frictionWork = frictionWork();
    storyWork =
        new StoryWork(Stories.in(store), cases, casework, outbox, config.human().storyEditor());
    householdWork =
        new HouseholdWork(
            Households.in(store), identities, cases, casework, numbers, trying, clock);
    soFarWork =
        new SoFarWork(SoFars.in(store), householdWork.households(), cases, casework, trying, clock);
    Reports reports = Reports.in(store);
    ZoneId zone = config.municipality().timeZone();
    council =
        new Council(reports, zone, config.demo() ? Shown.Fewest.FICTIONAL : Shown.Fewest.USUAL);
    reportClock =
        new ReportClock(
            reports, cases, frictionWork.frictions(), storyWork, zone, config.demo(), clock);
    Days days = Days.in(store);
    overTime = new FiguresOverTime(days, council.fewest());
    dayClock = new DayClock(days, cases, directories, zone, config.demo(), clock);
    search = new Search(vertx, store, cases, receipts, outbox, identities, clock);
    trailWork = trailWork();
    doubtfuls = Doubtfuls.in(store);
    routing = routing();
    calls = Calls.in(store);
    inbox = inbox();
    telephone = telephone();
    voiceMail = voiceMail();
    catchingUp = catchingUp();
    doubting =
        new Doubting(
            doubtfuls,
            receipts,
            filing::destroy,
            inbox::process,
            outbox,
            directories,
            clock,
            config.spam().keep());
    gathering =
        new Gathering(
            outbox,
            Digests.in(store),
            new StillOpen(cases),
            (official, from) -> MailHours.opening(directories.current(), official, from),
            clock);
    dispatcher =
        new Dispatcher(
            outbox,
            senders,
            new WrittenTo(
                new Timely(new AsAgreed(new StillTheirs(cases), identities, clock), clock),
                cases,
                receipts,
                config.numbers()),
            this::delivered,
            clock,
            Backoff.usual(new SecureRandom()),
            Dispatcher.Settings.usual(UUID.randomUUID().toString()));
  }

  /** What is owed to cases when people are linked or part, or their story is written. */
  Future<Integer> together() {
    return householdWork.tick().compose(some -> soFarWork.tick().map(more -> some + more));
  }

  /** What another node changed in the directory, the photos that it shows, and our own words. */
  Future<Void> follow() {
    return Future.join(directories.refresh().compose(portraits::follow), ownTexts.refresh())
        .mapEmpty();
  }

  private Future<Void> prepare() {
    return Future.all(
            List.of(
                cases.prepare(),
                calls.prepare(),
                voiceMail.prepare(),
                identities.prepare(),
                receipts.prepare(),
                doubtfuls.prepare(),
                filing.prepare(),
                outbox.prepare(),
                setAsides.prepare(),
                contacts.prepare(),
                testing.prepare(),
                handovers.prepare(),
                standardTexts.prepare(),
                vocabulary.prepare(),
                learning.prepare(),
                absences.prepare(),
                attendance.prepare(),
                people.prepare(),
                reassignments.prepare(),
                bulks.prepare(),
                frictionWork.frictions().prepare(),
                storyWork.stories().prepare(),
                householdWork.households().prepare(),
                soFarWork.prepare(),
                search.prepare(),
                trailWork.trail().prepare(),
                vertx.executeBlocking(this::warmUp)))
        .compose(ready -> portraits.follow(directories.current()))
        .compose(ready -> takeUp())
        .compose(ready -> load.refresh(directories.current().officials()));
  }

  /** The embedded database has one process: whatever is still on its way was cut off with it. */
  private Future<Integer> takeUp() {
    return config.store().uri() == null
        ? outbox.takeUp(clock.instant())
        : Future.succeededFuture(0);
  }

  /** Public holidays take half a second to be read the first time: not on an event loop. */
  private Void warmUp() {
    directories.current().clock("").opening(clock.instant());
    directories.current().clock("").calendarEnd(clock.instant(), 1);
    return null;
  }

  private Filing filing() {
    Config.Attachments settings = config.attachments();
    Scanner scanner =
        settings.scanner() == null
            ? Scanner.NONE
            : new ClamAv(vertx, settings.scanner(), settings.patience());
    Attachments attachments = new Attachments(vertx, receipts);
    TwilioMedia media =
        new TwilioMedia(
            vertx, config.twilioAccounts(), config.twilio().apiUrl(), config.deletesMedia(), clock);
    FileSources sources = new FilesByWire(attachments, media);
    return new Filing(store, sources, settings.held(), scanner, clock, measures::file);
  }

  private TrailWork trailWork() {
    Config.Trail settings = config.trail();
    return TrailWork.in(
        vertx,
        store,
        new Seal(settings.key() == null ? null : settings.key().value(), signer),
        new Keeping(settings.keepLogins(), settings.keep()),
        directories,
        ownTexts,
        reassignments,
        cases,
        casework,
        clock);
  }

  /** Without an account a message was sent when it came. */
  private SaidAt saidAt() {
    if (!config.twilio().sends()) {
      return receipt -> Future.succeededFuture(receipt.receivedAt());
    }
    TwilioTimes times = new TwilioTimes(vertx, Senders.account(config.twilio()));
    return receipt -> times.of(receipt.facts().get("MessageSid"));
  }

  private Map<Channel, Sending> senders() {
    Map<Channel, Sending> senders =
        new Senders(vertx, config, letters(), receipts, filing, whatsApp()).all();
    senders.replaceAll((channel, sender) -> new Seen(sender, Ways.out(channel), passing));
    for (Channel texting : List.of(Channel.SMS, Channel.WHATSAPP)) {
      senders.computeIfPresent(texting, (way, sender) -> smsWork.gate(sender, this::spent));
    }
    return senders;
  }

  WhatsAppWords whatsApp() {
    return new WhatsAppWords(letters(), config.templates(), this::lastHeard, signedMedia(), clock);
  }

  SignedMedia signedMedia() {
    return new SignedMedia(signer, publicUrl, clock);
  }

  /** By WhatsApp. */
  private Future<Optional<Instant>> lastHeard(String number) {
    return identities
        .find(new Address(Address.Kind.PHONE, number))
        .map(known -> known.flatMap(one -> one.lastBy(Channel.WHATSAPP)));
  }

  /** Administrators hear it once; what was told is known by its name. */
  private void spent(LocalDate day, boolean all) {
    String what = all ? "sms-spent" : "sms-nearly-spent";
    if (spentTold.add(what + "." + day)) {
      new Administrators(outbox, directories, clock)
          .told(what + "." + day, Map.of("what", what, "page", "/werk/beheer/problemen"))
          .onFailure(e -> spentTold.remove(what + "." + day));
    }
  }

  Letters letters() {
    ZoneId zone = config.municipality().timeZone();
    House house = new House(config.municipality().name(), zone, publicUrl, tokens);
    return new Letters(
        id -> directories.current().official(id),
        house,
        new PortraitFiles(portraits::known),
        ownTexts::current);
  }

  /** As the program writes them, about nobody. */
  private static Letters letters(Config config, String publicUrl) {
    Config.Municipality municipality = config.municipality();
    House house = new House(municipality.name(), municipality.timeZone(), publicUrl, null);
    return new Letters(id -> Optional.empty(), house, file -> Optional.empty());
  }

  private FrictionWork frictionWork() {
    Owners owners = Owners.read(config.human().frictionOwners());
    Frictions frictions = Frictions.in(store);
    Following following = new Following(frictions, trying, owners, cases, casework, outbox, clock);
    return new FrictionWork(frictions, following, cases, casework, numbers);
  }

  private Routing routing() {
    return new Routing(
        cases,
        tokens,
        load::of,
        config.sms().window(),
        vocabulary,
        learning::suggest,
        householdWork.households());
  }

  private Pipeline inbox() {
    Config.Acknowledgements limits = config.acknowledgements();
    Placing placing =
        new Placing(
            identities,
            routing,
            cases,
            casework,
            numbers,
            outbox,
            receipts,
            directories,
            new Arrival.Limits(limits.perCaseADay(), limits.perSenderADay()),
            doubtfuls,
            new Arrivals());
    return new Pipeline(receipts, readings(), placing, clock, measures);
  }

  /** The inbox, which notes what came by one way. */
  Inbox taking(String way) {
    return receipt -> Ways.noted(inbox.accept(receipt), way, passing);
  }

  private Telephone telephone() {
    Config.Voice voice = config.voice();
    return new Telephone(
        new Telephone.Parts(calls, identities, routing, cases, casework, inbox, directories),
        new Lines(voice.recordings()),
        voice.voices(),
        new Telephone.Settings(
            config.municipality().name(),
            publicUrl + "/webhooks/twilio/voice",
            voice.callerId(),
            voice.through()),
        clock);
  }

  private VoiceMail voiceMail() {
    Config.Twilio twilio = config.twilio();
    List<TwilioAccount> known =
        config.twilioAccounts().stream().filter(one -> one.sid() != null).toList();
    return new VoiceMail(
        telephone,
        Recordings.in(store),
        known.isEmpty() ? null : new ProviderRecordings(vertx, twilio.apiUrl(), known),
        receipts,
        inbox,
        config.voice().deletes(),
        config.mail().domain(),
        clock);
  }

  /** What of an account at Twilio is for this hub. */
  Ours ours() {
    String from = config.twilio().from();
    return new Ours(config.numbers(), from != null && from.startsWith("MG") ? from : null);
  }

  /** Whether our numbers are at Twilio, and bring what comes here. */
  NumbersThere numbersThere() {
    TwilioLists rest = new TwilioLists(vertx, config.twilio().apiUrl());
    return new NumbersThere(config.numbers(), config.twilioAccounts(), rest, publicUrl);
  }

  private Future<Boolean> takenAtDesk(String sid) {
    return DeskCalls.in(store)
        .find(sid)
        .map(found -> found.filter(it -> it.by() != null).isPresent());
  }

  /** Of a node of its own each. */
  CatchingUp catchingUp() {
    TwilioLists rest = new TwilioLists(vertx, config.twilio().apiUrl());
    Listed messages = new MissedMessages(ours(), inbox, receipts, rest, clock::instant);
    List<Listed> lists =
        config.voice().on()
            ? List.of(messages, new MissedCalls(telephone, config.numbers(), this::takenAtDesk))
            : List.of(messages);
    return new CatchingUp(lists, config.twilioAccounts(), rest, store, measures::missed, clock);
  }

  private Map<Channel, Reading> readings() {
    EmailReading email =
        new EmailReading(
            vertx,
            receipts,
            config.mail().domains(),
            Trust.in(config.mail().trustedAuthservIds(), config.mail().trustedHosts()),
            config.smtp().border() ? new Border(vertx, config.smtp().dns()) : null,
            config.spam().filter() ? new SpamMarks(config.spam().header()) : null);
    return Map.of(
        Channel.EMAIL,
            receipt ->
                email
                    .read(receipt)
                    .compose(this::heard)
                    .map(mail -> new SendingOn(directories.current()).filed(mail)),
        Channel.WEB, new FormReading(email),
        Channel.SMS, new SmsReading(),
        Channel.WHATSAPP, new SmsReading(),
        Channel.API, new ApiReading(),
        Channel.PHONE, new CallReading(email, new Lines(config.voice().recordings())));
  }

  /** An official's own mailbox that answers by itself says that they may be away. */
  private Future<Inbound> heard(Inbound mail) {
    Optional<Official> official =
        mail.automatic() && mail.doubt() == null && mail.sender() != null
            ? directories.current().officials().stream()
                .filter(one -> one.email().equalsIgnoreCase(mail.sender().value()))
                .findFirst()
            : Optional.empty();
    return official
        .map(one -> attendance.doubt(one.id(), Sign.Doubt.AUTOREPLY, back(mail)).map(mail))
        .orElseGet(() -> Future.succeededFuture(mail));
  }

  /** The start of the day on which they say that they are back; null when they do not. */
  private Instant back(Inbound mail) {
    ZoneId zone = directories.current().zone();
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    return BackOn.in(mail.subject() + "\n" + mail.text(), today)
        .map(day -> day.atStartOfDay(zone).toInstant())
        .orElse(null);
  }

  /** What follows from where messages go, here at once. */
  private final class Arrivals implements Placing.Routed {
    @Override
    public Future<Boolean> test(Receipt receipt, Inbound inbound) {
      return new TestMail(testing, tokens).is(receipt, inbound);
    }

    @Override
    public Future<Optional<Route>> decided(Receipt receipt) {
      return receipt.channel() == Channel.PHONE
          ? telephone.decided(receipt)
          : Future.succeededFuture(Optional.empty());
    }

    @Override
    public Future<Boolean> wish(Receipt receipt, Inbound inbound) {
      return new OptingOut(smsWork.optOuts(), cases, casework, outbox, saidAt).is(receipt, inbound);
    }

    @Override
    public Future<Void> placed(Receipt receipt, String caseNumber) {
      return receipt.facts().containsKey(ApiReading.TAKEN_BY)
          ? new TakenDown(contacts, DeskCalls.in(store), casework).placed(receipt.id(), caseNumber)
          : Future.succeededFuture();
    }

    @Override
    public Future<Boolean> opening(Case one, Supplier<Future<Boolean>> open) {
      return load.opening(one.official(), open);
    }

    @Override
    public Future<Void> returned(Outgoing outcome) {
      return delivered(outcome);
    }

    @Override
    public void routed(Route route, Case opened) {
      measures.routed(route.match().rule());
      if (route.match().uncertain()) {
        measures.uncertain();
      }
      if (opened != null) {
        opened.promises().forEach(Hub.this::turned);
        heldBack(opened.happened(CaseEvent.HeldBack.class));
        changes.accept(opened);
      }
    }
  }

  private void turned(Promise promise) {
    measures.promise(promise.kind(), promise.state());
  }

  private void changed(Case before, Case after) {
    after.promises().stream()
        .filter(
            promise ->
                !before
                    .promise(promise.id())
                    .map(Promise::state)
                    .equals(Optional.of(promise.state())))
        .forEach(this::turned);
    heldBack(
        after.happened(CaseEvent.HeldBack.class).filter(one -> !before.events().contains(one)));
    changes.accept(after);
  }

  private void heldBack(Stream<CaseEvent.HeldBack> notices) {
    notices.forEach(one -> measures.heldBack(one.reason()));
  }

  /** A message that could not be delivered reaches its case. */
  private Future<Void> delivered(Outgoing entry) {
    boolean bounced =
        entry.notice().toStaff()
            && entry.state() == Outgoing.State.REFUSED
            && Reason.deadAddress(entry.detail());
    Future<Void> noted =
        bounced
            ? attendance.doubt(entry.notice().official(), Sign.Doubt.BOUNCED)
            : Future.succeededFuture();
    return noted.compose(done -> reported(entry));
  }

  private Future<Void> reported(Outgoing entry) {
    return entry.notice().caseNumber() == null
        ? Future.succeededFuture()
        : Joining.followed(cases, entry.notice().caseNumber())
            .compose(
                found ->
                    found
                        .map(one -> casework.change(one.id(), new Reporting(entry)))
                        .orElseGet(Future::succeededFuture))
            .mapEmpty();
  }
}
