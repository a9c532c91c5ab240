package nl.aanspreekpunt.web.api;

import static nl.aanspreekpunt.web.api.ApiHub.ADMINISTRATOR;
import static nl.aanspreekpunt.web.api.ApiHub.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Role;
import nl.aanspreekpunt.official.Team;
import nl.aanspreekpunt.official.Voorbeeldstad;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who reads what of a case, by token: one open topic, one confidential, one complaint. */
class ReadingByRoleTest {
  private static final List<Official> OFFICIALS = Voorbeeldstad.directory().officials();
  @RegisterExtension final StoreFixture fixture = new StoreFixture();
  private ApiHub hub;
  private Documented client;
  private String water;
  private String debts;

  @BeforeEach
  void twoCases() {
    hub = new ApiHub(fixture);
    client = hub.client;
    water =
        hub.opened(
            "water",
            message("ans@example.org", "Het kraanwater is afgesloten.")
                .put("subject", "Geen water")
                .put("topic", "water-en-energie"));
    debts =
        hub.opened(
            "debts",
            message("bob@example.org", "Een deurwaarder aan de deur.")
                .put("subject", "Schulden bij de bank")
                .put("topic", "schuldhulp"));
  }

  @Test
  void theResponsibleOfficialAndTheCoordinatorReadTheText() {
    JsonObject one = client.get(ADMINISTRATOR, "/cases/" + water).body();
    String responsible = one.getJsonObject("official").getString("id");
    String coordinator = team(one.getString("team")).coordinator();
    for (String official : List.of(responsible, coordinator)) {
      JsonObject seen = seen(official, water);
      assertThat(seen.getString("access")).isEqualTo("text");
      assertThat(seen.getJsonArray("timeline").encode()).contains("afgesloten");
    }
  }

  @Test
  void anOfficialOfAnotherTeamSeesThatItExistsAndCanDoNothingInIt() {
    String stranger = stranger(water, false);
    JsonObject seen = seen(stranger, water);
    assertThat(seen.getString("access")).isEqualTo("subject");
    assertThat(seen.getString("subject")).isEqualTo("Geen water");
    assertThat(seen.encode())
        .doesNotContain("afgesloten")
        .doesNotContain("ans@example.org")
        .doesNotContain("Ans de Boer");
    String token = hub.tokenOf(stranger, "cases:read", "cases:write");
    JsonObject reply = new JsonObject().put("text", "Dag");
    assertThat(client.post(token, "/cases/" + water + "/replies", reply).status()).isEqualTo(403);
    assertThat(client.get(token, "/cases/" + water + "/timeline/0").status()).isEqualTo(403);
    assertThat(client.get(token, "/promises").body().getJsonArray("items").encode())
        .doesNotContain(water);
    JsonArray listed = client.get(token, "/cases").body().getJsonArray("items");
    assertThat(listed.encode()).contains(water).doesNotContain("afgesloten");
  }

  @Test
  void ofAConfidentialTopicAnotherTeamSeesNotEvenTheSubject() {
    JsonObject seen = seen(stranger(debts, false), debts);
    assertThat(seen.getString("access")).isEqualTo("existence");
    assertThat(seen.fieldNames())
        .containsExactlyInAnyOrder("number", "access", "state", "official", "team", "openedAt");
  }

  @Test
  void anAuditorReadsAfterStatingAReasonWhichIsKept() {
    String auditor = stranger(debts, true);
    assertThat(seen(auditor, debts).getString("access")).isEqualTo("existence");
    String token = hub.tokenOf(auditor, "cases:read");
    JsonObject read = client.get(token, "/cases/" + debts + "?reason=Steekproef").body();
    assertThat(read.getJsonArray("timeline").encode()).contains("deurwaarder");
    JsonObject after = client.get(ADMINISTRATOR, "/cases/" + debts).body();
    assertThat(after.getJsonArray("timeline").encode()).contains("was-read", "Steekproef", auditor);
  }

  @Test
  void whomAComplaintConcernsDoesNotFindIt() {
    Official concerned = OFFICIALS.get(0);
    String complaint =
        hub.opened(
            "complaint",
            message("cor@example.org", "Ik heb een klacht over " + concerned.name() + ".")
                .put("subject", "Klacht over " + concerned.name()));
    JsonObject one = client.get(ADMINISTRATOR, "/cases/" + complaint).body();
    assertThat(one.getJsonObject("route").getString("rule")).isEqualTo("complaint");
    String token = hub.tokenOf(concerned.id(), "cases:read", "messages:write");
    assertThat(client.get(token, "/cases/" + complaint).status()).isEqualTo(404);
    assertThat(client.get(token, "/cases/" + complaint + "/responsible").status()).isEqualTo(404);
    assertThat(client.get(token, "/cases").body().encode()).doesNotContain(complaint);
  }

  private JsonObject seen(String official, String number) {
    return client.get(hub.tokenOf(official, "cases:read"), "/cases/" + number).body();
  }

  /** Somebody who neither helps in this case nor leads its team. */
  private String stranger(String number, boolean auditor) {
    JsonObject one = client.get(ADMINISTRATOR, "/cases/" + number).body();
    String responsible = one.getJsonObject("official").getString("id");
    Team team = team(one.getString("team"));
    return OFFICIALS.stream()
        .filter(official -> !official.team().equals(team.id()))
        .filter(official -> !official.id().equals(team.coordinator()))
        .filter(official -> official.roles().contains(Role.AUDITOR) == auditor)
        .filter(official -> !official.id().equals(deputyOf(responsible)))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static String deputyOf(String responsible) {
    return OFFICIALS.stream()
        .filter(official -> official.id().equals(responsible))
        .findFirst()
        .orElseThrow()
        .deputy();
  }

  private static Team team(String id) {
    return Voorbeeldstad.directory().team(id).orElseThrow();
  }
}
