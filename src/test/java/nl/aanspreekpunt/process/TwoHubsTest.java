package nl.aanspreekpunt.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.aanspreekpunt.inbox.email.SmtpDialogue;
import nl.aanspreekpunt.store.TestStore;
import nl.aanspreekpunt.store.embedded.EmbeddedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two hubs on one database, both at work: what happens to a case happens once, whichever does it,
 * and one goes on with what the other was killed at. The ladder is that of conf/directory.yaml.
 */
class TwoHubsTest {
  private static final int CASES = 8;
  private static final Instant MONDAY_LATER = RunningHub.MONDAY_TEN.plusSeconds(120);
  private static final Instant TUESDAY_AFTERNOON = Instant.parse("2026-09-08T12:20:00Z");
  private static final Instant WEDNESDAY_TEN = Instant.parse("2026-09-09T08:05:00Z");
  private static final Instant WEDNESDAY_AFTERNOON = Instant.parse("2026-09-09T13:15:00Z");
  private static final Instant THURSDAY = Instant.parse("2026-09-10T13:25:00Z");

  @TempDir Path folder;
  private EmbeddedDatabase embedded;
  private String database;
  private RunningHub one;
  private RunningHub other;

  @BeforeEach
  void start() throws IOException {
    database = TestStore.ownDatabase();
    if (database == null) {
      embedded = EmbeddedDatabase.open(folder);
      database = embedded.uri();
    }
    one = new RunningHub(Map.of("store.uri", database));
    other = new RunningHub(Map.of("store.uri", database));
    List.of(one.begin(), other.begin()).forEach(HubProcess::awaitReady);
  }

  @AfterEach
  void stop() {
    one.close();
    other.close();
    if (embedded == null) {
      TestStore.drop(database);
    } else {
      embedded.close();
    }
  }

  @Test
  void eachMailMakesOneCaseAndEachStepOfItsLadderIsTakenOnceByEither() {
    both(MONDAY_LATER, hub -> offersAll(hub));
    List<String> cases = IntStream.range(0, CASES).mapToObj(this::caseNumber).toList();
    assertThat(cases).doesNotHaveDuplicates();

    both(TUESDAY_AFTERNOON, hub -> {});
    climbed(cases, "remind ravi.ramdin");
    other.to(WEDNESDAY_TEN);
    one.to(WEDNESDAY_TEN);
    Until.until("it began", () -> cases.stream().anyMatch(number -> steps(number).size() == 2));
    one.kill();
    climbed(cases, "remind ravi.ramdin", "act anouk.jansen");
    one.start();
    both(WEDNESDAY_AFTERNOON, hub -> {});
    String third = "require-reassignment gloria.martina";
    climbed(cases, "remind ravi.ramdin", "act anouk.jansen", third);
    both(THURSDAY, hub -> {});
    String fourth = "take-over anouk.jansen";
    climbed(cases, "remind ravi.ramdin", "act anouk.jansen", third, fourth);
    cases.forEach(this::isWhole);
  }

  @Test
  void whatOneAcknowledgedAndDidNotDoTheOtherDoes() throws IOException {
    List<String> receipts = new ArrayList<>();
    try (SmtpDialogue smtp = SmtpDialogue.greeted(one.smtpPort())) {
      for (int i = 0; i < CASES; i++) {
        receipts.add(offers(smtp, i));
      }
      one.kill();
    }
    other.to(MONDAY_LATER);
    for (String receipt : receipts) {
      Until.until(
          "routed " + receipt,
          () -> other.get("/receipts/" + receipt).getString("state").equals("routed"));
    }
    assertThat(other.all("/cases")).hasSize(CASES);
    assertThat(told(null)).isEqualTo(Map.of("acknowledgement", (long) CASES));
  }

  private interface Act {
    void with(RunningHub hub) throws IOException;
  }

  /** Both at the same moment. */
  private void both(Instant moment, Act act) {
    CompletableFuture.allOf(
            List.of(one, other).stream()
                .map(
                    hub ->
                        CompletableFuture.runAsync(
                            () -> {
                              hub.to(moment);
                              try {
                                act.with(hub);
                              } catch (IOException e) {
                                throw new AssertionError(e);
                              }
                            }))
                .toArray(CompletableFuture<?>[]::new))
        .join();
  }

  private static void offersAll(RunningHub hub) throws IOException {
    try (SmtpDialogue smtp = SmtpDialogue.greeted(hub.smtpPort())) {
      for (int i = 0; i < CASES; i++) {
        offers(smtp, i);
      }
    }
  }

  /** The receipt's id. */
  private static String offers(SmtpDialogue smtp, int i) throws IOException {
    smtp.says("MAIL FROM:<" + citizen(i) + ">");
    smtp.says("RCPT TO:<ravi.ramdin@voorbeeldstad.example>");
    smtp.says("DATA");
    smtp.send(
        "From: <%s>\r\nMessage-ID: <m%d@elders.example>\r\nSubject: Stoep\r\n\r\nEen gat.\r\n.\r\n"
            .formatted(citizen(i), i));
    String reply = smtp.reply();
    assertThat(reply).startsWith("250");
    return reply.substring(reply.lastIndexOf(' ') + 1);
  }

  private static String citizen(int i) {
    return "citizen" + i + "@elders.example";
  }

  private String caseNumber(int i) {
    return other.caseOf(citizen(i)).getString("number");
  }

  private void climbed(List<String> cases, String... way) {
    for (String number : cases) {
      Until.until(number + " " + List.of(way), () -> steps(number).equals(List.of(way)));
    }
  }

  private List<String> steps(String number) {
    return RunningHub.each(promise(number).getJsonArray("steps")).map(TwoHubsTest::step).toList();
  }

  private JsonObject promise(String number) {
    return other.one(number).getJsonArray("promises").getJsonObject(0);
  }

  private static String step(JsonObject step) {
    return step.getString("does") + " " + step.getString("to");
  }

  /** The history says what the promise says, and everybody was told once. */
  private void isWhole(String number) {
    JsonObject found = other.one(number);
    assertThat(RunningHub.entries(found, "received")).hasSize(1);
    assertThat(RunningHub.entries(found, "climbed").stream().map(TwoHubsTest::step))
        .isEqualTo(steps(number));
    assertThat(told(number))
        .containsEntry("acknowledgement", 1L)
        .containsEntry("acting", 1L)
        .containsEntry("new-official", 1L)
        .containsEntry("ladder", 5L);
  }

  /** How many of each kind; of one case, or of all (null). */
  private Map<String, Long> told(String number) {
    return other.all("/outbox").stream()
        .filter(entry -> number == null || number.equals(entry.getString("case")))
        .collect(Collectors.groupingBy(entry -> entry.getString("kind"), Collectors.counting()));
  }
}
