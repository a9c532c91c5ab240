package nl.aanspreekpunt.phone;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.official.Numbers;
import nl.aanspreekpunt.twilio.Ours;
import nl.aanspreekpunt.twilio.TwilioAccount;
import nl.aanspreekpunt.twilio.TwilioSignature;
import nl.aanspreekpunt.twilio.TwilioStandIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a caller hears while nothing can be kept. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoreAwayTest {
  private static final String EVA = "+31612345678";
  private static final String GENERAL = "+31205550100";
  private final Vertx vertx = Vertx.vertx();
  private Workplace work;
  private TwilioStandIn twilio;
  private HttpServer server;
  private String hub;
  private volatile boolean away;
  private volatile Router answers;

  @BeforeAll
  void begin() {
    twilio = TwilioStandIn.unchecked(vertx);
    work = new Workplace();
    server =
        await(
            vertx
                .createHttpServer()
                .requestHandler(request -> answers.handle(request))
                .listen(0, "127.0.0.1"));
    hub = "http://127.0.0.1:" + server.actualPort();
    answers = router(null);
  }

  @AfterAll
  void end() {
    work.close();
    twilio.close();
    await(vertx.close());
  }

  /** The real calls, which fail while the store is away. */
  private Calls calls() {
    Calls real = work.calls();
    return (Calls)
        Proxy.newProxyInstance(
            Calls.class.getClassLoader(),
            new Class<?>[] {Calls.class},
            (self, method, given) ->
                away ? Future.failedFuture("the store is away") : method.invoke(real, given));
  }

  private Router router(String through) {
    Telephone telephone =
        new Telephone(
            work.telephoneParts(calls()),
            new Lines(Map.of()),
            new Voices("Polly.Laura-Neural", "Polly.Amy-Neural"),
            new Telephone.Settings(
                "gemeente Voorbeeldstad", hub + "/webhooks/twilio/voice", null, through),
            work.clock);
    Router router = Router.router(vertx);
    router
        .post()
        .handler(BodyHandler.create(false))
        .handler(
            new TwilioSignature(
                hub,
                List.of(new TwilioAccount(TwilioStandIn.ACCOUNT, TwilioStandIn.TOKEN)),
                () -> {}));
    new VoiceWebhooks(telephone, null, new Ours(Numbers.NONE, null), () -> {}).mount(router);
    return router;
  }

  private Caller caller(String sid) {
    return new Caller(twilio, hub, sid, EVA, GENERAL);
  }

  @Test
  void whoCallsHearsThatThereIsAFaultInBothLanguages() {
    away = true;
    Caller call = caller("CAaway1").dials();
    assertThat(call.hears())
        .contains("Er is een storing.", "hebben niets vastgelegd")
        .contains("There is a fault.", "nothing was kept");
    assertThat(call.over()).isTrue();
    assertThat(call.ends(5)).as("to be told again").isEqualTo(503);
    away = false;
    assertThat(call.ends(5)).as("nothing was kept of it").isEqualTo(204);
  }

  @Test
  void orIsPutThroughWhereThereIsANumberForThat() {
    answers = router("+31205550199");
    away = true;
    Caller call = caller("CAaway2").dials();
    assertThat(call.hears()).contains("Er is een storing. Ik verbind u door.");
    assertThat(call.rings()).isEqualTo("+31205550199");
    away = false;
    answers = router(null);
  }

  @Test
  void inTheMiddleNothingIsPromisedThatIsNotKept() {
    Caller call = caller("CAaway3").dials().waits();
    while (call.rings() != null) {
      call.dialled("no-answer");
    }
    call.hears();
    away = true;
    assertThat(call.presses("1").hears())
        .contains("hebben niets vastgelegd")
        .doesNotContain("belt u");
    away = false;
    Call kept = await(work.calls().find("CAaway3")).orElseThrow();
    assertThat(kept.happened(nl.aanspreekpunt.casework.CallStep.ASKED_BACK)).isFalse();
  }

  @Test
  void whoTakesACallIsConnectedAllTheSame() {
    Caller call = caller("CAaway4").dials().waits();
    Caller.Official official = call.picksUp();
    away = true;
    assertThat(official.presses("1")).isTrue();
    away = false;
    assertThat(call.spoke(60).over()).isTrue();
    Call kept = await(work.calls().find("CAaway4")).orElseThrow();
    assertThat(kept.connectedAt()).as("its end tells").isNotNull();
  }
}
