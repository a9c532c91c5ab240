package nl.aanspreekpunt.web.api;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static nl.aanspreekpunt.web.api.ApiHub.ADMINISTRATOR;
import static nl.aanspreekpunt.web.api.ApiHub.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Messages are put where they belong by the API: who may, what both cases show, what is learned.
 */
class PlacingByApiTest {
  @RegisterExtension final StoreFixture fixture = new StoreFixture();
  private ApiHub hub;
  private String rent;

  @BeforeEach
  void open() {
    hub = new ApiHub(fixture);
    rent =
        hub.opened("one", message("ans@example.org", "De huur.").put("topic", "huur-en-onderhoud"));
  }

  @Test
  void whatIsTakenOutIsReadAtItsOwnNumberAloneAndAskedTwiceItIsDoneOnce() {
    String lamp =
        hub.received("two", message("ans@example.org", "De lantaarn is stuk.").put("case", rent));
    JsonObject body =
        new JsonObject().put("messages", new JsonArray().add(lamp)).put("topic", "straat-en-groen");
    Documented.Reply made =
        hub.client.post(ADMINISTRATOR, "/cases/" + rent + "/split", body, "Idempotency-Key", "k");
    assertThat(made.status()).isEqualTo(201);
    String own = made.body().getString("number");
    assertThat(own).isNotEqualTo(rent);
    assertThat(made.body().getString("topic")).isEqualTo("straat-en-groen");
    assertThat(made.body().getString("team")).isEqualTo("openbare-ruimte");
    assertThat(made.body().getJsonArray("promises").getJsonObject(0).getString("due"))
        .isEqualTo(one(rent).dueAt().toString());
    assertThat(timeline(own)).contains("De lantaarn is stuk.", rent);
    assertThat(timeline(rent)).doesNotContain("De lantaarn is stuk.").contains(own);

    assertThat(
            hub.client
                .post(ADMINISTRATOR, "/cases/" + rent + "/split", body, "Idempotency-Key", "k")
                .body()
                .getString("number"))
        .isEqualTo(own);
    Documented.Reply again = hub.client.post(ADMINISTRATOR, "/cases/" + rent + "/split", body);
    assertThat(again.status()).isEqualTo(422);
    assertThat(hub.client.get(ADMINISTRATOR, "/receipts/" + lamp).body().getString("case"))
        .isEqualTo(own);
  }

  @Test
  void aCoordinatorSeesWhatIsUncertainInTheirTeamAndWhoDoesNotHelpPutsNothingAnywhere() {
    String beside = hub.opened("two", message("zus@example.org", "Ik ook.").put("case", rent));
    String jan = hub.tokenOf("jan.devries", "cases:read", "cases:write");
    String ravi = hub.tokenOf("ravi.ramdin", "cases:read", "cases:write");

    assertThat(items(jan, "/uncertain").getJsonObject(0).getString("suggested")).isEqualTo(rent);
    assertThat(items(ravi, "/uncertain")).isEmpty();
    JsonObject right = new JsonObject().put("as", "right");
    assertThat(hub.client.post(ravi, "/cases/" + beside + "/place", right).status()).isEqualTo(403);
    assertThat(
            hub.client
                .post(jan, "/cases/" + beside + "/place", new JsonObject().put("as", "belongs"))
                .status())
        .isEqualTo(422);
    Documented.Reply asked = hub.client.post(jan, "/cases/" + beside + "/place", right);
    assertThat(asked.status()).as("of another citizen").isEqualTo(409);
    assertThat(asked.body().getString("code")).isEqualTo("different-citizens");
    assertThat(one(beside).open()).isTrue();
    right.put("differentCitizens", true);
    Documented.Reply joined = hub.client.post(jan, "/cases/" + beside + "/place", right);
    assertThat(joined.status()).isEqualTo(200);
    assertThat(joined.body().getString("number")).isEqualTo(rent);
    assertThat(items(jan, "/uncertain")).isEmpty();

    JsonObject apart =
        new JsonObject()
            .put("messages", new JsonArray().add(one(beside).openedBy()))
            .put("into", beside);
    assertThat(hub.client.post(jan, "/cases/" + rent + "/move", apart).body().getString("number"))
        .as("what was joined is taken apart again")
        .isEqualTo(beside);
    assertThat(one(beside).open()).isTrue();
  }

  @Test
  void whatIsOfAnotherCitizenIsPutThereOnlyByWhoSaysThatTheyKnow() {
    String other = hub.opened("two", message("bob@example.org", "De stoep."));
    String more =
        hub.received("three", message("ans@example.org", "En de stoep.").put("case", rent));
    JsonObject into = new JsonObject().put("into", other);
    JsonObject move = into.copy().put("messages", new JsonArray().add(more));

    Documented.Reply join = hub.client.post(ADMINISTRATOR, "/cases/" + rent + "/join", into);
    Documented.Reply moved = hub.client.post(ADMINISTRATOR, "/cases/" + rent + "/move", move);
    assertThat(List.of(join.status(), moved.status())).containsOnly(409);
    assertThat(join.body().getString("detail")).contains("differentCitizens");
    assertThat(one(rent).messages()).hasSize(2);

    move.put("differentCitizens", true);
    assertThat(hub.client.post(ADMINISTRATOR, "/cases/" + rent + "/move", move).status())
        .isEqualTo(200);
    move = new JsonObject().put("messages", new JsonArray().add(more)).put("into", rent);
    assertThat(hub.client.post(ADMINISTRATOR, "/cases/" + other + "/move", move).status())
        .as("back to who wrote it")
        .isEqualTo(200);
  }

  @Test
  void aQuestionOfAnotherCitizenIsListedAndToldAtThatOneFromThenOn() {
    String other = hub.opened("two", message("bob@example.org", "De stoep."));
    JsonObject bob = new JsonObject().put("address", "bob@example.org");
    Case before = one(rent);
    assertThat(
            hub.client
                .post(
                    ADMINISTRATOR,
                    "/cases/" + rent + "/citizen",
                    new JsonObject().put("address", "bob"))
                .status())
        .isEqualTo(422);
    Documented.Reply after = hub.client.post(ADMINISTRATOR, "/cases/" + rent + "/citizen", bob);

    assertThat(after.status()).isEqualTo(200);
    assertThat(one(rent).citizen()).isEqualTo(one(other).citizen());
    assertThat(one(rent).dueAt()).isEqualTo(before.dueAt());
    assertThat(one(rent).events()).startsWith(before.events().toArray(CaseEvent[]::new));
    assertThat(timeline(rent)).contains("citizen-corrected", before.citizen());
    assertThat(after.body().getJsonArray("participants").encode())
        .contains("bob@example.org")
        .doesNotContain("ans@example.org");
    assertThat(after.body().getJsonArray("former").encode()).contains("ans@example.org");
    assertThat(numbers("bob@example.org")).containsExactlyInAnyOrder(rent, other);
    assertThat(numbers("ans@example.org")).isEmpty();
    assertThat(one(rent).happened(CaseEvent.Told.class))
        .last()
        .satisfies(told -> assertThat(told.link()).isEqualTo("2"));
    int events = one(rent).events().size();
    assertThat(hub.client.post(ADMINISTRATOR, "/cases/" + rent + "/citizen", bob).status())
        .isEqualTo(200);
    assertThat(one(rent).events()).as("said again, nothing happens").hasSize(events);
    JsonObject into = new JsonObject().put("into", other);
    assertThat(hub.client.post(ADMINISTRATOR, "/cases/" + rent + "/join", into).status())
        .as("they are of one citizen now")
        .isEqualTo(200);
    assertThat(one(other).participants())
        .extracting(it -> it.address().value())
        .containsExactly("bob@example.org");
  }

  private List<String> numbers(String citizen) {
    return items(ADMINISTRATOR, "/cases?citizen=" + citizen).stream()
        .map(it -> ((JsonObject) it).getString("number"))
        .toList();
  }

  @Test
  void theTimelinesOfJoinedCasesAreInterleavedAndBothNumbersGoOnWorking() {
    String other = hub.opened("two", message("ans@example.org", "Nog eens de huur."));
    note(rent, "Eerst hier.");
    note(other, "Toen daar.");
    note(rent, "En weer hier.");
    JsonObject into = new JsonObject().put("into", rent);
    assertThat(hub.client.post(ADMINISTRATOR, "/cases/" + other + "/join", into).status())
        .isEqualTo(200);

    List<JsonObject> notes =
        hub.client.get(ADMINISTRATOR, "/cases/" + rent).body().getJsonArray("timeline").stream()
            .map(JsonObject.class::cast)
            .filter(event -> event.getString("kind").equals("talked"))
            .toList();
    assertThat(notes)
        .extracting(event -> event.getString("text"), event -> event.getString("in"))
        .containsExactly(
            tuple("Eerst hier.", null), tuple("Toen daar.", other), tuple("En weer hier.", null));
    assertThat(timeline(other)).as("its history is kept").contains("Toen daar.", rent);
    hub.received("three", message("ans@example.org", "Weet u al meer?").put("case", other));
    assertThat(timeline(rent)).as("what names its number goes on").contains("Weet u al meer?");
  }

  @Test
  void whatHappenedInAJoinedCaseStandsOnceInALongTimelineBetweenWhatCameBeforeAndAfter() {
    String other = hub.opened("two", message("ans@example.org", "Nog eens de huur."));
    for (int i = 0; i < 160; i++) {
      note(rent, "hier " + i);
      if (i % 50 == 20) {
        note(other, "daar na " + i);
      }
    }
    JsonObject into = new JsonObject().put("into", rent);
    hub.client.post(ADMINISTRATOR, "/cases/" + other + "/join", into);

    List<String> said = new ArrayList<>();
    int pages = one(rent).paged() / 50;
    assertThat(pages).isGreaterThan(1);
    for (int page = 0; page < pages; page++) {
      said.addAll(notes(items(ADMINISTRATOR, "/cases/" + rent + "/timeline/" + page)));
    }
    assertThat(hub.client.get(ADMINISTRATOR, "/cases/" + rent + "/timeline/-1").status())
        .isEqualTo(404);
    JsonObject latest = hub.client.get(ADMINISTRATOR, "/cases/" + rent).body();
    said.addAll(notes(latest.getJsonArray("timeline")));
    assertThat(said).hasSize(163);
    for (int i = 20; i < 160; i += 50) {
      assertThat(said)
          .containsSubsequence("hier " + i, "daar na " + i, "hier " + (i + 1))
          .containsOnlyOnce("daar na " + i);
    }
  }

  private static List<String> notes(JsonArray events) {
    return events.stream()
        .map(event -> ((JsonObject) event).getString("text"))
        .filter(text -> text != null && (text.startsWith("hier") || text.startsWith("daar")))
        .toList();
  }

  private void note(String number, String text) {
    JsonObject said = new JsonObject().put("how", "desk").put("note", text);
    assertThat(hub.client.post(ADMINISTRATOR, "/cases/" + number + "/talks", said).status())
        .isEqualTo(201);
    hub.pass(Duration.ofMinutes(1));
  }

  @Test
  void whatStandsInAnOlderPageIsTakenOutTooAndStaysAwayWhenThatIsOldItself() {
    String lamp =
        hub.received("two", message("ans@example.org", "De lantaarn is stuk.").put("case", rent));
    IntStream.range(0, 100).forEach(i -> note(rent, "hier " + i));
    String older = "/cases/" + rent + "/timeline/0";
    assertThat(items(ADMINISTRATOR, older).encode()).contains("De lantaarn is stuk.");

    JsonObject body = new JsonObject().put("messages", new JsonArray().add(lamp));
    Documented.Reply made = hub.client.post(ADMINISTRATOR, "/cases/" + rent + "/split", body);
    assertThat(made.status()).isEqualTo(201);
    String own = made.body().getString("number");
    assertThat(timeline(own)).contains("De lantaarn is stuk.");
    IntStream.range(0, 100).forEach(i -> note(rent, "daarna " + i));

    assertThat(items(ADMINISTRATOR, older).encode())
        .contains("De huur.")
        .doesNotContain("De lantaarn is stuk.");
    assertThat(hub.client.get(ADMINISTRATOR, "/receipts/" + lamp).body().getString("case"))
        .isEqualTo(own);
    assertThat(hub.client.post(ADMINISTRATOR, "/cases/" + rent + "/split", body).status())
        .isEqualTo(422);
  }

  @Test
  void aLessonIsForWhoLeadsTheTeamWhereItWasTaught() {
    JsonObject topic = new JsonObject().put("topic", "woning-zoeken").put("words", "tiny house");
    String jan = hub.tokenOf("jan.devries", "cases:read", "cases:write");
    String anouk = hub.tokenOf("anouk.jansen", "cases:read", "cases:write");
    assertThat(hub.client.post(jan, "/cases/" + rent + "/topic", topic).status()).isEqualTo(200);

    JsonObject lesson = items(jan, "/lessons").getJsonObject(0);
    assertThat(lesson.getString("by")).isEqualTo("jan.devries");
    assertThat(lesson.getString("says")).contains("tiny house");
    assertThat(items(anouk, "/lessons")).isEmpty();
    String path = "/lessons/" + lesson.getString("id") + "/revoke";
    assertThat(hub.client.post(anouk, path, new JsonObject()).status()).isEqualTo(404);
    assertThat(hub.client.post(jan, path, new JsonObject()).body().getString("revokedBy"))
        .isEqualTo("jan.devries");
  }

  private Case one(String number) {
    return await(hub.cases.find(number)).orElseThrow();
  }

  private String timeline(String number) {
    return hub.client
        .get(ADMINISTRATOR, "/cases/" + number)
        .body()
        .getJsonArray("timeline")
        .encode();
  }

  private JsonArray items(String token, String path) {
    return hub.client.get(token, path).body().getJsonArray("items");
  }
}
