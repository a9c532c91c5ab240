package nl.aanspreekpunt.phone;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.CallStep;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.twilio.TwilioStandIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A hub that answers the telephone, and Twilio before it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Exchange {
  static final String GENERAL = "+31205550100";
  static final String WASTE = "+31205550101";
  static final String SAMIRA = "+31205550102";

  /** A frame of MP3, as it begins. */
  static final byte[] SOUND = sound();

  TwilioStandIn twilio;
  Workplace work;
  int calls;
  int people;

  @BeforeAll
  void begin() {
    io.vertx.core.Vertx vertx = io.vertx.core.Vertx.vertx();
    twilio = new TwilioStandIn(vertx);
    Map<String, String> more = new HashMap<>(twilio.configuration());
    more.put("voice.on", "true");
    more.put("numbers.names", "algemeen, afval, samira");
    more.put("numbers.algemeen.number", GENERAL);
    more.put("numbers.afval.number", WASTE);
    more.put("numbers.afval.for", "topic afval");
    more.put("numbers.samira.number", SAMIRA);
    more.put("numbers.samira.for", "official samira.elamrani");
    work =
        new Workplace(
            Workplace.oneForEachTopic()
                .replace(
                    "phone: \"+31 6 5550 0106\"",
                    "phone: \"+31 6 5550 0106\"\n    rings: \"+31 85 123 4567\""),
            more);
  }

  @BeforeEach
  void morning() {
    work.clock.to(Workplace.MORNING.plus(Duration.ofMinutes(people)));
  }

  @AfterAll
  void end() {
    work.close();
    twilio.close();
  }

  Caller caller(String from, String to) {
    return new Caller(twilio, work.url(""), "CA" + ++calls, from, to);
  }

  private static byte[] sound() {
    byte[] frames = new byte[5_000];
    for (int at = 0; at + 4 <= frames.length; at += 417) {
      frames[at] = (byte) 0xff;
      frames[at + 1] = (byte) 0xfb;
      frames[at + 2] = (byte) 0x90;
    }
    return frames;
  }

  String somebody() {
    return "+316123456" + (10 + ++people);
  }

  Case of(String from) {
    List<Case> all = await(work.cases.ofAddress(new Address(Address.Kind.PHONE, from), 5));
    assertThat(all).hasSize(1);
    return work.found(all.get(0).id());
  }

  Case comes(String from) {
    nl.aanspreekpunt.process.Until.present(
        "a case of " + from,
        () ->
            await(work.cases.ofAddress(new Address(Address.Kind.PHONE, from), 5)).stream()
                .findFirst());
    return of(from);
  }

  /** What is left of calls is done by the clock. */
  void settle() {
    work.clock.forward(Duration.ofMinutes(1));
    work.tick();
  }

  List<CallStep> steps(String number) {
    return work.found(number).happened(CaseEvent.Phoned.class).map(CaseEvent.Phoned::step).toList();
  }

  List<Promise> promises(String number) {
    return work.found(number).openPromises();
  }
}
