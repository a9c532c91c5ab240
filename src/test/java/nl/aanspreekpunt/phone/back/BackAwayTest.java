package nl.aanspreekpunt.phone.back;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import nl.aanspreekpunt.phone.Voices;
import nl.aanspreekpunt.web.Wording;
import org.junit.jupiter.api.Test;

/** What an official hears who calls back while the store is away. */
class BackAwayTest {
  @Test
  void whoCallsBackHearsThatThereIsAFaultAndWhatToDo() throws Exception {
    Vertx vertx = Vertx.vertx();
    HttpServer hub =
        await(vertx.createHttpServer().requestHandler(router(vertx)).listen(0, "127.0.0.1"));
    String base = "http://127.0.0.1:" + hub.actualPort() + BackAddresses.PATH;
    HttpResponse<String> answered = post(base + "answered?call=p~1", "CallSid=CA1");
    HttpResponse<String> pressed = post(base + "pressed?call=p~1", "CallSid=CA1&Digits=1");
    HttpResponse<String> told = post(base + "own?call=p~1", "CallSid=CA1&CallStatus=ringing");
    await(vertx.close());

    assertThat(answered.statusCode()).isEqualTo(200);
    assertThat(answered.body()).contains("Er is een storing.", "nl-NL", "<Hangup/>");
    assertThat(pressed.body()).contains("Er is een storing.").doesNotContain("<Dial");
    assertThat(told.statusCode()).as("to be told again").isEqualTo(503);
  }

  private static Router router(Vertx vertx) {
    MadeCalls away =
        (MadeCalls)
            Proxy.newProxyInstance(
                MadeCalls.class.getClassLoader(),
                new Class<?>[] {MadeCalls.class},
                (self, method, given) -> Future.failedFuture("the store is away"));
    BackTwiml twiml =
        new BackTwiml(
            new BackAddresses("https://voorbeeldstad.example"),
            new Voices("Polly.Laura-Neural", "Polly.Amy-Neural"),
            (language, key, facts) -> Wording.in(language).say(key, facts));
    Router router = Router.router(vertx);
    router.post().handler(BodyHandler.create(false));
    Clock clock = Clock.systemUTC();
    new BackWebhooks(new CallingBack(away, null, null, call -> {}, clock), twiml, clock)
        .mount(router);
    return router;
  }

  private static HttpResponse<String> post(String url, String form) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build(),
            BodyHandlers.ofString());
  }
}
