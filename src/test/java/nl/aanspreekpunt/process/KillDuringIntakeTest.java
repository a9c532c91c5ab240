package nl.aanspreekpunt.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code kill -9} during intake at full load, again and again: what was acknowledged is there. */
class KillDuringIntakeTest {
  private static final int KILLS = 6;
  private static final int AT_LEAST = 20;
  private static final int MORE_AT_MOST = 150;

  private final MailLoad load = new MailLoad();
  private final Random random = new Random(20260907);

  @Test
  void everythingAcknowledgedIsThereOnceAfterTenKills() throws Exception {
    try (RunningHub hub = RunningHub.started(Map.of())) {
      for (int kill = 1; kill <= KILLS; kill++) {
        loadUntilKilled(hub);
        hub.to(RunningHub.MONDAY_TEN.plusSeconds(120L * kill));
        hub.start();
      }
      hub.to(RunningHub.MONDAY_TEN.plusSeconds(120L * (KILLS + 60)));
      assertThat(load.acknowledged).hasSizeGreaterThanOrEqualTo(KILLS * AT_LEAST);
      eachReceiptIsRouted(hub);
      eachSenderHasOneCase(hub);
      eachCaseHasOneAcknowledgement(hub);
    }
  }

  private void loadUntilKilled(RunningHub hub) throws InterruptedException {
    load.start(hub.smtpPort());
    int enough = load.acknowledged.size() + AT_LEAST + random.nextInt(MORE_AT_MOST);
    Until.until("under load", () -> load.acknowledged.size() >= enough);
    LockSupport.parkNanos(random.nextInt(20_000_000));
    hub.kill();
    load.join();
  }

  private void eachReceiptIsRouted(RunningHub hub) {
    load.acknowledged.forEach(
        (citizen, receipt) ->
            Until.until(
                "the mail of " + citizen + " is routed",
                () -> hub.get("/receipts/" + receipt).getString("state").equals("routed")));
  }

  private void eachSenderHasOneCase(RunningHub hub) {
    Map<String, Long> cases =
        counted(
            hub.all("/cases"),
            one -> one.getJsonObject("citizen").getJsonArray("addresses").getString(0));
    assertThat(cases.keySet()).containsAll(load.acknowledged.keySet()).isSubsetOf(load.sent);
    assertThat(cases.values()).containsOnly(1L);
  }

  private void eachCaseHasOneAcknowledgement(RunningHub hub) {
    List<JsonObject> told =
        hub.all("/outbox").stream()
            .filter(entry -> entry.getString("kind").equals("acknowledgement"))
            .toList();
    assertThat(counted(told, entry -> entry.getString("case")).values()).containsOnly(1L);
    assertThat(counted(told, entry -> entry.getString("to")).keySet())
        .containsAll(load.acknowledged.keySet());
  }

  private static Map<String, Long> counted(List<JsonObject> all, Function<JsonObject, String> by) {
    return all.stream().collect(Collectors.groupingBy(by, Collectors.counting()));
  }
}
