package nl.aanspreekpunt.web.api;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static nl.aanspreekpunt.web.api.ApiHub.ADMINISTRATOR;
import static nl.aanspreekpunt.web.api.ApiHub.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.CaseRow;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is promised and kept with an answer, and the calls that somebody took a request for. */
class PromisesByApiTest {
  private static final String THURSDAY_NOON = "2026-11-26T11:00:00Z";
  private static final String CLERK = "thomas.bakker";
  @RegisterExtension final StoreFixture fixture = new StoreFixture();
  private ApiHub hub;

  @BeforeEach
  void open() {
    hub = new ApiHub(fixture);
  }

  @Test
  void anAnswerMakesThePromisesItNamesAndALaterOneKeepsThem() {
    String number = hub.opened("one", message("ans@example.org", "De stoep is kapot."));
    JsonObject promise =
        new JsonObject()
            .put("kind", "answer")
            .put("due", THURSDAY_NOON)
            .put("words", "U hoort donderdag voor 12 uur van mij");
    JsonObject reply =
        new JsonObject()
            .put("text", "Dag Ans. U hoort donderdag voor 12 uur van mij.")
            .put("promises", new JsonArray().add(promise));

    JsonObject promised = replied(number, reply, 201).body();

    List<JsonObject> open = promises(promised, "open");
    assertThat(open).extracting(one -> one.getString("due")).containsExactly(THURSDAY_NOON);
    assertThat(open.get(0).getString("said")).isEqualTo(promise.getString("words"));
    assertThat(promises(promised, "kept")).as("the answer itself was due").hasSize(1);
    assertThat(promised.getString("due")).isEqualTo(THURSDAY_NOON);

    JsonObject soon = new JsonObject().put("text", "Ik ben ermee bezig.");
    assertThat(promises(replied(number, soon, 201).body(), "open"))
        .as("only what says so keeps it")
        .hasSize(1);
    JsonObject done = new JsonObject().put("text", "De stoep is heel.");
    done.put("keeps", new JsonArray().add(open.get(0).getString("id")));
    JsonObject kept = replied(number, done, 201).body();
    assertThat(promises(kept, "open")).isEmpty();
    assertThat(promises(kept, "kept"))
        .extracting(one -> one.getString("id"))
        .contains(open.get(0).getString("id"));
  }

  @Test
  void aPromiseThatCannotStandIsRefusedAndTheAnswerIsNotSent() {
    String number = hub.opened("one", message("ans@example.org", "De stoep is kapot."));
    JsonObject past =
        new JsonObject().put("kind", "answer").put("due", "2026-11-20T11:00:00Z").put("words", "u");
    JsonObject call = new JsonObject().put("kind", "callback").put("due", THURSDAY_NOON);
    JsonObject reply = new JsonObject().put("text", "Dag Ans.");

    Documented.Reply late =
        replied(number, reply.copy().put("promises", new JsonArray().add(past)), 422);
    Documented.Reply wordless =
        replied(number, reply.copy().put("promises", new JsonArray().add(call)), 422);

    assertThat(late.body().getString("code")).isEqualTo("due-to-come");
    assertThat(wordless.body().getJsonArray("errors").toString()).contains("words");
    JsonObject one = hub.client.get(ADMINISTRATOR, "/cases/" + number).body();
    assertThat(promises(one, "open")).hasSize(1);
    assertThat(one.getJsonArray("timeline").toString()).doesNotContain("\"replied\"");
  }

  @Test
  void whoTookARequestFollowsWhatBecameOfItAndNothingElse() {
    String clerk = hub.tokenOf(CLERK, "messages:write", "cases:read");
    JsonObject taken =
        message("bo@example.org", "Mijn huur is te hoog.")
            .put("topic", "huur-en-onderhoud")
            .put("callback", new JsonObject().put("phone", "0612345678").put("reason", "geheim"));
    String receipt =
        hub.client
            .post(clerk, "/messages", taken, "Idempotency-Key", "desk")
            .body()
            .getString("id");
    String number = hub.placed(receipt).getString("case");

    JsonObject waits = taken(clerk);
    assertThat(waits.getString("case")).isEqualTo(number);
    assertThat(waits.getString("state")).isEqualTo("open");
    assertThat(waits.getString("due")).isNotNull();
    assertThat(waits.fieldNames()).doesNotContain("callback", "subject", "said");
    JsonObject reached = new JsonObject().put("outcome", "reached").put("note", "Gesproken");
    String attempts = "/callback-requests/" + waits.getString("id") + "/attempts";
    assertThat(hub.client.post(ADMINISTRATOR, attempts, reached).status()).isEqualTo(201);

    assertThat(taken(clerk).getString("state")).isEqualTo("kept");
    assertThat(taken(clerk).encode()).doesNotContain("geheim", "Gesproken", "612345678");
    String other = hub.tokenOf("fatma.yildiz", "cases:read");
    assertThat(items(other)).isEmpty();
  }

  @Test
  void aCallIsListedHoweverMuchElseIsDueBeforeAndThoseOfTheNextPageFollow() {
    List<String> calls =
        Stream.of("een", "twee", "drie")
            .map(
                one ->
                    hub.opened(
                        one,
                        message(one + "@example.org", "Mijn huur is te hoog.")
                            .put("topic", "huur-en-onderhoud")
                            .put("callback", new JsonObject().put("phone", "0612345678"))))
            .toList();
    String official = got("/cases/" + calls.get(0)).getJsonObject("official").getString("id");
    Instant before = ApiHub.NOW.minusSeconds(3600);
    var rows = fixture.store().table("cases", CaseRow.class);
    await(
        Future.all(
            IntStream.range(0, 150)
                .mapToObj(i -> rows.insert(CaseRow.due("druk" + i, official, before, null)))
                .toList()));

    String list = "/callback-requests?official=" + official;
    assertThat(cases(got(list))).containsExactlyInAnyOrderElementsOf(calls);
    JsonObject first = got(list + "&limit=2");
    JsonObject second = got(list + "&limit=2&cursor=" + first.getString("next"));
    assertThat(cases(first)).hasSize(2);
    assertThat(cases(second)).hasSize(1).doesNotContainAnyElementsOf(cases(first));
    assertThat(second.fieldNames()).doesNotContain("next");
    assertThat(hub.client.get(ADMINISTRATOR, list + "&cursor=eno").status()).isEqualTo(400);
  }

  @Test
  void whoCanOnlyBeCalledIsAskedOnThePhoneAndAnswersThere() {
    JsonObject from = new JsonObject().put("name", "Cor").put("phone", "020 123 45 67");
    JsonObject called = new JsonObject().put("from", from).put("text", "Wat moet ik betalen?");
    String path = "/cases/" + hub.opened("called", called);
    JsonObject question = new JsonObject().put("text", "Wat is uw kenteken?");
    assertThat(code(path, question)).isEqualTo("only-by-phone");

    JsonObject byPhone = question.copy().put("byPhone", true);
    Documented.Reply asked = hub.client.post(ADMINISTRATOR, path + "/questions", byPhone);

    assertThat(asked.status()).as(asked.body().encode()).isEqualTo(201);
    JsonObject waits = promises(asked.body(), "open").get(0);
    assertThat(waits.getJsonObject("waits").getString("until")).isNotBlank();
    assertThat(asked.body().getJsonArray("timeline").encode()).contains("Wat is uw kenteken?");
    String on = "/promises/" + waits.getString("id") + "/go-on";
    JsonObject heard = new JsonObject().put("answer", "12-AB-CD");
    assertThat(hub.client.post(ADMINISTRATOR, on, heard).body().containsKey("waits")).isFalse();
    assertThat(promises(got(path), "open")).as("and no call to tell them").hasSize(1);
    String written = "/cases/" + hub.opened("written", message("ans@example.org", "Hoeveel?"));
    assertThat(code(written, byPhone)).isEqualTo("ask-in-writing");
  }

  @Test
  void aQuestionPromisesAndKeepsNothingAndARequestThatSaysSoIsRefused() {
    String path = "/cases/" + hub.opened("asked", message("ans@example.org", "Hoeveel?"));
    JsonObject promise =
        new JsonObject()
            .put("kind", "answer")
            .put("due", "2026-12-04T11:00:00Z")
            .put("words", "U hoort vrijdag van mij");
    JsonObject question = new JsonObject().put("text", "Wat is uw kenteken?");
    for (JsonObject wrong :
        List.of(
            question.copy().put("promises", new JsonArray().add(promise)),
            question.copy().put("keeps", new JsonArray().add("p1")))) {
      Documented.Reply refused = hub.client.post(ADMINISTRATOR, path + "/questions", wrong);
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.body().getString("code")).isEqualTo("fields-wrong");
      assertThat(wrong.fieldNames())
          .contains(refused.body().getJsonArray("errors").getJsonObject(0).getString("field"));
    }
    assertThat(promises(got(path), "open").get(0).containsKey("waits")).isFalse();
    JsonObject reply = question.put("promises", new JsonArray().add(promise));
    assertThat(hub.client.post(ADMINISTRATOR, path + "/replies", reply).status()).isEqualTo(201);
  }

  private String code(String path, JsonObject question) {
    return hub.client.post(ADMINISTRATOR, path + "/questions", question).body().getString("code");
  }

  private JsonObject got(String path) {
    return hub.client.get(ADMINISTRATOR, path).body();
  }

  private static List<String> cases(JsonObject page) {
    return page.getJsonArray("items").stream()
        .map(one -> ((JsonObject) one).getString("case"))
        .toList();
  }

  private JsonObject taken(String token) {
    return items(token).getJsonObject(0);
  }

  private JsonArray items(String token) {
    return hub.client.get(token, "/callback-requests/taken").body().getJsonArray("items");
  }

  private Documented.Reply replied(String number, JsonObject body, int status) {
    Documented.Reply reply = hub.client.post(ADMINISTRATOR, "/cases/" + number + "/replies", body);
    assertThat(reply.status()).as(reply.body().encode()).isEqualTo(status);
    return reply;
  }

  private static List<JsonObject> promises(JsonObject one, String state) {
    Stream<JsonObject> all = one.getJsonArray("promises").stream().map(JsonObject.class::cast);
    return all.filter(promise -> promise.getString("state").equals(state)).toList();
  }
}
