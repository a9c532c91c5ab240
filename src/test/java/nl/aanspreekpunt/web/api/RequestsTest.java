package nl.aanspreekpunt.web.api;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static nl.aanspreekpunt.web.api.ApiHub.ADMINISTRATOR;
import static nl.aanspreekpunt.web.api.ApiHub.NOW;
import static nl.aanspreekpunt.web.api.ApiHub.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.aanspreekpunt.store.StoreAway;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How requests are let in, refused, repeated and paged. */
class RequestsTest {
  private static final String KEY = "Idempotency-Key";
  @RegisterExtension final StoreFixture fixture = new StoreFixture();

  @Test
  void aMessageSentManyTimesAtOnceIsOneCase() {
    ApiHub hub = new ApiHub(fixture);
    JsonObject message = message("ans@example.org", "De lantaarnpaal is kapot.");
    List<CompletableFuture<Documented.Reply>> sent =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> hub.client.post(ADMINISTRATOR, "/messages", message, KEY, "k")))
            .toList();
    List<Documented.Reply> replies = sent.stream().map(CompletableFuture::join).toList();
    assertThat(replies).allMatch(reply -> reply.status() == 202);
    assertThat(replies.stream().filter(reply -> !reply.body().getBoolean("duplicate"))).hasSize(1);
    Set<String> ids = new HashSet<>(replies.stream().map(r -> r.body().getString("id")).toList());
    assertThat(ids).hasSize(1);
    hub.placed(ids.iterator().next());
    assertThat(items(hub.client.get(ADMINISTRATOR, "/cases"))).hasSize(1);
    JsonObject other = message("ans@example.org", "Iets anders.");
    Documented.Reply refused = hub.client.post(ADMINISTRATOR, "/messages", other, KEY, "k");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().getString("code")).isEqualTo("key-used");
  }

  @Test
  void theReasonOfARouteIsSaidAsTheCallerAsksAndItsFactsAreTheSame() {
    ApiHub hub = new ApiHub(fixture);
    Documented.Reply sent =
        hub.client.post(
            ADMINISTRATOR, "/messages", message("ans@example.org", "Een boom."), KEY, "k");
    String receipt = sent.body().getString("id");
    String number = hub.placed(receipt).getString("case");
    JsonObject english = route(hub, "/cases/" + number, "fr, en;q=0.8");
    JsonObject dutch = route(hub, "/cases/" + number, "nl-NL, nl;q=0.9");
    assertThat(english.getString("evidence")).startsWith("About Streets and parks");
    assertThat(route(hub, "/cases/" + number, "fr")).isEqualTo(english);
    assertThat(dutch.getString("evidence")).startsWith("Gaat over Straat en groen");
    assertThat(dutch.getJsonObject("facts")).isEqualTo(english.getJsonObject("facts"));
    assertThat(english.getJsonObject("facts").getJsonArray("words")).containsExactly("boom");
    assertThat(route(hub, "/receipts/" + receipt, "en")).isEqualTo(english);
  }

  private static JsonObject route(ApiHub hub, String path, String language) {
    return hub.client
        .call("GET", ADMINISTRATOR, path, null, "Accept-Language", language)
        .body()
        .getJsonObject("route");
  }

  @Test
  void aReplySentManyTimesAtOnceIsOneReply() {
    ApiHub hub = new ApiHub(fixture);
    String number = hub.opened("a", message("ans@example.org", "De lantaarnpaal is kapot."));
    JsonObject reply = new JsonObject().put("text", "Morgen gemaakt.");
    String path = "/cases/" + number + "/replies";
    List<CompletableFuture<Documented.Reply>> sent =
        IntStream.range(0, 6)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> hub.client.post(ADMINISTRATOR, path, reply, KEY, "r")))
            .toList();
    assertThat(sent.stream().map(CompletableFuture::join)).allMatch(one -> one.status() == 201);
    JsonArray timeline =
        hub.client.get(ADMINISTRATOR, "/cases/" + number).body().getJsonArray("timeline");
    assertThat(kinds(timeline).filter("replied"::equals)).hasSize(1);
    assertThat(
            hub.client
                .post(ADMINISTRATOR, path, new JsonObject().put("text", "Anders"), KEY, "r")
                .status())
        .isEqualTo(422);
  }

  @Test
  void eachMistakeIsNamedByItsField() {
    ApiHub hub = new ApiHub(fixture);
    Documented.Reply missing =
        hub.client.post(ADMINISTRATOR, "/messages", message("ans@example.org", "Hallo"));
    assertThat(missing.status()).isEqualTo(400);
    assertThat(fields(missing)).containsExactly(KEY);
    JsonObject wrong =
        new JsonObject()
            .put("from", new JsonObject().put("email", "geen adres").put("fax", "1"))
            .put("text", "nul \u0000")
            .put("topic", "bestaat-niet")
            .put("callback", new JsonObject());
    Documented.Reply refused = hub.client.post(ADMINISTRATOR, "/messages", wrong, KEY, "w");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(fields(refused))
        .contains("from.email", "from.fax", "text", "topic", "callback.phone");
    String number = hub.opened("a", message("ans@example.org", "De stoep is kapot."));
    Documented.Reply no =
        hub.client.post(
            ADMINISTRATOR,
            "/cases/" + number + "/close",
            new JsonObject().put("outcome", "refused").put("explanation", "nee"));
    assertThat(no.status()).isEqualTo(422);
    assertThat(no.body().getString("code")).isEqualTo("explanation-needed");
  }

  @Test
  void whatCannotBeAnsweredIsRefusedAsAProblem() {
    ApiHub hub = new ApiHub(fixture);
    Documented client = hub.client;
    Documented.Reply nobody = client.get(null, "/cases");
    assertThat(nobody.status()).isEqualTo(401);
    assertThat(nobody.header("WWW-Authenticate")).startsWith("Bearer");
    assertThat(client.get("no-such-token", "/cases").status()).isEqualTo(401);
    String portal = portal(hub);
    assertThat(client.get(portal, "/cases").status()).isEqualTo(403);
    assertThat(client.get(ADMINISTRATOR, "/cases/000000000").status()).isEqualTo(404);
    assertThat(client.get(ADMINISTRATOR, "/nothing").status()).isEqualTo(404);
    Documented.Reply method = client.call("DELETE", ADMINISTRATOR, "/cases", null);
    assertThat(method.status()).isEqualTo(405);
    assertThat(method.header("Allow")).isEqualTo("GET");
    assertThat(client.call("GET", ADMINISTRATOR, "/cases", null, "Accept", "text/html").status())
        .isEqualTo(406);
    assertThat(client.raw("POST", ADMINISTRATOR, "/tokens", "{").status()).isEqualTo(400);
    assertThat(client.raw("POST", ADMINISTRATOR, "/tokens", "[]").status()).isEqualTo(400);
    assertThat(
            client
                .raw("POST", ADMINISTRATOR, "/tokens", "a", "Content-Type", "text/plain")
                .status())
        .isEqualTo(415);
    String large = new JsonObject().put("text", "a".repeat(600_000)).encode();
    assertThat(client.raw("POST", ADMINISTRATOR, "/messages", large).status()).isEqualTo(413);
    assertThat(client.get(ADMINISTRATOR, "/cases?limit=0").status()).isEqualTo(400);
    assertThat(client.get(ADMINISTRATOR, "/cases?cursor=!").status()).isEqualTo(400);
    assertThat(client.get(ADMINISTRATOR, "/cases?state=gone").status()).isEqualTo(400);
  }

  private static String portal(ApiHub hub) {
    JsonObject wanted =
        new JsonObject()
            .put("name", "portal")
            .put("scopes", new JsonArray(List.of("messages:write")));
    return hub.client.post(ADMINISTRATOR, "/tokens", wanted).body().getString("token");
  }

  @Test
  void aTokenThatIsRemovedOrWhoseOfficialLeftIsRefused() {
    ApiHub hub = new ApiHub(fixture);
    String portal = portal(hub);
    String id = ApiToken.hash(portal);
    assertThat(hub.client.get(portal, "/receipts/none").status()).isEqualTo(404);
    hub.client.call("DELETE", ADMINISTRATOR, "/tokens/" + id, null);
    assertThat(hub.client.get(portal, "/receipts/none").status()).isEqualTo(401);
    String jan = hub.tokenOf("jan.devries", "directory:read");
    assertThat(hub.client.get(jan, "/officials").status()).isEqualTo(200);
    hub.client.post(ADMINISTRATOR, "/officials/jan.devries/departure", new JsonObject());
    assertThat(hub.client.get(jan, "/officials").status()).isEqualTo(401);
  }

  @Test
  void aTokenThatAsksTooOftenHearsWhenToTryAgain() {
    ApiHub hub = new ApiHub(fixture, 2);
    hub.client.get(ADMINISTRATOR, "/officials");
    hub.client.get(ADMINISTRATOR, "/officials");
    Documented.Reply refused = hub.client.get(ADMINISTRATOR, "/officials");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isEqualTo("61");
  }

  @Test
  void casesComeNewestFirstPageByPageAndEachOnce() {
    ApiHub hub = new ApiHub(fixture);
    List<String> opened = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      opened.add(hub.opened("m" + i, message("p" + i + "@example.org", "De stoep is kapot.")));
      if (i % 3 == 2) {
        hub.pass(java.time.Duration.ofMillis(1));
      }
    }
    List<String> seen = new ArrayList<>();
    String next = "";
    while (next != null) {
      JsonObject page = hub.client.get(ADMINISTRATOR, "/cases?limit=2" + next).body();
      page.getJsonArray("items").forEach(one -> seen.add(((JsonObject) one).getString("number")));
      next = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
    }
    assertThat(seen).containsExactlyInAnyOrderElementsOf(opened);
    assertThat(seen.get(0)).isEqualTo(opened.get(6));
  }

  @Test
  void theDatabaseAwayIsA503AndNothingWasTakenIn() {
    AtomicBoolean away = new AtomicBoolean();
    fixture.reopened(
        (table, writes) -> {
          if (away.get()) {
            throw new StoreAway("away");
          }
        });
    ApiHub hub = new ApiHub(fixture, 1_000);
    away.set(true);
    JsonObject message = message("ans@example.org", "Hallo");
    Documented.Reply refused = hub.client.post(ADMINISTRATOR, "/messages", message, KEY, "m");
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.header("Retry-After")).isNotNull();
    away.set(false);
    assertThat(items(hub.client.get(ADMINISTRATOR, "/cases"))).isEmpty();
    assertThat(
            hub.client
                .post(ADMINISTRATOR, "/messages", message, KEY, "m")
                .body()
                .getBoolean("duplicate"))
        .isFalse();
  }

  @Test
  void aFreshStoreGetsOneAdministratorsToken() {
    ApiTokens tokens = ApiTokens.in(fixture.store());
    String made =
        await(tokens.administrator(null, NOW, one -> Future.succeededFuture())).orElseThrow();
    assertThat(await(tokens.find(ApiToken.hash(made)))).isPresent();
    assertThat(await(tokens.administrator(null, NOW, one -> Future.succeededFuture()))).isEmpty();
    assertThat(await(tokens.administrator("another", NOW, one -> Future.succeededFuture())))
        .isEmpty();
    assertThat(await(tokens.all())).hasSize(1);
  }

  private static JsonArray items(Documented.Reply reply) {
    return reply.body().getJsonArray("items");
  }

  private static Stream<String> kinds(JsonArray timeline) {
    return timeline.stream().map(one -> ((JsonObject) one).getString("kind"));
  }

  private static List<String> fields(Documented.Reply reply) {
    return reply.body().getJsonArray("errors").stream()
        .map(one -> ((JsonObject) one).getString("field"))
        .toList();
  }
}
