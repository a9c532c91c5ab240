package nl.aanspreekpunt.web.api;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static nl.aanspreekpunt.web.api.ApiHub.ADMINISTRATOR;
import static nl.aanspreekpunt.web.api.ApiHub.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.promise.LegalClass;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource({"complaint, COMPLAINT, 2027-01-05T16:00:00Z", "formal, FORMAL, 2027-01-19T16:00:00Z"})
  void whatTheLawGivesATermHasOneAndTheTopicDecidesWhoseItIs(
      String said, LegalClass legal, Instant decided) {
    Case one = classed(said);

    assertThat(one.legalClass()).isEqualTo(legal);
    assertThat(one.route().rule()).isEqualTo("topic");
    assertThat(one.openPromises())
        .filteredOn(promise -> promise.kind() == PromiseKind.DECISION)
        .extracting(Promise::due)
        .containsExactly(decided);
    String told =
        one.events().stream()
            .filter(CaseEvent.Told.class::isInstance)
            .map(event -> ((CaseEvent.Told) event).entry())
            .findFirst()
            .orElseThrow();
    assertThat(await(hub.outbox.find(told)).orElseThrow().notice().facts())
        .containsEntry("decision", decided.toString());
  }

  @Test
  void whatIsSaidToBeAQuestionIsOneAndAnythingElseIsRefusedByName() {
    Case one = classed("question");
    assertThat(one.legalClass()).isEqualTo(LegalClass.QUESTION);
    assertThat(one.openPromises()).hasSize(1);
    JsonObject body = message("ans@example.org", "Hoe kan dat?").put("class", "callback");
    Documented.Reply refused =
        hub.client.post(ADMINISTRATOR, "/messages", body, "Idempotency-Key", "k");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().getJsonArray("errors").encode())
        .contains("\"class\"", "question, complaint, formal");
  }

  private Case classed(String said) {
    JsonObject body =
        message("ans@example.org", "Dit is niet goed.").put("topic", "afval").put("class", said);
    return await(hub.cases.find(hub.opened("one", body))).orElseThrow();
  }

  private Case complaint(JsonObject complaint) {
    JsonObject body = message("ans@example.org", "Nooit antwoord.").put("complaint", complaint);
    return await(hub.cases.find(hub.opened("one", body))).orElseThrow();
  }
}
