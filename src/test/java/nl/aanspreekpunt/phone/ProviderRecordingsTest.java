package nl.aanspreekpunt.phone;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.aanspreekpunt.twilio.TwilioAccount;
import org.junit.jupiter.api.Test;

/** A spoken message is fetched and deleted where it is, with that account's own login. */
class ProviderRecordingsTest {
  @Test
  void whatIsOfASubaccountIsAskedForThere() {
    Vertx vertx = Vertx.vertx();
    List<String> asked = new CopyOnWriteArrayList<>();
    HttpServer twilio =
        await(
            vertx
                .createHttpServer()
                .requestHandler(
                    request -> {
                      asked.add(request.path() + " " + login(request.getHeader("Authorization")));
                      request.response().setStatusCode(404).end();
                    })
                .listen(0, "127.0.0.1"));
    ProviderRecordings recordings =
        new ProviderRecordings(
            vertx,
            "http://127.0.0.1:" + twilio.actualPort(),
            List.of(new TwilioAccount("AC1", "een"), new TwilioAccount("AC2", "twee")));
    await(recordings.fetch("AC2", "RE1"));
    await(recordings.delete("AC2", "RE1"));
    await(recordings.fetch(null, "RE2"));
    await(recordings.fetch("AC9", "RE3"));
    await(vertx.close());

    assertThat(asked)
        .containsExactly(
            "/2010-04-01/Accounts/AC2/Recordings/RE1.mp3 AC2:twee",
            "/2010-04-01/Accounts/AC2/Recordings/RE1.json AC2:twee",
            "/2010-04-01/Accounts/AC1/Recordings/RE2.mp3 AC1:een",
            "/2010-04-01/Accounts/AC1/Recordings/RE3.mp3 AC1:een");
  }

  private static String login(String header) {
    byte[] read = Base64.getDecoder().decode(header.replace("Basic ", ""));
    return new String(read, StandardCharsets.UTF_8);
  }
}
