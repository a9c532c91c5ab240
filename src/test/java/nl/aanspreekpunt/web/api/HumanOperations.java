package nl.aanspreekpunt.web.api;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static nl.aanspreekpunt.web.api.ApiHub.ADMINISTRATOR;
import static nl.aanspreekpunt.web.api.ApiHub.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.sofar.SoFarWork;

/** What people do in a case beyond answering, each operation of it once. */
record HumanOperations(ApiHub hub) {
  void aTalkIsPlannedMovedCalledOffAndHeld(String number) {
    String path = "/cases/" + number;
    hub.post(path + "/talk-proposals", new JsonObject().put("off", true), 200);
    hub.post(path + "/talk-proposals", new JsonObject(), 200);
    assertThat(hub.get(path + "/talk").getJsonArray("proposed")).isNotEmpty();
    JsonObject visit =
        new JsonObject()
            .put("how", "visit")
            .put("from", "2026-12-01T10:00:00Z")
            .put("place", "Kerkstraat 1")
            .put("caution", "Grote hond");
    hub.post(path + "/appointments", visit, 201);
    assertThat(
            hub.client
                .post(ADMINISTRATOR, path + "/appointments", visit.put("how", "desk"))
                .status())
        .isEqualTo(409);
    JsonObject talk = hub.get(path + "/talk");
    assertThat(talk.getJsonArray("cautions").getJsonObject(0).getString("words"))
        .isEqualTo("Grote hond");
    String id = talk.getJsonArray("appointments").getJsonObject(0).getString("id");
    JsonObject one = new JsonObject().put("appointment", id);
    hub.post(path + "/appointments/move", one.copy().put("from", "2026-12-02T10:00:00Z"), 200);
    hub.post(path + "/appointments/call-off", one.copy().put("reason", "Ziek"), 200);
    JsonObject agreed =
        new JsonObject().put("words", "Ik stuur de aannemer").put("due", "2026-12-04T11:00:00Z");
    JsonObject held =
        new JsonObject()
            .put("how", "desk")
            .put("note", "Gesproken")
            .put("agreements", new JsonArray().add(agreed));
    JsonArray promises =
        hub.post(path + "/appointments/held", held, 201).body().getJsonArray("promises");
    JsonObject made = promises.getJsonObject(promises.size() - 1);
    assertThat(made.getString("kind")).isEqualTo("undertaking");
    JsonObject done =
        new JsonObject()
            .put("promise", made.getString("id"))
            .put("what", "done")
            .put("words", "Gebeld");
    hub.post(path + "/undertakings", done, 200);
  }

  void aDecisionWaitsForATalkAndWhoHelpsConfirms() {
    String path = "/cases/" + hub.opened("decided", message("dirk@example.org", "Mag het?"));
    JsonObject talk =
        new JsonObject()
            .put("how", "visit")
            .put("at", "2026-11-30T10:00:00Z")
            .put("place", "Kerkstraat 1");
    JsonObject no =
        new JsonObject()
            .put("outcome", "not-ours")
            .put("explanation", "De sloot is van het waterschap; dat maait hem.")
            .put("rule", "Wie de sloot beheert, maait hem.")
            .put("talk", talk)
            .put(
                "elsewhere",
                new JsonObject()
                    .put("name", "Het waterschap")
                    .put("person", "Mevrouw De Wit")
                    .put("email", "dewit@waterschap.example"))
            .put("consent", new JsonObject().put("how", "Aan de balie").put("on", "2026-11-24"))
            .put("messages", new JsonArray().add(hub.get(path).getString("lastMessage")));
    JsonObject asked =
        new JsonObject()
            .put("elsewhere", no.getJsonObject("elsewhere"))
            .put("messages", no.getJsonArray("messages"));
    JsonObject asking = hub.post(path + "/consent/ask", asked, 200).body();
    assertThat(asking.getJsonObject("consentAsked").getString("name")).isEqualTo("Het waterschap");
    JsonObject page = new JsonObject().put("how", "page").put("on", "2026-11-24");
    assertThat(
            hub.client
                .post(ADMINISTRATOR, path + "/close", no.copy().put("consent", page))
                .status())
        .as("they did not say yes")
        .isEqualTo(422);
    JsonObject held = hub.post(path + "/close", no, 200).body();
    assertThat(held.getJsonObject("decision").getBoolean("spoken")).isFalse();
    hub.post(path + "/decision/withdraw", new JsonObject(), 200);
    hub.post(path + "/close", no, 200);
    hub.post(path + "/talks", new JsonObject().put("how", "visit").put("note", "Uitgelegd"), 201);
    JsonObject sent = hub.post(path + "/decision/send", new JsonObject(), 200).body();
    assertThat(sent.getJsonObject("elsewhere").getBoolean("forwarded")).isTrue();
    JsonObject who = new JsonObject().put("who", "Mevrouw De Wit");
    JsonObject closed = hub.post(path + "/elsewhere/confirm", who, 200).body();
    assertThat(closed.getString("outcome")).isEqualTo("not-ours");
    assertThat(closed.getJsonObject("askedHelped").getString("channel")).isEqualTo("email");
    assertThat(closed.getJsonArray("timeline").encode())
        .contains("decision-held", "decision-taken-back", "\"decided\"", "forwarded");
    whoCanOnlyBeCalledSaysInATalkThatTheyWereNotHelped();
  }

  private void whoCanOnlyBeCalledSaysInATalkThatTheyWereNotHelped() {
    JsonObject call =
        new JsonObject()
            .put("from", new JsonObject().put("phone", "020 1234567"))
            .put("text", "De lamp is stuk.");
    String path = "/cases/" + hub.opened("caller", call);
    hub.post(path + "/talks", new JsonObject().put("how", "phone").put("note", "Uitgelegd"), 201);
    hub.post(path + "/close", new JsonObject().put("outcome", "answered"), 200);
    JsonObject helped = new JsonObject().put("helped", "no").put("heard", "yes");
    JsonObject again = hub.post(path + "/helped", helped, 200).body();
    assertThat(again.getString("state")).isEqualTo("open");
    assertThat(again.getJsonArray("timeline").encode()).contains("said-helped");
  }

  void principlesAreActedOn() {
    String words = "De kraan en de verwarming zijn oud.";
    String number = hub.opened("oud", message("bo@example.org", words).put("topic", "afval"));
    JsonObject water = new JsonObject().put("principle", "water-en-energie");
    hub.post("/cases/" + number + "/principles/judge", water.copy().put("touches", true), 200);
    hub.post("/cases/" + number + "/principles/take", water, 200);
    hub.post("/cases/" + number + "/principles/leave", water, 200);
    JsonObject deed = water.copy().put("what", "Borg gestaan").put("euros", 400);
    JsonObject made = hub.post("/cases/" + number + "/invocations", deed, 201).body();
    JsonObject first = new JsonObject().put("invocation", number + "-i1");
    assertThat(made.getJsonObject("principles").getJsonArray("invocations")).hasSize(1);
    hub.post("/cases/" + number + "/invocations/undo", first, 200);
    hub.post("/cases/" + number + "/invocations", deed, 201);
    JsonObject account =
        new JsonObject()
            .put("invocation", number + "-i2")
            .put("cost", "400 euro.")
            .put("brought", "Weer water.");
    hub.post("/cases/" + number + "/invocations/account", account, 200);
    JsonObject use = hub.get("/principles").getJsonArray("items").getJsonObject(0);
    assertThat(use.getInteger("invoked")).isEqualTo(1);
    assertThat(use.getInteger("euros")).isEqualTo(400);
    assertThat(use.getJsonArray("accounts")).hasSize(1);
  }

  void peopleAreLinkedAndPart() {
    String number = hub.opened("huis", message("ans@huis.example", "Afval.").put("topic", "afval"));
    JsonObject asked = new JsonObject().put("kind", "household").put("name", "De Boer");
    JsonObject made = hub.post("/cases/" + number + "/households", asked, 201).body();
    String path = "/households/" + made.getString("id");
    String ans = made.getJsonArray("members").getJsonObject(0).getString("citizen");
    JsonObject link =
        new JsonObject()
            .put("address", "bo@huis.example")
            .put("name", "Bo")
            .put("role", "partner")
            .put("of", new JsonArray().add(ans))
            .put("see", true)
            .put("how", "Aan de balie")
            .put("on", "2026-11-23");
    assertThat(
            hub.client.post(ADMINISTRATOR, path + "/links", link.copy().put("see", false)).status())
        .isEqualTo(422);
    hub.post(path + "/links", link, 200);
    hub.post(path + "/standing-official", new JsonObject().put("official", "fatma.yildiz"), 200);
    JsonObject seen = hub.get(path);
    assertThat(seen.getString("standingOfficial")).isEqualTo("fatma.yildiz");
    assertThat(seen.getJsonArray("cases").encode()).contains(number);
    assertThat(hub.get("/cases/" + number + "/households").getJsonArray("items")).hasSize(1);
    String bo = seen.getJsonArray("members").getJsonObject(1).getString("citizen");
    String stranger = hub.tokenOf("samira.elamrani", "cases:read", "cases:write");
    assertThat(hub.client.get(stranger, path).status()).isEqualTo(403);
    JsonObject end = new JsonObject().put("one", ans).put("other", bo);
    assertThat(hub.client.post(stranger, path + "/links/end", end).status()).isEqualTo(403);
    JsonObject apart = hub.post(path + "/links/end", end, 200).body();
    assertThat(apart.getJsonArray("links").encode()).contains("endedBy");
    assertThat(hub.client.post(ADMINISTRATOR, path + "/links/end", end).status()).isEqualTo(409);
  }

  void theStorySoFarIsWrittenAndRead() {
    String number =
        hub.opened("sofar", message("ans@toen.example", "Afval.").put("topic", "afval"));
    String path = "/cases/" + number + "/story-so-far";
    JsonObject none = hub.get(path);
    assertThat(none.getInteger("number")).isZero();
    assertThat(none.getJsonObject("facts").getJsonArray("promises")).hasSize(1);
    hub.post(path, new JsonObject().put("wants", "Een schone straat"), 200);
    JsonObject again = new JsonObject().put("wants", "Iets anders");
    assertThat(hub.client.post(ADMINISTRATOR, path, again).status()).isEqualTo(409);
    hub.post(path, again.copy().put("seen", 1), 200);
    hub.post(path + "/read", new JsonObject().put("by", "samira.elamrani"), 200);
    JsonObject read = hub.get(path);
    assertThat(read.getInteger("number")).isEqualTo(2);
    assertThat(read.getJsonArray("readings").encode()).contains("samira.elamrani");
    JsonObject answer = new JsonObject().put("correction", "c1").put("taken", true);
    assertThat(hub.client.post(ADMINISTRATOR, path + "/corrections/answer", answer).status())
        .isEqualTo(409);
    Case one = await(hub.cases.find(number)).orElseThrow();
    SoFarWork.Subject of = await(hub.soFar.subject(one.citizen()));
    await(hub.soFar.correct(of, "c1", one, "Ans", "Het is de stoep"));
    JsonObject answered = hub.post(path + "/corrections/answer", answer, 200).body();
    assertThat(answered.getJsonArray("corrections").getJsonObject(0).getBoolean("taken")).isTrue();
    assertThat(hub.get("/cases/" + number).getJsonArray("timeline").encode())
        .contains("so-far-written", "so-far-read");
  }

  void afterAThreatItIsSaidWhoHasContact() {
    String number = hub.opened("dreig", message("ko@example.org", "Afval.").put("topic", "afval"));
    String path = "/cases/" + number + "/contact-agreement";
    String why = "U dreigde een collega. Zo blijft het voor iedereen veilig.";
    JsonObject agree =
        new JsonObject()
            .put("official", "ravi.ramdin")
            .put("ways", new JsonArray().add("writing").add("desk"))
            .put("until", "2026-12-24T11:00:00Z")
            .put("why", why);
    assertThat(hub.client.post(ADMINISTRATOR, path, agree).status())
        .as("who it speaks for does not lead the team")
        .isEqualTo(409);
    agree.put("by", "anouk.jansen");
    JsonObject agreed = hub.post(path, agree, 200).body().getJsonObject("contactAgreement");
    assertThat(agreed.getJsonArray("ways")).containsExactly("writing", "desk");
    JsonObject objects = new JsonObject().put("words", "Dat is niet waar.");
    String promise =
        hub.post(path + "/objection", objects, 200)
            .body()
            .getJsonObject("contactAgreement")
            .getJsonObject("objection")
            .getString("promise");
    assertThat(promise).startsWith(number);
    JsonObject answer = new JsonObject().put("ends", false).put("explanation", why);
    assertThat(
            hub.post(path + "/objection/answer", answer, 200)
                .body()
                .getJsonObject("contactAgreement")
                .getJsonObject("objection")
                .getString("explanation"))
        .isEqualTo(why);
    JsonObject call =
        new JsonObject()
            .put("how", "phone")
            .put("from", "2026-12-08T11:00:00Z")
            .put("phone", "+31612345678");
    assertThat(hub.get(path).getString("case")).isEqualTo(number);
    assertThat(hub.get(path).getJsonArray("ways")).containsExactly("writing", "desk");
    JsonObject asks = new JsonObject().put("phone", "+31612345678");
    hub.post("/cases/" + number + "/callback-requests", asks, 422);
    hub.post("/cases/" + number + "/appointments", call, 422);
    hub.post("/cases/" + number + "/appointments", call.put("despite", "Zijn moeder belde."), 201);
    JsonObject also =
        new JsonObject().put("address", "ko.thuis@example.org").put("by", "anouk.jansen");
    hub.post(path + "/addresses", also, 200);
    hub.post(path + "/addresses", also.copy().put("remove", true), 200);
    hub.post(path + "/addresses", also.copy().put("address", "thuis"), 422);
    JsonObject lift = new JsonObject().put("why", why).put("by", "anouk.jansen");
    JsonObject over = hub.post(path + "/lift", lift, 200).body();
    assertThat(hub.get(path).getBoolean("stands")).isFalse();
    assertThat(over.getJsonObject("contactAgreement").getJsonObject("ended").getString("how"))
        .isEqualTo("lifted");
    assertThat(over.getJsonArray("timeline").encode())
        .contains(
            "contact-agreed",
            "contact-objected",
            "contact-upheld",
            "contact-overruled",
            "contact-also",
            "contact-freed");
  }

  void deviationsAreBacked() {
    String number = hub.opened("rug", message("bo@example.org", "Afval.").put("topic", "afval"));
    JsonObject ask = new JsonObject().put("from", "de norm").put("because", "Het kan niet wachten");
    JsonObject asked = hub.post("/cases/" + number + "/backings", ask, 201).body();
    assertThat(asked.getJsonArray("backings").getJsonObject(0).getString("state"))
        .isEqualTo("asked");
    JsonObject first = new JsonObject().put("backing", number + "-b1");
    hub.post("/cases/" + number + "/backings/withdraw", first, 200);
    hub.post("/cases/" + number + "/backings", ask, 201);
    JsonObject second = new JsonObject().put("backing", number + "-b2");
    JsonObject why = second.copy().put("explanation", "Dan wachten drie andere gezinnen langer.");
    JsonObject refused = hub.post("/cases/" + number + "/backings/refuse", why, 200).body();
    assertThat(refused.getJsonArray("backings").getJsonObject(1).getString("state"))
        .isEqualTo("refused");
    hub.post("/cases/" + number + "/backings", ask, 201);
    JsonObject third = new JsonObject().put("backing", number + "-b3");
    hub.post("/cases/" + number + "/backings/agree", third, 200);
  }
}
