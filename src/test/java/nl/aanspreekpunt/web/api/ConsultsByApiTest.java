package nl.aanspreekpunt.web.api;

import static nl.aanspreekpunt.web.api.ApiHub.ADMINISTRATOR;
import static nl.aanspreekpunt.web.api.ApiHub.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Colleagues, partners and case tables over the API, and who may do what with them. */
class ConsultsByApiTest {
  private static final String[] SCOPES = {"cases:read", "cases:write"};
  @RegisterExtension final StoreFixture fixture = new StoreFixture();

  @Test
  void whoSitsAtATableReadsTheCaseUntilTheyLeaveAndStillDoWhatTheyAgreedTo() {
    ApiHub hub = new ApiHub(fixture);
    Documented client = hub.client;
    String path = "/cases/" + opened(hub);
    String fatma = hub.tokenOf("fatma.yildiz", SCOPES);
    String ravi = hub.tokenOf("ravi.ramdin", SCOPES);
    JsonObject set = new JsonObject().put("agenda", "Huur").put("people", people("ravi.ramdin"));
    assertThat(client.get(ravi, path + "/table").status()).isEqualTo(403);
    assertThat(client.post(ravi, path + "/table", set).status()).isEqualTo(403);

    assertThat(client.post(fatma, path + "/table", set).status()).isEqualTo(200);

    assertThat(client.get(ravi, path).body().getString("access")).isEqualTo("consulted");
    assertThat(client.get(ravi, path + "/table").body().getJsonArray("items")).hasSize(1);
    JsonObject minutes = new JsonObject().put("minutes", "Klaar");
    assertThat(client.post(ravi, path + "/table/end", minutes).status()).isEqualTo(403);
    JsonObject agreed =
        new JsonObject()
            .put("official", "ravi.ramdin")
            .put("what", "Belt de verhuurder")
            .put("due", "2026-12-04T11:00:00Z");
    client.post(fatma, path + "/table/agreements", agreed);
    JsonObject leaves = new JsonObject().put("official", "ravi.ramdin");
    JsonObject after = client.post(ravi, path + "/table/leave", leaves).body();
    assertThat(after.getJsonArray("items")).isEmpty();
    JsonObject yours = after.getJsonArray("yours").getJsonObject(0);
    assertThat(yours.getString("what")).isEqualTo("Belt de verhuurder");
    assertThat(client.get(ravi, path).body().getString("access")).isEqualTo("asked");
    JsonObject promise = new JsonObject().put("promise", yours.getString("promise"));
    assertThat(client.post(fatma, path + "/table/agreements/done", promise).body().encode())
        .as("by whoever agreed to it only")
        .contains("not-asked-of-you");
    assertThat(client.post(ravi, path + "/table/agreements/done", promise).status()).isEqualTo(200);
    assertThat(client.get(ravi, path + "/table").status()).isEqualTo(403);
    assertThat(client.get(fatma, path).body().getJsonArray("timeline").encode())
        .contains("\"how\":\"began\"", "\"how\":\"left\"", "\"to\":\"ravi.ramdin\"");
  }

  @Test
  void whatIsWrongWithATableIsSaid() {
    ApiHub hub = new ApiHub(fixture);
    String path = "/cases/" + opened(hub) + "/table";
    JsonObject point = new JsonObject().put("point", "Wie belt?");
    assertThat(code(hub, path + "/agenda", point)).isEqualTo("no-table");
    JsonObject set = new JsonObject().put("agenda", "Huur").put("people", people("fatma.yildiz"));
    assertThat(code(hub, path, set)).as("the responsible").isEqualTo("table-people");
    set.put("people", people("ravi.ramdin")).put("citizen", true);
    assertThat(code(hub, path, set)).as("invited, but when?").isEqualTo("table-when");
    assertThat(code(hub, path, set.put("citizen", false))).isNull();
    assertThat(code(hub, path, set)).isEqualTo("table-there");
    JsonObject agreed =
        new JsonObject()
            .put("official", "anouk.jansen")
            .put("what", "Belt")
            .put("due", "2026-12-04T11:00:00Z");
    assertThat(code(hub, path + "/agreements", agreed)).isEqualTo("agreement-who");
  }

  static void colleagues(ApiHub hub, String number) {
    String path = "/cases/" + number;
    assertThat(get(hub, path + "/who-knows?topic=afval").getJsonArray("items")).isNotEmpty();
    JsonObject question = new JsonObject().put("to", "ravi.ramdin").put("question", "Van ons?");
    assertThat(post(hub, path + "/consults", question).getJsonArray("items")).hasSize(1);
    assertThat(get(hub, "/asked?official=ravi.ramdin").getJsonArray("items")).hasSize(1);
    post(hub, path + "/consults/r1/pass", new JsonObject().put("to", "anouk.jansen"));
    post(hub, path + "/consults/r1/answer", new JsonObject().put("text", "Ja."));
    post(hub, path + "/consults", question);
    post(hub, path + "/consults/r2/withdraw", new JsonObject());
    assertThat(get(hub, path + "/consults").getJsonArray("items")).hasSize(2);
    JsonObject consent =
        new JsonObject().put("how", "spoken").put("link", "1").put("given", "2026-11-23T09:00:00Z");
    JsonObject partner =
        new JsonObject()
            .put("organisation", "Woningcorporatie De Brug")
            .put("name", "Els Bakker")
            .put("email", "els@debrug.example")
            .put("question", "Staat er een reparatie open?")
            .put("consent", consent);
    assertThat(post(hub, path + "/partner-consults", partner).getJsonArray("items")).hasSize(3);
  }

  static void table(ApiHub hub, String number) {
    String path = "/cases/" + number + "/table";
    JsonObject set =
        new JsonObject()
            .put("agenda", "Water en schulden")
            .put("people", people("anouk.jansen"))
            .put("citizen", true)
            .put("meets", "2026-12-01T10:00:00Z")
            .put("place", "Stadhuis");
    assertThat(post(hub, path, set).getJsonArray("items")).hasSize(1);
    JsonObject sits = new JsonObject().put("official", "ravi.ramdin");
    post(hub, path + "/people", sits);
    post(hub, path + "/leave", sits);
    post(hub, path + "/agenda", new JsonObject().put("point", "Wie belt de leverancier?"));
    JsonObject agreed =
        new JsonObject()
            .put("official", "anouk.jansen")
            .put("what", "Belt de leverancier")
            .put("due", "2026-12-04T11:00:00Z");
    JsonObject one = post(hub, path + "/agreements", agreed).getJsonArray("items").getJsonObject(0);
    assertThat(one.getString("agenda")).isEqualTo("Water en schulden\nWie belt de leverancier?");
    assertThat(one.getJsonArray("people")).containsExactly("anouk.jansen");
    String promise = one.getJsonArray("agreements").getJsonObject(0).getString("promise");
    post(hub, path + "/agreements/done", new JsonObject().put("promise", promise));
    post(hub, path + "/end", new JsonObject().put("minutes", "Het water gaat weer aan."));
    JsonObject ended = get(hub, path).getJsonArray("items").getJsonObject(0);
    assertThat(ended.getString("state")).isEqualTo("ended");
    assertThat(ended.getJsonArray("agreements").getJsonObject(0).getString("state"))
        .isEqualTo("kept");
  }

  private static String opened(ApiHub hub) {
    return hub.opened(
        "one",
        message("ans@example.org", "Mijn uitkering is stopgezet.")
            .put("subject", "Uitkering")
            .put("topic", "bijstand"));
  }

  private static JsonArray people(String official) {
    return new JsonArray().add(official);
  }

  /** Null when it was done. */
  private static String code(ApiHub hub, String path, JsonObject body) {
    return hub.client.post(ADMINISTRATOR, path, body).body().getString("code");
  }

  private static JsonObject get(ApiHub hub, String path) {
    Documented.Reply reply = hub.client.get(ADMINISTRATOR, path);
    assertThat(reply.status()).as(path + " " + reply.body()).isEqualTo(200);
    return reply.body();
  }

  private static JsonObject post(ApiHub hub, String path, JsonObject body) {
    Documented.Reply reply = hub.client.post(ADMINISTRATOR, path, body);
    assertThat(reply.status()).as(path + " " + reply.body()).isEqualTo(200);
    return reply.body();
  }
}
