package nl.aanspreekpunt.web.scim;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Voorbeeldstad;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Another system says over SCIM who works here. */
class ScimTest {
  private final Workplace workplace =
      new Workplace(Voorbeeldstad.yaml(), ScimClient.configuration());
  private final ScimClient client = ScimClient.of(workplace);

  @AfterEach
  void close() {
    workplace.close();
  }

  private static JsonObject user(String userName) {
    return new JsonObject()
        .put("schemas", new JsonArray(List.of(ScimSchema.USER)))
        .put("userName", userName);
  }

  private static JsonObject whole(String userName) {
    return user(userName)
        .put("externalId", "x-" + userName)
        .put("displayName", "Noor Bakır")
        .put("title", "adviseur wonen")
        .put(ScimSchema.ENTERPRISE, new JsonObject().put("department", "Wonen"))
        .put(
            ScimSchema.OFFICIAL,
            new JsonObject().put("topics", new JsonArray(List.of("huur-en-onderhoud"))));
  }

  private JsonObject created(JsonObject user) {
    ScimClient.Reply reply = client.send("POST", "/Users", user.encode());
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    assertThat(reply.location()).endsWith("/scim/v2/Users/" + reply.json().getString("id"));
    return reply.json();
  }

  private Official official(String id) {
    return workplace.directories.current().official(id).orElseThrow();
  }

  private boolean employed(String id) {
    return workplace.directories.current().employed(id, workplace.clock.instant());
  }

  @Test
  void aNewUserOfWhomEnoughIsKnownBecomesAnOfficial() {
    String id = created(whole("Noor.Bakir@werk.voorbeeldstad.example")).getString("id");

    assertThat(id).isEqualTo("noor.bakir");
    Official noor = official(id);
    assertThat(noor.team()).isEqualTo("wonen");
    assertThat(noor.name()).isEqualTo("Noor Bakır");
    assertThat(noor.address()).isEqualTo("noor.bakir@voorbeeldstad.example");
    assertThat(noor.email()).isEqualTo("noor.bakir@werk.voorbeeldstad.example");
    assertThat(employed(id)).isTrue();
    assertThat(await(workplace.directories.changes(1)).get(0).lines().toString())
        .contains("officials[noor.bakir].name", "officials[noor.bakir].team");
  }

  @Test
  void ofWhomTooLittleIsKnownIsToBeCompletedAndNeverRoutedTo() {
    String id = created(user("zonder.team@werk.voorbeeldstad.example")).getString("id");

    assertThat(workplace.directories.current().official(id)).isEmpty();
    assertThat(await(workplace.people.incomplete()))
        .singleElement()
        .satisfies(one -> assertThat(one.missing()).contains("name", "function", "team"));

    assertThat(created(user("zonder-adres")).getString("id")).isEqualTo("zonder-adres");
    client.send("DELETE", "/Users/zonder-adres", null);
    client.send("PUT", "/Users/" + id, whole("zonder.team@werk.voorbeeldstad.example").encode());
    assertThat(employed(id)).isTrue();
    assertThat(await(workplace.people.incomplete())).isEmpty();
  }

  @Test
  void whoLeadsATeamCompletesWhoIsNewAndTheFeedLeavesItSo() {
    String email = "zonder.team@werk.voorbeeldstad.example";
    created(user(email));
    Visitor kwame = Visitor.loggedIn(workplace, "kwame.mensah");
    assertThat(kwame.get("/werk/team/aanvullen").body())
        .contains("Hier is iets aan te vullen: Naam, Functie, Team.", "Werk en inkomen")
        .doesNotContain(">Wonen</option>");
    Map<String, String> said =
        Map.of(
            "name", "Zo\u00eb Team",
            "function", "consulent",
            "team", "werk-en-inkomen",
            "email", email,
            "address", "zoe@voorbeeldstad.example",
            "topic.bijstand", "on",
            "deputy", "kwame.mensah");
    Map<String, String> elsewhere = new HashMap<>(said);
    elsewhere.put("team", "wonen");
    String path = "/werk/team/aanvullen/zonder.team";
    assertThat(kwame.post(path, elsewhere).status()).isEqualTo(422);
    Map<String, String> wrong = new HashMap<>(said);
    wrong.put("address", "zoe@elders.example");
    assertThat(kwame.post(path, wrong).body()).contains("niet op het domein van het loket");
    assertThat(workplace.directories.current().official("zonder.team")).isEmpty();

    assertThat(kwame.post(path, said).status()).isEqualTo(303);
    assertThat(official("zonder.team").topics()).containsExactly("bijstand");
    assertThat(kwame.get("/werk/team/aanvullen").body()).contains("Er is niemand aan te vullen.");
    assertThat(kwame.post(path, said).status()).isEqualTo(404);

    patch("zonder.team", "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"klantmanager\"}");
    assertThat(official("zonder.team").function()).isEqualTo("klantmanager");
    assertThat(official("zonder.team").team()).isEqualTo("werk-en-inkomen");
    assertThat(await(workplace.people.incomplete())).isEmpty();
    assertThat(Visitor.loggedIn(workplace, "fatma.yildiz").get("/werk/team/aanvullen").status())
        .isEqualTo(403);
  }

  @Test
  void aUserWithTheMailboxOfAnOfficialIsThatOfficialAndInactiveStartsADeparture() {
    Case one =
        workplace.question("ans@elders.example", "Ans", "Bijstand", "Hoe zit dat?", "werk-zoeken");
    String id = one.official();
    created(user(workplace.email(id)).put("active", true).put("title", "klantmanager"));
    assertThat(official(id).function()).isEqualTo("klantmanager");
    assertThat(official(id).topics()).isNotEmpty();

    ScimClient.Reply off = patch(id, "{\"op\":\"replace\",\"path\":\"active\",\"value\":false}");

    assertThat(off.json().getBoolean("active")).isFalse();
    assertThat(employed(id)).isFalse();
    assertThat(workplace.found(one.id()).actingNow()).isPresent();
    assertThat(await(workplace.departing.underWay())).extracting("id").contains(id);

    patch(id, "{\"op\":\"replace\",\"path\":\"active\",\"value\":true}");
    assertThat(employed(id)).isTrue();
    assertThat(workplace.found(one.id()).actingNow()).isEmpty();
    assertThat(workplace.found(one.id()).official()).isEqualTo(id);
  }

  @Test
  void theLastAdministratorDoesNotLeave() {
    String thomas = "thomas.bakker";
    created(user(workplace.email(thomas)).put("active", true));
    ScimClient.Reply off =
        patch(thomas, "{\"op\":\"replace\",\"path\":\"active\",\"value\":false}");
    assertThat(off.status()).isEqualTo(400);
    assertThat(off.json().getString("detail")).contains("is the last administrator");
    assertThat(client.send("DELETE", "/Users/" + thomas, null).status()).isEqualTo(400);
    assertThat(employed(thomas)).isTrue();
    assertThat(client.get("/Users/" + thomas).json().getBoolean("active")).isTrue();
  }

  @Test
  void whoWasMarkedAsLeftByHandDoesNotReturnBecauseTheFeedSaysSomethingElse() {
    created(user(workplace.email("jan.devries")));
    await(workplace.departing.mark("jan.devries", "pieter.hoekstra"));

    patch("jan.devries", "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"adviseur\"}");

    assertThat(employed("jan.devries")).isFalse();
  }

  @Test
  void whoIsRemovedLeavesAndIsNotFoundAnyMoreAndMayComeAgain() {
    String id = created(whole("noor@werk.voorbeeldstad.example")).getString("id");
    assertThat(client.send("DELETE", "/Users/" + id, null).status()).isEqualTo(204);

    assertThat(client.get("/Users/" + id).status()).isEqualTo(404);
    assertThat(client.send("DELETE", "/Users/" + id, null).status()).isEqualTo(404);
    assertThat(employed(id)).isFalse();
    assertThat(official(id).name()).isEqualTo("Noor Bakır");

    assertThat(created(whole("noor@werk.voorbeeldstad.example")).getString("id")).isEqualTo(id);
    assertThat(employed(id)).isTrue();
  }

  @Test
  void whatACrashLeftIsCarriedOutByTheClock() {
    String id = created(whole("noor@werk.voorbeeldstad.example")).getString("id");
    var kept = await(workplace.people.find(id)).orElseThrow();
    var cut =
        new nl.aanspreekpunt.official.Person(
            id,
            kept.version() + 1,
            kept.userName(),
            null,
            false,
            false,
            kept.resource(),
            kept.fed(),
            List.of(),
            false,
            nl.aanspreekpunt.official.Person.Turn.LEAVES,
            true,
            kept.createdAt(),
            kept.changedAt());
    await(workplace.people.replace(cut, kept.version()));

    workplace.tick();

    assertThat(employed(id)).isFalse();
    assertThat(await(workplace.people.waiting(10))).isEmpty();
  }

  @Test
  void usersAreFilteredAndPaged() {
    IntStream.range(0, 5).forEach(i -> created(whole("lid" + i + "@werk.voorbeeldstad.example")));

    JsonObject page = client.get("/Users?startIndex=2&count=2").json();
    assertThat(page.getInteger("totalResults")).isEqualTo(5);
    assertThat(page.getInteger("itemsPerPage")).isEqualTo(2);
    assertThat(page.getJsonArray("Resources").getJsonObject(0).getString("id")).isEqualTo("lid1");
    assertThat(found("userName eq \"LID3@werk.voorbeeldstad.example\"")).containsExactly("lid3");
    assertThat(found("externalId eq \"x-lid2@werk.voorbeeldstad.example\""))
        .containsExactly("lid2");
    assertThat(found("title co \"wonen\" and not (userName sw \"lid4\")")).hasSize(4);
    assertThat(found("active eq false")).isEmpty();
    assertThat(client.get("/Users?count=0").json().getInteger("totalResults")).isEqualTo(5);
    JsonObject part = client.get("/Users/lid1?attributes=userName").json();
    assertThat(part.fieldNames()).containsExactlyInAnyOrder("schemas", "id", "userName");
    JsonObject search =
        client
            .send("POST", "/Users/.search", "{\"filter\":\"userName sw \\\"lid\\\"\",\"count\":3}")
            .json();
    assertThat(search.getJsonArray("Resources")).hasSize(3);
  }

  private List<String> found(String filter) {
    JsonObject list = client.filtered(filter).json();
    return list.getJsonArray("Resources").stream()
        .map(one -> ((JsonObject) one).getString("id"))
        .toList();
  }

  private ScimClient.Reply patch(String id, String operation) {
    return client.send(
        "PATCH",
        "/Users/" + id,
        "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":["
            + operation
            + "]}");
  }

  @Test
  void whatIsWrongIsSaidAsScimHasIt() {
    created(whole("noor@werk.voorbeeldstad.example"));

    refused(
        client.send("POST", "/Users", whole("noor@werk.voorbeeldstad.example").encode()),
        409,
        "uniqueness");
    refused(client.send("POST", "/Users", "{\"userName\":7}"), 400, "invalidValue");
    refused(client.send("POST", "/Users", "geen json"), 400, "invalidSyntax");
    refused(client.filtered("userName is \"x\""), 400, "invalidFilter");
    refused(
        patch("noor", "{\"op\":\"replace\",\"path\":\"active[\",\"value\":1}"), 400, "invalidPath");
    refused(
        patch("noor", "{\"op\":\"replace\",\"path\":\"active\",\"value\":\"ja\"}"),
        400,
        "invalidValue");
    refused(client.get("/Users/niemand"), 404, null);
    refused(client.get("/Groups"), 404, null);
    refused(ScimClient.with(workplace, null).get("/Users"), 401, null);
    refused(ScimClient.with(workplace, "onbekend").get("/Users"), 401, null);
    refused(
        ScimClient.with(workplace, ScimClient.token(workplace, "directory:read")).get("/Users"),
        403,
        null);
  }

  private static void refused(ScimClient.Reply reply, int status, String type) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(status);
    assertThat(reply.type()).isEqualTo("application/scim+json");
    assertThat(reply.json().getString("status")).isEqualTo(String.valueOf(status));
    assertThat(reply.json().getString("scimType")).isEqualTo(type);
    assertThat(reply.json().getString("detail")).isNotBlank();
  }

  /** learn.microsoft.com: "Develop and plan provisioning for a SCIM endpoint", design of SCIM. */
  @Test
  void whatEntraIdSendsIsUnderstood() {
    assertThat(
            client.filtered("userName eq \"non-existent user\"").json().getInteger("totalResults"))
        .isZero();
    String id =
        created(
                new JsonObject(
                    """
                    {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User",
                      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],
                     "externalId":"0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef",
                     "userName":"test_user_ab6490ee@werk.voorbeeldstad.example",
                     "active":true,
                     "emails":[{"primary":true,"type":"work",
                       "value":"test_user_fd0ea19b@werk.voorbeeldstad.example"}],
                     "meta":{"resourceType":"User"},
                     "name":{"formatted":"givenName familyName","familyName":"familyName",
                       "givenName":"givenName"},
                     "title":"adviseur",
                     "roles":[],
                     "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":
                       {"department":"wonen"}}\
                    """))
            .getString("id");
    patch(
        id,
        """
        {"op":"Replace","path":"emails[type eq \\"work\\"].value",
         "value":"updatedemail@werk.voorbeeldstad.example"},
        {"op":"Replace","path":"name.familyName","value":"updatedFamilyName"},
        {"op":"Add","path":"phoneNumbers[type eq \\"mobile\\"].value","value":"+31 6 12345678"},
        {"op":"Replace","value":{"name.givenName":"Updated","title":"adviseur wonen",
         "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department":"Wonen"}}\
        """);
    JsonObject now = client.get("/Users/" + id).json();
    assertThat(now.getJsonObject("name").getString("familyName")).isEqualTo("updatedFamilyName");
    assertThat(now.getJsonObject("name").getString("givenName")).isEqualTo("Updated");
    assertThat(now.getJsonObject(ScimSchema.ENTERPRISE).getString("department")).isEqualTo("Wonen");
    assertThat(official(id).email()).isEqualTo("updatedemail@werk.voorbeeldstad.example");
    assertThat(official(id).phone()).isEqualTo("+31612345678");
    assertThat(official(id).function()).isEqualTo("adviseur wonen");

    ScimClient.Reply off =
        patch(id, "{\"op\":\"Replace\",\"path\":\"active\",\"value\":\"False\"}");
    assertThat(off.json().getBoolean("active")).isFalse();
    assertThat(employed(id)).isFalse();
  }

  /** developer.okta.com: "SCIM 2.0 protocol reference", Users. */
  @Test
  void whatOktaSendsIsUnderstood() {
    JsonObject none =
        client
            .get(
                "/Users?filter=userName%20eq%20%22test.user%40okta.local%22&startIndex=1&count=100")
            .json();
    assertThat(none.getInteger("totalResults")).isZero();
    JsonObject made =
        created(
            new JsonObject(
                """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],
                 "userName":"test.user@okta.local",
                 "name":{"givenName":"Test","familyName":"User"},
                 "emails":[{"primary":true,"value":"test.user@okta.local","type":"work"}],
                 "displayName":"Test User",
                 "locale":"en-US",
                 "externalId":"00ujl29u0le5T6Aj10h7",
                 "groups":[],
                 "password":"1mz050nq",
                 "active":true}\
                """));
    String id = made.getString("id");
    assertThat(made.encode()).doesNotContain("1mz050nq");
    assertThat(client.get("/Users/" + id).json().getString("userName"))
        .isEqualTo("test.user@okta.local");
    ScimClient.Reply put =
        client.send(
            "PUT",
            "/Users/" + id,
            made.copy().put("name", new JsonObject().put("givenName", "Another")).encode());
    assertThat(put.status()).isEqualTo(200);
    ScimClient.Reply off = patch(id, "{\"op\":\"replace\",\"value\":{\"active\":false}}");
    assertThat(off.status()).isEqualTo(200);
    assertThat(off.json().getBoolean("active")).isFalse();
    workplace.clock.forward(Duration.ofMinutes(1));
    patch(id, "{\"op\":\"replace\",\"value\":{\"active\":true}}");
    assertThat(client.get("/Users/" + id).json().getBoolean("active")).isTrue();
  }
}
