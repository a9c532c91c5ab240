package nl.aanspreekpunt;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.casework.Completing;
import nl.aanspreekpunt.casework.Importing;
import nl.aanspreekpunt.casework.Imports;
import nl.aanspreekpunt.casework.Worklist;
import nl.aanspreekpunt.casework.atwork.AtWork;
import nl.aanspreekpunt.casework.contact.Agreements;
import nl.aanspreekpunt.routing.ChangedHands;
import nl.aanspreekpunt.routing.Proposing;
import nl.aanspreekpunt.routing.Teaching;
import nl.aanspreekpunt.setup.channels.Ways;
import nl.aanspreekpunt.trail.Deeds;
import nl.aanspreekpunt.trail.Kind;
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

/** What is shown and asked over HTTP: its parts, and the server that has them. */
final class Site {
  private static final int API_CALLS_A_MINUTE = 6_000;
  private final Hub hub;
  private final Config config;
  private final SetupLook setupLook;
  private final ChannelsNow channels;
  private final Passwords passwords;
  private final Accounts accounts;
  private final Login login;
  private final Proving proving;
  private final ApiTokens apiTokens;
  private final Teaching teaching;
  private final Look look;
  final Importing importing;
  private final Completing completing;
  private final AtWork atWork;
  final Telephony telephony;
  final WebServer server;

  /**
   * @param port the one to take; never 0, since links carry it
   */
  Site(Hub hub, int port, SetupLook setupLook, ChannelsNow channels) {
    this.hub = hub;
    this.config = hub.config;
    this.setupLook = setupLook;
    this.channels = channels;
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
    server = server(port);
  }

  Future<Void> prepare() {
    return Future.all(
            login.prepare(),
            proving.prepare(),
            apiTokens.prepare(),
            importing.prepare(),
            atWork.prepare(),
            telephony.prepare())
        .mapEmpty();
  }

  /** Sessions, and codes of citizens, that are over. */
  Future<Void> clean() {
    Instant now = hub.clock.instant();
    return Future.join(login.clean(now), proving.clean(now)).mapEmpty();
  }

  /** Passwords of officials who had none, by email address: to be shown once. */
  Future<Map<String, String>> firstPasswords() {
    return new FirstPasswords(accounts, Sessions.in(hub.store), passwords, hub.trailWork.trail())
        .make(hub.directories.current(), hub.clock.instant());
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

  private Look look() {
    Config.Theme theme = config.municipality().theme();
    return Look.of(theme.tokens(), theme.className(), theme.logo());
  }

  private WebServer server(int port) {
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
    return new WebServer(config.http().host(), port, visits, pages, subjects(visits, pages));
  }

  private List<Routes> subjects(Visits visits, Pages pages) {
    Gate gate = new Gate(login, hub.directories, visits, pages, hub.attendance::seen);
    Path uploads = config.data().resolve("uploads");
    Posting posting =
        new Posting(hub.vertx, hub.taking(Ways.FORM), hub.receipts, config.mail().domain());
    Pulses pulses = Pulses.in(hub.store);
    hub.changes.listen(new Pulse(hub.vertx, pulses)::changed);
    return List.of(
        new Webhooks(hub, telephony),
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
            channels,
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
            hub.smsWork.optOuts(),
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
}
