package nl.aanspreekpunt.web.api;

import static nl.aanspreekpunt.web.api.ApiHub.ADMINISTRATOR;
import static nl.aanspreekpunt.web.api.ApiHub.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import nl.aanspreekpunt.routing.learned.Sentences;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LearningByApiTest {
  @RegisterExtension final StoreFixture fixture = new StoreFixture();

  @Test
  void itIsMeasuredTurnedOnAndSuggestsATopicThatOneActConfirms() {
    ApiHub hub = new ApiHub(fixture);
    String coordinator = hub.tokenOf("jan.devries", "staff:write", "cases:read");
    JsonObject on = new JsonObject().put("on", true);
    int early = hub.client.call("PUT", ADMINISTRATOR, "/learning", on).status();
    hub.examples.addAll(Sentences.some(240));
    JsonObject measured =
        hub.client.post(ADMINISTRATOR, "/learning/measurements", new JsonObject()).body();
    JsonObject model = measured.getJsonArray("models").getJsonObject(0);
    JsonObject turned = hub.client.call("PUT", ADMINISTRATOR, "/learning", on).body();
    String number =
        hub.opened("one", message("els@example.org", "Alle zakken staan naast de volle bak."));
    JsonObject found = hub.client.get(ADMINISTRATOR, "/cases/" + number).body();
    JsonObject suggestion =
        found.getJsonObject("route").getJsonObject("facts").getJsonObject("suggestion");
    JsonObject topic = new JsonObject().put("topic", suggestion.getString("topic"));
    JsonObject confirmed =
        hub.client.post(ADMINISTRATOR, "/cases/" + number + "/topic", topic).body();

    assertThat(early).isEqualTo(409);
    assertThat(hub.client.get(coordinator, "/learning").status()).isEqualTo(403);
    assertThat(measured.getBoolean("on")).as("off until somebody says so").isFalse();
    assertThat(measured.getBoolean("better")).isTrue();
    assertThat(model.getInteger("learnedRight")).isGreaterThan(model.getInteger("keywordsRight"));
    assertThat(turned.getBoolean("on")).isTrue();
    assertThat(turned.getInteger("model")).isEqualTo(1);
    assertThat(found.getString("topic")).as("it decides nothing").isNull();
    assertThat(suggestion.getInteger("model")).isEqualTo(1);
    assertThat(suggestion.getDouble("certainty")).isBetween(0.6, 1.0);
    assertThat(confirmed.getString("topic")).isEqualTo("afval");
  }
}
