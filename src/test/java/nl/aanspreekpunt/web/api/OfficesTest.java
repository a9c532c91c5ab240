package nl.aanspreekpunt.web.api;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static nl.aanspreekpunt.web.api.ApiHub.ADMINISTRATOR;
import static nl.aanspreekpunt.web.api.ApiHub.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import nl.aanspreekpunt.Undeliverable;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each office may do over the API, in a case of Fatma's and with colleagues. */
class OfficesTest {
  private static final String EVERY_SCOPE = "cases:read cases:write staff:write outbox:read";
  @RegisterExtension final StoreFixture fixture = new StoreFixture();
  private ApiHub hub;
  private Documented client;
  private String number;

  @BeforeEach
  void oneCase() {
    hub = new ApiHub(fixture);
    client = hub.client;
    number =
        hub.opened(
            "one",
            message("ans@example.org", "Mijn uitkering is stopgezet.")
                .put("subject", "Uitkering")
                .put("topic", "bijstand"));
    assertThat(official()).isEqualTo("fatma.yildiz");
  }

  private static JsonObject partner() {
    return new JsonObject()
        .put("organisation", "Woningcorporatie De Brug")
        .put("name", "Els Bakker")
        .put("email", "els@debrug.example")
        .put("question", "Staat er een reparatie open?")
        .put(
            "consent",
            new JsonObject()
                .put("how", "spoken")
                .put("link", "1")
                .put("given", "2026-11-23T09:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "fatma.yildiz, text, responsible",
    "sanne.vandijk, text, deputy",
    "kwame.mensah, text, coordinator of the team",
    "pieter.hoekstra, subject, manager of the team",
    "anouk.jansen, subject, coordinator of another team",
    "ravi.ramdin, subject, official of another team",
    "meilin.chen, subject, clerk",
    "thomas.bakker, subject, administrator",
    "marijke.smit, subject, auditor who gave no reason",
  })
  void eachReadsAsMuchAsTheirOfficeNeeds(String official, String access, String office) {
    String token = token(official);
    JsonObject seen = client.get(token, "/cases/" + number).body();
    assertThat(seen.getString("access")).as(office).isEqualTo(access);
    boolean reads = access.equals("text");
    assertThat(seen.encode().contains("ans@example.org")).as(office).isEqualTo(reads);
    assertThat(seen.encode().contains("stopgezet")).as(office).isEqualTo(reads);
    String listed = client.get(token, "/cases").body().encode();
    assertThat(listed).as(office).contains(number).doesNotContain("stopgezet");
    assertThat(listed.contains("ans@example.org")).as(office).isEqualTo(reads);
    assertThat(client.get(token, "/promises").body().encode().contains(number)).isEqualTo(reads);
    assertThat(client.get(token, "/outbox").body().encode()).doesNotContain("ans@example.org");
    String citizen = client.get(ADMINISTRATOR, "/cases/" + number).body().encode();
    String id = new JsonObject(citizen).getJsonObject("citizen").getString("id");
    assertThat(client.get(token, "/citizens/" + id + "/standing-officials").status())
        .isEqualTo(reads ? 200 : 403);
  }

  @ParameterizedTest
  @CsvSource({"anouk.jansen", "meilin.chen", "thomas.bakker", "marijke.smit", "pieter.hoekstra"})
  void whoDoesNotHelpInACaseDoesNothingInIt(String official) {
    String token = token(official);
    Map<String, JsonObject> acts = acts();
    acts.forEach(
        (act, body) -> {
          boolean clerk = official.equals("meilin.chen") && act.equals("callback-requests");
          assertThat(client.post(token, "/cases/" + number + "/" + act, body).status())
              .as(act)
              .isEqualTo(clerk ? 201 : 403);
        });
    JsonObject later = new JsonObject().put("to", "2026-12-04T11:00:00Z").put("reason", "Later");
    String promise = "/promises/" + number + "-p1/";
    assertThat(client.post(token, promise + "renewals", later).status()).isEqualTo(403);
    assertThat(client.post(token, promise + "decline", new JsonObject()).status()).isEqualTo(403);
    assertThat(client.post(token, promise + "go-on", new JsonObject()).status()).isEqualTo(403);
    assertThat(client.operations().stream().filter(one -> one.startsWith("POST /cases/{number}/")))
        .as("each act of the document was tried")
        .hasSize(acts.size());
    assertThat(official()).isEqualTo("fatma.yildiz");
  }

  private Map<String, JsonObject> acts() {
    String other =
        hub.opened("two", message("ans@example.org", "En nog iets.").put("subject", "B"));
    Map<String, JsonObject> acts = new TreeMap<>();
    acts.put("replies", new JsonObject().put("text", "Dag"));
    acts.put("planned-replies/take-back", new JsonObject().put("id", "w1"));
    acts.put("questions", new JsonObject().put("text", "Welk adres?"));
    acts.put("formal", new JsonObject());
    acts.put("class", new JsonObject().put("class", "complaint"));
    acts.put("talks", new JsonObject().put("how", "desk").put("note", "Gesproken"));
    acts.put("talk-proposals", new JsonObject().put("off", true));
    acts.put(
        "appointments",
        new JsonObject()
            .put("how", "desk")
            .put("from", "2026-12-04T11:00:00Z")
            .put("place", "Balie"));
    JsonObject appointment = new JsonObject().put("appointment", "a");
    acts.put("appointments/move", appointment.copy().put("from", "2026-12-04T11:00:00Z"));
    acts.put("appointments/call-off", appointment.copy().put("reason", "Ziek"));
    acts.put("appointments/held", new JsonObject().put("how", "desk").put("note", "Gesproken"));
    acts.put("undertakings", new JsonObject().put("promise", "p").put("what", "done"));
    acts.put("handover", new JsonObject().put("to", "ravi.ramdin"));
    acts.put("offer", new JsonObject().put("to", "ravi.ramdin"));
    acts.put(
        "consults", new JsonObject().put("to", "ravi.ramdin").put("question", "Van wie is dit?"));
    acts.put("partner-consults", partner());
    acts.put("consults/r1/withdraw", new JsonObject());
    acts.put("consults/r1/answer", new JsonObject().put("text", "Van ons."));
    acts.put("consults/r1/pass", new JsonObject().put("to", "anouk.jansen"));
    putTable(acts);
    acts.put("story-so-far", new JsonObject().put("wants", "Rust"));
    acts.put("story-so-far/read", new JsonObject());
    acts.put("story-so-far/corrections/answer", new JsonObject().put("correction", "c"));
    acts.put("households", new JsonObject().put("kind", "household").put("name", "De Boer"));
    acts.put("offer/accept", new JsonObject());
    acts.put("offer/decline", new JsonObject().put("reason", "Niet voor mij"));
    acts.put("offer/withdraw", new JsonObject());
    acts.put(
        "promises",
        new JsonObject()
            .put("kind", "answer")
            .put("due", "2026-12-04T11:00:00Z")
            .put("words", "U hoort vrijdag van mij"));
    JsonObject water = new JsonObject().put("principle", "water-en-energie");
    acts.put("principles/take", water);
    acts.put("principles/leave", water);
    acts.put("principles/judge", water.copy().put("touches", true));
    acts.put("invocations", water.copy().put("what", "Borg gestaan"));
    JsonObject made = new JsonObject().put("invocation", "i");
    acts.put("invocations/undo", made);
    acts.put("invocations/account", made.copy().put("cost", "Niets").put("brought", "Water"));
    acts.put("backings", new JsonObject().put("from", "de wachttijd").put("because", "Een baby"));
    JsonObject asked = new JsonObject().put("backing", "b");
    acts.put("backings/agree", asked);
    acts.put("backings/refuse", asked.copy().put("explanation", "Dat lukt nu echt niet."));
    acts.put("backings/withdraw", asked);
    String why = "Wij willen dat het voor iedereen veilig blijft.";
    acts.put(
        "contact-agreement",
        new JsonObject()
            .put("official", "fatma.yildiz")
            .put("ways", new JsonArray().add("writing"))
            .put("until", "2026-12-24T11:00:00Z")
            .put("why", why));
    acts.put(
        "contact-agreement/addresses", new JsonObject().put("address", "elders@elders.example"));
    acts.put("contact-agreement/lift", new JsonObject().put("why", why));
    acts.put("contact-agreement/objection", new JsonObject().put("words", "Niet waar."));
    acts.put("contact-agreement/objection/answer", new JsonObject().put("explanation", why));
    acts.put("steady-official", new JsonObject().put("official", "fatma.yildiz"));
    acts.put("confirm", new JsonObject());
    acts.put("join", new JsonObject().put("into", other));
    acts.put("place", new JsonObject().put("as", "own"));
    acts.put("split", new JsonObject().put("messages", new JsonArray().add("m")));
    acts.put("move", new JsonObject().put("messages", new JsonArray().add("m")).put("into", other));
    acts.put("put-back", new JsonObject().put("what", "topic"));
    acts.put("citizen", new JsonObject().put("address", "bo@example.org"));
    acts.put("topic", new JsonObject().put("topic", "afval"));
    acts.put("close", new JsonObject().put("outcome", "answered"));
    acts.put("consent/ask", new JsonObject());
    acts.put("decision/send", new JsonObject());
    acts.put("decision/withdraw", new JsonObject());
    acts.put("elsewhere/confirm", new JsonObject().put("who", "Mevrouw De Wit"));
    acts.put("helped", new JsonObject().put("helped", "yes"));
    acts.put("reopen", new JsonObject());
    acts.put("callback-requests", new JsonObject().put("phone", "0612345678"));
    return acts;
  }

  private static void putTable(Map<String, JsonObject> acts) {
    JsonObject official = new JsonObject().put("official", "ravi.ramdin");
    acts.put(
        "table",
        new JsonObject().put("agenda", "Huur").put("people", new JsonArray().add("ravi.ramdin")));
    acts.put("table/agenda", new JsonObject().put("point", "Wie belt?"));
    acts.put(
        "table/agreements", official.copy().put("what", "Belt").put("due", "2026-12-04T11:00:00Z"));
    acts.put("table/agreements/done", new JsonObject().put("promise", "p"));
    acts.put("table/people", official);
    acts.put("table/leave", official);
    acts.put("table/end", new JsonObject().put("minutes", "Besproken."));
  }

  @ParameterizedTest
  @CsvSource({
    "fatma.yildiz, 200",
    "kwame.mensah, 200",
    "pieter.hoekstra, 403",
    "anouk.jansen, 403",
    "meilin.chen, 403",
    "marijke.smit, 403"
  })
  void whoHelpsInACaseHasWhatDidNotArriveSentAgain(String official, int status) {
    Case one = await(hub.cases.find(number)).orElseThrow();
    String path =
        "/outbox/" + Undeliverable.acknowledgement(one, hub.outbox, hub.casework) + "/resend";

    assertThat(client.post(token(official), path, new JsonObject()).status()).isEqualTo(status);

    assertThat(await(hub.cases.find(number)).orElseThrow().events())
        .filteredOn(CaseEvent.Resent.class::isInstance)
        .hasSize(status == 200 ? 1 : 0);
    assertThat(client.post(token(official), "/outbox/none/resend", new JsonObject()).status())
        .isEqualTo(404);
  }

  @Test
  void whoBecomesStandingOfficialStandsWithTheQuestionsAboutThatTopicAlsoWhenClosed() {
    String other =
        hub.opened("other", message("ans@example.org", "Er ligt afval.").put("topic", "afval"));
    JsonObject reply = new JsonObject().put("text", "Dag");
    client.post(ADMINISTRATOR, "/cases/" + number + "/replies", reply);
    client.post(
        ADMINISTRATOR, "/cases/" + number + "/close", new JsonObject().put("outcome", "answered"));
    String citizen = await(hub.cases.find(number)).orElseThrow().citizen();

    Documented.Reply stands =
        client.call(
            "PUT",
            ADMINISTRATOR,
            "/citizens/" + citizen + "/standing-officials/bijstand",
            new JsonObject().put("official", "sanne.vandijk"));

    assertThat(stands.status()).isEqualTo(200);
    assertThat(await(hub.cases.find(number)).orElseThrow().events())
        .filteredOn(CaseEvent.Stands.class::isInstance)
        .extracting(event -> ((CaseEvent.Stands) event).to())
        .containsExactly("sanne.vandijk");
    assertThat(await(hub.cases.find(other)).orElseThrow().events())
        .noneMatch(CaseEvent.Stands.class::isInstance);
  }

  @Test
  void aClerkWhoAsksForACallHearsByWhenAndNothingOfWhatStandsThere() {
    JsonObject first = new JsonObject().put("phone", "0612345678").put("reason", "Geheim");
    String path = "/cases/" + number + "/callback-requests";
    String asked = client.post(ADMINISTRATOR, path, first).body().getString("id");
    JsonObject told =
        client.post(token("meilin.chen"), path, new JsonObject().put("phone", "0687654321")).body();
    assertThat(told.getString("id")).isEqualTo(asked);
    assertThat(told.getString("due")).isNotBlank();
    assertThat(told.encode()).doesNotContain("Geheim", "Uitkering", "612345678");
  }

  @Test
  void anAttemptIsForWhoHelpsInTheCase() {
    JsonObject call = new JsonObject().put("phone", "0612345678");
    String asked =
        client
            .post(ADMINISTRATOR, "/cases/" + number + "/callback-requests", call)
            .body()
            .getString("id");
    JsonObject tried = new JsonObject().put("outcome", "no-answer");
    String path = "/callback-requests/" + asked + "/attempts";
    assertThat(client.post(token("meilin.chen"), path, tried).status()).isEqualTo(403);
    assertThat(client.post(token("sanne.vandijk"), path, tried).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({
    "fatma.yildiz, 201, 403, oneself",
    "kwame.mensah, 201, 200, coordinator",
    "pieter.hoekstra, 201, 200, manager",
    "thomas.bakker, 201, 200, administrator",
    "sanne.vandijk, 403, 403, colleague",
    "anouk.jansen, 403, 403, coordinator of another team",
    "meilin.chen, 403, 403, clerk",
  })
  void absencesAndDeparturesAreMarkedByWhoLeads(
      String official, int absence, int departure, String office) {
    String token = token(official);
    JsonObject away = new JsonObject().put("until", "2026-12-01T08:00:00Z");
    assertThat(client.post(token, "/officials/fatma.yildiz/absences", away).status())
        .as(office)
        .isEqualTo(absence);
    assertThat(client.post(token, "/officials/fatma.yildiz/return", new JsonObject()).status())
        .as(office)
        .isEqualTo(absence == 201 ? 200 : 403);
    assertThat(client.post(token, "/officials/fatma.yildiz/departure", new JsonObject()).status())
        .as(office)
        .isEqualTo(departure);
    assertThat(client.get(ADMINISTRATOR, "/officials/fatma.yildiz").body().getBoolean("employed"))
        .as(office)
        .isEqualTo(departure == 403);
  }

  @Test
  void whoSpeaksForAnOfficialDoesNotSpeakForAnother() {
    JsonObject reply = new JsonObject().put("text", "Dag").put("by", "kwame.mensah");
    Documented.Reply refused =
        client.post(token("fatma.yildiz"), "/cases/" + number + "/replies", reply);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().getJsonArray("errors").getJsonObject(0).getString("field"))
        .isEqualTo("by");
  }

  @Test
  void whoActsForSomebodyWhoIsAwayReadsAndActs() {
    String actor = "ravi.ramdin";
    assertThat(client.get(token(actor), "/cases/" + number).body().getString("access"))
        .isEqualTo("subject");
    JsonObject away = new JsonObject().put("until", "2026-12-01T08:00:00Z").put("deputy", actor);
    client.post(ADMINISTRATOR, "/officials/fatma.yildiz/absences", away);
    String token = token(actor);
    assertThat(client.get(token, "/cases/" + number).body().getString("access")).isEqualTo("text");
    JsonObject reply = new JsonObject().put("text", "Ik neem het over.");
    assertThat(client.post(token, "/cases/" + number + "/replies", reply).status()).isEqualTo(201);
    client.post(ADMINISTRATOR, "/officials/fatma.yildiz/return", new JsonObject());
    assertThat(client.get(token, "/cases/" + number).body().getString("access"))
        .isEqualTo("subject");
  }

  @ParameterizedTest
  @CsvSource({"thomas.bakker, 200", "jan.devries, 403", "marijke.smit, 403"})
  void whatIsWrongWithTheSetUpIsForAdministrators(String official, int status) {
    String token = hub.tokenOf(official, "admin");
    assertThat(client.get(token, "/setup/problems").status()).isEqualTo(status);
  }

  private String official() {
    return client
        .get(ADMINISTRATOR, "/cases/" + number)
        .body()
        .getJsonObject("official")
        .getString("id");
  }

  private String token(String official) {
    return hub.tokenOf(official, EVERY_SCOPE.split(" "));
  }
}
