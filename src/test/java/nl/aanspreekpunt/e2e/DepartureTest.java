package nl.aanspreekpunt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import nl.aanspreekpunt.process.RunningHub;
import nl.aanspreekpunt.process.Until;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody leaves: their work, address and threads go to named others, their citizens hear it. */
class DepartureTest {
  private static final String FATMA = "fatma.yildiz@voorbeeldstad.example";
  private static final String ANS = "ans@elders.example";
  private static final String BEA = "bea@elders.example";
  private static final String NEW = "new-official";
  private final Relay relay = new Relay();
  private RunningHub hub;

  @BeforeEach
  void start() {
    hub = RunningHub.started(relay.configuration());
  }

  @AfterEach
  void stop() {
    if (hub != null) {
      hub.close();
    }
    relay.close();
  }

  @Test
  void openWorkMovesCitizensHearItOnceAndOldThreadsReachTheSuccessor() throws Exception {
    Citizen.mails(hub, ANS, FATMA, "Mijn uitkering", "Wanneer komt hij?", "");
    MimeMessage thread = relay.firstTo(ANS);
    Citizen.mails(hub, ANS, FATMA, "Iets anders", "Mag ik vrijwilligerswerk doen?", "");
    Citizen.mails(hub, BEA, FATMA, "Ook een vraag", "Kan ik langskomen?", "");
    Until.until("three cases", () -> openOf("fatma.yildiz").size() == 3);

    marked();
    killed(1);
    departs(new JsonObject().put("confirm", true).put("successor", "sanne.vandijk"));
    killed(2);
    departs(new JsonObject().put("confirm", true).put("successor", "sanne.vandijk"));

    assertThat(openOf("fatma.yildiz")).isEmpty();
    assertThat(openOf(null)).hasSize(3).allSatisfy(this::isWithSomebodyEmployed);
    toldOnce(ANS);
    toldOnce(BEA);
    oldThreadsReachWhoAnswersNow(thread);
    theOldAddressReachesTheSuccessor();
  }

  /** Up again when its claim on what it was sending has ended, also where nodes share a store. */
  private void killed(int time) {
    hub.kill();
    hub.to(RunningHub.MONDAY_TEN.plus(Duration.ofMinutes(2L * time)));
    hub.start();
  }

  /** From the mark on somebody acts, before anything moved. */
  private void marked() {
    JsonObject preview = departs(new JsonObject());
    assertThat(RunningHub.each(preview.getJsonArray("moves")))
        .hasSize(3)
        .allSatisfy(
            move -> {
              assertThat(move.getJsonObject("to").getString("id")).isNotEqualTo("fatma.yildiz");
              assertThat(move.getString("why")).isNotBlank();
            });
    openOf("fatma.yildiz")
        .forEach(
            one -> assertThat(hub.one(one.getString("number")).getJsonArray("acting")).hasSize(1));
  }

  private JsonObject departs(JsonObject how) {
    return hub.post("/officials/fatma.yildiz/departure", 200, how);
  }

  private List<JsonObject> openOf(String official) {
    return hub.all("/cases?state=open" + (official == null ? "" : "&official=" + official));
  }

  private void isWithSomebodyEmployed(JsonObject one) {
    String official = one.getJsonObject("official").getString("id");
    assertThat(hub.get("/officials/" + official).getBoolean("employed")).isTrue();
  }

  /**
   * One notice for all their cases, and it arrives with a name in it. What a kill left pending in a
   * case the clock brings to the outbox.
   */
  private void toldOnce(String citizen) {
    Until.until(
        "sent to " + citizen,
        () -> notices(citizen).stream().anyMatch(one -> one.getString("state").equals("sent")));
    assertThat(notices(citizen)).hasSize(1);
    String name =
        hub.get("/officials/" + notices(citizen).get(0).getString("official")).getString("name");
    assertThat(relay.to(citizen)).anySatisfy(mail -> assertThat(Relay.text(mail)).contains(name));
  }

  private List<JsonObject> notices(String citizen) {
    return hub.all("/outbox").stream()
        .filter(entry -> entry.getString("kind").equals(NEW))
        .filter(entry -> entry.getString("to").equals(citizen))
        .toList();
  }

  private void oldThreadsReachWhoAnswersNow(MimeMessage thread) throws Exception {
    String threads = "In-Reply-To: " + Relay.messageId(thread) + "\n";
    Citizen.mails(hub, ANS, FATMA, "Re: Mijn uitkering", "Hij is er nog niet.", threads);
    Until.until(
        "the reply is in its case",
        () ->
            hub.all("/cases?citizen=" + ANS).stream()
                .map(one -> hub.one(one.getString("number")))
                .filter(one -> RunningHub.entries(one, "received").size() == 2)
                .peek(this::isWithSomebodyEmployed)
                .anyMatch(one -> one.getString("subject").equals("Mijn uitkering")));
    assertThat(hub.all("/cases?citizen=" + ANS)).hasSize(2);
  }

  private void theOldAddressReachesTheSuccessor() throws Exception {
    String carla = "carla@elders.example";
    Citizen.mails(hub, carla, FATMA, "Voor Fatma", "Bent u er nog?", "");
    JsonObject one = hub.caseOf(carla);
    assertThat(one.getJsonObject("official").getString("id")).isEqualTo("sanne.vandijk");
    assertThat(Relay.text(relay.firstTo(carla)))
        .contains("Sanne van Dijk")
        .contains("Fatma Yıldız werkt niet meer bij ons");
  }
}
