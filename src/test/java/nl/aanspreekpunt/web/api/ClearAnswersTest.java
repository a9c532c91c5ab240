package nl.aanspreekpunt.web.api;

import static nl.aanspreekpunt.web.api.ApiHub.ADMINISTRATOR;
import static nl.aanspreekpunt.web.api.ApiHub.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A "no" goes out with its why, and "not ours" with who does help; or it does not go out. */
class ClearAnswersTest {
  private static final String BARE = "Op grond van artikel 4:5 Awb.";
  private static final String WHY = "De boom staat op grond van het waterschap.";
  @RegisterExtension final StoreFixture fixture = new StoreFixture();
  private Documented client;
  private String path;

  @Test
  void withoutWhatItNeedsACaseIsNotClosedAndAllThatIsToBeMendedIsSaidAtOnce() {
    ApiHub hub = new ApiHub(fixture);
    client = hub.client;
    path = "/cases/" + hub.opened("one", message("ans@example.org", "Mag de boom weg?"));

    refused(outcome("refused"), "explanation-needed", "explanation", "rule", "alternative", "talk");
    refused(outcome("refused").put("explanation", "Nee."), "explanation-needed", "explanation");
    refused(outcome("partly").put("explanation", BARE), "rule-alone", "explanation");
    refused(outcome("refused").put("explanation", WHY), "rule-needed", "rule");
    JsonObject elders = outcome("not-ours").put("explanation", WHY).put("rule", "Wie het beheert.");
    refused(elders, "helper-needed", "elsewhere.name", "elsewhere.person", "elsewhere.email");
    JsonObject body = new JsonObject().put("name", "Het waterschap").put("person", "De Wit");
    elders.put("elsewhere", body.put("phone", "0900 1234"));
    refused(elders, "talk-or-why", "talk");
    refused(elders.copy().put("withoutTalk", "Druk."), "why-no-talk", "withoutTalk");
    assertThat(client.get(ADMINISTRATOR, path).body().getString("state")).isEqualTo("open");
    assertThat(sent()).doesNotContain("\"closed\"");

    JsonObject whole = elders.copy().put("withoutTalk", "De inwoner zit op vakantie.");
    JsonObject told = client.post(ADMINISTRATOR, path + "/close", whole).body();
    assertThat(told.getString("state")).as("until they confirm").isEqualTo("open");
    assertThat(told.getJsonObject("elsewhere").getString("name")).isEqualTo("Het waterschap");
    assertThat(sent()).contains("\"closed\"");
  }

  private static JsonObject outcome(String outcome) {
    return new JsonObject().put("outcome", outcome);
  }

  private void refused(JsonObject body, String code, String... fields) {
    Documented.Reply reply = client.post(ADMINISTRATOR, path + "/close", body);
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.body().getString("code")).isEqualTo(code);
    assertThat(reply.body().getJsonArray("errors"))
        .extracting(one -> ((JsonObject) one).getString("field"))
        .contains(fields);
  }

  private String sent() {
    return client.get(ADMINISTRATOR, "/outbox").body().encode();
  }
}
