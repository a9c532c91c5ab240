package nl.aanspreekpunt.inbox.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.inbox.Inbound;
import nl.aanspreekpunt.inbox.Inbox;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Unread;
import nl.aanspreekpunt.official.Numbers;
import nl.aanspreekpunt.official.OwnNumber;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.outbox.optout.OptOuts;
import nl.aanspreekpunt.outbox.status.Statuses;
import nl.aanspreekpunt.store.TestStore;
import nl.aanspreekpunt.twilio.Ours;
import nl.aanspreekpunt.twilio.TwilioAccount;
import nl.aanspreekpunt.twilio.TwilioSignature;
import nl.aanspreekpunt.twilio.TwilioStandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TwilioWebhooksTest {
  private static final String PUBLIC = "https://hub.voorbeeldstad.example";
  private static final String SMS = "/webhooks/twilio/sms";
  private static final String STATUS = "/webhooks/twilio/status";
  private static final String WORDS = "Ik heb géén water & het is koud";
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

  private static final Ours OURS =
      new Ours(
          new Numbers(
              List.of(
                  new OwnNumber(
                      TwilioStandIn.FROM,
                      new OwnNumber.Meaning.General(),
                      Set.of(OwnNumber.Ability.TEXTS),
                      "MG1",
                      null))),
          "MG2");

  private final Vertx vertx = Vertx.vertx();
  private final TwilioStandIn twilio = new TwilioStandIn(vertx);
  private final List<Receipt> accepted = new CopyOnWriteArrayList<>();
  private final AtomicInteger refused = new AtomicInteger();
  private volatile boolean storeAway;
  private TestStore own;
  private Outbox outbox;
  private String local;

  @BeforeEach
  void start() {
    own = TestStore.open(vertx);
    outbox = Outbox.in(own.store());
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    Router router = Router.router(vertx);
    TwilioWebhooks.mount(
        router,
        new TwilioSignature(
            PUBLIC,
            List.of(new TwilioAccount(TwilioStandIn.ACCOUNT, TwilioStandIn.TOKEN)),
            refused::incrementAndGet),
        new SmsWebhook(this::accept, OURS, clock, refused::incrementAndGet),
        new StatusWebhook(outbox, Statuses.in(own.store()), OptOuts.in(own.store()), clock));
    HttpServer server = await(vertx.createHttpServer().requestHandler(router).listen(0));
    local = "http://127.0.0.1:" + server.actualPort();
  }

  private Future<Inbox.Accepted> accept(Receipt receipt) {
    if (storeAway) {
      return Future.failedFuture("the store is away");
    }
    accepted.add(receipt);
    return Future.succeededFuture(new Inbox.Accepted(receipt.id(), accepted.size() > 1));
  }

  @AfterEach
  void stop() {
    own.close();
    await(vertx.close());
  }

  @Test
  void aSignedMessageIsTakenInUnderOneIdHoweverOftenItComes() {
    HttpResponse<String> first = post(SMS, sms());
    HttpResponse<String> second = post(SMS, sms());

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.body()).isEqualTo("<Response/>");
    assertThat(first.headers().firstValue("Content-Type")).contains("text/xml");
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(accepted).extracting(Receipt::id).hasSize(2).containsOnly(accepted.get(0).id());
    assertThat(accepted.get(0).facts())
        .containsEntry("Body", WORDS)
        .doesNotContainKey("ApiVersion");
  }

  @Test
  void aWhatsAppMessageIsOfItsNumberWithTheirNicknameTheirButtonAndTheirPlace() {
    Map<String, String> form = sms();
    form.put("From", "whatsapp:+31612345678");
    form.put("To", "whatsapp:" + TwilioStandIn.FROM);
    form.put("ProfileName", "Eva\n de Wit");
    form.put("Body", "");
    form.put("ButtonText", "Bel mij terug");
    form.put("ButtonPayload", "call");
    form.put("Latitude", "52.37");
    form.put("Longitude", "4.89");
    form.put("Label", "Speeltuin");

    assertThat(post(SMS, form).statusCode()).isEqualTo(200);
    Receipt receipt = accepted.get(0);
    Inbound read = await(new SmsReading().read(receipt));

    assertThat(receipt.channel()).isEqualTo(Channel.WHATSAPP);
    assertThat(receipt.recipients()).containsExactly(TwilioStandIn.FROM);
    assertThat(read.sender().value()).isEqualTo("+31612345678");
    assertThat(read.senderName()).isEqualTo("Eva  de Wit");
    assertThat(read.text()).isEqualTo("Bel mij terug\nSpeeltuin (52.37, 4.89)");
  }

  @Test
  void whatIsNotSignedForThePublicAddressIsRefusedAndCounted() {
    int forged = twilio.call(local + SMS, PUBLIC + "/other", sms()).statusCode();
    int byHost = twilio.post(local + SMS, sms()).statusCode();
    int query = twilio.call(local + SMS + "?x=1", PUBLIC + SMS, sms()).statusCode();

    assertThat(List.of(forged, byHost, query)).containsOnly(403);
    assertThat(refused).hasValue(3);
    assertThat(accepted).isEmpty();
  }

  @Test
  void aStatusThatIsNotSignedIsRefusedToo() {
    Map<String, String> status = Map.of("MessageSid", "SM9", "MessageStatus", "failed");
    int forged = twilio.call(local + STATUS + "?entry=a", PUBLIC + STATUS, status).statusCode();

    assertThat(forged).as("signed for another entry").isEqualTo(403);
    assertThat(refused).hasValue(1);
  }

  @Test
  void aMessageForNoNumberOfOursOrFromAnotherAccountIsRefused() {
    Map<String, String> elsewhere = sms();
    elsewhere.put("To", "+31970000009");
    Map<String, String> other = sms();
    other.put("AccountSid", "ACother");

    assertThat(post(SMS, elsewhere).statusCode()).isEqualTo(403);
    assertThat(post(SMS, other).statusCode()).isEqualTo(403);
    assertThat(refused).hasValue(2);
    assertThat(accepted).isEmpty();
    for (String service : List.of("MG1", "MG2")) {
      elsewhere.put("MessagingServiceSid", service);
      assertThat(post(SMS, elsewhere).statusCode()).as(service).isEqualTo(200);
    }
  }

  @Test
  void withoutATokenNothingIsLetThrough() {
    Router router = Router.router(vertx);
    TwilioWebhooks.mount(
        router,
        new TwilioSignature(PUBLIC, List.of(), refused::incrementAndGet),
        new SmsWebhook(this::accept, OURS, Clock.systemUTC(), refused::incrementAndGet),
        new StatusWebhook(
            outbox, Statuses.in(own.store()), OptOuts.in(own.store()), Clock.systemUTC()));
    HttpServer server = await(vertx.createHttpServer().requestHandler(router).listen(0));
    String there = "http://127.0.0.1:" + server.actualPort() + SMS;

    assertThat(twilio.call(there, PUBLIC + SMS, sms()).statusCode()).isEqualTo(403);
    assertThat(accepted).isEmpty();
  }

  @Test
  void aBodyThatIsTooLargeIsNotRead() {
    Map<String, String> large = sms();
    large.put("Body", "x".repeat(70_000));

    assertThat(post(SMS, large).statusCode()).isEqualTo(413);
    assertThat(accepted).isEmpty();
  }

  @Test
  void whileTheStoreIsAwayTwilioIsToldToComeBack() {
    storeAway = true;

    assertThat(post(SMS, sms()).statusCode()).isEqualTo(503);
  }

  @Test
  void aStatusReachesItsEntryAndAnUnknownEntryIsNoError() {
    Notice notice =
        new Notice("k", Notice.Kind.REPLY, Channel.SMS, "+31612345678", "o", "c", "nl", Map.of());
    await(outbox.add(List.of(Outgoing.waiting("c/1/k", notice, NOW))));
    Map<String, String> status = new HashMap<>();
    status.put("MessageSid", "SM9");
    status.put("MessageStatus", "undelivered");
    status.put("ErrorCode", "30005");

    assertThat(post(STATUS + "?entry=c%2F1%2Fk", status).statusCode()).isEqualTo(204);
    assertThat(post(STATUS + "?entry=none", status).statusCode()).isEqualTo(204);

    Outgoing entry = await(outbox.find("c/1/k")).orElseThrow();
    assertThat(entry.state()).isEqualTo(Outgoing.State.REFUSED);
    assertThat(entry.reference()).isEqualTo("SM9");
    assertThat(entry.detail()).isEqualTo("twilio:30005");
    assertThat(entry.nextTry()).as("somebody is still to be told").isEqualTo(NOW);
  }

  @Test
  void aMessageIsReadWithItsSenderAndLanguage() {
    post(SMS, sms());
    Map<String, String> other = sms();
    other.put("MessageSid", "SM8");
    other.put("From", "KPN");
    other.put("Body", "When is the meeting?");
    other.put("NumMedia", "1");
    post(SMS, other);

    Inbound dutch = await(new SmsReading().read(accepted.get(0)));
    Inbound english = await(new SmsReading().read(accepted.get(1)));
    assertThat(dutch.sender().value()).isEqualTo("+31612345678");
    assertThat(dutch.language()).isEqualTo("nl");
    assertThat(dutch.text()).isEqualTo(WORDS);
    assertThat(dutch.automatic()).isFalse();
    assertThat(english.sender()).isNull();
    assertThat(english.language()).isEqualTo("en");
    assertThat(english.unreadable()).containsExactly(Unread.MEDIA);
  }

  private HttpResponse<String> post(String path, Map<String, String> form) {
    return twilio.call(local + path, PUBLIC + path, form);
  }

  private static Map<String, String> sms() {
    Map<String, String> form = new HashMap<>();
    form.put("AccountSid", TwilioStandIn.ACCOUNT);
    form.put("ApiVersion", "2010-04-01");
    form.put("MessageSid", "SM7");
    form.put("From", "+31612345678");
    form.put("To", TwilioStandIn.FROM);
    form.put("Body", WORDS);
    form.put("NumMedia", "0");
    return form;
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
