package nl.aanspreekpunt;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.official.Voorbeeldstad;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The demo municipality tells one story of each kind, and each shows where people look for it. */
class DemoStoriesTest {
  private static final Map<String, Visitor> VISITORS = new HashMap<>();
  private static Workplace workplace;

  @BeforeAll
  static void open() {
    workplace = new Workplace(Voorbeeldstad.yaml(), Map.of("demo", "true"));
  }

  @AfterAll
  static void close() {
    VISITORS.clear();
    workplace.close();
  }

  private static List<Case> all() {
    return await(workplace.cases.list(new Cases.Filter(null, null, null), null, 100));
  }

  private static Case of(String subject) {
    return all().stream().filter(one -> subject.equals(one.subject())).findFirst().orElseThrow();
  }

  private static String reads(String official, String path) {
    return VISITORS
        .computeIfAbsent(official, id -> Visitor.loggedIn(workplace, id))
        .get(path)
        .body();
  }

  private static String page(Case one, String more) {
    return reads(one.official(), "/werk/vragen/" + one.id() + more);
  }

  @Test
  void aNoIsExplainedInATalkBeforeItsLetterGoes() {
    Case one = of("Vergoeding voor een nieuwe wasmachine");
    assertThat(one.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(one.happened(CaseEvent.Decided.class)).allMatch(CaseEvent.Decided::spoken);
    assertThat(page(one, "")).contains("De monteur van het buurthuis heeft gekeken");
  }

  @Test
  void aDecisionWaitsForItsTalkOfAnotherDay() {
    assertThat(page(of("Een laadpaal voor mijn deur"), ""))
        .contains("Beslissing ligt klaar", "De brief wacht op het gesprek");
  }

  @Test
  void whatIsNotOursWentElsewhereAndWaitsForTheirWord() {
    assertThat(page(of("Het is donker op het perron"), ""))
        .contains("Een ander helpt: Spoorbeheer Zuid", "Nog niet bevestigd", "doorgestuurd");
  }

  @Test
  void todayProposesATalkToWhoWritesInDespair() {
    Case one = of("Mijn uitkering is stopgezet");
    assertThat(reads(one.official(), "/werk")).contains("De inwoner schrijft: “", "einde raad");
  }

  @Test
  void aCareWorkerAsksForAFamilyThatHasOneOfficialAndOneStory() {
    Case one = of("Schimmel in de kinderkamer");
    assertThat(page(one, "/samen")).contains("Familie Brouwer");
    assertThat(page(one, "/tot-nu-toe"))
        .contains("Een kinderkamer zonder schimmel", "Noor van Dam");
    assertThat(new Visitor(workplace).get(workplace.followPath(one, one.contact())).body())
        .contains("Noor van Dam mag in uw vragen: lezen, vragen stellen", "/tot-nu-toe");
  }

  @Test
  void aVisitIsPlannedAndWhatToBeCarefulOfIsForStaffAlone() {
    Case one = of("Schimmel in de kinderkamer");
    assertThat(page(one, "")).contains("Lindehof 14", "grote hond");
    assertThat(new Visitor(workplace).get(workplace.followPath(one, one.contact())).body())
        .contains("Lindehof 14")
        .doesNotContain("hond");
  }

  @Test
  void oneColleagueAnsweredAndAnotherIsStillAsked() {
    Case one = of("Mag ik een stage doen met een uitkering?");
    assertThat(page(one, "/ruggespraak")).contains("Beantwoord", "Ik heb een rekenblad");
    assertThat(reads("meilin.chen", "/werk")).contains(one.id() + "/ruggespraak");
    assertThat(reads("sanne.vandijk", "/werk")).doesNotContain(one.id() + "/ruggespraak");
  }

  @Test
  void somebodyActedOnAPrincipleAndAccountedForIt() {
    Case one = of("Het water is afgesloten");
    assertThat(one.happened(CaseEvent.AlertTaken.class)).hasSize(1);
    assertThat(one.happened(CaseEvent.Invoked.class)).hasSize(1);
    assertThat(reads("anouk.jansen", "/werk/uitgangspunten"))
        .contains("Een zieke vrouw van 82 had dezelfde avond weer water.");
  }

  @Test
  void aDeviationIsBacked() {
    assertThat(page(of("Ik slaap met mijn zoontje op de bank"), ""))
        .contains("Pieter Hoekstra staat hierachter");
  }

  @Test
  void whatChafesHasAnOwnerAndOneIsAnswered() {
    Case owed = of("Zes maanden inschrijving voor een tijdelijke woning");
    assertThat(owed.openPromises()).hasSize(1);
    assertThat(reads(owed.official(), "/werk")).contains("Beantwoord het knelpunt");
    assertThat(of("Formulier om grofvuil te laten halen").open()).isFalse();
    assertThat(page(of("Large items were not collected"), ""))
        .contains("Het formulier heeft nu een vakje");
  }

  @Test
  void aCitizensStoryIsReadWithoutNamesAndAnOfficialsIsToBeChecked() {
    assertThat(reads("ravi.ramdin", "/werk/verhalen"))
        .contains("Hoe gaat het nu met uw moeder?")
        .doesNotContain("Aksoy", "Jansma");
    assertThat(reads("pieter.hoekstra", "/werk/verhalen")).contains("U kijkt deze na");
  }

  @Test
  void whoWasNotHelpedIsBackWithTheCoordinator() {
    Case one = of("Losse tegels voor mijn deur");
    assertThat(one.open()).isTrue();
    assertThat(reads("anouk.jansen", "/werk")).contains(one.id());
  }

  @Test
  void twoTeamsSitAtOneTable() {
    Case one = of("Huurachterstand en een deurwaarder");
    String table = "/werk/vragen/" + one.id() + "/tafel";
    assertThat(reads(one.official(), table)).contains("Hoe voorkomen we", "Fatma Yıldız");
    assertThat(reads("samira.elamrani", table)).contains("Hoe voorkomen we");
    assertThat(reads("ravi.ramdin", table)).doesNotContain("Hoe voorkomen we");
  }

  @Test
  void afterAThreatOnePersonHasContactAndTheCitizenReadsWhy() {
    Case one = of("Weer een boete voor mijn deur");
    assertThat(one.official()).isEqualTo("anouk.jansen");
    assertThat(one.openPromises()).as("what was promised stands").isNotEmpty();
    assertThat(page(one, "/contactafspraak"))
        .contains("schriftelijk, aan de telefoon, met Anouk Jansen", "een stoel naar een collega");
    assertThat(
            new Visitor(workplace)
                .get(workplace.followPath(one, one.contact()) + "/contact")
                .body())
        .contains("Uw contact is met Anouk Jansen", "Bent u het er niet mee eens?");
  }

  @Test
  void theReportToTheCouncilHasAFigureOfEach() {
    workplace.count();
    String page = reads("marijke.smit", "/werk/raad/2026-Q4");
    assertThat(page)
        .contains("1. Regels die knellen", "8. Meer dan een regel", "verzonnen inwoners", "100 %")
        .doesNotContain("te weinig om iets te zeggen");
  }

  @Test
  void aRestartAddsNothingAndNothingIsEverSent() {
    List<Case> before = all();
    assertThat(before).allMatch(Case::demo);
    List<Outgoing> out = await(workplace.outbox.list(null, null, 500));
    await(new DemoCases(workplace.hub).seed());
    assertThat(all()).isEqualTo(before);
    assertThat(await(workplace.outbox.list(null, null, 500)))
        .isEqualTo(out)
        .allMatch(one -> one.state() == Outgoing.State.HELD);
  }
}
