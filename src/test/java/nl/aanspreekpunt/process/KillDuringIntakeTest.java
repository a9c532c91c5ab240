package nl.aanspreekpunt.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.aanspreekpunt.inbox.email.SmtpDialogue;
import org.junit.jupiter.api.Test;

/** {@code kill -9} during intake at full load, again and again: what was acknowledged is there. */
class KillDuringIntakeTest {
  private static final int KILLS = 10;
  private static final int SENDERS = 8;
  private static final int AT_LEAST = 20;
  private static final int MORE_AT_MOST = 150;

  /** Receipt by sender, of mail that got 250. */
  private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

  /** Who sent something, acknowledged or not. */
  private final Set<String> sent = ConcurrentHashMap.newKeySet();

  private final AtomicInteger mails = new AtomicInteger();
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
      assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLS * AT_LEAST);
      eachReceiptIsRouted(hub);
      eachSenderHasOneCase(hub);
      eachCaseHasOneAcknowledgement(hub);
    }
  }

  private void loadUntilKilled(RunningHub hub) throws InterruptedException {
    int port = hub.smtpPort();
    List<Thread> senders = new ArrayList<>();
    for (int i = 0; i < SENDERS; i++) {
      Thread sender = new Thread(() -> sendUntilBroken(port), "sender-" + i);
      sender.start();
      senders.add(sender);
    }
    int enough = acknowledged.size() + AT_LEAST + random.nextInt(MORE_AT_MOST);
    Until.until("under load", () -> acknowledged.size() >= enough);
    LockSupport.parkNanos(random.nextInt(20_000_000));
    hub.kill();
    for (Thread sender : senders) {
      sender.join();
    }
  }

  private void sendUntilBroken(int port) {
    try (SmtpDialogue smtp = SmtpDialogue.greeted(port)) {
      while (true) {
        String citizen = "citizen" + mails.incrementAndGet() + "@elders.example";
        sent.add(citizen);
        String reply = send(smtp, citizen);
        if (!reply.startsWith("250 ")) {
          return;
        }
        acknowledged.put(citizen, reply.substring(reply.lastIndexOf(' ') + 1));
      }
    } catch (IOException killed) {
      return;
    }
  }

  /** One mail of two kilobytes, from a sender of its own; what the hub said of it at last. */
  private static String send(SmtpDialogue smtp, String citizen) throws IOException {
    smtp.says("MAIL FROM:<" + citizen + ">");
    smtp.says("RCPT TO:<vraag@voorbeeldstad.example>");
    smtp.says("DATA");
    smtp.send(
        "From: <%s>\r\nSubject: Mijn huur\r\n\r\n%s\r\n.\r\n"
            .formatted(citizen, "Wat kan ik doen aan mijn huur?\r\n".repeat(60)));
    return smtp.reply();
  }

  private void eachReceiptIsRouted(RunningHub hub) {
    acknowledged.forEach(
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
    assertThat(cases.keySet()).containsAll(acknowledged.keySet()).isSubsetOf(sent);
    assertThat(cases.values()).containsOnly(1L);
  }

  private void eachCaseHasOneAcknowledgement(RunningHub hub) {
    List<JsonObject> told =
        hub.all("/outbox").stream()
            .filter(entry -> entry.getString("kind").equals("acknowledgement"))
            .toList();
    assertThat(counted(told, entry -> entry.getString("case")).values()).containsOnly(1L);
    assertThat(counted(told, entry -> entry.getString("to")).keySet())
        .containsAll(acknowledged.keySet());
  }

  private static Map<String, Long> counted(List<JsonObject> all, Function<JsonObject, String> by) {
    return all.stream().collect(Collectors.groupingBy(by, Collectors.counting()));
  }
}
