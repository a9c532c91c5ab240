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
    JsonObject one = one(water);
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
    Documented.Reply blank = client.get(token, "/cases/" + debts + "?reason=%20%20");
    assertThat(blank.status()).isEqualTo(400);
    assertThat(blank.body().encode()).doesNotContain("deurwaarder");
    JsonObject read = client.get(token, "/cases/" + debts + "?reason=Steekproef").body();
    assertThat(read.getJsonArray("timeline").encode()).contains("deurwaarder");
    JsonObject after = one(debts);
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
    JsonObject one = one(complaint);
    assertThat(one.getJsonObject("route").getString("rule")).isEqualTo("complaint");
    String token = hub.tokenOf(concerned.id(), "cases:read", "messages:write");
    assertThat(client.get(token, "/cases/" + complaint).status()).isEqualTo(404);
    assertThat(client.get(token, "/cases/" + complaint + "/responsible").status()).isEqualTo(404);
    assertThat(client.get(token, "/cases").body().encode()).doesNotContain(complaint);
  }

  @Test
  void whomAComplaintConcernsHearsNothingOfItInOtherLists() {
    String complaint =
        hub.opened(
            "complaint",
            message("cor@example.org", "Ik heb een klacht over Thomas Bakker.")
                .put("subject", "Klacht over Thomas Bakker"));
    String responsible = one(complaint).getJsonObject("official").getString("id");
    String token = hub.tokenOf("thomas.bakker", "outbox:read", "staff:write", "cases:read");
    assertThat(client.get(ADMINISTRATOR, "/outbox").body().encode()).contains(complaint);
    assertThat(client.get(token, "/outbox").body().encode()).doesNotContain(complaint);
    assertThat(client.get(token, "/promises").body().encode()).doesNotContain(complaint);
    String departure = "/officials/" + responsible + "/departure";
    Documented.Reply preview = client.post(token, departure, new JsonObject());
    assertThat(preview.status()).isEqualTo(200);
    assertThat(preview.body().encode()).doesNotContain(complaint);
    Documented.Reply moved = client.post(token, departure, new JsonObject().put("confirm", true));
    assertThat(moved.body().encode()).doesNotContain(complaint);
    assertThat(one(complaint).getJsonObject("official").getString("id"))
        .as("it moves all the same")
        .isNotIn(responsible, "thomas.bakker");
  }

  @Test
  void whoHelpsACitizenOtherwiseDoesNotSeeThatTheyAskedAboutSomethingConfidential() {
    hub.opened(
        "bobs-water",
        message("bob@example.org", "De kraan lekt.")
            .put("subject", "Kraan")
            .put("topic", "water-en-energie"));
    String citizen = one(debts).getJsonObject("citizen").getString("id");
    String standing = "/citizens/" + citizen + "/standing-officials";
    JsonObject sanne = new JsonObject().put("official", "sanne.vandijk");
    client.call("PUT", ADMINISTRATOR, standing + "/schuldhulp", sanne);
    client.call("PUT", ADMINISTRATOR, standing + "/general", sanne);
    String token = hub.tokenOf("samira.elamrani", "cases:read", "cases:write", "outbox:read");
    assertThat(client.get(token, standing).body().getJsonObject("standing").fieldNames())
        .containsExactly("general");
    assertThat(client.call("PUT", token, standing + "/schuldhulp", sanne).status()).isEqualTo(403);
    assertThat(client.get(token, "/outbox").body().encode()).doesNotContain(debts);
    String helper = hub.tokenOf("kwame.mensah", "cases:read");
    assertThat(client.get(helper, standing).body().getJsonObject("standing").fieldNames())
        .containsExactlyInAnyOrder("general", "schuldhulp");
  }

  @Test
  void anAuditorReadsOlderPagesAfterStatingAReasonToo() {
    JsonObject talk = new JsonObject().put("how", "phone").put("note", "Gesproken over de bank");
    for (int i = 0; i < 100; i++) {
      client.post(ADMINISTRATOR, "/cases/" + debts + "/talks", talk);
    }
    String token = hub.tokenOf(stranger(debts, true), "cases:read");
    String page = "/cases/" + debts + "/timeline/0";
    assertThat(client.get(token, page).status()).isEqualTo(403);
    assertThat(client.get(token, page + "?reason=Steekproef").body().getJsonArray("items"))
        .hasSize(50);
    assertThat(one(debts).encode()).contains("was-read");
  }

  private JsonObject one(String number) {
    return client.get(ADMINISTRATOR, "/cases/" + number).body();
  }

  private JsonObject seen(String official, String number) {
    return client.get(hub.tokenOf(official, "cases:read"), "/cases/" + number).body();
  }

  /** Somebody who neither helps in this case nor leads its team. */
  private String stranger(String number, boolean auditor) {
    JsonObject one = one(number);
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
