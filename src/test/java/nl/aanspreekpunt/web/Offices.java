package nl.aanspreekpunt.web;

import static nl.aanspreekpunt.Workplace.await;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.aanspreekpunt.Undeliverable;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Offering;
import nl.aanspreekpunt.casework.Reassigning;
import nl.aanspreekpunt.casework.consult.SettingTable;

/**
 * Three questions, each in words that stand nowhere else, in a municipality where every office has
 * somebody of its own: an ordinary one and a confidential one of Fatma, for whom Ravi acts, and a
 * complaint about Thomas.
 */
final class Offices implements AutoCloseable {
  private static final List<String> LISTS =
      List.of(
          "open",
          "te-laat",
          "afwezig",
          "zonder-vervanger",
          "onzeker",
          "wisselingen",
          "niet-aangekomen",
          "escaleert",
          "beloften");

  private static final String ADMINISTRATOR = "the-administrator-of-the-tests";

  /** How far somebody reads. */
  enum Reads {
    TEXT,
    SUBJECT,
    EXISTENCE,
    NOTHING
  }

  /** What a question says, and where it is. */
  record Question(String name, String number, String receipt, int part) {
    String from() {
      return "afzender-" + name + "@elders.example";
    }

    String subject() {
      return "Titel-" + name;
    }

    String text() {
      return "Tekst-" + name;
    }

    String inFile() {
      return "Bijlage-" + name;
    }

    String page() {
      return "/werk/vragen/" + number;
    }

    String call() {
      return "/api/v1/cases/" + number;
    }

    String layout() {
      return page() + "/berichten/" + receipt + "/opmaak";
    }

    String file() {
      return page() + "/bestanden/" + receipt + "/" + part;
    }

    /** One of its own text, in no other question. */
    String word() {
      return switch (name) {
        case "gewoon" -> "bijverdienen";
        case "geheim" -> "rekening";
        default -> "klacht";
      };
    }

    /** What an answer says of it that is not for who reads only so far. */
    List<String> beyond(Reads reads, String path, String answer) {
      List<String> closed = new ArrayList<>();
      if (reads != Reads.TEXT) {
        closed.addAll(List.of(text(), inFile(), "Burger-" + name, from(), "bestand-" + name));
      }
      if (reads == Reads.EXISTENCE || reads == Reads.NOTHING) {
        closed.add(subject());
      }
      if (reads == Reads.NOTHING && !path.contains(number)) {
        closed.add(number);
      }
      closed.removeIf(word -> path.contains(word) || !answer.contains(word));
      return closed.stream().map(word -> path + " says " + word).toList();
    }
  }

  final Workplace workplace =
      new Workplace(Workplace.oneForEachTopic(), Map.of("api.token", ADMINISTRATOR));
  final Question ordinary = ask("gewoon", "bijstand", "Mag ik bijverdienen?");
  final Question confidential = ask("geheim", "schuldhulp", "Ik kan de rekening niet betalen.");
  final Question complaint = ask("klacht", "vraag", "Ik heb een klacht over Thomas Bakker.");

  Offices() {
    for (Question one : List.of(ordinary, confidential)) {
      ofFatma(one);
    }
    Visitor kwame = Visitor.loggedIn(workplace, "kwame.mensah");
    kwame.get("/werk/team");
    kwame.post("/werk/team/afwezig", Map.of("official", "fatma.yildiz", "deputy", "ravi.ramdin"));
    workplace.index();
    workplace.count();
  }

  private Question ask(String name, String mailbox, String text) {
    Question said = new Question(name, "", "", 0);
    Case one =
        workplace.mail(
            said.from(),
            """
            From: Burger-%1$s <%2$s>
            To: %3$s@voorbeeldstad.example
            Subject: %4$s
            Message-ID: <%1$s@elders.example>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=x

            --x
            Content-Type: text/html; charset=utf-8

            <p>%5$s <b>%6$s</b></p>
            --x
            Content-Type: text/html; name="bestand-%1$s.txt"
            Content-Disposition: attachment; filename="bestand-%1$s.txt"

            Zie <script>%7$s</script>
            --x--
            """
                .formatted(
                    name, said.from(), mailbox, said.subject(), text, said.text(), said.inFile()));
    int part =
        await(workplace.receipts.findAll(List.of(one.openedBy())))
            .get(0)
            .read()
            .attachments()
            .get(0)
            .part();
    return new Question(name, one.id(), one.openedBy(), part);
  }

  /**
   * Offered to somebody who has not answered. Consulted by hand: there is no act for that yet. What
   * was sent to its citizen came back.
   */
  private void ofFatma(Question one) {
    await(
        workplace.casework.change(
            one.number(), new Reassigning("fatma.yildiz", "kwame.mensah", "handover", "")));
    await(
        workplace.casework.change(
            one.number(),
            new SettingTable("fatma.yildiz", "Wat nu?", List.of("gloria.martina"), false, null)));
    await(
        workplace.casework.change(
            one.number(), new Offering("jan.devries", "fatma.yildiz", "Wil jij dit?")));
    Undeliverable.acknowledgement(
        workplace.found(one.number()),
        "550 <" + one.from() + "> is not known here",
        workplace.outbox,
        workplace.casework);
  }

  /** Every scope but the administrator's, in the name of an official; no token for nobody. */
  String token(String official) {
    if (official == null) {
      return "none";
    }
    JsonArray scopes =
        new JsonArray(
            List.of(
                "cases:read",
                "cases:write",
                "messages:write",
                "directory:read",
                "staff:write",
                "outbox:read"));
    JsonObject asked =
        new JsonObject().put("name", official).put("official", official).put("scopes", scopes);
    Visitor.Answer made = Visitor.withToken(workplace, ADMINISTRATOR).post("/api/v1/tokens", asked);
    return new JsonObject(made.body()).getString("token");
  }

  /** Whatever the hub answers to a GET, for each question and some of who works on them. */
  Set<String> everyPath() {
    Set<String> all = new TreeSet<>();
    workplace.router().getRoutes().stream()
        .filter(route -> route.getPath() != null && !route.getPath().endsWith("/"))
        .filter(route -> route.methods() == null || route.methods().contains(HttpMethod.GET))
        .map(Route::getPath)
        .filter(path -> !path.startsWith("/static/") && !path.endsWith("/stroom"))
        .forEach(
            path -> {
              for (Question one : List.of(ordinary, confidential, complaint)) {
                all.addAll(filled(path, one));
              }
            });
    all.add("/");
    for (Question one : List.of(ordinary, confidential, complaint)) {
      all.addAll(asked(one));
    }
    LISTS.forEach(list -> all.add("/werk/team/lijst/" + list));
    return all;
  }

  /**
   * Pages that show by what they are asked for: looking for it, choosing it, taking its citizen.
   */
  private List<String> asked(Question one) {
    List<String> all = new ArrayList<>();
    for (String looked : List.of(one.number(), one.word(), "elders.example", "Titel", "Burger")) {
      all.add("/werk/zoeken?q=" + looked);
      all.add("/api/v1/search?q=" + looked);
      all.add("/werk/opdrachten?zoek=" + looked);
      // By its number whoever takes somebody in finds the citizen who says it (KnownCitizens).
      if (!looked.equals(one.number())) {
        all.add("/werk/nieuw/bekend?who=" + looked);
      }
    }
    String official = workplace.found(one.number()).official();
    all.add("/werk/zoeken?q=" + one.word() + "&wie=" + official + "&staat=open");
    all.add("/werk/samen?case=" + one.number() + "&to=jan.devries");
    all.add("/werk/samen/antwoord?case=" + one.number());
    all.add("/werk/cijfers?onderwerp=schuldhulp");
    all.add("/werk/cijfers.csv?onderwerp=schuldhulp");
    all.add("/werk/meldingen");
    all.add("/werk/beheer/spoor?nagaan=ja");
    return all;
  }

  private List<String> filled(String path, Question one) {
    List<String> all = new ArrayList<>();
    String official = workplace.found(one.number()).official();
    String citizen = workplace.found(one.number()).citizen();
    String known =
        path.replace(":number", one.number())
            .replace(":case", one.number())
            .replace(":receipt", one.receipt())
            .replace(":part", Integer.toString(one.part()))
            .replace(":page", "0")
            .replace(":official", official)
            .replace(":citizen", citizen)
            .replace(":link", "1");
    for (String id : List.of(one.receipt(), official, citizen)) {
      all.add(known.replace(":id", id).replaceAll(":\\w+", "x"));
    }
    for (Question other : List.of(ordinary, confidential, complaint)) {
      // A file of another question, as if it were of this one.
      all.add(known.replace(one.receipt(), other.receipt()).replaceAll(":\\w+", "x"));
    }
    if (path.equals("/api/v1/cases") || path.equals("/api/v1/promises")) {
      all.add(path + "?official=" + official);
    }
    if (path.equals("/api/v1/cases")) {
      all.add(path + "?citizen=" + one.from());
    }
    if (path.equals("/api/v1/outbox")) {
      all.add(path + "?state=refused");
    }
    return all;
  }

  @Override
  public void close() {
    workplace.close();
  }
}
