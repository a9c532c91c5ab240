package nl.aanspreekpunt.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import nl.aanspreekpunt.e2e.Citizen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * {@code kill -9} while an undone departure, a bulk reassignment and a table of officials are under
 * way all at once: each goes on by itself, and nobody hears anything twice.
 */
class MovesWithKillsTest {
  private static final int EACH = 12;
  private static final int KILLS = 2;
  private static final int SOON_NANOS = 60_000_000;

  /** It looks once a second at what is under way. */
  private static final int TICK_NANOS = 1_200_000_000;

  private static final String BACK = "fatma.yildiz";
  private static final String GIVES = "ravi.ramdin";
  private static final String GETS = "anouk.jansen";
  private static final String LEAVES = "sanne.vandijk";
  private final Random random = new Random(20260907);
  private RunningHub hub;

  @BeforeEach
  void start() throws Exception {
    hub = RunningHub.started(Map.of());
    for (String official : List.of(BACK, GIVES, LEAVES)) {
      for (int n = 0; n < EACH; n++) {
        String from = "burger" + n + "@" + official + ".example";
        Citizen.mails(hub, from, official + "@voorbeeldstad.example", "Vraag " + n, "?", "");
      }
    }
    Until.until("all are placed", () -> hub.all("/cases?state=open").size() == 3 * EACH);
    JsonObject confirmed = new JsonObject().put("confirm", true).put("successor", "kwame.mensah");
    hub.post("/officials/" + BACK + "/departure", 200, confirmed);
    assertThat(openOf(BACK)).isEmpty();
  }

  @AfterEach
  void stop() {
    if (hub != null) {
      hub.close();
    }
  }

  @Test
  void whatWasUnderWayGoesOnAfterTheKillsAndNobodyHearsItTwice() {
    JsonObject all = new JsonObject().put("official", GIVES).put("to", GETS).put("confirm", true);
    String bulk = hub.post("/reassignments", 201, all).getString("id");
    List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
    asked.add(hub.begins("DELETE", "/officials/" + BACK + "/departure", "application/json", ""));
    asked.add(hub.begins("PUT", "/directory/officials?complete=true", "text/csv", table()));
    Until.until("it is under way", () -> openOf(BACK).size() + openOf(GETS).size() > 0);
    for (int kill = 1; kill <= KILLS; kill++) {
      LockSupport.parkNanos(random.nextInt(kill == 1 ? SOON_NANOS : TICK_NANOS));
      hub.kill();
      hub.to(RunningHub.MONDAY_TEN.plus(Duration.ofMinutes(2L * kill)));
      hub.start();
    }
    Until.until("both are answered or cut off", () -> asked.stream().allMatch(Future::isDone));

    Until.until("the bulk is done", () -> state("/reassignments/" + bulk).equals("done"));
    assertThat(hub.get("/reassignments/" + bulk).getInteger("seenTo")).isEqualTo(EACH);
    if (!employed(BACK)) {
      again("DELETE", "/officials/" + BACK + "/departure", "application/json", "");
    }
    Until.until("all are back", () -> openOf(BACK).size() == EACH);
    if (employed(LEAVES)) {
      assertThat(hub.get("/officials").encode()).doesNotContain("nieuw.hier");
      again("PUT", "/directory/officials?complete=true", "text/csv", table());
    }
    Until.until("the table is taken in", () -> !employed(LEAVES));
    Until.until("others act", () -> openOf(LEAVES).stream().allMatch(this::acted));

    assertThat(openOf(GIVES)).isEmpty();
    assertThat(openOf(GETS)).hasSize(EACH);
    assertThat(hub.get("/officials/nieuw.hier").getBoolean("employed")).isTrue();
    each(BACK, List.of("departure", "undone"));
    each(GETS, List.of("reassigned"));
    each(LEAVES, List.of());
    assertThat(openOf(LEAVES)).allMatch(one -> acting(one).size() == 1);
  }

  /** By who never heard whether it was done. */
  private void again(String method, String path, String type, String body) {
    assertThat(hub.begins(method, path, type, body).join().statusCode()).isEqualTo(200);
  }

  /** Today's officials but for one, and one who is new. */
  private static String table() {
    String others =
        ("samira.elamrani jan.devries kwame.mensah ravi.ramdin anouk.jansen meilin.chen"
                + " thomas.bakker marijke.smit gloria.martina pieter.hoekstra fatma.yildiz")
            .replace(" ", ";;;;\r\n");
    return "id;name;function;team;email\r\n"
        + others
        + ";;;;\r\nnieuw.hier;Nieuw Hier;consulent;wonen;nieuw@werk.voorbeeldstad.example\r\n";
  }

  private List<JsonObject> openOf(String official) {
    return hub.all("/cases?state=open&official=" + official);
  }

  private String state(String path) {
    return hub.get(path).getString("state");
  }

  private boolean employed(String official) {
    return hub.get("/officials/" + official).getBoolean("employed");
  }

  private boolean acted(JsonObject one) {
    return !acting(one).isEmpty();
  }

  private JsonArray acting(JsonObject one) {
    return hub.one(one.getString("number")).getJsonArray("acting");
  }

  /** Each case of theirs came there by these moves, each once, and its citizen heard each once. */
  private void each(String official, List<String> reasons) {
    Map<String, Long> heard =
        hub.all("/outbox").stream()
            .filter(entry -> entry.getString("kind").equals("new-official"))
            .collect(Collectors.groupingBy(entry -> entry.getString("to"), Collectors.counting()));
    List<JsonObject> open = openOf(official);
    assertThat(open).hasSize(EACH);
    for (JsonObject listed : open) {
      JsonObject one = hub.one(listed.getString("number"));
      assertThat(moves(one)).isEqualTo(reasons);
      String citizen = one.getJsonObject("citizen").getJsonArray("addresses").getString(0);
      assertThat(heard.getOrDefault(citizen, 0L)).as(citizen).isEqualTo(reasons.size());
    }
  }

  private static List<String> moves(JsonObject one) {
    return RunningHub.each(one.getJsonArray("responsible"))
        .map(each -> each.getString("reason"))
        .skip(1)
        .toList();
  }
}
