package nl.aanspreekpunt.web.work.sofar;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Consult;
import nl.aanspreekpunt.casework.Reassigning;
import nl.aanspreekpunt.casework.consult.AnsweringConsult;
import nl.aanspreekpunt.casework.consult.Consulting;
import nl.aanspreekpunt.casework.household.HouseholdWork;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.citizen.Household;
import nl.aanspreekpunt.web.Browser;
import nl.aanspreekpunt.web.Keys;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The story so far is written from the facts, read by who takes over, corrected by the citizen. */
class SoFarPagesTest {
  private static final String SAMIRA = "samira.elamrani";
  private static Workplace workplace;

  @BeforeAll
  static void open() {
    workplace = new Workplace();
  }

  @AfterAll
  static void close() {
    workplace.close();
  }

  @Test
  void itIsAskedForAtAHandoverWrittenFromFactsAndReadByTheSuccessor() {
    Case one = question("ans@een.example", "Ans", "Schimmel");
    Case secret = workplace.question("ans@een.example", "Ans", "Geheim", "Schulden.", "schuldhulp");
    String path = path(one);
    Visitor samira = Visitor.loggedIn(workplace, SAMIRA);
    assertThat(samira.get("/werk/vragen/" + one.id()).body())
        .contains("begint niet opnieuw", "Er is nog geen verhaal tot nu toe");
    assertThat(samira.get(path).body())
        .contains("vroeg over Schimmel", "Samira El Amrani, sinds", "nog open, vóór")
        .doesNotContain("Geheim", secret.id());
    String taken = samira.post(path + "/feiten", Map.of("take", "people", "wants", "Rust")).body();
    assertThat(taken)
        .contains(">Rust</textarea>")
        .containsPattern(">Samira El Amrani, sinds[^<]*</textarea>");
    assertThat(samira.post(path + "/schrijf", Map.of("seen", "0")).body())
        .contains("Schrijf minstens bij één vraag");
    assertThat(write(samira, path, 0, "Een droog huis").status()).isEqualTo(303);
    assertThat(write(samira, path, 0, "Anders").body())
        .as("nobody overwrites what they did not see")
        .contains("Een collega schreef intussen", ">Anders</textarea>");
    assertThat(samira.get("/werk/vragen/" + one.id()).body())
        .contains("schreef het verhaal tot nu toe", "Nog niet gelezen")
        .doesNotContain("begint niet opnieuw", "Lees eerst");
    samira.get("/werk/vragen/" + one.id());

    await(
        workplace.casework.change(
            one.id(), new Reassigning("ravi.ramdin", SAMIRA, "reassigned", "")));
    Visitor ravi = Visitor.loggedIn(workplace, "ravi.ramdin");
    assertThat(ravi.get("/werk").body()).contains("Lees eerst het verhaal tot nu toe");
    assertThat(ravi.get("/werk/vragen/" + one.id()).body()).contains("Lees eerst het verhaal");
    assertThat(ravi.get(path).body()).contains("Een droog huis", "Ik heb het gelezen");
    ravi.post(path + "/gelezen", Map.of());
    ravi.post(path + "/gelezen", Map.of());
    assertThat(workplace.found(one.id()).happened(CaseEvent.SoFarRead.class)).hasSize(1);
    assertThat(ravi.get("/werk").body()).doesNotContain("Lees eerst");
    assertThat(ravi.get(path).body()).contains("Gelezen door Ravi Ramdin");
    assertThat(ravi.get("/werk/vragen/" + one.id()).body()).contains("Gelezen door Ravi Ramdin");

    assertThat(write(ravi, path, 1, "Een droog en stil huis").status()).isEqualTo(303);
    assertThat(ravi.get(path + "?eerder=1").body())
        .as("an earlier one stays")
        .contains("Dit is een eerdere versie", "Een droog huis")
        .doesNotContain("/schrijf");
    workplace.clock.forward(Duration.ofHours(1));
    mail("ans@een.example", one.id());
    assertThat(ravi.get("/werk/vragen/" + one.id()).body()).contains("Klopt het nog?");
  }

  @Test
  void whoHelpedWithoutBeingResponsibleIsAmongTheFacts() {
    Case one = question("bea@drie.example", "Bea", "Tocht");
    await(
        workplace.casework.change(
            one.id(), new Consulting(SAMIRA, "ravi.ramdin", "Mag dit?", List.of())));
    Consult asked = workplace.found(one.id()).care().consults().get(0);
    await(
        workplace.casework.change(
            one.id(), new AnsweringConsult(asked.id(), "ravi.ramdin", "Ja.")));
    assertThat(Visitor.loggedIn(workplace, SAMIRA).get(path(one)).body())
        .contains("Ravi Ramdin, dacht mee op");
  }

  @Test
  void whoLeavesAndWhoLeadsAreAskedForItWhereTheHandoverIsPrepared() {
    Case one = question("cees@vertrek.example", "Cees", "Tocht");
    String sanne = "sanne.vandijk";
    await(workplace.casework.change(one.id(), new Reassigning(sanne, SAMIRA, "reassigned", "")));
    await(
        workplace.departing.mark(
            sanne, workplace.clock.instant().plus(Duration.ofDays(10)), "thomas.bakker"));
    assertThat(Visitor.loggedIn(workplace, sanne).get("/werk/vertrek").body())
        .contains("Tocht", path(one));
    assertThat(Visitor.loggedIn(workplace, leads(one)).get("/werk/team/vertrek/" + sanne).body())
        .contains("Tocht", path(one));
  }

  private static String leads(Case one) {
    String team = workplace.found(one.id()).team();
    return workplace.directories.current().team(team).orElseThrow().coordinator();
  }

  @Test
  void theCitizenReadsItSaysWhatIsOtherwiseAndHearsWhatCameOfIt() {
    Case one = question("ans@twee.example", "Ans", "Lekkage");
    Visitor samira = Visitor.loggedIn(workplace, SAMIRA);
    Visitor citizen = new Visitor(workplace);
    String mine = workplace.followPath(one, "1");
    assertThat(citizen.get(mine).body()).doesNotContain("/tot-nu-toe");
    assertThat(citizen.get(mine + "/tot-nu-toe").status()).isEqualTo(404);
    samira.get(path(one));
    write(samira, path(one), 0, "Een nieuw <dak>");
    assertThat(citizen.get(mine).body()).contains(mine + "/tot-nu-toe");
    assertThat(citizen.get(mine + "/tot-nu-toe").body())
        .contains("Wat u wilt", "Een nieuw &lt;dak&gt;", "Samira El Amrani");
    assertThat(citizen.post(mine + "/tot-nu-toe", Map.of("words", " ")).status()).isEqualTo(422);
    Map<String, String> said = Map.of("words", "Een <b>goot</b>, geen dak", "once", "abcdefgh12");
    assertThat(citizen.post(mine + "/tot-nu-toe", said).location()).contains("sofar-said");
    citizen.post(mine + "/tot-nu-toe", said);
    assertThat(citizen.get(mine + "/tot-nu-toe").body())
        .contains("Een &lt;b&gt;goot&lt;/b&gt;, geen dak", "Wij kijken hier nog naar");
    Case told = workplace.found(one.id());
    assertThat(told.happened(CaseEvent.SoFarCorrected.class)).as("once").hasSize(1);

    samira.get(path(one));
    Map<String, String> refuses = Map.of("correction", "abcdefgh12", "why", "");
    assertThat(samira.post(path(one) + "/correctie", refuses).body())
        .contains("Schrijf waarom u het niet overneemt");
    samira.post(
        path(one) + "/correctie", Map.of("correction", "abcdefgh12", "why", "Het dak lekt ook."));
    assertThat(citizen.get(mine + "/tot-nu-toe").body())
        .contains("nam dit niet over: Het dak lekt ook.");
    assertThat(samira.get(path(one)).body()).contains("Een &lt;b&gt;goot&lt;/b&gt;");

    Case later = workplace.question("ans@twee.example", "Ans", "Afval", "Vol.", "afval");
    await(
        workplace.casework.change(
            later.id(), new Reassigning("ravi.ramdin", later.official(), "reassigned", "")));
    Visitor ravi = Visitor.loggedIn(workplace, "ravi.ramdin");
    for (int looks = 0; looks < 2; looks++) {
      assertThat(ravi.get("/werk/vragen/" + later.id()).body())
          .as("a question that came after the story was written")
          .contains("Lees eerst het verhaal tot nu toe");
    }
    assertThat(workplace.found(later.id()).happened(CaseEvent.SoFarWritten.class)).hasSize(1);
    ravi.get(path(later));
    ravi.post(path(later) + "/gelezen", Map.of());
    assertThat(ravi.get("/werk/vragen/" + later.id()).body()).contains("Gelezen door Ravi Ramdin");
  }

  @Test
  void onlyWhoActsInAQuestionOfTheirsReadsIt() {
    Case one = question("ans@drie.example", "Ans", "Tocht");
    Visitor samira = Visitor.loggedIn(workplace, SAMIRA);
    samira.get(path(one));
    write(samira, path(one), 0, "Warmte");
    String coordinator =
        workplace.directories.current().team(one.team()).orElseThrow().coordinator();
    assertThat(Visitor.loggedIn(workplace, coordinator).get(path(one)).body()).contains("Warmte");
    for (String other : List.of("fatma.yildiz", "marijke.smit", "thomas.bakker", "meilin.chen")) {
      Visitor visitor = Visitor.loggedIn(workplace, other);
      assertThat(visitor.get(path(one)).status()).as(other).isEqualTo(403);
      assertThat(visitor.post(path(one) + "/gelezen", Map.of()).status()).isEqualTo(403);
    }
    assertThat(new Visitor(workplace).get(path(one)).status()).isEqualTo(303);
  }

  @Test
  void aHouseholdHasOneStoryThatWhoSeesNotAllOfItDoesNotReadNorAfterASeparation() {
    Case one = question("ans@vier.example", "Ans", "Deur");
    Case bo = question("bo@vier.example", "Bo", "Raam");
    String id =
        await(
                workplace.householdWork.start(
                    "h-story", Household.Kind.HOUSEHOLD, "De Boer", one, "Ans", SAMIRA))
            .now()
            .id();
    link(id, one, new Household.Rights(false, true, false));
    Visitor samira = Visitor.loggedIn(workplace, SAMIRA);
    samira.get(path(bo));
    write(samira, path(bo), 0, "Samen wonen");
    assertThat(samira.get(path(one)).body()).contains("Samen wonen", "De Boer");
    Visitor citizen = new Visitor(workplace);
    assertThat(citizen.get(workplace.followPath(one, "1") + "/tot-nu-toe").body())
        .contains("Samen wonen");
    String of = workplace.followPath(bo, "1") + "/tot-nu-toe";
    assertThat(citizen.get(of).status()).as("asks, and sees nothing").isEqualTo(404);
    link(id, one, new Household.Rights(true, true, false));
    assertThat(citizen.get(of).body()).contains("Samen wonen");
    await(workplace.householdWork.end(id, one.citizen(), bo.citizen(), "citizen"));
    assertThat(citizen.get(of).status()).isEqualTo(404);
    assertThat(citizen.get(workplace.followPath(one, "1") + "/tot-nu-toe").status()).isEqualTo(404);
    String then = "/werk/huishoudens/" + id + "/verhaal";
    assertThat(samira.get(path(one)).body()).contains(then).doesNotContain("Samen wonen");
    assertThat(samira.get(then).body())
        .as("what was stays, for who was entitled")
        .contains("Samen wonen", "Geschreven door Samira El Amrani");
    assertThat(samira.get("/werk/vragen/" + one.id() + "/samen").body())
        .contains("Waar deze inwoner eerder bij hoorde", id);
    for (String other : List.of("ravi.ramdin", "thomas.bakker", "marijke.smit")) {
      assertThat(Visitor.loggedIn(workplace, other).get(then).status()).as(other).isEqualTo(403);
    }
    assertThat(new Visitor(workplace).get(then).status()).isEqualTo(303);
    workplace.clock.forward(Duration.ofMinutes(1));
    Case later = question("ans@vier.example", "Ans", "Later");
    assertThat(samira.get(path(later)).body())
        .as("a question that came after they parted says nothing of it")
        .doesNotContain(then);
  }

  @Test
  void whatWasWrittenOfACitizenAloneStaysToBeReadOnceTheyAreLinked() {
    Case one = question("ans@acht.example", "Ans", "Kelder");
    Visitor samira = Visitor.loggedIn(workplace, SAMIRA);
    samira.get(path(one));
    write(samira, path(one), 0, "Een droge kelder");
    String id =
        await(
                workplace.householdWork.start(
                    "h-alone", Household.Kind.HOUSEHOLD, "De Wit", one, "Ans", SAMIRA))
            .now()
            .id();
    link(id, one, new Household.Rights(true, true, false));
    assertThat(samira.get(path(one)).body())
        .contains("De Wit", "Er is nog geen verhaal", "Het verhaal van Ans alleen")
        .contains("Een droge kelder", "Kelder (Ans)");
  }

  @Test
  void byKeyboardAloneItIsWrittenAndCorrected() {
    Case one = question("ans@vijf.example", "Ans", "Kraan");
    try (Browser browser = new Browser();
        BrowserContext staff = browser.somebody("nl", true);
        BrowserContext outside = browser.somebody("nl", true)) {
      Page page = staff.newPage();
      page.navigate(workplace.url("/inloggen"));
      Keys keys = new Keys(page);
      keys.type("#email", workplace.email(SAMIRA)).type("#password", Workplace.PASSWORD);
      keys.enter("form[action='/inloggen'] button");
      page.navigate(workplace.url(path(one)));
      Browser.isAccessible(page, ColorScheme.LIGHT);
      keys.enter("button[value='wants']");
      assertThat(page.inputValue("#wants")).contains("vroeg over Kraan");
      keys.type("#careful", "Bel na tien uur").enter("#schrijf").hears("#done", "Bewaard");
      Browser.isAccessible(page, ColorScheme.DARK);

      Page own = outside.newPage();
      own.navigate(workplace.url(workplace.followPath(one, "1")));
      Keys hands = new Keys(own);
      hands.enter("a[href$='/tot-nu-toe']");
      Browser.isAccessible(own, ColorScheme.LIGHT);
      hands.type("#words", "Na twaalf uur").enter("main form button").hears("#done", "Dank u");
      page.reload();
      Browser.isAccessible(page, ColorScheme.LIGHT);
      keys.enter("form[action$='/correctie'] button").hears("#done", "Opgeschreven");
    }
  }

  private static void link(String id, Case one, Household.Rights rights) {
    HouseholdWork.Asked asked =
        new HouseholdWork.Asked(
            Addresses.email("bo@vier.example").orElseThrow(),
            "Bo",
            Household.Role.PARTNER,
            List.of(one.citizen()),
            rights,
            false,
            "Aan de balie",
            LocalDate.of(2026, 11, 23));
    assertThat(await(workplace.householdWork.link(id, asked, SAMIRA)).refused()).isFalse();
  }

  private static String path(Case one) {
    return "/werk/vragen/" + one.id() + "/tot-nu-toe";
  }

  private static Visitor.Answer write(Visitor by, String path, int seen, String wants) {
    return by.post(
        path + "/schrijf",
        Map.of("seen", String.valueOf(seen), "wants", wants, "careful", "Bel niet ’s ochtends"));
  }

  private static Case question(String from, String name, String subject) {
    return workplace.question(from, name, subject, "Kunt u helpen?", "huur-en-onderhoud");
  }

  private static void mail(String from, String number) {
    workplace.mail(
        from,
        "From: Ans <"
            + from
            + ">\nTo: vraag@voorbeeldstad.example\nSubject: Over "
            + number
            + "\nMessage-ID: <later@een.example>\n\nIs er al nieuws?\n");
  }
}
