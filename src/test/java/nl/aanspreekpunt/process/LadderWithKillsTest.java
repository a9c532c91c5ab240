package nl.aanspreekpunt.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aanspreekpunt.e2e.Citizen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What nobody answers climbs the ladder to its end, each step once, with the hub killed between the
 * steps and while it takes them. The ladder is that of conf/directory.yaml; times are Dutch.
 */
class LadderWithKillsTest {
  private static final int TICK_NANOS = 1_200_000_000;
  private static final Instant MONDAY_AFTERNOON = Instant.parse("2026-09-07T14:25:00Z");
  private static final Instant TUESDAY_TEN = Instant.parse("2026-09-08T08:05:00Z");
  private static final Instant TUESDAY_AFTERNOON = Instant.parse("2026-09-08T12:20:00Z");
  private static final Instant WEDNESDAY_TEN = Instant.parse("2026-09-09T08:05:00Z");
  private static final Instant WEDNESDAY_AFTERNOON = Instant.parse("2026-09-09T13:15:00Z");
  private static final Instant THURSDAY = Instant.parse("2026-09-10T13:25:00Z");
  private static final Instant FRIDAY = Instant.parse("2026-09-11T13:35:00Z");
  private static final Instant MONDAY_AFTER = Instant.parse("2026-09-14T13:45:00Z");

  private final Random random = new Random(75);
  private final Map<String, List<String>> ways = new HashMap<>();
  private RunningHub hub;
  private String mail;
  private String call;

  @BeforeEach
  void start() throws Exception {
    hub = RunningHub.started(Map.of());
    Citizen.mails(hub, "ans@elders.example", "ravi.ramdin@voorbeeldstad.example", "Stoep", "?", "");
    Citizen.mails(hub, "bea@elders.example", "fatma.yildiz@voorbeeldstad.example", "Bel", "!", "");
    mail = hub.caseOf("ans@elders.example").getString("number");
    call = hub.caseOf("bea@elders.example").getString("number");
    hub.post(
        "/cases/" + call + "/callback-requests",
        201,
        new JsonObject().put("phone", "+31612345678").put("reason", "Wil gebeld worden"));
    absent("fatma.yildiz");
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  void anEmailAndACallbackRequestThatNobodyAnswersClimbToTheEndOnce() {
    killedWhileItTakes(MONDAY_AFTERNOON, call, "callback", "remind sanne.vandijk");
    absent("sanne.vandijk");
    killedBefore(TUESDAY_TEN, call, "callback", "act kwame.mensah");
    killedWhileItTakes(TUESDAY_AFTERNOON, call, "callback", "require-reassignment pieter.hoekstra");
    climbed(mail, "answer", "remind ravi.ramdin");
    killedWhileItTakes(WEDNESDAY_TEN, mail, "answer", "act anouk.jansen");
    killedBefore(WEDNESDAY_AFTERNOON, call, "callback", "take-over kwame.mensah");
    climbed(mail, "answer", "require-reassignment gloria.martina");
    killedWhileItTakes(THURSDAY, call, "callback", "tell pieter.hoekstra");
    climbed(mail, "answer", "take-over anouk.jansen");
    killedWhileItTakes(FRIDAY, mail, "answer", "tell gloria.martina");
    climbed(call, "callback", "tell pieter.hoekstra");
    killedBefore(MONDAY_AFTER, mail, "answer", "tell gloria.martina");

    climbed(call, "callback", "tell pieter.hoekstra");
    eachOnce(mail, "answer");
    eachOnce(call, "callback");
    assertThat(official(mail)).isEqualTo("anouk.jansen");
    assertThat(official(call)).isEqualTo("kwame.mensah");
    assertThat(told(mail))
        .containsEntry("ladder", 7L)
        .containsEntry("acting", 1L)
        .containsEntry("new-official", 1L)
        .containsEntry("acknowledgement", 1L);
    assertThat(told(call)).containsEntry("new-official", 1L).containsEntry("acknowledgement", 1L);
  }

  private void killedBefore(Instant moment, String number, String kind, String step) {
    onDisk();
    hub.kill();
    hub.to(moment);
    hub.start();
    climbed(number, kind, step);
  }

  /** It looks once a second whether a step is due. */
  private void killedWhileItTakes(Instant moment, String number, String kind, String step) {
    onDisk();
    hub.to(moment);
    LockSupport.parkNanos(random.nextInt(TICK_NANOS));
    hub.kill();
    hub.start();
    climbed(number, kind, step);
  }

  /**
   * A step can be read a moment before it is on disk. What is acknowledged takes along all that was
   * written before it.
   */
  private void onDisk() {
    JsonObject from = new JsonObject().put("email", "dirk@elders.example");
    JsonObject message = new JsonObject().put("text", "Een vraag").put("from", from);
    hub.post("/messages", 202, message, "Idempotency-Key", UUID.randomUUID().toString());
  }

  /**
   * The next step took effect: the manager hears the same each day, so the whole way is compared.
   */
  private void climbed(String number, String kind, String step) {
    List<String> way = ways.computeIfAbsent(number, none -> new ArrayList<>());
    way.add(step);
    Until.until(number + " " + kind + " " + way, () -> steps(number, kind).toList().equals(way));
  }

  private Stream<String> steps(String number, String kind) {
    return RunningHub.each(promise(number, kind).getJsonArray("steps"))
        .map(step -> step.getString("does") + " " + step.getString("to"));
  }

  private JsonObject promise(String number, String kind) {
    return RunningHub.each(hub.one(number).getJsonArray("promises"))
        .filter(promise -> promise.getString("kind").equals(kind))
        .findFirst()
        .orElseThrow();
  }

  /** The history says what the promise says. */
  private void eachOnce(String number, String kind) {
    JsonObject promise = promise(number, kind);
    assertThat(promise.getString("state")).isEqualTo("open");
    List<String> history =
        RunningHub.entries(hub.one(number), "climbed").stream()
            .filter(entry -> entry.getString("promise").equals(promise.getString("id")))
            .map(entry -> entry.getString("does") + " " + entry.getString("to"))
            .toList();
    assertThat(history).isEqualTo(ways.get(number));
  }

  private String official(String number) {
    return hub.one(number).getJsonObject("official").getString("id");
  }

  private Map<String, Long> told(String number) {
    return hub.all("/outbox").stream()
        .filter(entry -> number.equals(entry.getString("case")))
        .collect(Collectors.groupingBy(entry -> entry.getString("kind"), Collectors.counting()));
  }

  private void absent(String official) {
    hub.post("/officials/" + official + "/absences", 201, new JsonObject());
  }
}
