package nl.aanspreekpunt.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import nl.aanspreekpunt.inbox.email.SmtpDialogue;
import org.junit.jupiter.api.Test;

/** Asked to stop during intake, the hub takes nothing new, and finishes what it took on. */
class GracefulStopTest {
  private static final int TERMINATED = 128 + 15;
  private static final int ENOUGH = 100;
  private static final Duration LONGEST = Duration.ofSeconds(40);

  @Test
  void whatIsUnderWayIsFinishedAndWhatWasAcknowledgedIsRoutedBeforeItEnds() throws Exception {
    MailLoad load = new MailLoad();
    try (RunningHub hub = RunningHub.started(Map.of())) {
      load.start(hub.smtpPort());
      Until.until("under load", () -> load.acknowledged.size() >= ENOUGH);
      try (SmtpDialogue slow = SmtpDialogue.greeted(hub.smtpPort())) {
        slow.envelope();
        slow.send("From: <slow@elders.example>\r\nSubject: Half\r\n\r\nEen halve ");
        Instant asked = Instant.now();
        hub.ask();
        Until.until("it says so", () -> hub.readiness().contains("stopping"));
        assertThat(hub.managed("/health/live").statusCode()).isEqualTo(200);
        load.join();
        slow.send("mail.\r\n.\r\n");
        String reply = slow.reply();
        assertThat(reply).startsWith("250");
        load.acknowledged.put("slow@elders.example", MailLoad.receipt(reply));
        assertThat(hub.awaitExit()).isEqualTo(TERMINATED);
        assertThat(Duration.between(asked, Instant.now())).isLessThan(LONGEST);
        assertThat(hub.log()).doesNotContain("@elders.example", "Mijn huur", "halve");
      }
      Instant later = RunningHub.MONDAY_TEN.plus(Duration.ofHours(1));
      hub.to(later);
      hub.start();
      load.acknowledged.forEach(
          (citizen, receipt) -> {
            JsonObject one = hub.get("/receipts/" + receipt);
            assertThat(one.getString("state")).as(citizen).isEqualTo("routed");
            assertThat(Instant.parse(one.getString("routedAt"))).as(citizen).isBefore(later);
          });
    }
  }
}
