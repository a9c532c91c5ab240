package nl.aanspreekpunt.web.api;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static nl.aanspreekpunt.web.api.ApiHub.ADMINISTRATOR;
import static nl.aanspreekpunt.web.api.ApiHub.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Another system says that a message is a complaint, and about whom, as a citizen does in the form.
 */
class ComplaintsByApiTest {
  private static final String SAMIRA = "samira.elamrani";
  @RegisterExtension final StoreFixture fixture = new StoreFixture();
  private ApiHub hub;

  @BeforeEach
  void open() {
    hub = new ApiHub(fixture);
  }

  @ParameterizedTest
  @ValueSource(strings = {SAMIRA, "Samira El Amrani"})
  void itIsKeptFromWhomItConcernsByNameOrById(String about) {
    Case one = complaint(new JsonObject().put("about", about));

    assertThat(one.route().rule()).isEqualTo(Match.COMPLAINT);
    assertThat(one.barred()).containsExactly(SAMIRA);
    assertThat(one.official()).isNotEqualTo(SAMIRA);
    String token = hub.tokenOf(SAMIRA, "cases:read");
    assertThat(hub.client.get(token, "/cases/" + one.id()).status()).isEqualTo(404);
  }

  @Test
  void aboutNobodyInParticularItStillGoesToWhoHandlesComplaints() {
    assertThat(complaint(new JsonObject()).route().rule()).isEqualTo(Match.COMPLAINT);
  }

  @Test
  void anythingElseInItIsRefusedByName() {
    JsonObject body =
        message("ans@example.org", "Nooit antwoord.").put("complaint", "Samira El Amrani");
    Documented.Reply refused =
        hub.client.post(ADMINISTRATOR, "/messages", body, "Idempotency-Key", "k");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().getJsonArray("errors").getJsonObject(0).getString("field"))
        .isEqualTo("complaint");
  }

  private Case complaint(JsonObject complaint) {
    JsonObject body = message("ans@example.org", "Nooit antwoord.").put("complaint", complaint);
    return await(hub.cases.find(hub.opened("one", body))).orElseThrow();
  }
}
