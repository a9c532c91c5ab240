package nl.aanspreekpunt.web.api;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static nl.aanspreekpunt.web.api.ApiHub.ADMINISTRATOR;
import static nl.aanspreekpunt.web.api.ApiHub.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.inbox.Doubtful;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.inbox.StoredFile;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a filter calls spam, and files that are held back, over the API. */
class DoubtfulByApiTest {
  private static final String LIST = "/doubtful-messages";
  @RegisterExtension final StoreFixture fixture = new StoreFixture();
  private ApiHub hub;
  private Documented client;

  @BeforeEach
  void open() {
    hub = new ApiHub(fixture);
    client = hub.client;
  }

  /** One that waits; its id. */
  private static String doubtful(ApiHub hub, String name, Instant came) {
    String from = name + "@example.org";
    Map<String, String> facts =
        Map.of("email", from, "subject", "Huur", "text", "Mijn huur is te hoog.");
    Receipt receipt =
        Receipt.received(name, Channel.API, came, null, List.of(), null, 0, 10, facts);
    await(hub.receipts.store(receipt));
    await(
        hub.doubtfuls.add(
            new Doubtful(
                name,
                from,
                "Jan de Vries",
                "Huur",
                "Mijn huur is te hoog.",
                "x-spam-flag",
                came,
                came,
                null,
                null,
                null,
                null,
                Map.of())));
    await(
        hub.receipts.finish(
            name, new Receipts.Ending(null, Receipt.State.ROUTED, null, null, "doubtful", came)));
    return name;
  }

  /** Each operation once, as the administrator. */
  static void everyWord(ApiHub hub) {
    String one = doubtful(hub, "every", ApiHub.NOW);
    assertThat(hub.get(LIST).getJsonArray("items")).hasSize(1);
    JsonObject spam = hub.post(LIST + "/" + one + "/spam", new JsonObject(), 200).body();
    assertThat(spam.getString("state")).isEqualTo("spam");
    assertThat(hub.get(LIST + "?state=spam").getJsonArray("items")).hasSize(1);
    JsonObject back = hub.post(LIST + "/" + one + "/undo", new JsonObject(), 200).body();
    assertThat(back.getString("state")).isEqualTo("waiting");
    JsonObject asked = hub.post(LIST + "/" + one + "/question", new JsonObject(), 200).body();
    assertThat(asked.getString("state")).isEqualTo("question");
    assertThat(hub.get("/cases/" + asked.getString("case")).getString("subject")).isEqualTo("Huur");
  }

  /** A held file of the last message of a case is let through. */
  static void heldFile(ApiHub hub, String number) {
    String path = held(hub, number);
    JsonObject why = new JsonObject().put("reason", "Gebeld").put("by", lead(hub, number));
    hub.post(path, why, 200);
  }

  private static String lead(ApiHub hub, String number) {
    String team = await(hub.cases.find(number)).orElseThrow().team();
    return hub.directories.current().team(team).orElseThrow().coordinator();
  }

  /** Where it is let through. */
  private static String held(ApiHub hub, String number) {
    String receipt = await(hub.cases.find(number)).orElseThrow().lastReceived();
    StoredFile file =
        new StoredFile(
            1,
            "akte.html",
            "text/html",
            10,
            "0".repeat(64),
            StoredFile.Hold.ACTIVE,
            StoredFile.Verdict.CLEAN,
            ApiHub.NOW,
            null,
            null);
    await(
        hub.store
            .table("receipts", Receipt.class)
            .set(receipt, Updates.set("files", List.of(file))));
    return "/messages/" + receipt + "/files/1/let-through";
  }

  private String token(String official) {
    return hub.tokenOf(official, "cases:read", "cases:write");
  }

  private Official onDuty() {
    return hub.directories.current().official(hub.doubting.answers().orElseThrow()).orElseThrow();
  }

  private int post(String token, String path, String... headers) {
    return client.post(token, path, new JsonObject(), headers).status();
  }

  private static List<String> ids(JsonObject page) {
    return page.getJsonArray("items").stream()
        .map(one -> ((JsonObject) one).getString("id"))
        .toList();
  }

  @Test
  void whoeverHasIntakeDutyReadsTheListPageByPageTheOldestFirst() {
    doubtful(hub, "third", ApiHub.NOW.minusSeconds(10));
    doubtful(hub, "first", ApiHub.NOW.minusSeconds(20));
    doubtful(hub, "second", ApiHub.NOW.minusSeconds(20));
    String token = token(onDuty().id());
    List<String> read = new ArrayList<>();
    String next = "";
    while (next != null) {
      JsonObject page = client.get(token, LIST + "?limit=1" + next).body();
      read.addAll(ids(page));
      next = page.containsKey("next") ? "&cursor=" + page.getString("next") : null;
    }
    assertThat(read).containsExactly("first", "second", "third");
    JsonObject one = client.get(token, LIST).body().getJsonArray("items").getJsonObject(0);
    assertThat(one.getBoolean("nameLies")).isTrue();
    assertThat(one.getString("sender")).isEqualTo("first@example.org");
    assertThat(client.get(token, LIST + "?cursor=eA").status()).isEqualTo(400);
  }

  @Test
  void nobodyElseReadsItOrSaysAnythingOfIt() {
    String one = doubtful(hub, "one", ApiHub.NOW);
    for (Official official : hub.directories.current().officials()) {
      boolean reads = hub.doubting.reads(official);
      String token = token(official.id());
      assertThat(client.get(token, LIST).status()).as(official.id()).isEqualTo(reads ? 200 : 403);
      if (!reads) {
        assertThat(post(token, LIST + "/" + one + "/question")).isEqualTo(403);
        assertThat(post(token, LIST + "/" + one + "/spam")).isEqualTo(403);
        assertThat(post(token, LIST + "/" + one + "/undo")).isEqualTo(403);
      }
    }
    assertThat(ids(hub.get(LIST))).containsExactly(one);
  }

  @Test
  void theSameRequestAgainIsOneAndAnotherUnderItsKeyIsRefused() {
    String one = doubtful(hub, "one", ApiHub.NOW);
    String token = token(onDuty().id());
    String path = LIST + "/" + one;
    for (int again = 0; again < 2; again++) {
      assertThat(post(token, path + "/spam", "Idempotency-Key", "a")).isEqualTo(200);
    }
    assertThat(post(token, path + "/spam")).as("it is already").isEqualTo(409);
    assertThat(post(token, path + "/undo", "Idempotency-Key", "a")).isEqualTo(422);
    assertThat(post(token, path + "/undo", "Idempotency-Key", "b")).isEqualTo(200);
    assertThat(post(token, path + "/spam", "Idempotency-Key", "a")).isEqualTo(200);
    assertThat(ids(hub.get(LIST))).as("done before, undone since").containsExactly(one);
    List<String> cases = new ArrayList<>();
    for (int again = 0; again < 2; again++) {
      Documented.Reply asked =
          client.post(token, path + "/question", new JsonObject(), "Idempotency-Key", "c");
      assertThat(asked.status()).isEqualTo(200);
      cases.add(asked.body().getString("case"));
    }
    assertThat(cases.get(0)).isNotNull().isEqualTo(cases.get(1));
    assertThat(post(token, path + "/spam", "Idempotency-Key", "c")).isEqualTo(422);
    assertThat(post(token, path + "/spam")).isEqualTo(409);
    assertThat(post(token, path + "/question")).isEqualTo(409);
    assertThat(post(token, LIST + "/none/question")).isEqualTo(404);
    Official other =
        hub.directories.current().officials().stream()
            .filter(official -> !hub.doubting.reads(official))
            .findFirst()
            .orElseThrow();
    JsonObject by = new JsonObject().put("by", other.id());
    assertThat(client.post(ADMINISTRATOR, path + "/spam", by).status()).isEqualTo(422);
  }

  @Test
  void whoLeadsTheTeamLetsAHeldFileThroughAndSaysWhy() {
    String number = hub.opened("one", message("ans@example.org", "Zie bijlage."));
    String path = held(hub, number);
    JsonObject why = new JsonObject().put("reason", "Van de notaris, gebeld.");
    String responsible = await(hub.cases.find(number)).orElseThrow().official();
    String lead = lead(hub, number);
    assertThat(responsible).isNotEqualTo(lead);
    assertThat(client.post(token(responsible), path, why).status()).isEqualTo(403);
    assertThat(client.post(token("meilin.chen"), path, why).status()).isEqualTo(403);
    String leads = token(lead);
    JsonObject blank = new JsonObject().put("reason", " ");
    assertThat(client.post(leads, path, blank).status()).isEqualTo(422);
    assertThat(client.post(leads, path, new JsonObject()).status()).isEqualTo(422);
    String none = path.replace("/files/1/", "/files/7/");
    assertThat(client.post(leads, none, why).status()).isEqualTo(404);
    for (int again = 0; again < 2; again++) {
      assertThat(client.post(leads, path, why, "Idempotency-Key", "a").status()).isEqualTo(200);
    }
    assertThat(client.post(leads, path, why).status()).as("it is open").isEqualTo(409);

    String receipt = await(hub.cases.find(number)).orElseThrow().lastReceived();
    StoredFile file = await(hub.receipts.find(receipt)).orElseThrow().files().get(0);
    assertThat(file.let()).isEqualTo(lead);
    assertThat(await(hub.cases.find(number)).orElseThrow().events())
        .filteredOn(CaseEvent.LetThrough.class::isInstance)
        .hasSize(1);
  }
}
