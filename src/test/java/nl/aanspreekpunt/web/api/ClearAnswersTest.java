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
  private static final String WHY = "De boom staat op grond van het waterschap.";
  @RegisterExtension final StoreFixture fixture = new StoreFixture();
  private Documented client;
  private String path;

  @Test
  void withoutWhatItNeedsACaseIsNotClosedAndNothingIsSent() {
    ApiHub hub = new ApiHub(fixture);
    client = hub.client;
    path = "/cases/" + hub.opened("one", message("ans@example.org", "Mag de boom weg?"));

    refused(new JsonObject().put("outcome", "refused"), "explanation-needed", "explanation");
    refused(outcome("refused").put("explanation", "Nee."), "explanation-needed", "explanation");
    refused(outcome("not-ours").put("helper", "Vitens"), "explanation-needed", "explanation");
    refused(outcome("not-ours").put("explanation", WHY), "helper-needed", "helper");
    assertThat(client.get(ADMINISTRATOR, path).body().getString("state")).isEqualTo("open");
    assertThat(sent()).doesNotContain("\"closed\"");

    JsonObject whole = outcome("not-ours").put("explanation", WHY).put("helper", "Het waterschap");
    JsonObject closed = client.post(ADMINISTRATOR, path + "/close", whole).body();
    assertThat(closed.getString("outcome")).isEqualTo("not-ours");
    assertThat(closed.getJsonArray("timeline").encode()).contains(WHY, "Het waterschap");
    assertThat(sent()).contains("\"closed\"");
  }

  private static JsonObject outcome(String outcome) {
    return new JsonObject().put("outcome", outcome);
  }

  private void refused(JsonObject body, String code, String field) {
    Documented.Reply reply = client.post(ADMINISTRATOR, path + "/close", body);
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.body().getString("code")).isEqualTo(code);
    assertThat(reply.body().getJsonArray("errors").encode()).contains("\"" + field + "\"");
  }

  private String sent() {
    return client.get(ADMINISTRATOR, "/outbox").body().encode();
  }
}
