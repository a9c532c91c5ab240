package nl.aanspreekpunt;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.List;
import nl.aanspreekpunt.casework.Answering;
import nl.aanspreekpunt.casework.atwork.Desks;
import nl.aanspreekpunt.official.OwnNumber.Ability;
import nl.aanspreekpunt.outbox.SmsSender;
import nl.aanspreekpunt.phone.back.BackAddresses;
import nl.aanspreekpunt.phone.back.BackTwiml;
import nl.aanspreekpunt.phone.back.BackWebhooks;
import nl.aanspreekpunt.phone.back.CallingBack;
import nl.aanspreekpunt.phone.back.MadeCall;
import nl.aanspreekpunt.phone.back.MadeCalls;
import nl.aanspreekpunt.phone.back.TwilioDialling;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Pulses;
import nl.aanspreekpunt.web.Wording;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.calling.CallingRoutes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls that the hub makes for officials, where a provider of telephony is configured. */
final class Telephony {
  private static final Logger LOG = LoggerFactory.getLogger(Telephony.class);

  /** Somebody waits for it. */
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private static final int THREADS = 4;

  final MadeCalls made;

  /** Null when no call can be made. */
  final CallingBack back;

  private final Hub hub;
  private final Pulses pulses;
  private final Desks desks;

  Telephony(Hub hub) {
    this.hub = hub;
    this.made = MadeCalls.in(hub.store);
    this.pulses = Pulses.in(hub.store);
    this.desks = Desks.in(hub.store);
    this.back =
        rings(hub.config)
            ? new CallingBack(made, dialling(), hub.casework, this::changed, hub.clock)
            : null;
  }

  private static boolean rings(Config config) {
    return config.callbacks().rings()
        && config.twilio().accountSid() != null
        && config.twilio().authToken() != null
        && config.numbers().general(Ability.CALLS).isPresent();
  }

  private TwilioDialling dialling() {
    Config.Twilio twilio = hub.config.twilio();
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

  /** Whether a press of a key has somebody called. */
  boolean rings() {
    return back != null;
  }

  Future<Void> prepare() {
    return made.prepare();
  }

  /** Pages that show it look again. */
  private void changed(MadeCall call) {
    Future.join(pulses.beat(List.of(call.official())), desks.changed(call.caseNumber()))
        .onFailure(e -> LOG.warn("a call shows only after a reload: {}", e.toString()));
  }

  /** After what checks signatures. */
  void webhooks(Router router) {
    if (back != null) {
      BackTwiml twiml =
          new BackTwiml(
              new BackAddresses(hub.publicUrl),
              (language, key, facts) -> Wording.in(language).say(key, facts));
      new BackWebhooks(back, twiml, hub.clock).mount(router);
    }
  }

  void pages(Router router, Gate gate, Pages pages) {
    if (back != null) {
      new CallingRoutes(
              gate,
              hub.cases,
              hub.directories,
              back,
              new Answering(hub.casework, hub.identities),
              hub.config.numbers(),
              pulses,
              pages)
          .mount(router);
    }
  }

  Future<?> tick() {
    return back == null ? Future.succeededFuture() : back.tick();
  }
}
