package nl.aanspreekpunt;

import io.vertx.core.Deployable;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import nl.aanspreekpunt.inbox.email.SmtpListener;
import nl.aanspreekpunt.inbox.email.SmtpSettings;
import nl.aanspreekpunt.operations.ClockCheck;
import nl.aanspreekpunt.operations.Management;
import nl.aanspreekpunt.operations.Polling;
import nl.aanspreekpunt.operations.SmtpCheck;
import nl.aanspreekpunt.setup.channels.Ways;

/** What listens and what ticks: started in order, stopped in the other, nothing half done. */
final class Services {
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration FIGURES = Duration.ofSeconds(10);
  private static final Duration CLEAN = Duration.ofMinutes(10);
  private final Hub hub;
  private final Config config;
  private final int httpPort;
  private final SmtpListener smtp;
  final Fetching fetching;
  private final SetupLook setupLook;
  final Site site;
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
    smtp = smtp();
    fetching = new Fetching(hub);
    setupLook = new SetupLook(hub, fetching::states);
    site =
        new Site(
            hub,
            httpPort,
            setupLook,
            new ChannelsNow(hub, fetching::states, () -> smtpPort, setupLook::certificate));
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
    return site.prepare()
        .compose(ready -> config.demo() ? new DemoCases(hub).seed() : Future.succeededFuture())
        .compose(ready -> setupLook.start())
        .compose(ready -> smtp.start())
        .onSuccess(this::smtpOn)
        .compose(ready -> fetching.start())
        .compose(ready -> listen(site.server, "http", config.http().host(), httpPort));
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
        .compose(ready -> tick("imports", TICK, site.importing::tick))
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
        .compose(ready -> tick("calls", FIGURES, site.telephony::tick))
        .compose(ready -> tick("what was missed", FIGURES, hub.catchingUp::tick))
        .compose(ready -> tick("what may be spam", FIGURES, this::doubting))
        .compose(ready -> tick("the audit trail", CLEAN, hub.trailWork.destroying()::tick))
        .compose(ready -> tick("calls at the desk", CLEAN, site.telephony::tidy))
        .compose(ready -> tick("sessions", CLEAN, site::clean));
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
        hub.taking(Ways.SMTP),
        hub.receipts,
        hub.clock,
        hub.measures::refusedMail);
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
