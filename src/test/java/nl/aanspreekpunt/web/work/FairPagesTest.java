package nl.aanspreekpunt.web.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.inbox.Inbox;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.official.Voorbeeldstad;
import nl.aanspreekpunt.process.Until;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who got a case and why, who has too much, and what a coordinator pins. */
class FairPagesTest {
  private static final String PINS = "/werk/team/regels";
  private Workplace workplace;

  @AfterEach
  void close() {
    workplace.close();
  }

  private Case asked(String who, String subject) {
    return workplace.question(who + "@example.org", who, subject, "Nat.", "huur-en-onderhoud");
  }

  private String page(String official, String path) {
    return Visitor.loggedIn(workplace, official).get(path).body();
  }

  @Test
  void whyTheyGotItIsATableForTheCoordinatorAndTheirOwnFiguresForAnOfficial() {
    workplace = new Workplace(Voorbeeldstad.yaml(), Map.of());
    String path = "/werk/vragen/" + asked("ans", "Schimmel").id();

    assertThat(page("jan.devries", path))
        .contains(
            "Wie kon het krijgen", "Samira El Amrani <strong>(gekozen)", "row\">Jan de Vries");
    assertThat(page("samira.elamrani", path))
        .contains("Samira El Amrani <strong>(gekozen)", "En 1 van wie u de cijfers niet ziet")
        .doesNotContain("row\">Jan de Vries");
  }

  @Test
  void theTeamPageSaysWhoIsAtTheirCapAndThatTheWholeTeamIs() {
    String capped = Voorbeeldstad.yaml().replaceAll("(capacity: \\d+)", "$1\n    cap: 1");
    workplace = new Workplace(capped, Map.of());
    asked("ans", "Schimmel");
    workplace.tick();
    assertThat(page("jan.devries", "/werk/team"))
        .contains("hoogstens 1")
        .doesNotContain("hele team zit aan het maximum");
    asked("bas", "Lekkage");
    asked("cor", "Kraan");
    asked("dirk", "Dak");
    assertThat(page("jan.devries", "/werk/team")).contains("Het hele team zit aan het maximum");
  }

  /** On one node: what two give out in the same seconds is counted by neither for the other. */
  @Test
  void aHundredMessagesInOneSecondPassNobodysCapWhileAColleagueHasRoom() throws Exception {
    String two = Voorbeeldstad.yaml();
    for (String one : List.of("samira.elamrani", "jan.devries")) {
      two = two.replaceFirst("(?s)(- id: " + one + "\n.*?capacity: \\d+)", "$1\n    cap: 10");
    }
    workplace = new Workplace(two, Map.of());
    List<Future<Inbox.Accepted>> all =
        IntStream.range(0, 100).mapToObj(n -> workplace.inbox.accept(sms(n))).toList();
    Workplace.await(Future.all(all));
    String[] team = {"samira.elamrani", "jan.devries", "pieter.hoekstra"};
    Until.until("a hundred are placed", () -> open(team) == 100);

    assertThat(open("samira.elamrani")).isEqualTo(10);
    assertThat(open("jan.devries")).isEqualTo(10);
    assertThat(open("pieter.hoekstra")).as("the rest of the team, who has no cap").isEqualTo(80);
  }

  private Receipt sms(int n) {
    String from = "+3161240%04d".formatted(n);
    Map<String, String> facts =
        Map.of("From", from, "To", "+3197010212345", "Body", "Mijn huur", "MessageSid", "SM" + n);
    return Receipt.received(
        "sms-" + n,
        Channel.SMS,
        workplace.clock.instant(),
        from,
        List.of("+3197010212345"),
        null,
        0,
        9,
        facts);
  }

  private long open(String... officials) {
    return Stream.of(officials)
        .mapToLong(one -> Workplace.await(workplace.cases.countOpenOf(one, 1_000)))
        .sum();
  }

  @Test
  void aCoordinatorPinsARuleSeesThatItCannotBeFollowedAndRevokesIt() {
    workplace = new Workplace(Voorbeeldstad.yaml(), Map.of());
    Visitor jan = Visitor.loggedIn(workplace, "jan.devries");
    jan.get(PINS);
    Visitor.Answer wrong = jan.post(PINS, Map.of("official", "ravi.ramdin", "until", "2020-01-01"));
    jan.get(PINS);
    Visitor.Answer made =
        jan.post(
            PINS,
            Map.of(
                "official",
                "samira.elamrani",
                "word",
                "lift",
                "way",
                "TO",
                "reason",
                "Kent die",
                "until",
                "2026-12-19"));
    Case one = asked("ans", "De lift");
    String listed = jan.get(PINS).body();
    assertThat(listed).contains("tot en met 18 december");
    Workplace.await(
        workplace.directories.absent(
            new Absence(
                "samira.elamrani", workplace.clock.instant(), null, null, "", "jan.devries")));
    String team = jan.get("/werk/team").body();
    jan.get(PINS);
    String pin = workplace.directories.current().pins().get(0).id();
    jan.post(PINS + "/intrekken", Map.of("pin", pin, "why", "Klaar"));

    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body())
        .contains("Kies een medewerker van uw team", "Vul de reden in", "minstens één van de vier");
    assertThat(made.location()).contains("gedaan=regel");
    assertThat(listed).contains("in de titel: naar Samira El Amrani", "Kent die");
    assertThat(page("jan.devries", "/werk/vragen/" + one.id())).contains("Vaste regel " + pin);
    assertThat(team).contains("wijst naar Samira El Amrani, maar die is afwezig");
    assertThat(jan.get(PINS).body()).contains("ingetrokken door Jan de Vries", "Klaar");
    assertThat(page("jan.devries", "/werk/team")).doesNotContain("maar die is afwezig");
    assertThat(Visitor.loggedIn(workplace, "samira.elamrani").get(PINS).status()).isEqualTo(403);
  }
}
