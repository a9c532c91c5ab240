package nl.aanspreekpunt.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.aanspreekpunt.process.WebhookSoak.Result;
import nl.aanspreekpunt.store.BrokenServer;
import org.junit.jupiter.api.Test;

/**
 * The soak of issue 9 in short: 100 webhooks a second, of which 5 % come twice and 5 % late, while
 * the database stops and comes back; nothing is lost, nothing is doubled. A minute of it, with ten
 * seconds without a database, is {@code bin/bench --only soak}.
 */
class WebhookSoakTest {
  private static final int RATE = 100;
  private static final Duration LASTS = Duration.ofSeconds(6);
  private static final WebhookSoak.Hook HOOK =
      new WebhookSoak.Hook("AC00000000000000000000000000000000", "soak-token", "+3197010203040");

  private static Map<String, String> configuration() throws IOException {
    Map<String, String> all = new HashMap<>();
    all.put("http.port", String.valueOf(freePort()));
    all.put("twilio.auth-token", HOOK.token());
    all.put("twilio.from", HOOK.to());
    return all;
  }

  /** The same in each life: it is part of what Twilio signs. */
  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }

  /** The embedded database stops with its process. */
  @Test
  void whileTheEmbeddedDatabaseIsKilledAndStartedAgainNothingIsLostOrDoubled() throws Exception {
    assumeTrue(
        System.getenv("AANSPREEKPUNT_TEST_MONGODB_URI") == null,
        "a MongoDB that is given cannot be stopped from here");
    try (RunningHub hub = RunningHub.started(configuration())) {
      WebhookSoak soak = new WebhookSoak(hub.url(""), HOOK, RATE);
      Result result =
          soak.run(
              LASTS,
              () -> {
                hub.kill();
                Until.until("some come while it is away", () -> soak.refused() > RATE);
                hub.start();
              });
      hub.to(RunningHub.MONDAY_TEN.plusSeconds(600));

      assertThat(result.refused()).as("some came while it was away").isPositive();
      eachIsThereOnce(hub, result);
    }
  }

  /** The hub lives on and answers 503. */
  @Test
  void whileItsDatabaseIsAwayNothingIsLostOrDoubled() throws Exception {
    BrokenServer database = new BrokenServer();
    Map<String, String> configuration = configuration();
    configuration.put("store.uri", database.uri());
    try (RunningHub hub = RunningHub.started(configuration)) {
      WebhookSoak soak = new WebhookSoak(hub.url(""), HOOK, RATE);
      Result result =
          soak.run(
              LASTS,
              () -> {
                database.steppedDown();
                Until.until("some come while it is away", () -> soak.refused() > RATE);
                database.whole();
              });
      hub.to(RunningHub.MONDAY_TEN.plusSeconds(600));

      assertThat(result.refused()).as("some came while it was away").isPositive();
      eachIsThereOnce(hub, result);
    } finally {
      database.close();
    }
  }

  private static void eachIsThereOnce(RunningHub hub, Result result) {
    double[] times = result.answeredIn();
    assertThat(times[times.length / 2]).as("half is answered, in ms").isLessThan(1_000);
    for (String receipt : result.receipts()) {
      Until.until(
          receipt + " is at its case",
          () -> hub.get("/receipts/" + receipt).getString("state").equals("routed"));
    }
    List<JsonObject> cases = hub.all("/cases");
    assertThat(cases.stream().map(WebhookSoakTest::sender).toList())
        .as("each sender has one case")
        .containsExactlyInAnyOrderElementsOf(result.senders());
    Map<String, Long> told =
        hub.all("/outbox").stream()
            .filter(entry -> entry.getString("kind").equals("acknowledgement"))
            .collect(Collectors.groupingBy(entry -> entry.getString("to"), Collectors.counting()));
    assertThat(told.keySet()).containsExactlyInAnyOrderElementsOf(result.senders());
    assertThat(told.values()).as("each is told once").containsOnly(1L);
  }

  private static String sender(JsonObject one) {
    return one.getJsonObject("citizen").getJsonArray("addresses").getString(0);
  }
}
