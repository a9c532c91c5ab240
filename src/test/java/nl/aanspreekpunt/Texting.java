package nl.aanspreekpunt;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.outbox.optout.OptOut;
import nl.aanspreekpunt.process.Until;
import nl.aanspreekpunt.twilio.Sent;
import nl.aanspreekpunt.twilio.TwilioStandIn;

/** A hub that citizens text with, by way of the stand-in of Twilio. */
final class Texting implements AutoCloseable {
  static final String CITIZEN = "+31612345678";
  final Vertx vertx = Vertx.vertx();
  final TwilioStandIn twilio;
  final Workplace workplace;
  private int sent;

  Texting(Map<String, String> more) {
    this(more, true);
  }

  Texting(Map<String, String> more, boolean checked) {
    twilio = checked ? new TwilioStandIn(vertx) : TwilioStandIn.unchecked(vertx);
    Map<String, String> all = new HashMap<>(twilio.configuration());
    all.putAll(more);
    workplace = new Workplace(Workplace.oneForEachTopic(), all);
  }

  /** SID of the next message that comes in. */
  String sid() {
    return String.format("SM%032x", 0x1000 + ++sent);
  }

  /** A text message, that Twilio says was sent at that moment. */
  HttpResponse<String> texts(String from, String words, Instant at, String... more) {
    return webhook(message(from, words, at, more));
  }

  HttpResponse<String> texts(String from, String words) {
    return texts(from, words, workplace.clock.instant());
  }

  /** Twilio has it; its webhook is not called yet. */
  Map<String, String> message(String from, String words, Instant at, String... more) {
    Map<String, String> form = new HashMap<>(TwilioStandIn.sms(from, sid(), words));
    for (int i = 0; i < more.length; i += 2) {
      form.put(more[i], more[i + 1]);
    }
    twilio.received(form, at);
    return form;
  }

  HttpResponse<String> webhook(Map<String, String> form) {
    HttpResponse<String> answer = twilio.post(workplace.url("/webhooks/twilio/sms"), form);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer;
  }

  /** The receipt of a message, once all was done with it. */
  Receipt done(Map<String, String> form) {
    return Until.present(
        form.get("Body") + " is done",
        () ->
            await(workplace.receipts.left(workplace.clock.instant().plusSeconds(3600), 100))
                    .isEmpty()
                ? find(form)
                : Optional.empty());
  }

  private Optional<Receipt> find(Map<String, String> form) {
    String key = "twilio:" + form.get("AccountSid") + ":" + form.get("MessageSid");
    return await(workplace.receipts.find(hash(key)))
        .filter(found -> found.state() != Receipt.State.RECEIVED);
  }

  private static String hash(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A message comes in; its case once it is there. */
  Case asks(String from, String words) {
    Map<String, String> form = message(from, words, workplace.clock.instant());
    webhook(form);
    return workplace.found(done(form).caseNumber());
  }

  /** Comes in and is done. */
  Receipt says(String from, String words, Instant at, String... more) {
    Map<String, String> form = message(from, words, at, more);
    webhook(form);
    return done(form);
  }

  Case answers(Case one, String text) {
    return answers(one, text, Map.of());
  }

  Case answers(Case one, String text, Map<String, String> facts) {
    Case now = workplace.found(one.id());
    String seen =
        now.happened(CaseEvent.Received.class)
            .map(CaseEvent.Received::receipt)
            .reduce((earlier, later) -> later)
            .orElse(null);
    Decision decision =
        await(
            workplace.casework.change(
                one.id(), new Replying(now.official(), text, null, seen, facts)));
    assertThat(decision).isInstanceOf(Decision.Changed.class);
    return workplace.found(one.id());
  }

  /** What the citizen's last answer became. */
  Outgoing answer(Case one) {
    String entry =
        workplace
            .found(one.id())
            .happened(CaseEvent.Replied.class)
            .map(CaseEvent.Replied::entry)
            .reduce((earlier, later) -> later)
            .orElseThrow();
    return await(workplace.outbox.find(entry)).orElseThrow();
  }

  /** All that is due now goes: the dispatcher may be looking already. */
  void dispatch() {
    workplace.dispatch();
    Until.until(
        "nothing is due",
        () -> {
          workplace.dispatch();
          return await(workplace.outbox.due(workplace.clock.instant(), 1)).isEmpty()
              && await(workplace.outbox.count(Outgoing.State.SENDING, 1)) == 0;
        });
  }

  List<String> got(String number) {
    return twilio.to(number).stream().map(Sent::body).toList();
  }

  Optional<OptOut> optOut(String number) {
    return await(workplace.hub.smsWork.optOuts().find(Channel.SMS, number));
  }

  boolean stopped(String number) {
    return optOut(number).filter(OptOut::stopped).isPresent();
  }

  @Override
  public void close() {
    workplace.close();
    twilio.close();
    await(vertx.close());
  }
}
