package nl.aanspreekpunt.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The examples that Twilio publishes, over HTTP: of its documentation
 * (https://www.twilio.com/docs/usage/security) and of the tests of its own libraries (twilio-java,
 * twilio-php, twilio-go and twilio-csharp, RequestValidatorTest).
 */
class TwilioSignatureTest {
  private static final String TOKEN = "12345";
  private static final String PUBLIC = "https://mycompany.com";
  private static final String PATH = "/myapp.php?foo=1&bar=2";
  private static final String FORM =
      "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309"
          + "&To=%2B18005551212";
  private static final String JSON = "{\"property\": \"value\", \"boolean\": true}";
  private static final String DIGEST =
      "&bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    await(vertx.close());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://mycompany.com      | RSOYDt4T1cUTdK1PDd93/VVr8B8=",
        "https://mycompany.com:443  | RSOYDt4T1cUTdK1PDd93/VVr8B8=",
        "https://mycompany.com:8443 | RSOYDt4T1cUTdK1PDd93/VVr8B8=",
        "https://a:b@mycompany.com  | RSOYDt4T1cUTdK1PDd93/VVr8B8=",
        "http://mycompany.com       | OyGYPqTF6ztdbRNCvuQO/oPvqQ4=",
        "https://MyCompany.com      | g9IN/x4Cft2g517EjYvEvM/W7LU=",
        "https://MyCompany.com:1234 | PCqOZm8cnu/L6+u5i5fuEd+Iac4=",
      })
  void aFormIsSignedForThePublicUrlWithAndWithoutItsPort(String publicUrl, String signature) {
    assertThat(form(publicUrl, PATH, FORM, signature)).isEqualTo(204);
    assertThat(form(publicUrl, PATH + "&baz=3", FORM, signature)).isEqualTo(403);
    assertThat(form(publicUrl, PATH, FORM + "&More=1", signature)).isEqualTo(403);
    assertThat(form(publicUrl, PATH, FORM.replace("1234", "1235"), signature)).isEqualTo(403);
  }

  @Test
  void theExampleOfTheDocumentation() {
    String form =
        "CallSid=CA1234567890ABCDE&Caller=%2B12349013030&Digits=1234&From=%2B12349013030"
            + "&To=%2B18005551212";

    assertThat(form(PUBLIC, PATH, form, "0/KCTR6DLpKmkAf8muzZqo1nDgQ=")).isEqualTo(204);
  }

  @Test
  void namesOfWhichOneIsTheBeginningOfAnotherAreSortedAsNames() {
    String form = "Reason=Participant&ReasonConferenceEnded=test&" + FORM;

    assertThat(form(PUBLIC, PATH, form, "vOEb5UThFn24KEfnOFLQY2AE5FY=")).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sid=CA123&SidAccount=AC123&Digits=5678&Digits=1234&Digits=1234",
        "Digits=1234&Digits=1234&SidAccount=AC123&Digits=5678&Sid=CA123",
        "Sid=CA123&SidAccount=AC123&Digits=1234&Digits=5678",
      })
  void aFieldThatComesMoreThanOnceIsSignedOnceForEachValue(String form) {
    assertThat(form(PUBLIC, PATH, form, "IK+Dwps556ElfBT0I3Rgjkr1wJU=")).isEqualTo(204);
    assertThat(form(PUBLIC, PATH, form + "&Digits=9", "IK+Dwps556ElfBT0I3Rgjkr1wJU="))
        .isEqualTo(403);
  }

  @Test
  void aJsonBodyIsSignedByItsDigestInTheQuery() {
    String signature = "a9nBmqA0ju/hNViExpshrM61xv4=";

    assertThat(json(PATH + DIGEST, JSON, signature)).isEqualTo(204);
    assertThat(json(PATH + DIGEST, JSON + " ", signature)).as("another body").isEqualTo(403);
    assertThat(json(PATH, JSON, signed(PUBLIC + PATH))).as("without a digest").isEqualTo(403);
  }

  @Test
  void aBodyThatNobodySignedIsNotLetThroughByWhatTheUrlSays() {
    assertThat(call(PUBLIC, PATH, "text/plain", FORM, signed(PUBLIC + PATH))).isEqualTo(403);
  }

  @Test
  void aQueryKeepsItsEncodingAlsoWhenThePortIsLeftOut() {
    String path = "/status?entry=c%2F1%2Fk%2B";

    assertThat(form("https://hub.example:8443", path, "", signed("https://hub.example" + path)))
        .isEqualTo(204);
    assertThat(form("https://hub.example", path, "", signed("https://hub.example:443" + path)))
        .isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ACmain", "ACsub"})
  void eachAccountSignsWithItsOwnToken(String sid) {
    List<TwilioAccount> accounts =
        List.of(new TwilioAccount("ACmain", TOKEN), new TwilioAccount("ACsub", "of the sub"));
    String right = sid.equals("ACmain") ? TOKEN : "of the sub";
    String wrong = sid.equals("ACmain") ? "of the sub" : TOKEN;
    String url = PUBLIC + PATH + "AccountSid" + sid;
    String form = "AccountSid=" + sid;

    assertThat(call(accounts, PUBLIC, PATH, form, signed(right, url))).isEqualTo(204);
    assertThat(call(accounts, PUBLIC, PATH, form, signed(wrong, url))).isEqualTo(403);
    assertThat(call(List.of(), PUBLIC, PATH, form, signed(right, url))).isEqualTo(403);
  }

  @Test
  void anAccountThatIsNotOursIsRefusedAlsoWithARightSignature() {
    String url = PUBLIC + PATH + "AccountSidACother";

    assertThat(form(PUBLIC, PATH, "AccountSid=ACother", signed(url))).isEqualTo(403);
    assertThat(new TwilioAccount("AC1", "geheim").toString()).doesNotContain("geheim");
  }

  private int form(String publicUrl, String path, String form, String signature) {
    return call(publicUrl, path, "application/x-www-form-urlencoded", form, signature);
  }

  private int json(String path, String body, String signature) {
    return call(PUBLIC, path, "application/json", body, signature);
  }

  private int call(
      List<TwilioAccount> accounts, String publicUrl, String path, String form, String signature) {
    return call(
        accounts,
        publicUrl,
        path,
        "application/x-www-form-urlencoded; charset=UTF-8",
        form,
        signature);
  }

  private int call(String publicUrl, String path, String type, String body, String signature) {
    return call(
        List.of(new TwilioAccount("ACmain", TOKEN)), publicUrl, path, type, body, signature);
  }

  private int call(
      List<TwilioAccount> accounts,
      String publicUrl,
      String path,
      String type,
      String body,
      String signature) {
    Router router = Router.router(vertx);
    router
        .post()
        .handler(BodyHandler.create(false))
        .handler(new TwilioSignature(publicUrl, accounts, () -> {}))
        .handler(context -> context.response().setStatusCode(204).end());
    HttpServer server =
        await(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
    try {
      return http.send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + path))
                  .header("Content-Type", type)
                  .header("X-Twilio-Signature", signature)
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      await(server.close());
    }
  }

  private static String signed(String text) {
    return signed(TOKEN, text);
  }

  private static String signed(String token, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
