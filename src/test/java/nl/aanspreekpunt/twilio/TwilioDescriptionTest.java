package nl.aanspreekpunt.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Or else what goes through the stand-in of Twilio would say nothing about Twilio. */
class TwilioDescriptionTest {
  private static final Instant AT = Instant.parse("2026-11-24T09:00:00Z");
  private static final String API = "/2010-04-01/Accounts/" + TwilioStandIn.ACCOUNT;
  private static final String MESSAGES = API + "/Messages.json";
  private static final String RIGHT = "To=%2B31612345678&From=%2B31970000000&Body=Hallo";
  private static Vertx vertx;
  private static TwilioStandIn twilio;

  @BeforeAll
  static void start() {
    assumeTrue(Prism.installed(), "the build could not install Prism");
    vertx = Vertx.vertx();
    twilio = new TwilioStandIn(vertx);
  }

  @AfterAll
  static void stop() throws Exception {
    if (vertx != null) {
      twilio.close();
      vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
  }

  @Test
  void aRequestAsTwilioDescribesItIsTaken() throws Exception {
    HttpResponse<String> answer = post(MESSAGES, RIGHT + "&MediaUrl=https%3A%2F%2Fa.example%2Fb");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(twilio.violations()).isEmpty();
    assertThat(twilio.sent.get(0).to()).isEqualTo("+31612345678");
    assertThat(twilio.sent.get(0).said("MediaUrl")).isEqualTo("https://a.example/b");
  }

  @ParameterizedTest
  @CsvSource({
    "no To, From=%2B31970000000&Body=Hallo",
    "a field that Twilio does not know, " + RIGHT + "&Urgent=yes",
    "a value that Twilio does not know, " + RIGHT + "&ContentRetention=never",
    "no number, " + RIGHT + "&ValidityPeriod=soon",
  })
  void aRequestThatIsNotIsRefusedBeforeItIsSeen(String what, String form) throws Exception {
    int before = twilio.sent.size();

    assertThat(post(MESSAGES, form).statusCode()).as(what).isEqualTo(422);
    assertThat(twilio.violations()).as(what).hasSize(1);
    assertThat(twilio.sent).hasSize(before);
  }

  @Test
  void anAddressThatTwilioDoesNotHaveIsRefused() throws Exception {
    assertThat(post(MESSAGES.replace("AC5a4d", "AC5"), RIGHT).statusCode()).isEqualTo(422);
    assertThat(post(MESSAGES.replace("Messages", "Texts"), RIGHT).statusCode()).isEqualTo(404);
    assertThat(twilio.violations()).hasSize(2);
  }

  @Test
  void aFilterThatTwilioDoesNotHaveIsRefused() throws Exception {
    assertThat(get(MESSAGES + "?Since=2026-11-24").statusCode()).isEqualTo(422);
    assertThat(twilio.violations()).containsExactly("422 unknown: [Since]");
  }

  @Test
  void anAnswerThatTwilioWouldNotGiveIsFoundOut() throws Exception {
    Sent odd = new Sent("9", "+31600000009", TwilioStandIn.FROM, "Hallo", null, TwilioStandIn.NOW);
    twilio.sent.add(odd);
    try {
      assertThat(get(MESSAGES + "?To=%2B31600000009").statusCode()).isEqualTo(500);
      assertThat(twilio.violations()).hasSize(1).allMatch(one -> one.contains("messages.0.sid"));
    } finally {
      twilio.sent.remove(odd);
    }
  }

  /** Messages both ways, files, calls and recordings: what the stand-in says of them is right. */
  @Test
  void whatTheStandInSaysIsAsTwilioDescribesIt() throws Exception {
    String sid = TwilioStandIn.sid(77);
    twilio.received(TwilioStandIn.sms("+31600000077", sid, "Hallo"), AT);
    String file = twilio.media(sid, "image/png", new byte[] {1, 2});
    String call = "CA00000000000000000000000000000077";
    Map<String, String> caller = Map.of("CallSid", call, "From", "+31600000077", "To", "+31970");
    twilio.called(caller, AT, "completed", 20);
    String recording = twilio.recording(call, new byte[] {3}, 9);

    assertThat(get(MESSAGES + "?To=%2B31970000000&DateSent%3E=2026-11-24T08:00:00Z").body())
        .contains(sid);
    assertThat(get(MESSAGES + "?To=%2B31970000000&DateSent%3C=2026-11-24T08:00:00Z").body())
        .doesNotContain(sid);
    assertThat(get(API + "/Messages/" + sid + ".json").body()).contains("received");
    assertThat(get(API + "/Messages/" + sid + "/Media.json").body()).contains("image/png");
    assertThat(get(path(file)).statusCode()).isEqualTo(307);
    assertThat(send(request(path(file) + ".json").DELETE()).statusCode()).isEqualTo(204);
    assertThat(get(API + "/Calls.json?PageSize=1").body()).contains(call);
    assertThat(get(API + "/Calls/" + call + ".json").body()).contains("completed");
    assertThat(get(API + "/Recordings/" + recording + ".mp3").body()).hasSize(1);
    assertThat(get(API + "/Recordings/" + recording + ".json").body()).contains(call);
    assertThat(post(API + "/Calls.json", "To=%2B316&From=%2B31970&Url=https%3A%2F%2Fa.nl").body())
        .contains("outbound-api");
    assertThat(post(API + "/Calls/" + call + ".json", "Status=completed").statusCode())
        .isEqualTo(200);
    assertThat(twilio.violations()).isEmpty();
    assertThat(twilio.kept()).containsExactly(recording);
  }

  private static String path(String url) {
    return url.substring(twilio.apiUrl().length());
  }

  private static HttpResponse<String> post(String path, String form)
      throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(twilio.apiUrl() + path))
        .header("Authorization", TwilioStandIn.login());
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
