package nl.aanspreekpunt.web.api;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static nl.aanspreekpunt.web.api.ApiHub.ADMINISTRATOR;
import static nl.aanspreekpunt.web.api.ApiHub.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.Undeliverable;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.official.Fed;
import nl.aanspreekpunt.official.Person;
import nl.aanspreekpunt.routing.learned.Sentences;
import nl.aanspreekpunt.store.SetAside;
import nl.aanspreekpunt.store.SetAsides;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One pass over all that can be asked; each answer is held against the document. */
class EveryOperationTest {
  @RegisterExtension final StoreFixture fixture = new StoreFixture();
  private ApiHub hub;
  private Documented client;

  @Test
  void everyOperationOfTheDocumentIsThereAndAnswersAsItSays() {
    hub = new ApiHub(fixture);
    client = hub.client;
    String number = aCaseIsOpenedAndRead();
    aCallIsAskedForAndMade(number);
    anotherMessageIsJoinedToIt(number);
    aPromiseWaitsGoesOnAndGetsAnotherMoment();
    HumanOperations human = new HumanOperations(hub);
    human.principlesAreActedOn();
    human.afterAThreatItIsSaidWhoHasContact();
    human.deviationsAreBacked();
    human.peopleAreLinkedAndPart();
    human.theStorySoFarIsWrittenAndRead();
    messagesArePutWhereTheyBelong();
    human.aTalkIsPlannedMovedCalledOffAndHeld(number);
    itIsAnsweredClosedReopenedAndHandedOver(number);
    human.aDecisionWaitsForATalkAndWhoHelpsConfirms();
    hub.pass(Duration.ofMinutes(1));
    listsShowIt(number);
    aRuleIsPinnedAndRevoked();
    String chafes =
        hub.opened("chafes", message("bo@example.org", "Hulp").put("topic", "bijstand"));
    HumanByApiTest.frictions(hub, chafes);
    HumanByApiTest.stories(hub, chafes);
    HumanByApiTest.council(hub);
    HumanByApiTest.figures(hub);
    TrailByApiTest.everyWord(hub);
    DoubtfulByApiTest.everyWord(hub);
    DoubtfulByApiTest.heldFile(hub, number);
    topicsAreLearnedAndMeasured();
    theSetUpIsLookedAt();
    whatWasRefusedIsSentAgain(number);
    olderEventsAreInPages(number);
    peopleComeAndGo();
    administratorsDoTheirs();
    assertThat(client.exercised()).isEqualTo(client.operations());
  }

  private String aCaseIsOpenedAndRead() {
    JsonObject message =
        message("ans@example.org", "Sinds vanmorgen is het kraanwater afgesloten.")
            .put("subject", "Geen water")
            .put("neighbourhood", "molenwijk")
            .put("topic", "water-en-energie")
            .put("language", "nl");
    String number = hub.opened("first", message);
    JsonObject one = hub.get("/cases/" + number);
    assertThat(one.getString("subject")).isEqualTo("Geen water");
    assertThat(one.getString("state")).isEqualTo("open");
    assertThat(one.getJsonObject("citizen").getString("name")).isEqualTo("Ans de Boer");
    assertThat(one.getJsonObject("official").getString("name")).isNotBlank();
    assertThat(one.getJsonObject("route").getString("rule")).isEqualTo("topic");
    assertThat(one.getJsonObject("route").getString("certainty")).isEqualTo("certain");
    JsonObject facts = one.getJsonObject("route").getJsonObject("facts");
    assertThat(facts.getString("topic")).isEqualTo("water-en-energie");
    assertThat(facts.getString("sign")).isEqualTo("chosen");
    assertThat(facts.getString("neighbourhood")).isEqualTo("molenwijk");
    assertThat(facts.getJsonObject("choice").getString("official"))
        .isEqualTo(one.getJsonObject("official").getString("id"));
    JsonArray weighed = hub.get("/cases/" + number + "/candidates").getJsonArray("items");
    assertThat(weighed.getJsonObject(0).getJsonObject("official").getString("id"))
        .isEqualTo(one.getJsonObject("official").getString("id"));
    JsonObject promise = one.getJsonArray("promises").getJsonObject(0);
    assertThat(promise.getString("kind")).isEqualTo("answer");
    assertThat(promise.getString("due")).isEqualTo("2026-11-24T14:00:00Z");
    assertThat(one.getJsonArray("timeline").getJsonObject(0).getString("text"))
        .isEqualTo("Sinds vanmorgen is het kraanwater afgesloten.");
    JsonObject day = hub.get("/cases/" + number + "/responsible?day=2026-11-24");
    assertThat(day.getJsonArray("all")).hasSize(1);
    for (String ahead : new String[] {"day=2027-05-03", "at=2027-05-03T10:00:00Z"}) {
      String path = "/cases/" + number + "/responsible?" + ahead;
      assertThat(client.get(ADMINISTRATOR, path).status()).isEqualTo(400);
    }
    assertThat(
            hub.get("/cases/" + number + "/responsible?at=2026-11-24T10:00:00Z").getString("from"))
        .isEqualTo("2026-11-24T10:00:00Z");
    return number;
  }

  private void aCallIsAskedForAndMade(String number) {
    JsonObject asked = new JsonObject().put("phone", "06 12345678").put("preferred", "na 16 uur");
    Documented.Reply made = hub.post("/cases/" + number + "/callback-requests", asked, 201);
    String id = made.body().getString("id");
    assertThat(made.body().getString("kind")).isEqualTo("callback");
    assertThat(made.body().getJsonObject("callback").getString("phone")).isEqualTo("+31612345678");
    Documented.Reply early =
        client.post(
            ADMINISTRATOR,
            "/cases/" + number + "/close",
            new JsonObject().put("outcome", "granted").put("explanation", "Het is hersteld."));
    assertThat(early.status()).isEqualTo(409);
    assertThat(early.body().getString("code")).isEqualTo("callback-open");
    String attempts = "/callback-requests/" + id + "/attempts";
    hub.post(attempts, new JsonObject().put("outcome", "no-answer"), 201);
    callsAreListed(id);
    Documented.Reply reached =
        hub.post(
            attempts, new JsonObject().put("outcome", "reached").put("note", "Gesproken"), 201);
    assertThat(reached.body().getString("state")).isEqualTo("kept");
  }

  private void callsAreListed(String id) {
    JsonObject tuesday =
        new JsonObject().put("times", new JsonArray().add("wednesday").add("after-five"));
    JsonObject call = hub.post("/callback-requests/" + id + "/preferred", tuesday, 200).body();
    JsonObject callback = call.getJsonObject("callback");
    assertThat(callback.getString("preferred")).isEqualTo("woensdag, na 17.00 uur");
    assertThat(callback.getJsonArray("times").getJsonObject(0).getString("from"))
        .isEqualTo("17:00");
    assertThat(callback.getJsonArray("notUnderstood")).isEmpty();
    assertThat(callback.getJsonObject("proposed").getString("from")).isNotBlank();
    hub.post("/callback-requests/" + id + "/wanted", new JsonObject(), 200);
    String owner = call.getString("owner");
    JsonObject listed = hub.get("/callback-requests?official=" + owner);
    assertThat(listed.getJsonArray("items")).hasSize(1);
    assertThat(hub.get("/callback-requests/taken?official=" + owner).getJsonArray("items"))
        .isEmpty();
  }

  private void aReplyWaitsAndIsTakenBack(String path) {
    JsonObject reply =
        new JsonObject()
            .put("text", "Er is nieuws.")
            .put("sendAt", "2026-11-25T08:00:00Z")
            .put("evenLate", true)
            .put("urgent", true);
    JsonObject held = hub.post(path + "/replies", reply, 201).body();
    JsonObject planned = held.getJsonArray("plannedReplies").getJsonObject(0);
    assertThat(planned.getString("text")).isEqualTo("Er is nieuws.");
    JsonObject which = new JsonObject().put("id", planned.getString("id"));
    JsonObject back = hub.post(path + "/planned-replies/take-back", which, 200).body();
    assertThat(
            back.getJsonArray("plannedReplies")
                .getJsonObject(0)
                .getJsonObject("returned")
                .getString("why"))
        .isEqualTo("undone");
  }

  private void datedPromisesAreOfferedAndConfirmed(String number) {
    String both = "Ik bel u donderdag voor 12 uur, en u krijgt vrijdag een besluit.";
    JsonObject text = new JsonObject().put("text", both);
    hub.post("/cases/" + number + "/replies", text, 201);
    decisionIsNone(number);
    JsonArray offered = hub.get("/cases/" + number + "/offered-promises").getJsonArray("items");
    assertThat(offered).hasSize(1);
    JsonObject first = offered.getJsonObject(0);
    assertThat(first.getString("kind")).isEqualTo("callback");
    assertThat(first.getString("due")).isEqualTo("2026-11-26T11:00:00Z");
    JsonObject made = hub.post("/cases/" + number + "/promises", first, 201).body();
    assertThat(made.getString("said")).isEqualTo("Ik bel u donderdag voor 12 uur");
    assertThat(made.getBoolean("confirmed")).isTrue();
    assertThat(made.getString("due")).isEqualTo("2026-11-26T11:00:00Z");
    assertThat(hub.get("/cases/" + number + "/offered-promises").getJsonArray("items")).isEmpty();
    JsonObject heard = new JsonObject().put("heard", "Zei het aan de balie.");
    JsonObject gone =
        hub.post("/callback-requests/" + made.getString("id") + "/withdraw", heard, 200).body();
    assertThat(gone.getString("state")).isEqualTo("withdrawn");
  }

  private void decisionIsNone(String number) {
    JsonObject decision =
        hub.get("/promises").getJsonArray("items").stream()
            .map(JsonObject.class::cast)
            .filter(one -> one.getString("case").equals(number) && !one.getBoolean("confirmed"))
            .filter(one -> one.getString("kind").equals("decision"))
            .findFirst()
            .orElseThrow();
    JsonObject none =
        hub.post("/promises/" + decision.getString("id") + "/decline", new JsonObject(), 200)
            .body();
    assertThat(none.getString("state")).isEqualTo("withdrawn");
  }

  private void anotherMessageIsJoinedToIt(String number) {
    String apart =
        hub.opened(
            "second",
            message("ans@example.org", "En de kraan in de keuken lekt ook.")
                .put("subject", "Kraan")
                .put("topic", "water-en-energie")
                .put("language", "nl"));
    Documented.Reply joined =
        hub.post("/cases/" + apart + "/join", new JsonObject().put("into", number), 200);
    assertThat(joined.body().getString("number")).isEqualTo(number);
    assertThat(hub.get("/cases/" + apart).getString("state")).isEqualTo("closed");
  }

  private void messagesArePutWhereTheyBelong() {
    String one = hub.opened("fourth", message("cas@example.org", "De huur is te hoog."));
    String more =
        hub.received("fifth", message("cas@example.org", "En het afval.").put("case", one));
    JsonObject messages = new JsonObject().put("messages", new JsonArray().add(more));
    String own = hub.post("/cases/" + one + "/split", messages, 201).body().getString("number");
    hub.post(
        "/cases/" + own + "/topic",
        new JsonObject().put("topic", "afval").put("words", "grofvuil"),
        200);
    JsonArray lessons = hub.get("/lessons").getJsonArray("items");
    assertThat(lessons).hasSize(1);
    JsonObject topic = new JsonObject().put("what", "topic");
    assertThat(hub.post("/cases/" + own + "/put-back", topic, 200).body().getString("topic"))
        .isEqualTo(hub.get("/cases/" + one).getString("topic"));
    String lesson = "/lessons/" + lessons.getJsonObject(0).getString("id") + "/revoke";
    assertThat(hub.post(lesson, new JsonObject(), 200).body().getString("revokedBy")).isNotBlank();
    String back =
        hub.received("sixth", message("cas@example.org", "En de huur weer.").put("case", own));
    hub.post(
        "/cases/" + own + "/move",
        new JsonObject().put("messages", new JsonArray().add(back)).put("into", one),
        200);
    String stranger = hub.opened("seventh", message("zus@example.org", "Ik ook.").put("case", one));
    JsonObject waits = hub.get("/uncertain").getJsonArray("items").getJsonObject(0);
    assertThat(waits.getString("number")).isEqualTo(stranger);
    assertThat(waits.getString("suggested")).isEqualTo(one);
    hub.post("/cases/" + stranger + "/place", new JsonObject().put("as", "own"), 200);
    assertThat(hub.get("/uncertain").getJsonArray("items")).isEmpty();
    JsonObject whose = new JsonObject().put("address", "nicht@example.org");
    assertThat(hub.post("/cases/" + stranger + "/citizen", whose, 200).body().getString("number"))
        .isEqualTo(stranger);
    assertThat(hub.get("/offers?official=thomas.bakker").getJsonArray("items")).isEmpty();
  }

  private void aPromiseWaitsGoesOnAndGetsAnotherMoment() {
    String number =
        hub.opened("third", message("bas@example.org", "Mag ik een tweede parkeervergunning?"));
    String path = "/cases/" + number;
    JsonObject mistake = new JsonObject().put("none", true).put("reason", "Het is een vraag.");
    hub.post(path + "/formal", new JsonObject(), 200);
    assertThat(hub.post(path + "/formal", mistake, 200).body().getString("class"))
        .isEqualTo("question");
    hub.post(path + "/class", new JsonObject().put("class", "callback"), 200);
    hub.post(path + "/class", new JsonObject().put("class", "question"), 200);
    JsonObject formal = hub.post(path + "/formal", new JsonObject(), 200).body();
    assertThat(formal.getString("class")).isEqualTo("formal");
    JsonObject decision = formal.getJsonArray("promises").getJsonObject(2);
    assertThat(decision.getString("kind")).isEqualTo("decision");
    assertThat(decision.getString("due")).isEqualTo("2027-01-19T16:00:00Z");
    JsonObject asked =
        hub.post(path + "/questions", new JsonObject().put("text", "Welk kenteken?"), 201).body();
    JsonObject waits = asked.getJsonArray("promises").getJsonObject(0);
    assertThat(waits.getJsonObject("waits").getString("until")).isEqualTo("2026-12-08T10:00:00Z");
    asked.getJsonArray("promises").remove(1); // the decision that was promised by mistake
    for (Object waiting : asked.getJsonArray("promises")) {
      String on = "/promises/" + ((JsonObject) waiting).getString("id") + "/go-on";
      assertThat(hub.post(on, new JsonObject(), 200).body().containsKey("waits")).isFalse();
      assertThat(client.post(ADMINISTRATOR, on, new JsonObject()).status()).isEqualTo(409);
    }
    JsonObject later =
        new JsonObject().put("to", "2026-12-04T11:00:00Z").put("reason", "Advies volgt.");
    String answer = "/promises/" + waits.getString("id") + "/renewals";
    JsonObject renewed = hub.post(answer, later, 201).body();
    assertThat(renewed.getString("due")).isEqualTo("2026-12-04T11:00:00Z");
    assertThat(renewed.getJsonArray("renewals").getJsonObject(0).getString("reason"))
        .isEqualTo("Advies volgt.");
    String legal = "/promises/" + decision.getString("id") + "/renewals";
    JsonObject extended = hub.post(legal, new JsonObject().put("reason", "Meer tijd."), 201).body();
    assertThat(extended.getString("due")).isEqualTo("2027-03-16T16:00:00Z");
    assertThat(extended.getJsonArray("renewals").getJsonObject(0).getBoolean("legal")).isTrue();
    assertThat(hub.get(path).getJsonArray("timeline").encode())
        .contains("\"kind\":\"waits\"", "\"kind\":\"went-on\"", "\"kind\":\"renewed\"");
  }

  private void itIsAnsweredClosedReopenedAndHandedOver(String number) {
    String path = "/cases/" + number;
    hub.post(path + "/talks", new JsonObject().put("how", "desk").put("note", "Aan de balie"), 201);
    hub.post(path + "/replies", new JsonObject().put("text", "Er is weer water."), 201);
    datedPromisesAreOfferedAndConfirmed(number);
    hub.post(path + "/confirm", new JsonObject(), 200);
    hub.post(path + "/close", new JsonObject().put("outcome", "granted"), 200);
    hub.post(path + "/reopen", new JsonObject().put("reason", "Toch niet"), 200);
    assertThat(hub.get("/missing").getJsonArray("items")).isEmpty();
    hub.post("/officials/thomas.bakker/attendance", new JsonObject().put("answer", "here"), 200);
    ConsultsByApiTest.colleagues(hub, number);
    ConsultsByApiTest.table(hub, number);
    JsonObject offer = new JsonObject().put("to", "thomas.bakker");
    hub.post(path + "/offer", offer, 200);
    hub.post(path + "/offer/withdraw", new JsonObject(), 200);
    aReplyWaitsAndIsTakenBack(path);
    hub.post(path + "/offer", offer, 200);
    hub.post(path + "/offer/decline", new JsonObject().put("reason", "Niet mijn wijk"), 200);
    hub.post(path + "/offer", offer, 200);
    hub.post(path + "/offer/accept", new JsonObject(), 200);
    Documented.Reply handed =
        hub.post(path + "/handover", new JsonObject().put("to", "pieter.hoekstra"), 200);
    assertThat(handed.body().getJsonObject("official").getString("id"))
        .isEqualTo("pieter.hoekstra");
    JsonArray held = hub.get(path + "/responsibilities?day=2026-11-24").getJsonArray("items");
    assertThat(held.getJsonObject(held.size() - 1).getJsonObject("predecessor")).isNotNull();
    assertThat(hub.get(path + "/responsibilities?day=2026-11-01").getJsonArray("items")).isEmpty();
    String citizen = hub.get(path).getJsonObject("citizen").getString("id");
    assertThat(hub.get("/citizens/" + citizen + "/officials-met").getInteger("inAll")).isPositive();
    JsonObject stays = new JsonObject().put("official", "pieter.hoekstra");
    hub.post(path + "/steady-official", stays, 200);
    JsonObject other = new JsonObject().put("official", "jan.devries");
    assertThat(client.post(ADMINISTRATOR, path + "/steady-official", other).status())
        .isEqualTo(422);
  }

  private void topicsAreLearnedAndMeasured() {
    assertThat(hub.get("/learning").getBoolean("on")).isFalse();
    JsonObject on = new JsonObject().put("on", true);
    assertThat(client.call("PUT", ADMINISTRATOR, "/learning", on).status()).isEqualTo(409);
    hub.examples.addAll(Sentences.some(240));
    JsonObject measured = hub.post("/learning/measurements", new JsonObject(), 200).body();
    assertThat(measured.getBoolean("better")).isTrue();
    JsonObject model = measured.getJsonArray("models").getJsonObject(0);
    assertThat(model.getInteger("learnedRight")).isGreaterThan(model.getInteger("keywordsRight"));
    assertThat(client.call("PUT", ADMINISTRATOR, "/learning", on).body().getBoolean("on")).isTrue();
  }

  private void theSetUpIsLookedAt() {
    JsonObject found = hub.get("/setup/problems");
    assertThat(found.getJsonArray("items").getJsonObject(0).getString("code"))
        .isEqualTo("no-relay");
  }

  private void aRuleIsPinnedAndRevoked() {
    JsonObject rule =
        new JsonObject()
            .put("official", "ravi.ramdin")
            .put("topic", "afval")
            .put("not", true)
            .put("reason", "Proef");
    String pin = hub.post("/pins", rule, 201).body().getString("id");
    assertThat(hub.get("/pins").getJsonArray("items")).hasSize(1);
    JsonObject why = new JsonObject().put("reason", "Klaar");
    assertThat(hub.post("/pins/" + pin + "/revoke", why, 200).body().getBoolean("stands"))
        .isFalse();
  }

  private void listsShowIt(String number) {
    JsonObject found =
        hub.get("/cases?citizen=ans%40example.org&official=pieter.hoekstra&state=open");
    assertThat(found.getJsonArray("items").getJsonObject(0).getString("number")).isEqualTo(number);
    JsonObject promises = hub.get("/promises?official=pieter.hoekstra&state=open");
    assertThat(promises.getJsonArray("items").getJsonObject(0).getString("case")).isEqualTo(number);
    assertThat(hub.get("/promises?state=kept").getJsonArray("items")).isNotEmpty();
    assertThat(hub.get("/escalations").getJsonArray("items"))
        .allSatisfy(step -> assertThat(((JsonObject) step).getString("case")).isNotBlank());
    JsonArray waiting = hub.get("/outbox?state=waiting").getJsonArray("items");
    assertThat(waiting).isNotEmpty();
    assertThat(hub.get("/outbox?limit=2").getString("next")).isNotBlank();
    await(hub.search.indexing().tick());
    String all = "&state=open&channel=api&from=2026-01-01&until=2027-12-31&late=false&limit=1";
    JsonObject sought = hub.get("/search?q=kraanwater&official=pieter.hoekstra" + all);
    assertThat(sought.getJsonArray("items").getJsonObject(0).getJsonArray("excerpt")).isNotEmpty();
    assertThat(hub.get("/search/views").getJsonArray("items")).isEmpty();
  }

  private void whatWasRefusedIsSentAgain(String number) {
    Case one = await(hub.cases.find(number)).orElseThrow();
    String entry = Undeliverable.acknowledgement(one, hub.outbox, hub.casework);
    assertThat(hub.get("/outbox?state=refused").getJsonArray("items")).hasSize(1);
    JsonObject sent = hub.post("/outbox/" + entry + "/resend", new JsonObject(), 200).body();
    assertThat(sent.getString("state")).isEqualTo("waiting");
    assertThat(hub.get("/cases/" + number).getJsonArray("timeline").encode())
        .contains("\"kind\":\"resent\"");
    Documented.Reply twice =
        client.post(ADMINISTRATOR, "/outbox/" + entry + "/resend", new JsonObject());
    assertThat(twice.status()).isEqualTo(409);
    assertThat(twice.body().getString("code")).isEqualTo("not-failed");
  }

  private void olderEventsAreInPages(String number) {
    JsonObject note = new JsonObject().put("how", "phone").put("note", "Weer gesproken");
    for (int i = 0; i < 100; i++) {
      hub.post("/cases/" + number + "/talks", note, 201);
    }
    assertThat(hub.get("/cases/" + number).getInteger("olderPages")).isPositive();
    assertThat(hub.get("/cases/" + number + "/timeline/0").getJsonArray("items"))
        .filteredOn(event -> ((JsonObject) event).getString("in") == null)
        .hasSize(50);
  }

  /** It is Tuesday 24 November 2026, in week 48. */
  private void worksOtherDays() {
    String path = "/officials/jan.devries/hours";
    JsonObject none = new JsonObject().put("hours", new JsonObject().put("mon", "closed"));
    assertThat(client.call("PUT", ADMINISTRATOR, path, none).status()).isEqualTo(422);
    JsonObject hours = new JsonObject().put("mon", "08:30-17:00").put("even thu", "13:00-17:00");
    Documented.Reply put =
        client.call("PUT", ADMINISTRATOR, path, new JsonObject().put("hours", hours));
    assertThat(put.status()).isEqualTo(200);
    JsonObject works = put.body();
    assertThat(works.getJsonObject("hours"))
        .isEqualTo(
            new JsonObject()
                .put("mon", "08:30-17:00")
                .put("odd thu", "closed")
                .put("even thu", "13:00-17:00"));
    assertThat(works.getString("worksNext")).isEqualTo("2026-11-26T12:00:00Z");
    assertThat(works.getBoolean("absent")).isFalse();
  }

  private void peopleComeAndGo() {
    assertThat(hub.get("/officials?limit=100").getJsonArray("items")).hasSize(12);
    JsonObject away = new JsonObject().put("until", "2026-12-01T08:00:00Z");
    Documented.Reply absent = hub.post("/officials/jan.devries/absences", away, 201);
    assertThat(absent.body().getBoolean("absent")).isTrue();
    Documented.Reply back = hub.post("/officials/jan.devries/return", new JsonObject(), 200);
    assertThat(back.body().getBoolean("absent")).isFalse();
    worksOtherDays();
    String departure = "/officials/pieter.hoekstra/departure";
    JsonObject preview = hub.post(departure, new JsonObject(), 200).body();
    assertThat(preview.getBoolean("confirmed")).isFalse();
    assertThat(preview.getJsonArray("moves")).hasSize(1);
    String moving = preview.getJsonArray("moves").getJsonObject(0).getString("case");
    JsonObject confirm =
        new JsonObject()
            .put("confirm", true)
            .put("notes", new JsonObject().put(moving, "Belt liever niet"))
            .put("adjusted", new JsonObject().put(moving, "jan.devries"));
    JsonObject moved = hub.post(departure, confirm, 200).body();
    JsonObject move = moved.getJsonArray("moves").getJsonObject(0);
    assertThat(move.getString("note")).isEqualTo("Belt liever niet");
    assertThat(move.getBoolean("moved")).isTrue();
    assertThat(move.getJsonObject("to").getString("id")).isEqualTo("jan.devries");
    assertThat(hub.get("/officials/pieter.hoekstra").getBoolean("employed")).isFalse();
    assertThat(hub.get(departure).getBoolean("confirmed")).isTrue();
    Documented.Reply undone = client.call("DELETE", ADMINISTRATOR, departure, null);
    assertThat(undone.body().getString("became")).isEqualTo("undone");
    assertThat(hub.get("/cases/" + moving).getJsonObject("official").getString("id"))
        .isEqualTo("pieter.hoekstra");
    JsonObject later = new JsonObject().put("at", "2027-01-01T00:00:00+01:00");
    assertThat(hub.post(departure, later, 200).body().getBoolean("ahead")).isTrue();
    assertThat(client.call("DELETE", ADMINISTRATOR, departure, null).body().getString("became"))
        .isEqualTo("withdrawn");
    assertThat(hub.get("/officials/pieter.hoekstra").getBoolean("employed")).isTrue();
  }

  private void aTableOfOfficialsIsSeenAndTakenIn() {
    String today = client.get(ADMINISTRATOR, "/directory/officials").raw().body();
    JsonObject same = table("POST", "/directory/officials/preview?complete=true", today).body();
    assertThat(same.getJsonArray("mistakes")).isEmpty();
    assertThat(same.getJsonArray("changes")).isEmpty();
    assertThat(same.getJsonArray("leaving")).isEmpty();

    String one = "id;function\r\nravi.ramdin;beheerder\r\n";
    assertThat(table("POST", "/directory/officials/preview", one).body().getJsonArray("changes"))
        .hasSize(1);
    JsonObject taken = table("PUT", "/directory/officials", one).body();
    assertThat(taken.getString("state")).isEqualTo("done");
    assertThat(hub.get("/directory/imports/" + taken.getString("id"))).isEqualTo(taken);
    assertThat(hub.get("/officials/ravi.ramdin").getString("function")).isEqualTo("beheerder");
    Documented.Reply wrong =
        table("PUT", "/directory/officials", "id;team\r\n\r\nravi.ramdin;vissen\r\n");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body().getJsonArray("errors").getJsonObject(0).getString("field"))
        .isEqualTo("line 3 team");
    assertThat(client.call("PUT", ADMINISTRATOR, "/directory/officials", new JsonObject()).status())
        .isEqualTo(415);

    String role = "id;roles\r\nravi.ramdin;administrator\r\n";
    assertThat(
            table("POST", "/directory/officials/preview", role)
                .body()
                .getJsonArray("administrators"))
        .containsExactly("ravi.ramdin");
    assertThat(table("PUT", "/directory/officials", role).status()).isEqualTo(422);
    assertThat(table("PUT", "/directory/officials?administrators=true", role).status())
        .isEqualTo(200);
  }

  private void whoIsNewIsCompleted() {
    Fed said =
        new Fed(
            "noor.bakir",
            "Noor Bakir",
            null,
            null,
            null,
            "noor.bakir@werk.voorbeeldstad.example",
            "noor.bakir@voorbeeldstad.example",
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    Person noor =
        new Person(
            "noor.bakir",
            1,
            "noor.bakir",
            null,
            true,
            false,
            "{}",
            said,
            List.of("function", "team"),
            true,
            null,
            false,
            Instant.EPOCH,
            Instant.EPOCH);
    assertThat(await(hub.people.add(noor))).isTrue();
    assertThat(
            hub.get("/directory/incomplete")
                .getJsonArray("items")
                .getJsonObject(0)
                .getJsonArray("missing"))
        .containsExactly("function", "team");
    String path = "/directory/incomplete/noor.bakir";
    hub.post(path, new JsonObject().put("team", "vissen").put("function", "adviseur"), 422);
    hub.post(path, new JsonObject().put("team", "wonen").put("function", "adviseur"), 200);
    assertThat(hub.get("/officials/noor.bakir").getString("team")).isEqualTo("wonen");
    assertThat(hub.get("/directory/incomplete").getJsonArray("items")).isEmpty();
  }

  private Documented.Reply table(String method, String path, String csv) {
    return client.raw(method, ADMINISTRATOR, path, csv, "Content-Type", "text/csv");
  }

  private void whatFailsIsSeenAndTriedAgain() {
    await(
        SetAsides.in(fixture.store())
            .failed(SetAside.Queue.RECEIPT, "r1", ApiHub.NOW, new IllegalStateException("test")));
    JsonObject failing = hub.get("/set-asides").getJsonArray("items").getJsonObject(0);
    assertThat(failing.getString("reference")).isEqualTo("r1");
    String id = failing.getString("id");
    assertThat(client.call("POST", ADMINISTRATOR, "/set-asides/" + id + "/try", null).status())
        .isEqualTo(200);
  }

  private void administratorsDoTheirs() {
    JsonObject wanted =
        new JsonObject().put("official", "pieter.hoekstra").put("to", "jan.devries");
    int moves = hub.post("/reassignments", wanted, 200).body().getJsonArray("moves").size();
    assertThat(moves).isPositive();
    JsonObject begun = hub.post("/reassignments", wanted.put("confirm", true), 201).body();
    String reassignment = "/reassignments/" + begun.getString("id");
    assertThat(
            client
                .call("POST", ADMINISTRATOR, reassignment + "/stop", null)
                .body()
                .getString("state"))
        .isEqualTo("stopped");
    client.call("POST", ADMINISTRATOR, reassignment + "/resume", null);
    await(hub.distributing.tick());
    assertThat(hub.get(reassignment).getString("state")).isEqualTo("done");
    assertThat(hub.get(reassignment).getInteger("seenTo")).isEqualTo(moves);
    JsonObject back = client.call("POST", ADMINISTRATOR, reassignment + "/undo", null).body();
    assertThat(back.getInteger("cases")).isEqualTo(moves);
    await(hub.distributing.tick());
    assertThat(hub.get("/reassignments/" + back.getString("id")).getString("state"))
        .isEqualTo("done");
    client.call("POST", ADMINISTRATOR, "/reassignments/" + back.getString("id") + "/undo", null);
    hub.post("/reassignments", wanted, 201);
    await(hub.distributing.tick());
    assertThat(hub.get("/directory/difference").getJsonArray("changes")).isEmpty();
    hub.post("/directory/apply", new JsonObject(), 200);
    assertThat(hub.get("/directory/moves").getJsonArray("items")).isEmpty();
    whatFailsIsSeenAndTriedAgain();
    aTableOfOfficialsIsSeenAndTakenIn();
    whoIsNewIsCompleted();
    String citizen = ofCitizen().getJsonObject("citizen").getString("id");
    String standing = "/citizens/" + citizen + "/standing-officials";
    client.call(
        "PUT",
        ADMINISTRATOR,
        standing + "/general",
        new JsonObject().put("official", "samira.elamrani"));
    assertThat(hub.get(standing).getJsonObject("standing").getJsonObject("general").getString("id"))
        .isEqualTo("samira.elamrani");
    String open = ofCitizen().getString("number");
    assertThat(hub.get("/cases/" + open).getJsonArray("timeline").encode())
        .contains("\"kind\":\"stands\"", "\"to\":\"samira.elamrani\"");
    JsonObject token =
        new JsonObject()
            .put("name", "portal")
            .put("scopes", new JsonArray(List.of("messages:write")));
    int before = hub.get("/tokens").getJsonArray("items").size();
    String id = hub.post("/tokens", token, 201).body().getString("id");
    assertThat(hub.get("/tokens").getJsonArray("items")).hasSize(before + 1);
    assertThat(client.call("DELETE", ADMINISTRATOR, "/tokens/" + id, null).status()).isEqualTo(204);
  }

  /** The newest case that a citizen asked. */
  private JsonObject ofCitizen() {
    return hub.get("/cases").getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .filter(one -> one.containsKey("citizen"))
        .findFirst()
        .orElseThrow();
  }
}
