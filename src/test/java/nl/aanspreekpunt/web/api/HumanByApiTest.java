package nl.aanspreekpunt.web.api;

import static nl.aanspreekpunt.web.api.ApiHub.ADMINISTRATOR;
import static nl.aanspreekpunt.web.api.ApiHub.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What chafes and stories over the API, and who may do what with them. */
class HumanByApiTest {
  private static final String[] SCOPES = {"cases:read", "cases:write"};
  @RegisterExtension final StoreFixture fixture = new StoreFixture();

  @Test
  void whatChafesIsReportedGatheredAnsweredAndStoriesAreToldCheckedAndWithdrawn() {
    ApiHub hub = new ApiHub(fixture);
    String number =
        hub.opened(
            "one",
            message("ans@example.org", "Mijn uitkering is stopgezet.")
                .put("subject", "Uitkering")
                .put("topic", "bijstand"));
    frictions(hub, number);
    stories(hub, number);
  }

  static void frictions(ApiHub hub, String number) {
    Documented client = hub.client;
    String mine = hub.tokenOf("fatma.yildiz", SCOPES);
    String other = hub.tokenOf("ravi.ramdin", SCOPES);
    JsonObject report =
        new JsonObject()
            .put("rule", "Inkomensformulier vraagt loonstroken per week")
            .put("what", "Wie per maand betaald wordt kan dit niet invullen")
            .put("case", number)
            .put("tells", true);
    assertThat(client.post(other, "/frictions", report).status()).isEqualTo(403);
    Documented.Reply made = client.post(mine, "/frictions", report, "Idempotency-Key", "k1");
    assertThat(made.status()).isEqualTo(201);
    String id = made.body().getString("id");
    assertThat(made.body().getString("due")).isNotBlank();
    String owner = made.body().getJsonObject("owner").getString("id");
    assertThat(
            client.post(mine, "/frictions", report, "Idempotency-Key", "k1").body().getString("id"))
        .as("once")
        .isEqualTo(id);
    JsonObject named = report.copy().put("what", "Mail ans@example.org kreeg dit niet ingevuld");
    Documented.Reply refused = client.post(mine, "/frictions", named);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().getString("code")).isEqualTo("friction-names");
    hub.pass(Duration.ofSeconds(1));
    JsonObject again =
        new JsonObject()
            .put("rule", "Loonstroken per week op het inkomensformulier")
            .put("what", "Niemand wordt nog per week betaald, invullen lukt niet");
    String second = client.post(mine, "/frictions", again).body().getString("id");

    JsonObject seen = client.get(other, "/frictions/" + id).body();
    assertThat(seen.fieldNames()).as("not theirs to read").doesNotContain("case");
    assertThat(client.get(mine, "/frictions/" + id).body().getString("case")).isEqualTo(number);
    JsonObject page = client.get(other, "/frictions?state=reported&limit=1").body();
    assertThat(page.getJsonArray("items")).hasSize(1);
    JsonObject next =
        client
            .get(other, "/frictions?state=reported&limit=1&cursor=" + page.getString("next"))
            .body();
    assertThat(next.getJsonArray("items").getJsonObject(0).getString("id")).isEqualTo(id);
    assertThat(client.get(mine, "/frictions/" + second + "/alike").body().encode()).contains(id);

    String one = "/frictions/" + second;
    JsonObject into = new JsonObject().put("into", id);
    assertThat(client.post(other, one + "/gather", into).status()).isEqualTo(403);
    assertThat(client.post(mine, one + "/gather", into).body().getString("into")).isEqualTo(id);
    assertThat(client.get(mine, "/frictions/" + id).body().getJsonArray("gathered")).hasSize(1);
    assertThat(client.post(mine, one + "/apart", new JsonObject()).body().fieldNames())
        .doesNotContain("into");

    JsonObject to = new JsonObject().put("official", "kwame.mensah");
    assertThat(client.post(mine, "/frictions/" + id + "/owner", to).status()).isEqualTo(403);
    JsonObject passed = client.post(ADMINISTRATOR, "/frictions/" + id + "/owner", to).body();
    assertThat(passed.getJsonObject("owner").getString("id")).isEqualTo("kwame.mensah");
    assertThat(passed.getString("due")).isEqualTo(made.body().getString("due"));
    assertThat(owner).isNotEqualTo("kwame.mensah");

    hub.pass(Duration.ofSeconds(1));
    JsonObject answer =
        new JsonObject().put("state", "changed").put("words", "Het formulier vraagt nu per maand.");
    assertThat(client.post(other, "/frictions/" + id + "/steps", answer).status()).isEqualTo(403);
    String policy = hub.tokenOf("kwame.mensah", SCOPES);
    JsonObject changed = client.post(policy, "/frictions/" + id + "/steps", answer).body();
    assertThat(changed.getString("state")).isEqualTo("changed");
    assertThat(changed.fieldNames()).doesNotContain("due");
    assertThat(client.get(mine, "/cases/" + number).body().getJsonArray("timeline").encode())
        .contains("chafed", "friction-moved", "per maand");
    JsonObject stays =
        new JsonObject().put("state", "stays").put("words", "De wet vraagt dit bewijs per week.");
    assertThat(client.post(ADMINISTRATOR, one + "/steps", stays).status()).isEqualTo(200);
  }

  static void council(ApiHub hub) {
    Documented client = hub.client;
    JsonObject report = hub.get("/council-reports/2026-Q4");
    assertThat(report.getJsonArray("figures")).hasSize(15);
    assertThat(report.getBoolean("ended")).isFalse();
    assertThat(hub.get("/council-reports/2026").getString("period")).isEqualTo("2026");
    String path = "/council-reports/2026-Q4";
    assertThat(client.get(hub.tokenOf("marijke.smit", SCOPES), path).status()).isEqualTo(200);
    assertThat(client.get(hub.tokenOf("kwame.mensah", SCOPES), path).status()).isEqualTo(200);
    assertThat(client.get(hub.tokenOf("ravi.ramdin", SCOPES), path).status()).isEqualTo(403);
    for (String none : new String[] {"2027-Q1", "2026-Q5", "later"}) {
      assertThat(client.get(ADMINISTRATOR, "/council-reports/" + none).status()).isEqualTo(404);
    }
  }

  static void figures(ApiHub hub) {
    Documented client = hub.client;
    String month = "/figures?from=2026-11-01&until=2026-11-30";
    JsonObject all = hub.get(month);
    assertThat(all.getJsonArray("figures")).hasSize(5);
    assertThat(all.getJsonArray("parts")).isNotEmpty();
    assertThat(hub.get(month + "&team=wonen&topic=schuldhulp").getInteger("daysCounted")).isZero();
    assertThat(client.get(hub.tokenOf("kwame.mensah", SCOPES), month).status()).isEqualTo(200);
    String other = month + "&team=wonen";
    assertThat(client.get(hub.tokenOf("kwame.mensah", SCOPES), other).status()).isEqualTo(403);
    assertThat(client.get(hub.tokenOf("ravi.ramdin", SCOPES), month).status()).isEqualTo(403);
    for (String none :
        new String[] {
          "/figures?from=2026-11-01&until=2026-11-02",
          "/figures?from=2026-11-01&until=2028-11-02",
          month + "&topic=schuldhulp&neighbourhood=centrum"
        }) {
      assertThat(client.get(ADMINISTRATOR, none).status()).as(none).isEqualTo(400);
    }
  }

  static void stories(ApiHub hub, String number) {
    Documented client = hub.client;
    String mine = hub.tokenOf("fatma.yildiz", SCOPES);
    String other = hub.tokenOf("ravi.ramdin", SCOPES);
    String checks = hub.tokenOf("kwame.mensah", SCOPES);
    JsonObject told =
        new JsonObject()
            .put("went", "well")
            .put("words", "Ans de Boer kwam langs en het was zo geregeld.")
            .put("particular", "Zij had alle papieren bij zich")
            .put("consent", "council")
            .put("case", number);
    Documented.Reply made = client.post(mine, "/stories", told);
    assertThat(made.status()).isEqualTo(201);
    String path = "/stories/" + made.body().getString("id");
    assertThat(client.get(other, path).status()).as("raw words").isEqualTo(404);
    assertThat(client.get(ADMINISTRATOR, path).status()).as("a system").isEqualTo(404);
    assertThat(client.get(checks, "/stories/waiting").body().getJsonArray("items")).hasSize(1);
    assertThat(client.get(other, "/stories/waiting").body().getJsonArray("items")).isEmpty();
    JsonObject raw = new JsonObject().put("words", told.getString("words"));
    assertThat(client.post(checks, path + "/publish", raw).body().getString("code"))
        .isEqualTo("story-names");
    JsonObject plain =
        new JsonObject().put("words", "De bewoner kwam langs en het was zo geregeld.");
    assertThat(client.post(mine, path + "/publish", plain).status()).isEqualTo(403);
    assertThat(client.post(checks, path + "/publish", plain).status()).isEqualTo(200);
    assertThat(client.get(other, path).body().getString("words")).startsWith("De bewoner");
    JsonObject listed = client.get(other, "/stories?q=geregeld&council=true&topic=bijstand").body();
    assertThat(listed.getJsonArray("items")).hasSize(1);
    assertThat(client.get(other, "/stories?q=parkeren").body().getJsonArray("items")).isEmpty();
    assertThat(client.post(other, path + "/withdraw", new JsonObject()).status()).isEqualTo(403);
    assertThat(client.post(mine, path + "/withdraw", new JsonObject()).status()).isEqualTo(200);
    assertThat(client.get(other, path).status()).isEqualTo(404);

    String second = client.post(mine, "/stories", told).body().getString("id");
    JsonObject why = new JsonObject().put("why", "Te herkenbaar");
    assertThat(client.post(checks, "/stories/" + second + "/aside", why).body().getString("state"))
        .isEqualTo("aside");
    assertThat(client.operations().stream().filter(op -> op.contains("/stories")))
        .as("none of them makes a rule")
        .allMatch(op -> op.matches(".*/stories(/waiting|/\\{id}(/(publish|aside|withdraw))?)?"));
  }
}
