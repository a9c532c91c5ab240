package nl.aanspreekpunt;

import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import nl.aanspreekpunt.casework.Completing;
import nl.aanspreekpunt.casework.Importing;
import nl.aanspreekpunt.casework.Imports;
import nl.aanspreekpunt.casework.Worklist;
import nl.aanspreekpunt.casework.atwork.AtWork;
import nl.aanspreekpunt.casework.contact.Agreements;
import nl.aanspreekpunt.inbox.Inbox;
import nl.aanspreekpunt.inbox.email.SmtpListener;
import nl.aanspreekpunt.inbox.email.SmtpSettings;
import nl.aanspreekpunt.inbox.files.AnswerFiles;
import nl.aanspreekpunt.inbox.notify.NotifyWebhook;
import nl.aanspreekpunt.inbox.sms.MediaOut;
import nl.aanspreekpunt.inbox.sms.OptAnswer;
import nl.aanspreekpunt.inbox.sms.SmsWebhook;
import nl.aanspreekpunt.inbox.sms.StatusWebhook;
import nl.aanspreekpunt.inbox.sms.TwilioWebhooks;
import nl.aanspreekpunt.operations.ClockCheck;
import nl.aanspreekpunt.operations.Management;
import nl.aanspreekpunt.operations.Polling;
import nl.aanspreekpunt.operations.SmtpCheck;
import nl.aanspreekpunt.phone.VoiceWebhooks;
import nl.aanspreekpunt.routing.ChangedHands;
import nl.aanspreekpunt.routing.Proposing;
import nl.aanspreekpunt.routing.Teaching;
import nl.aanspreekpunt.setup.channels.Ways;
import nl.aanspreekpunt.trail.Deeds;
import nl.aanspreekpunt.trail.Kind;
import nl.aanspreekpunt.twilio.Ours;
import nl.aanspreekpunt.twilio.TwilioSignature;
import nl.aanspreekpunt.web.FormTokens;
import nl.aanspreekpunt.web.Look;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Pictures;
import nl.aanspreekpunt.web.Pulse;
import nl.aanspreekpunt.web.Pulses;
import nl.aanspreekpunt.web.RemoteAddress;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Visits;
import nl.aanspreekpunt.web.WebServer;
import nl.aanspreekpunt.web.api.Admission;
import nl.aanspreekpunt.web.api.Api;
import nl.aanspreekpunt.web.api.ApiTokens;
import nl.aanspreekpunt.web.ask.AskRoutes;
import nl.aanspreekpunt.web.ask.CaseAnswerers;
import nl.aanspreekpunt.web.ask.Posting;
import nl.aanspreekpunt.web.ask.ReceivedRoutes;
import nl.aanspreekpunt.web.follow.FollowRoutes;
import nl.aanspreekpunt.web.login.Accounts;
import nl.aanspreekpunt.web.login.FirstPasswords;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.login.Lockouts;
import nl.aanspreekpunt.web.login.Login;
import nl.aanspreekpunt.web.login.LoginRoutes;
import nl.aanspreekpunt.web.login.Passwords;
import nl.aanspreekpunt.web.login.Sessions;
import nl.aanspreekpunt.web.mine.Proving;
import nl.aanspreekpunt.web.partner.PartnerRoutes;
import nl.aanspreekpunt.web.scim.ScimRoutes;
import nl.aanspreekpunt.web.work.AwayRoutes;
import nl.aanspreekpunt.web.work.CallListRoutes;
import nl.aanspreekpunt.web.work.CaseRoutes;
import nl.aanspreekpunt.web.work.DaysRoutes;
import nl.aanspreekpunt.web.work.FileRoutes;
import nl.aanspreekpunt.web.work.LayoutRoutes;
import nl.aanspreekpunt.web.work.LearnedRoutes;
import nl.aanspreekpunt.web.work.ListenRoutes;
import nl.aanspreekpunt.web.work.NormsRoutes;
import nl.aanspreekpunt.web.work.PinRoutes;
import nl.aanspreekpunt.web.work.PlacingRoutes;
import nl.aanspreekpunt.web.work.ReplyFiles;
import nl.aanspreekpunt.web.work.ResendRoutes;
import nl.aanspreekpunt.web.work.SharingRoutes;
import nl.aanspreekpunt.web.work.TodayRoutes;
import nl.aanspreekpunt.web.work.WorklistRoutes;
import nl.aanspreekpunt.web.work.backing.BackingRoutes;
import nl.aanspreekpunt.web.work.consult.ConsultRoutes;
import nl.aanspreekpunt.web.work.consult.TableRoutes;
import nl.aanspreekpunt.web.work.decide.DecideRoutes;
import nl.aanspreekpunt.web.work.principle.PrincipleRoutes;
import nl.aanspreekpunt.web.work.search.SearchRoutes;
import nl.aanspreekpunt.web.work.talk.TalkRoutes;
import nl.aanspreekpunt.web.work.writing.PlannedRoutes;
import nl.aanspreekpunt.web.work.writing.Planning;
import nl.aanspreekpunt.web.work.writing.TextsRoutes;
import nl.aanspreekpunt.web.work.writing.Writing;

/** What listens and what ticks: started in order, stopped in the other, nothing half done. */
final class Services {
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration FIGURES = Duration.ofSeconds(10);
  private static final Duration CLEAN = Duration.ofMinutes(10);
  private static final int API_CALLS_A_MINUTE = 6_000;
  private final Hub hub;
  private final Config config;
  private final int httpPort;
  private final Passwords passwords;
  private final Accounts accounts;
  private final Login login;
  private final Proving proving;
  private final ApiTokens apiTokens;
  private final Teaching teaching;
  private final Look look;
  private final Importing importing;
  private final Completing completing;
  private final AtWork atWork;
  final Telephony telephony;
  private final SmtpListener smtp;
  final Fetching fetching;
  private final SetupLook setupLook;
  final WebServer web;
  private final Management management;
  private final List<String> deployed = Collections.synchronizedList(new ArrayList<>());
  volatile int smtpPort;
  private volatile SmtpCheck smtpCheck;
  private volatile boolean stopping;

  /**
   * @param httpPort the one to take; never 0, since links carry it
   */
  Services(Hub hub, int httpPort) {
    this.hub = hub;
    this.config = hub.config;
    this.httpPort = httpPort;
    passwords = new Passwords(hub.vertx);
    accounts = Accounts.in(hub.store);
    login =
        new Login(
            accounts,
            Sessions.in(hub.store),
            Lockouts.in(hub.store),
            hub.signer,
            passwords,
            hub.trailWork.trail());
    proving =
        new Proving(
            hub.store,
            hub.identities,
            hub.outbox,
            hub.directories,
            hub.tokens,
            hub.signer,
            config.sms().codes(),
            new ChangedHands(hub.cases));
    apiTokens = ApiTokens.in(hub.store);
    teaching =
        new Teaching(
            hub.cases,
            hub.casework,
            hub.identities,
            hub.vocabulary,
            hub.numbers,
            new Proposing(hub.load::of),
            hub.clock);
    telephony = new Telephony(hub);
    look = look();
    importing =
        new Importing(
            Imports.in(hub.store),
            hub.trying,
            hub.directories,
            hub.departing,
            hub.clock,
            config.mail().domain());
    completing = new Completing(hub.people, hub.feeding, hub.directories, hub.clock);
    atWork = AtWork.in(hub.store);
    smtp = smtp();
    fetching = new Fetching(hub);
    setupLook = new SetupLook(hub, fetching::states);
    web = web();
    management = management();
  }

  Future<Void> start() {
    return listen()
        .compose(ready -> tick())
        .compose(
            ready ->
                listen(
                    management,
                    "management",
                    config.management().host(),
                    config.management().port()))
        .compose(ready -> setupLook.logged());
  }

  /** Takes messages and shows pages. */
  Future<Void> listen() {
    return Future.all(
            login.prepare(),
            proving.prepare(),
            apiTokens.prepare(),
            importing.prepare(),
            atWork.prepare(),
            telephony.prepare())
        .compose(ready -> config.demo() ? new DemoCases(hub).seed() : Future.succeededFuture())
        .compose(ready -> setupLook.start())
        .compose(ready -> smtp.start())
        .onSuccess(this::smtpOn)
        .compose(ready -> fetching.start())
        .compose(ready -> listen(web, "http", config.http().host(), httpPort));
  }

  private Future<Void> tick() {
    return deploy(hub.dispatcher)
        .compose(ready -> tick("the directory", TICK, hub::follow))
        .compose(ready -> tick("the ladder", TICK, hub.caseClock::tick))
        .compose(ready -> tick("wake-ups", TICK, hub.rewaking::tick))
        .compose(ready -> tick("departures", TICK, hub.departing::tick))
        .compose(ready -> tick("absences", TICK, hub.absences::tick))
        .compose(ready -> watch())
        .compose(ready -> tick("reassignments", TICK, hub.distributing::tick))
        .compose(ready -> tick("acts in several cases", TICK, hub.bulkWork::tick))
        .compose(ready -> tick("the feed of people", TICK, hub.feeding::tick))
        .compose(ready -> tick("imports", TICK, importing::tick))
        .compose(ready -> tick("frictions", TICK, hub.frictionWork::tick))
        .compose(ready -> tick("households", TICK, hub::together))
        .compose(ready -> tick("digests", TICK, hub.gathering::tick))
        .compose(ready -> tick("the sweep", TICK, hub.inbox::sweep))
        .compose(ready -> tick("calls", TICK, hub.telephone::tick))
        .compose(ready -> tick("spoken messages", TICK, hub.voiceMail::tick))
        .compose(ready -> tick("files", TICK, hub.filing::tick))
        .compose(ready -> tick("load", TICK, this::countLoad))
        .compose(ready -> tick("search", TICK, hub.search.indexing()::tick))
        .compose(ready -> tick("learning", FIGURES, hub.learning::tick))
        .compose(ready -> tick("the council's report", FIGURES, hub.reportClock::tick))
        .compose(ready -> tick("figures over time", FIGURES, hub.dayClock::tick))
        .compose(ready -> tick("figures", FIGURES, new Figures(hub)::count))
        .compose(ready -> tick("mailboxes", FIGURES, fetching::watch))
        .compose(ready -> tick("calls", FIGURES, telephony::tick))
        .compose(ready -> tick("what was missed", FIGURES, hub.catchingUp::tick))
        .compose(ready -> tick("what may be spam", FIGURES, this::doubting))
        .compose(ready -> tick("the audit trail", CLEAN, hub.trailWork.destroying()::tick))
        .compose(ready -> tick("calls at the desk", CLEAN, telephony::tidy))
        .compose(ready -> tick("sessions", CLEAN, () -> login.clean(hub.clock.instant())))
        .compose(ready -> tick("citizens' codes", CLEAN, () -> proving.clean(hub.clock.instant())));
  }

  /** Who works on fictional questions is missed by nobody. */
  private Future<Void> watch() {
    return config.demo() || !config.absence().watched()
        ? Future.succeededFuture()
        : tick("attendance", FIGURES, hub.attendance::tick);
  }

  int smtpPort() {
    return smtpPort;
  }

  private void smtpOn(int port) {
    smtpPort = port;
    smtpCheck = new SmtpCheck(hub.vertx, port, config.smtp().host());
  }

  private Future<?> doubting() {
    return hub.doubting.tick().onSuccess(hub.measures::doubtful);
  }

  private Future<?> countLoad() {
    return hub.load.refresh(hub.directories.current().officials());
  }

  private Future<Void> tick(String what, Duration every, Supplier<Future<?>> work) {
    return deploy(new Polling(what, every, work));
  }

  private Future<Void> listen(Deployable part, String key, String host, int port) {
    return deploy(part)
        .recover(
            e -> {
              String where = key + ".host " + host + ", " + key + ".port " + port + ": ";
              return Future.failedFuture(new StartRefused(where + e.getMessage(), e));
            });
  }

  private Future<Void> deploy(Deployable part) {
    return hub.vertx.deployVerticle(part).onSuccess(deployed::add).mapEmpty();
  }

  /** Passwords of officials who had none, by email address: to be shown once. */
  Future<Map<String, String>> firstPasswords() {
    return new FirstPasswords(accounts, Sessions.in(hub.store), passwords, hub.trailWork.trail())
        .make(hub.directories.current(), hub.clock.instant());
  }

  /** Finishes, then closes the store. */
  Future<Void> stop() {
    return finish().compose(finished -> hub.store.close());
  }

  /** Takes nothing new, finishes what it took on. */
  Future<Void> finish() {
    stopping = true;
    return Future.join(smtp.stop(), fetching.stop())
        .otherwiseEmpty()
        .compose(stopped -> undeploy())
        .compose(stopped -> hub.inbox.drain())
        .compose(drained -> hub.filing.stop())
        .compose(stopped -> hub.trailWork.trail().settled());
  }

  private Future<Void> undeploy() {
    Future<Void> done = Future.succeededFuture();
    for (int i = deployed.size() - 1; i >= 0; i--) {
      String part = deployed.get(i);
      done = done.compose(one -> hub.vertx.undeploy(part).otherwiseEmpty());
    }
    return done;
  }

  private Look look() {
    Config.Theme theme = config.municipality().theme();
    return Look.of(theme.tokens(), theme.className(), theme.logo());
  }

  private SmtpListener smtp() {
    Config.Smtp settings = config.smtp();
    return new SmtpListener(
        hub.vertx,
        new SmtpSettings(
            settings.host(),
            settings.port(),
            config.mail().domains(),
            settings.maxSize(),
            settings.certificate(),
            settings.key(),
            config.data().resolve("spool"),
            SmtpSettings.Limits.DEFAULT),
        taking(Ways.SMTP),
        hub.receipts,
        hub.clock,
        hub.measures::refusedMail);
  }

  /** The inbox, which notes what came by one way. */
  private Inbox taking(String way) {
    return receipt -> Ways.noted(hub.inbox.accept(receipt), way, hub.passing);
  }

  private WebServer web() {
    boolean https = hub.publicUrl.startsWith("https:");
    FormTokens formTokens = new FormTokens(hub.signer);
    Visits visits =
        new Visits(hub.clock, formTokens, new RemoteAddress(config.http().trustedProxies()), https);
    Pages pages =
        new Pages(
            config.municipality().name(),
            config.municipality().timeZone(),
            look,
            telephony.phones());
    return new WebServer(config.http().host(), httpPort, visits, pages, subjects(visits, pages));
  }

  private List<Routes> subjects(Visits visits, Pages pages) {
    Gate gate = new Gate(login, hub.directories, visits, pages, hub.attendance::seen);
    Path uploads = config.data().resolve("uploads");
    Posting posting =
        new Posting(hub.vertx, taking(Ways.FORM), hub.receipts, config.mail().domain());
    Pulses pulses = Pulses.in(hub.store);
    hub.changes.listen(new Pulse(hub.vertx, pulses)::changed);
    return List.of(
        this::webhooks,
        api()::mount,
        scim(),
        look,
        new Pictures(hub.directories, hub.portraits),
        new AskRoutes(hub.directories, posting, pages, uploads, config.offersWhatsApp()),
        new ReceivedRoutes(
            hub.vertx,
            new CaseAnswerers(hub.receipts, hub.cases, hub.directories, hub.tokens),
            pages),
        new CitizenRoutes(hub, proving, visits, pages),
        new HumanRoutes(hub, gate, pages),
        new FollowRoutes(
            hub.cases,
            hub.casework,
            hub.receipts,
            hub.outbox,
            hub.identities,
            hub.soFarWork,
            hub.storyWork.stories(),
            hub.directories,
            hub.tokens,
            posting,
            pages,
            uploads),
        new LoginRoutes(login, gate, pages),
        new TodayRoutes(
            hub.vertx,
            gate,
            hub.cases,
            hub.departing,
            hub.storyWork,
            new Agreements(hub.identities),
            telephony.made,
            hub.directories,
            pulses,
            pages),
        router -> telephony.pages(router, gate, pages),
        new CaseRoutes(gate, caseParts(), pages),
        new TextsRoutes(gate, hub.standardTexts, hub.directories, pages),
        new PlannedRoutes(gate, hub.cases, hub.casework, hub.identities, hub.directories, pages),
        new AtWorkRoutes(hub, gate, atWork, replyFiles(), pages),
        new DecideRoutes(
            gate,
            hub.cases,
            hub.casework,
            hub.receipts,
            hub.identities,
            hub.directories,
            config.municipality().name(),
            pages),
        new TalkRoutes(
            hub.vertx,
            gate,
            new TalkRoutes.Parts(
                hub.cases,
                hub.casework,
                hub.receipts,
                hub.identities,
                hub.directories,
                config.mail().domain(),
                config.municipality().name(),
                uploads),
            pages),
        new FileRoutes(
            gate,
            hub.cases,
            hub.casework,
            hub.receipts,
            hub.directories,
            hub.filing,
            hub.trailWork,
            pages),
        new ListenRoutes(
            gate, hub.cases, hub.receipts, hub.directories, hub.filing, hub.trailWork.reading()),
        new LayoutRoutes(
            hub.vertx,
            gate,
            hub.cases,
            hub.receipts,
            hub.directories,
            hub.filing,
            hub.trailWork.reading(),
            pages),
        new PlacingRoutes(gate, hub.cases, hub.receipts, hub.directories, teaching, pages),
        new WorklistRoutes(
            gate,
            new Worklist(hub.cases),
            hub.vocabulary,
            teaching,
            hub.doubting,
            hub.directories,
            pages),
        new SearchRoutes(gate, hub.search, hub.directories, pages),
        new TableRoutes(gate, hub.cases, hub.casework, hub.directories, pages),
        new PartnerRoutes(
            hub.cases, hub.casework, hub.receipts, hub.directories, hub.tokens, pages),
        new ConsultRoutes(
            gate, hub.cases, hub.casework, hub.receipts, hub.directories, hub.clock, pages),
        new SharingRoutes(gate, hub.cases, hub.identities, hub.directories),
        new ResendRoutes(
            gate, hub.cases, hub.casework, hub.outbox, hub.identities, hub.directories),
        new AwayRoutes(gate, hub.absences, hub.directories, pages),
        new DaysRoutes(gate, hub.absences, hub.directories, pages),
        new NormsRoutes(gate, hub.directories, pages),
        new BackingRoutes(gate, hub.cases, hub.casework, hub.directories, pages),
        new PrincipleRoutes(gate, hub.cases, hub.casework, hub.directories, pages),
        new LearnedRoutes(gate, hub.learning, hub.trailWork.trail(), hub.directories, pages),
        new PinRoutes(gate, hub.directories, pages),
        new CoordinatorRoutes(hub, gate, pulses, pages),
        new CallListRoutes(gate, hub.cases, hub.casework, hub.directories, pages),
        new EverydayRoutes(hub, gate, telephony, pulses, uploads, pages),
        new AdministratorRoutes(
            hub,
            gate,
            importing,
            completing,
            setupLook,
            new ChannelsNow(hub, fetching::states, () -> smtpPort, setupLook::certificate),
            accounts,
            new FirstPasswords(accounts, Sessions.in(hub.store), passwords, hub.trailWork.trail()),
            uploads,
            pages));
  }

  private CaseRoutes.Parts caseParts() {
    return new CaseRoutes.Parts(
        hub.cases,
        hub.casework,
        hub.receipts,
        hub.outbox,
        hub.identities,
        hub.soFarWork,
        hub.directories,
        replyFiles(),
        hub.trailWork.reading(),
        new Writing(
            new Planning(new Agreements(hub.identities), config.replies().undo()),
            hub.standardTexts),
        atWork,
        config.templates(),
        hub.smsWork);
  }

  private ReplyFiles replyFiles() {
    return new ReplyFiles(
        hub.receipts, hub.filing, config.mail().domain(), config.data().resolve("uploads"));
  }

  private Api api() {
    Api.Parts parts =
        new Api.Parts(
            hub.inbox,
            hub.receipts,
            hub.cases,
            hub.casework,
            hub.departing,
            hub.distributing,
            hub.absences,
            hub.attendance,
            importing,
            completing,
            hub.foreseeing,
            hub.directories,
            hub.learning,
            config.directory(),
            hub.identities,
            hub.outbox,
            hub.tryingAgain,
            hub.vocabulary,
            teaching,
            apiTokens,
            hub.frictionWork,
            hub.storyWork,
            hub.householdWork,
            hub.soFarWork,
            hub.council,
            hub.overTime,
            hub.doubting,
            hub.filing,
            hub.search,
            hub.trailWork,
            setupLook,
            config.municipality().timeZone(),
            API_CALLS_A_MINUTE);
    return new Api(hub.vertx, parts, hub.clock);
  }

  private ScimRoutes scim() {
    return new ScimRoutes(
        new Admission(apiTokens, hub.directories, API_CALLS_A_MINUTE),
        hub.people,
        hub.feeding,
        hub.directories,
        hub.publicUrl,
        config.mail().domain(),
        hub.clock);
  }

  private void webhooks(Router router) {
    Ours ours = hub.ours();
    TwilioWebhooks.mount(
        router,
        new TwilioSignature(hub.publicUrl, config.twilioAccounts(), hub.measures::refusedWebhook),
        new SmsWebhook(
            taking(Ways.SMS),
            ours,
            new OptAnswer(hub.smsWork.optOuts(), hub.letters(), config.twilio().answersStop()),
            hub.clock,
            hub.measures::refusedWebhook),
        new StatusWebhook(hub.outbox, hub.smsWork.statuses(), hub.smsWork.optOuts(), hub.clock));
    new MediaOut(hub.signedMedia(), hub.outbox, new AnswerFiles(hub.receipts, hub.filing))
        .mount(router);
    telephony.webhooks(router);
    Config.Secret token = config.gateway().token();
    new NotifyWebhook(
            hub.outbox,
            token == null ? null : token.value(),
            hub.measures::refusedWebhook,
            hub.clock)
        .mount(router);
    if (config.voice().on()) {
      new VoiceWebhooks(hub.telephone, hub.voiceMail, ours, hub.measures::refusedWebhook)
          .mount(router);
    }
  }

  private Management management() {
    Management checked =
        new Management(config.management().host(), config.management().port(), hub.measures)
            .check("database", hub.store::ping)
            .check("smtp", () -> smtpCheck.get())
            .check("stopping", this::goesOn);
    // Only nodes that share a database must agree on the time.
    return config.store().uri() == null
        ? checked
        : checked.check("clock", new ClockCheck(hub.clock, hub.store::time));
  }

  /** The administrator's token when it had to be made: to be shown once. */
  Future<Optional<String>> madeToken() {
    Config.Secret configured = config.api().token();
    Instant now = hub.clock.instant();
    return apiTokens.administrator(
        configured == null ? null : configured.value(),
        now,
        made ->
            hub.trailWork
                .trail()
                .record(Deeds.token(Kind.TOKEN_MADE, made.id(), made.name(), "start", now)));
  }

  /** So that nobody sends more to a hub that finishes its work. */
  private Future<?> goesOn() {
    return stopping ? Future.failedFuture("asked to stop") : Future.succeededFuture();
  }

  /** Where everything is to be found, a line each. */
  List<String> addresses() {
    return List.of(
        "http        " + hub.publicUrl,
        "smtp        " + config.smtp().host() + ":" + smtpPort,
        "management  http://" + config.management().host() + ":" + management.port());
  }
}
