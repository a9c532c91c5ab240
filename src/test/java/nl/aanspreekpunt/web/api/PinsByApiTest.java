package nl.aanspreekpunt.web.api;

import static nl.aanspreekpunt.web.api.ApiHub.ADMINISTRATOR;
import static nl.aanspreekpunt.web.api.ApiHub.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PinsByApiTest {
  @RegisterExtension final StoreFixture fixture = new StoreFixture();

  @Test
  void aCoordinatorPinsARuleOnceUnderItsKeySeesItFollowedAndRevokesIt() {
    ApiHub hub = new ApiHub(fixture);
    String jan = hub.tokenOf("jan.devries", "staff:write", "cases:read");
    JsonObject rule =
        new JsonObject()
            .put("official", "jan.devries")
            .put("word", "lift")
            .put("reason", "Kent de liften");

    Documented.Reply made = hub.client.post(jan, "/pins", rule, "Idempotency-Key", "k1");
    Documented.Reply again = hub.client.post(jan, "/pins", rule, "Idempotency-Key", "k1");
    String number =
        hub.opened("one", message("ans@example.org", "Kapot.").put("subject", "De lift"));
    String id = made.body().getString("id");
    JsonObject facts =
        hub.client
            .get(ADMINISTRATOR, "/cases/" + number)
            .body()
            .getJsonObject("route")
            .getJsonObject("facts");
    String ravi = hub.tokenOf("ravi.ramdin", "staff:write");
    JsonObject why = new JsonObject().put("reason", "Klaar");

    assertThat(made.status()).isEqualTo(201);
    assertThat(again.body().getString("id")).isEqualTo(id);
    assertThat(facts.getString("pin")).isEqualTo(id);
    assertThat(facts.getJsonArray("pins").getJsonObject(0).getString("how")).isEqualTo("followed");
    assertThat(hub.client.post(ravi, "/pins", rule).status()).isEqualTo(403);
    assertThat(hub.client.get(ravi, "/pins").body().getJsonArray("items")).isEmpty();
    assertThat(hub.client.post(ravi, "/pins/" + id + "/revoke", why).status()).isEqualTo(404);
    assertThat(hub.client.post(jan, "/pins", rule.copy().putNull("word")).status()).isEqualTo(422);
    JsonObject revoked = hub.client.post(jan, "/pins/" + id + "/revoke", why).body();
    assertThat(revoked.getBoolean("stands")).isFalse();
    assertThat(revoked.getJsonObject("revoked").getString("reason")).isEqualTo("Klaar");
    JsonArray listed = hub.client.get(jan, "/pins").body().getJsonArray("items");
    assertThat(listed).hasSize(1);
  }
}
