package nl.aanspreekpunt;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.casework.Answering;
import nl.aanspreekpunt.casework.atwork.Desks;
import nl.aanspreekpunt.official.OwnNumber.Ability;
import nl.aanspreekpunt.official.OwnNumber.Meaning;
import nl.aanspreekpunt.outbox.SmsSender;
import nl.aanspreekpunt.phone.Calls;
import nl.aanspreekpunt.phone.back.BackAddresses;
import nl.aanspreekpunt.phone.back.BackTwiml;
import nl.aanspreekpunt.phone.back.BackWebhooks;
import nl.aanspreekpunt.phone.back.CallingBack;
import nl.aanspreekpunt.phone.back.MadeCall;
import nl.aanspreekpunt.phone.back.MadeCalls;
import nl.aanspreekpunt.phone.back.Reach;
import nl.aanspreekpunt.phone.back.TwilioDialling;
import nl.aanspreekpunt.phone.desk.DeskCall;
import nl.aanspreekpunt.phone.desk.DeskCalls;
import nl.aanspreekpunt.phone.desk.DeskTwiml;
import nl.aanspreekpunt.phone.desk.DeskWebhooks;
import nl.aanspreekpunt.phone.desk.PhoneDesk;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Phones;
import nl.aanspreekpunt.web.Pulses;
import nl.aanspreekpunt.web.Wording;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.calling.CallingRoutes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Telephones that the hub has rung: for officials who call back, and at the desk. Where a provider
 * of telephony is configured.
 */
final class Telephony {
  private static final Logger LOG = LoggerFactory.getLogger(Telephony.class);

  /** Somebody waits for it. */
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private static final int THREADS = 4;
  private static final Duration KEPT = Duration.ofDays(30);

  final MadeCalls made;

  /** Null when no call can be made. */
  final CallingBack back;

  final DeskCalls deskCalls;

  /** Null when no call is put to the desk. */
  final PhoneDesk desk;

  /** Whom the hub calls for officials. */
  private final Reach reach;

  private final Hub hub;
  private final Config config;
  private final Pulses pulses;
  private final Desks desks;

  Telephony(Hub hub) {
    this.hub = hub;
    this.config = hub.config;
    this.reach = new Reach(config.callbacks().countries(), config.numbers());
    this.made = MadeCalls.in(hub.store);
    this.deskCalls = DeskCalls.in(hub.store);
    this.pulses = Pulses.in(hub.store);
    this.desks = Desks.in(hub.store);
    boolean can =
        config.twilio().accountSid() != null
            && config.twilio().authToken() != null
            && config.numbers().general(Ability.CALLS).isPresent();
    boolean rings = can && config.callbacks().rings();
    boolean atDesk = can && config.voice().on() && config.desk().rings();
    TwilioDialling dialling = rings || atDesk ? dialling() : null;
    this.back =
        rings ? new CallingBack(made, dialling, hub.casework, this::changed, hub.clock) : null;
    this.desk =
        atDesk
            ? new PhoneDesk(
                deskCalls,
                hub.directories,
                hub.casework,
                dialling::redirect,
                this::changed,
                deskTwiml(),
                this::missed,
                hub.clock)
            : null;
  }

  private TwilioDialling dialling() {
    Config.Twilio twilio = config.twilio();
    return new TwilioDialling(
        hub.vertx,
        new SmsSender.Account(
            twilio.accountSid(),
            twilio.authToken().value(),
            twilio.from(),
            twilio.apiUrl(),
            TIMEOUT),
        THREADS,
        new BackAddresses(hub.publicUrl));
  }

  private DeskTwiml deskTwiml() {
    Wording dutch = Wording.in("nl");
    return new DeskTwiml(hub.publicUrl, config.voice().voices(), dutch::say);
  }

  Phones phones() {
    return new Phones(back != null, desk != null, reach::calls);
  }

  Future<Void> prepare() {
    return Future.all(made.prepare(), deskCalls.prepare()).mapEmpty();
  }

  /** Pages that show it look again. */
  private void changed(MadeCall call) {
    felt(Future.join(pulses.beat(List.of(call.official())), desks.changed(call.caseNumber())));
  }

  private void changed(DeskCall call) {
    felt(pulses.beat(call.watchers()));
  }

  /** As a call that nobody answered where there is no desk. */
  private Future<Boolean> missed(DeskCall call, int seconds) {
    return hub.telephone.missed(call.id(), call.caller(), call.number(), call.at(), seconds);
  }

  private static void felt(Future<?> beat) {
    beat.onFailure(e -> LOG.warn("a call shows only after a reload: {}", e.toString()));
  }

  /** After what checks signatures, and before what answers calls. */
  void webhooks(Router router) {
    if (back != null) {
      BackTwiml twiml =
          new BackTwiml(
              new BackAddresses(hub.publicUrl),
              config.voice().voices(),
              (language, key, facts) -> Wording.in(language).say(key, facts));
      new BackWebhooks(back, twiml, hub.clock).mount(router);
    }
    if (desk != null) {
      new DeskWebhooks(desk, deskTwiml(), this::general).mount(router);
    }
  }

  private boolean general(String number) {
    return config
        .numbers()
        .of(number)
        .filter(one -> one.can(Ability.CALLS) && one.meaning() instanceof Meaning.General)
        .isPresent();
  }

  void pages(Router router, Gate gate, Pages pages) {
    if (back != null) {
      new CallingRoutes(
              gate,
              hub.cases,
              hub.directories,
              back,
              new Answering(hub.casework, hub.identities),
              config.numbers(),
              reach,
              pulses,
              pages)
          .mount(router);
    }
  }

  /**
   * The desk looks at today; what was said then stands in the cases, and who asked nothing goes.
   */
  Future<?> tidy() {
    Instant over = hub.clock.instant().minus(KEPT);
    return Future.join(
        deskCalls.tidy(over), hub.contacts.tidy(over), Calls.in(hub.store).tidy(over));
  }

  Future<?> tick() {
    return Future.join(
        back == null ? Future.succeededFuture(0) : back.tick(),
        desk == null ? Future.succeededFuture(0) : desk.tick());
  }
}
