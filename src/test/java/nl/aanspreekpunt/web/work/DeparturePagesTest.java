package nl.aanspreekpunt.web.work;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody leaves, as their coordinator meets it. */
class DeparturePagesTest {
  private static final String SANNE = "sanne.vandijk";
  private static final String PATH = "/werk/team/vertrek/" + SANNE;
  private static final Pattern CHOSEN =
      Pattern.compile("name=\"to-(\\w+)\"|value=\"([\\w.]+)\" selected");
  private Workplace workplace;
  private Visitor kwame;

  @BeforeEach
  void open() {
    workplace = new Workplace();
    kwame = Visitor.loggedIn(workplace, "kwame.mensah");
  }

  @AfterEach
  void close() {
    workplace.close();
  }

  private Case debts(int n) {
    return workplace.question(
        "burger" + n + "@elders.example", "Burger " + n, "Schuld " + n, "Help.", "schuldhulp");
  }

  @Test
  void thePreviewSaysWhatMovesAndMarksNobody() {
    Case one = debts(1);
    workplace.question(
        "burger2@elders.example",
        "Burger 2",
        "Bel mij",
        "Over mijn schuld.",
        "schuldhulp",
        Map.of("callbackPhone", "+31612345678"));
    await(workplace.identities.setStanding(one.citizen(), "schuldhulp", SANNE));

    String page = kwame.get(PATH).body();

    assertThat(facts(page)).containsExactly("2", "2", "1");
    assertThat(page)
        .contains("sanne.vandijk@voorbeeldstad.example", "Schuld 1", "Naar Fatma Yıldız")
        .contains("Antwoorden · donderdag 26 november vóór 10:00 uur", "Bellen · ")
        .contains("zit in het team");
    assertThat(workplace.directories.current().employed(SANNE, workplace.clock.instant())).isTrue();
  }

  private static List<String> facts(String page) {
    return Pattern.compile("<dd>(\\d+)</dd>").matcher(page).results().map(r -> r.group(1)).toList();
  }

  @Test
  void moreThanAPageIsChosenPageByPageAndMovesAsItWasShown() {
    List<Case> all = IntStream.range(0, 60).mapToObj(this::debts).toList();
    kwame.get(PATH);
    kwame.post(PATH + "/melden", Map.of());
    Map<String, String> first = chosen(kwame.get(PATH).body());
    assertThat(first).hasSize(50);
    String known = first.keySet().iterator().next();
    first.put(known, "gloria.martina");
    Map<String, String> form = new HashMap<>(fields(first));
    form.put("verder", "50");

    Visitor.Answer kept = kwame.post(PATH + "/aanpassen", form);
    assertThat(kept.location()).isEqualTo(PATH + "?vanaf=50");
    String last = kwame.get(kept.location()).body();
    Map<String, String> second = chosen(last);
    assertThat(last).contains("Vraag 51 tot en met 60 van 60").doesNotContain("Bewaar en ga");
    assertThat(second).hasSize(10);
    assertThat(workplace.found(known).official()).isEqualTo(SANNE);

    form = new HashMap<>(fields(second));
    form.put("note", "Let op de termijnen");
    form.put("address", "fatma.yildiz");
    assertThat(kwame.post(PATH + "/bevestigen", form).location())
        .isEqualTo(PATH + "?gedaan=verhuisd");

    Map<String, String> whole = new HashMap<>(first);
    whole.putAll(second);
    assertThat(all)
        .allSatisfy(
            one -> assertThat(workplace.found(one.id()).official()).isEqualTo(whole.get(one.id())));
    String done = kwame.get(PATH).body();
    assertThat(done).contains("ligt bij een ander", "Fatma Yıldız leest dit nu");
    assertThat(kwame.get("/werk/vragen/" + known).status()).isEqualTo(200);
  }

  private static Map<String, String> chosen(String page) {
    Map<String, String> chosen = new HashMap<>();
    Matcher found = CHOSEN.matcher(page.substring(page.indexOf("class=\"cards\"")));
    String number = null;
    while (found.find() && chosen.size() < 50) {
      if (found.group(1) != null) {
        number = found.group(1);
      } else if (number != null) {
        chosen.putIfAbsent(number, found.group(2));
        number = null;
      }
    }
    return chosen;
  }

  private static Map<String, String> fields(Map<String, String> chosen) {
    Map<String, String> fields = new HashMap<>();
    chosen.forEach((number, to) -> fields.put("to-" + number, to));
    return fields;
  }

  @Test
  void fromTheMarkOnSomebodyActsAndTheFollowPageSaysSinceWhen() {
    Case one = debts(1);
    kwame.get(PATH);
    kwame.post(PATH + "/melden", Map.of());

    String follow = new Visitor(workplace).get(workplace.followPath(one, "1")).body();

    assertThat(follow)
        .contains("Kwame Mensah", "Neemt het waar voor Sanne van Dijk, sinds vandaag, 10:00 uur");
    assertThat(kwame.get("/werk/team").body())
        .contains("Wie weg is", "Sanne van Dijk", "nog 1 open", "Kies wie het werk krijgt");
  }

  @Test
  void aDepartureOnADayIsShownBeforehandAndCanBeWithdrawnAndOneOfTodayUndone() {
    Case one = debts(1);
    kwame.get(PATH);
    assertThat(kwame.post(PATH + "/melden", Map.of("day", "2026-11-24")).body())
        .contains("Kies een dag na vandaag");
    kwame.post(PATH + "/melden", Map.of("day", "2026-12-01"));
    assertThat(kwame.get("/werk/team").body())
        .contains("Sanne van Dijk", "Gaat weg op ", "1 december", "nog 1 open");
    kwame.post(PATH + "/bevestigen", Map.of("to-" + one.id(), "fatma.yildiz"));
    assertThat(kwame.get(PATH).body())
        .contains("verhuist op die dag vanzelf", "Naar Fatma Yıldız", "Sanne van Dijk blijft");
    assertThat(workplace.found(one.id()).official()).isEqualTo(SANNE);
    assertThat(kwame.post(PATH + "/terug", Map.of()).location())
        .isEqualTo(PATH + "?gedaan=vertrek-withdrawn");

    kwame.post(PATH + "/melden", Map.of());
    kwame.post(PATH + "/bevestigen", Map.of("to-" + one.id(), "fatma.yildiz"));
    assertThat(workplace.found(one.id()).official()).isEqualTo("fatma.yildiz");
    assertThat(kwame.get(PATH).body()).contains("Maak dit ongedaan");
    kwame.post(PATH + "/terug", Map.of());
    assertThat(workplace.found(one.id()).official()).isEqualTo(SANNE);
    assertThat(kwame.get("/werk/vragen/" + one.id()).body()).contains("collega blijft toch");
  }

  @Test
  void aChoiceThatCannotBeIsSaidOnThePageAndNothingMoves() {
    Case one = debts(1);
    kwame.get(PATH);
    assertThat(kwame.post(PATH + "/bevestigen", Map.of()).status()).isEqualTo(422);
    kwame.post(PATH + "/melden", Map.of());
    Visitor.Answer refused =
        kwame.post(PATH + "/bevestigen", Map.of("to-" + one.id(), "niemand", "note", "Let hierop"));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Kies een collega die hier werkt", "Let hierop");
    assertThat(workplace.found(one.id()).official()).isEqualTo(SANNE);
  }

  @Test
  void whoLeavesSeesItOnTodayAndWritesANotePerQuestionThatGoesWithIt() {
    Case one = debts(1);
    Case other = debts(2);
    Visitor sanne = Visitor.loggedIn(workplace, SANNE);
    assertThat(sanne.get("/werk").body()).doesNotContain("/werk/vertrek");
    assertThat(sanne.get("/werk/vertrek").body()).contains("U gaat niet weg op een dag");
    kwame.get(PATH);
    kwame.post(PATH + "/melden", Map.of("day", "2026-12-01"));
    assertThat(sanne.get("/werk").body())
        .contains("U gaat weg op 1 december 2026. 2 vragen gaan naar ", "/werk/vertrek")
        .contains("Dat is nog een voorstel");

    sanne.get("/werk/vertrek");
    Visitor.Answer kept =
        sanne.post(
            "/werk/vertrek",
            Map.of("note-" + one.id(), "Belt liever niet", "note-000000000", "Van een ander"));
    assertThat(kept.location()).isEqualTo("/werk/vertrek?gedaan=overdrachtsnotities");
    assertThat(sanne.get("/werk/vertrek").body()).contains("Belt liever niet");
    String asks = kwame.get(PATH).body();
    assertThat(asks).contains("Belt liever niet");
    Map<String, String> form =
        new HashMap<>(
            Map.of(
                "note",
                "Dossiers in map W",
                "to-" + one.id(),
                "fatma.yildiz",
                "to-" + other.id(),
                "fatma.yildiz",
                "note-" + one.id(),
                "Belt liever niet",
                "was-" + one.id(),
                was(asks, one),
                "note-" + other.id(),
                "Zie brief van mei"));
    sanne.get("/werk/vertrek");
    sanne.post("/werk/vertrek", Map.of("note-" + one.id(), "Belt liever 's avonds"));
    kwame.post(PATH + "/bevestigen", form);
    workplace.clock.to(Instant.parse("2026-12-01T09:00:00Z"));
    await(workplace.departing.tick());

    assertThat(note(one)).isEqualTo("Belt liever 's avonds\n\nDossiers in map W");
    assertThat(note(other)).isEqualTo("Zie brief van mei\n\nDossiers in map W");
    Visitor fatma = Visitor.loggedIn(workplace, "fatma.yildiz");
    assertThat(fatma.get("/werk/vragen/" + one.id()).body())
        .contains("Belt liever ", "Dossiers in map W");
    assertThat(fatma.get("/werk/team/vertrek/fatma.yildiz").status()).isEqualTo(403);
  }

  private static String was(String page, Case one) {
    Matcher was = Pattern.compile("name=\"was-" + one.id() + "\" value=\"(\\w+)\"").matcher(page);
    assertThat(was.find()).isTrue();
    return was.group(1);
  }

  private String note(Case one) {
    return workplace.found(one.id()).events().stream()
        .filter(CaseEvent.HandedOver.class::isInstance)
        .map(event -> ((CaseEvent.HandedOver) event).note())
        .findFirst()
        .orElse("");
  }

  @Test
  void whoReadsLaterMailIsSomebodyOfTheTeamWhoIsThere() {
    debts(1);
    kwame.get(PATH);
    String[] page = kwame.get(PATH).body().split("name=\"address\"", 2);
    assertThat(page).hasSize(1);
    kwame.post(PATH + "/melden", Map.of());
    assertThat(reader()).isEqualTo("fatma.yildiz");

    Instant now = workplace.clock.instant();
    await(
        workplace.directories.absent(
            new Absence("fatma.yildiz", now, null, null, "ziek", "test", Absence.Gets.DUE)));

    assertThat(reader()).isNotEqualTo("fatma.yildiz").isEqualTo("kwame.mensah");
  }

  private String reader() {
    String page = kwame.get(PATH).body();
    String choice = page.substring(page.indexOf("name=\"address\""));
    Matcher chosen = Pattern.compile("value=\"([\\w.]+)\" selected").matcher(choice);
    assertThat(chosen.find()).isTrue();
    return chosen.group(1);
  }

  @Test
  void whoReportsThatTheLastAdministratorLeavesIsToldToMakeAnotherFirst() {
    Visitor gloria = Visitor.loggedIn(workplace, "gloria.martina");
    String path = "/werk/team/vertrek/thomas.bakker";
    gloria.get(path);
    Visitor.Answer refused = gloria.post(path + "/melden", Map.of());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Thomas Bakker is de enige beheerder die blijft.");
    assertThat(workplace.directories.current().departures()).isEmpty();
  }

  @Test
  void onlyWhoLeadsTheTeamAndAdministratorsMeetItAndNobodyForThemselves() {
    for (String other : List.of("fatma.yildiz", "jan.devries", "gloria.martina", "marijke.smit")) {
      Visitor visitor = Visitor.loggedIn(workplace, other);
      assertThat(visitor.get(PATH).status()).as(other).isEqualTo(403);
      visitor.get("/werk");
      assertThat(visitor.post(PATH + "/melden", Map.of()).status()).as(other).isEqualTo(403);
    }
    for (String leads : List.of("pieter.hoekstra", "thomas.bakker")) {
      assertThat(Visitor.loggedIn(workplace, leads).get(PATH).status()).isEqualTo(200);
    }
    assertThat(kwame.get("/werk/team/vertrek/kwame.mensah").status()).isEqualTo(403);
  }
}
