package nl.aanspreekpunt.web.api;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static nl.aanspreekpunt.web.api.ApiHub.ADMINISTRATOR;
import static nl.aanspreekpunt.web.api.ApiHub.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.aanspreekpunt.routing.learned.Sentences;
import nl.aanspreekpunt.store.StoreAway;
import nl.aanspreekpunt.store.StoreFixture;
import nl.aanspreekpunt.trail.Deeds;
import nl.aanspreekpunt.trail.Entries;
import nl.aanspreekpunt.trail.Kept;
import nl.aanspreekpunt.trail.Subject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The audit trail over the API: what comes on it, who reads it, whether it is whole. */
class TrailByApiTest {
  @RegisterExtension final StoreFixture fixture = new StoreFixture();
  private ApiHub hub;
  private Documented client;

  @BeforeEach
  void open() {
    hub = new ApiHub(fixture);
    client = hub.client;
  }

  /** For the test that every word of the description is used. */
  static void everyWord(ApiHub hub) {
    String token = hub.tokenOf("marijke.smit", "cases:read");
    assertThat(hub.client.get(token, "/trail?limit=1").body().getString("next")).isNotNull();
    assertThat(hub.client.get(token, "/trail?subject=setting").status()).isEqualTo(200);
    assertThat(hub.client.get(token, "/trail?by=administrator&from=2026-11-01&until=2026-11-30"))
        .extracting(Documented.Reply::status)
        .isEqualTo(200);
    String check = "/trail/check?from=2026-11-01&until=2026-11-30";
    assertThat(hub.client.get(token, check).body().getBoolean("whole")).isTrue();
  }

  private List<JsonObject> items(String token, String query) {
    JsonArray items = client.get(token, "/trail" + query).body().getJsonArray("items");
    return items.stream().map(JsonObject.class::cast).toList();
  }

  private List<JsonObject> of(String kind) {
    return items(ADMINISTRATOR, "?limit=100").stream()
        .filter(one -> one.getString("kind").equals(kind))
        .toList();
  }

  @Test
  void aTokenIsOnRecordWhenItIsMadeAndWhenItIsRevokedAndItsSecretNever() {
    JsonObject body =
        new JsonObject()
            .put("name", "klantportaal")
            .put("scopes", new JsonArray().add("messages:write"));
    JsonObject made = client.post(ADMINISTRATOR, "/tokens", body).body();
    assertThat(of("token-made"))
        .singleElement()
        .matches(one -> one.getString("about").equals("klantportaal"))
        .matches(one -> one.getString("by").equals(Deeds.token(ApiToken.hash(ADMINISTRATOR))))
        .matches(one -> one.getString("detail").equals("messages:write"));
    String path = "/tokens/" + made.getString("id");
    assertThat(client.call("DELETE", ADMINISTRATOR, path, null).status()).isEqualTo(204);
    assertThat(client.call("DELETE", ADMINISTRATOR, path, null).status()).isEqualTo(404);
    assertThat(of("token-revoked")).hasSize(1);
    assertThat(stored())
        .doesNotContain(made.getString("token"))
        .doesNotContain(made.getString("id"));
  }

  @Test
  void forWhomATokenIsAndThroughWhichOneSomebodyActsIsOnRecordWhateverItsName() {
    JsonObject body =
        new JsonObject().put("name", "thomas.bakker").put("scopes", new JsonArray().add("admin"));
    JsonObject named = client.post(ADMINISTRATOR, "/tokens", body).body();
    String token = named.getString("token");
    JsonObject theirs =
        body.put("name", "y")
            .put("official", "marijke.smit")
            .put("scopes", new JsonArray().add("cases:read"));
    JsonObject auditors = client.post(token, "/tokens", theirs).body();
    JsonObject made = of("token-made").get(0);
    assertThat(made.getString("detail")).isEqualTo("cases:read official=marijke.smit");
    assertThat(made.getString("by")).isEqualTo(Deeds.token(named.getString("id")));
    String number =
        hub.opened("one", message("ans@example.org", "Geheim.").put("topic", "bijstand"));
    client.get(auditors.getString("token"), "/cases/" + number + "?reason=Steekproef");
    assertThat(of("case-read"))
        .singleElement()
        .matches(one -> one.getString("by").equals("marijke.smit"))
        .matches(one -> one.getString("origin").equals(Deeds.token(auditors.getString("id"))));
  }

  @Test
  void anAuditorsReadingIsOnRecordOnceForAReasonAlsoWhenItIsRepeatedAtTheSameTime() {
    String number =
        hub.opened(
            "one",
            message("ans@example.org", "Geheim.")
                .put("subject", "Een vraag")
                .put("topic", "bijstand"));
    String token = hub.tokenOf("marijke.smit", "cases:read");
    String path = "/cases/" + number + "?reason=Steekproef%20over%20ans%40example.org";
    List<Thread> readers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      readers.add(new Thread(() -> client.get(token, path)));
    }
    readers.forEach(Thread::start);
    readers.forEach(TrailByApiTest::ended);
    assertThat(client.get(token, path).body().encode()).contains("Geheim");
    assertThat(client.get(token, "/cases/" + number).body().encode()).doesNotContain("Geheim");
    assertThat(of("case-read"))
        .singleElement()
        .matches(one -> one.getString("about").equals(number))
        .matches(one -> one.getString("by").equals("marijke.smit"))
        .matches(one -> one.getString("detail").equals("Steekproef over …"));
    assertThat(stored()).doesNotContain("ans@").doesNotContain("Geheim");
  }

  @Test
  void aFileThatIsLetThroughAndWhatWasLearnedTurnedOnAndOffAreEachOnRecordOnce() {
    String number = hub.opened("one", message("ans@example.org", "Een akte."));
    DoubtfulByApiTest.heldFile(hub, number);
    assertThat(of("file-let-through"))
        .singleElement()
        .matches(one -> one.getString("about").equals(number))
        .matches(one -> one.getString("detail").equals("Gebeld"));
    assertThat(stored()).doesNotContain("akte");

    turn(false);
    assertThat(of("learned-off")).as("nobody ever turned it on").isEmpty();
    hub.examples.addAll(Sentences.some(240));
    hub.post("/learning/measurements", new JsonObject(), 200);
    turn(true);
    turn(true);
    hub.pass(Duration.ofMinutes(1));
    turn(false);
    turn(false);
    assertThat(of("learned-on")).hasSize(1);
    assertThat(of("learned-off")).hasSize(1);
  }

  private void turn(boolean on) {
    JsonObject said = new JsonObject().put("on", on).put("by", "thomas.bakker");
    assertThat(client.call("PUT", ADMINISTRATOR, "/learning", said).status()).isEqualTo(200);
  }

  private static void ended(Thread one) {
    try {
      one.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void nothingIsReadThatIsNotOnRecord() {
    String number =
        hub.opened(
            "one",
            message("ans@example.org", "Geheim.")
                .put("subject", "Een vraag")
                .put("topic", "bijstand"));
    String token = hub.tokenOf("marijke.smit", "cases:read");
    fixture.reopened(
        (table, writes) -> {
          if (writes && table.equals("trail")) {
            throw new StoreAway("cut off");
          }
        });
    ApiHub cut = new ApiHub(fixture);
    Documented.Reply reply = cut.client.get(token, "/cases/" + number + "?reason=Steekproef");
    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.body().encode()).doesNotContain("Geheim");
    JsonObject body = new JsonObject().put("name", "x").put("scopes", new JsonArray().add("scim"));
    assertThat(cut.client.post(ADMINISTRATOR, "/tokens", body).status()).isEqualTo(503);
    assertThat(await(cut.tokens.all())).noneMatch(one -> one.name().equals("x"));
  }

  @ParameterizedTest
  @CsvSource({
    "marijke.smit, 200, true, auditor",
    "thomas.bakker, 200, false, administrator",
    "kwame.mensah, 403, false, coordinator",
    "pieter.hoekstra, 403, false, manager",
    "fatma.yildiz, 403, false, official",
    "meilin.chen, 403, false, clerk",
  })
  void whoReadsIt(String official, int status, boolean readings, String office) {
    String number =
        hub.opened(
            "one",
            message("ans@example.org", "Geheim.")
                .put("subject", "Een vraag")
                .put("topic", "bijstand"));
    client.get(
        hub.tokenOf("marijke.smit", "cases:read"), "/cases/" + number + "?reason=Steekproef");
    String token = hub.tokenOf(official, "cases:read");
    Documented.Reply reply = client.get(token, "/trail");
    assertThat(reply.status()).as(office).isEqualTo(status);
    assertThat(reply.body().encode().contains("Steekproef")).as(office).isEqualTo(readings);
    assertThat(client.get(token, "/trail?subject=reading").status())
        .isEqualTo(readings ? 200 : 403);
    assertThat(client.get(token, "/trail/check").status()).isEqualTo(status);
    assertThat(items(ADMINISTRATOR, "").toString()).contains("Steekproef");
    String system =
        client
            .post(
                ADMINISTRATOR,
                "/tokens",
                new JsonObject()
                    .put("name", "s")
                    .put("scopes", new JsonArray().add("directory:read")))
            .body()
            .getString("token");
    assertThat(client.get(system, "/trail").status()).isEqualTo(403);
  }

  @Test
  void theDirectorysHistoryIsMergedIntoItByTimeAndPagedWithIt() {
    hub.pass(Duration.ofMinutes(1));
    hub.tokenOf("marijke.smit", "cases:read");
    hub.pass(Duration.ofMinutes(1));
    client.post(
        ADMINISTRATOR,
        "/officials/jan.devries/absences",
        new JsonObject().put("until", "2026-12-01T09:00:00Z"));
    hub.pass(Duration.ofMinutes(1));
    hub.tokenOf("thomas.bakker", "cases:read");
    List<String> kinds = new ArrayList<>();
    String cursor = "";
    do {
      JsonObject page = client.get(ADMINISTRATOR, "/trail?limit=1" + cursor).body();
      page.getJsonArray("items").forEach(one -> kinds.add(((JsonObject) one).getString("kind")));
      cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
    } while (cursor != null);
    assertThat(kinds)
        .containsExactly("token-made", "directory-absent", "token-made", "directory-file");
    assertThat(items(ADMINISTRATOR, "?subject=keys")).hasSize(2);
    assertThat(items(ADMINISTRATOR, "?until=2026-11-23")).isEmpty();
  }

  @Test
  void whatWasTakenOutIsToldByTheCheck() {
    hub.tokenOf("marijke.smit", "cases:read");
    hub.tokenOf("thomas.bakker", "cases:read");
    Entries entries = Entries.in(fixture.store());
    assertThat(client.get(ADMINISTRATOR, "/trail/check").body().getBoolean("whole")).isTrue();
    String chain =
        await(entries.newest(Kept.ACTS, Instant.parse("2100-01-01T00:00:00Z"), 1)).get(0).id();
    await(entries.remove(await(entries.onChain(chain, 0, 1)).get(0).id()));
    JsonObject checked = client.get(ADMINISTRATOR, "/trail/check").body();
    assertThat(checked.getBoolean("whole")).isFalse();
    assertThat(checked.getJsonArray("findings").encode()).contains("missing", chain);
  }

  @ParameterizedTest
  @CsvSource({
    "?cursor=x",
    "?cursor=MTIz",
    "?limit=0",
    "?subject=all",
    "?from=gisteren",
    "?from=2026-11-30&until=2026-11-01",
    "?from=2020-01-01",
    "?until=2026-02-31",
    "?wat=x"
  })
  void whatMakesNoSenseIsRefused(String query) {
    assertThat(client.get(ADMINISTRATOR, "/trail" + query).status()).isEqualTo(400);
  }

  private String stored() {
    Entries entries = Entries.in(fixture.store());
    StringBuilder all = new StringBuilder();
    for (Subject subject : Subject.values()) {
      all.append(await(entries.find(subject, null, "0", "9", 1_000)));
    }
    return all.toString();
  }

  @Test
  void whatIsSaidInOurOwnWordsIsOnRecordWithWhoSaidSo() {
    String key = "ACKNOWLEDGEMENT.helps";
    Instant then = ApiHub.NOW.plusSeconds(1);
    await(hub.ownTexts.keep(key, 0, "Ik help u graag.", null, "thomas.bakker", ApiHub.NOW));
    await(hub.ownTexts.keep(key, 1, null, "I help you.", "gloria.martina", then));
    assertThat(of("text-changed"))
        .allMatch(one -> one.getString("about").equals(key))
        .extracting(one -> one.getInteger("version") + " " + one.getString("by"))
        .containsExactly("2 gloria.martina", "1 thomas.bakker");
    assertThat(items(ADMINISTRATOR, "?subject=login")).isEmpty();
    String one = "/trail?limit=1&subject=setting";
    String next = client.get(ADMINISTRATOR, one).body().getString("next");
    assertThat(client.get(ADMINISTRATOR, one + "&cursor=" + next).body().getJsonArray("items"))
        .as("one page further")
        .singleElement()
        .matches(found -> ((JsonObject) found).getInteger("version") == 1);
  }
}
