package nl.aanspreekpunt.web;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.trail.Entries;
import nl.aanspreekpunt.trail.Kept;
import nl.aanspreekpunt.trail.Query;
import nl.aanspreekpunt.trail.Subject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Line 10: the audit trail, for who administers and for the auditor: who did what, filtered, page
 * by page, as a table, and checked.
 */
class AuditTrailWalkTest {
  private static final String TRAIL = "/werk/beheer/spoor";
  private static final String AUDITOR = "marijke.smit";
  private static Stage stage;
  private static Browser browser;

  @BeforeAll
  static void open() {
    stage = new Stage();
    Directories directories = stage.workplace.directories;
    await(
        directories.absent(
            new Absence(
                "jan.devries",
                stage.workplace.clock.instant(),
                stage.workplace.clock.instant().plus(Duration.ofDays(2)),
                null,
                "",
                "gloria.martina")));
    Visitor auditor = who(AUDITOR);
    String path = stage.path(stage.open);
    auditor.get(path);
    auditor.post(path + "/lezen", Map.of("why", "=Steekproef, ans@example.org belde"));
    browser = new Browser();
  }

  @AfterAll
  static void close() {
    browser.close();
    stage.close();
  }

  private static Visitor who(String official) {
    return Visitor.loggedIn(stage.workplace, official);
  }

  @Test
  void anAuditorReadsFiltersAndChecksItByKeysAlone() {
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = Clicks.logIn(context, stage.workplace, AUDITOR);
      Keys keys = new Keys(page);
      keys.space(".house__more summary");
      keys.enter(".house__more a[href='" + TRAIL + "']");
      assertThat(page.locator("ol.messages").innerText())
          .contains("Marijke Smit logde in", "Marijke Smit las vraag " + stage.open.id())
          .contains("Reden: =Steekproef, … belde", "Gloria Martina meldde iemand afwezig")
          .doesNotContain("ans@example.org");
      keys.enter("button[name='nagaan']");
      assertThat(page.locator("#nagegaan").innerText())
          .contains("is heel", "Een kenmerk om te bewaren");
      Looked.at(page, "audit-trail");
      page.locator("#soort").selectOption("lezen");
      keys.enter("form.figures-choose button:not([name])");
      assertThat(page.locator("ol.messages > li").count()).isEqualTo(1);
      keys.enter("ol.messages a[href='" + stage.path(stage.open) + "']");
      assertThat(page.url()).endsWith(stage.path(stage.open));
    }
  }

  @Test
  void anAdministratorFindsItUnderAdministrationWithoutWhatWasRead() {
    Visitor thomas = who("thomas.bakker");
    assertThat(thomas.get("/werk/beheer").body()).contains(TRAIL);
    String page =
        thomas.get(TRAIL + "?soort=instellen").body()
            + thomas.get(TRAIL + "?soort=inloggen").body();
    assertThat(page)
        .contains("logde in", "meldde iemand afwezig")
        .doesNotContain("las vraag")
        .doesNotContain("Steekproef");
    assertThat(thomas.get(TRAIL + "?soort=lezen").status()).isEqualTo(403);
    assertThat(thomas.get(TRAIL + ".csv").body()).doesNotContain("Steekproef");
    assertThat(thomas.get(TRAIL + "?taal=en&soort=instellen").body())
        .contains("reported somebody absent");
  }

  @Test
  void whenOthersLogInAndOutAnAdministratorDoesNotReadAndTheAuditorDoes() {
    who("ravi.ramdin");
    Visitor thomas = who("thomas.bakker");
    for (String asked : new String[] {"", "?soort=inloggen", "?wie=ravi.ramdin"}) {
      assertThat(thomas.get(TRAIL + asked).body()).doesNotContain("Ravi Ramdin logde in");
      assertThat(thomas.get(TRAIL + ".csv" + asked).body()).doesNotContain("Ravi Ramdin logde in");
    }
    assertThat(thomas.get(TRAIL + "?soort=inloggen").body()).contains("Thomas Bakker logde in");
    assertThat(who(AUDITOR).get(TRAIL + "?wie=ravi.ramdin").body())
        .contains("Ravi Ramdin logde in");
  }

  @ParameterizedTest
  @CsvSource({"gloria.martina", "samira.elamrani", "meilin.chen", "pieter.hoekstra"})
  void nobodyElseReadsIt(String official) {
    Visitor visitor = who(official);
    assertThat(visitor.get(TRAIL).status()).isEqualTo(403);
    assertThat(visitor.get(TRAIL + ".csv").status()).isEqualTo(403);
    assertThat(visitor.get("/werk").body()).doesNotContain(TRAIL);
    assertThat(new Visitor(stage.workplace).get(TRAIL).location()).startsWith("/inloggen");
  }

  @Test
  void takingItOutIsOnItAndReadingItIsNot() {
    Visitor auditor = who(AUDITOR);
    String before = auditor.get(TRAIL).body();
    assertThat(auditor.get(TRAIL).body()).doesNotContain("downloadde").hasSameSizeAs(before);
    Visitor.Answer file = auditor.get(TRAIL + ".csv?soort=lezen");
    assertThat(file.whole().headers().firstValue("Content-Type"))
        .hasValue("text/csv; charset=utf-8");
    assertThat(file.body())
        .contains("case-read," + stage.open.id() + ",\"'=Steekproef, … belde\"")
        .contains("trail-exported")
        .contains("mark,")
        .doesNotContain("ans@example.org");
    auditor.get(TRAIL + ".csv?soort=lezen&wie=ravi.ramdin");
    String page = auditor.get(TRAIL + "?soort=lezen").body();
    assertThat(page.split("downloadde het spoor van", -1)).as("each of them").hasSize(3);
    assertThat(page).contains("Alleen: wie=ravi.ramdin soort=lezen");
  }

  @Test
  void anAuditorDestroysAReasonWhichIsOnTheTrailAndNobodyElseDoes() {
    Stage other = new Stage();
    try {
      String number = other.open.id();
      await(other.workplace.trailWork.reading().read(other.open, AUDITOR, "Over Ans de Bruin"));
      Visitor auditor = Visitor.loggedIn(other.workplace, AUDITOR);
      String page = auditor.get(TRAIL + "?soort=lezen").body();
      assertThat(page).contains("Ans de Bruin");
      String key = page.replaceAll("(?s).*name=\"welke\" value=\"([^\"]+)\".*", "$1");
      Visitor thomas = Visitor.loggedIn(other.workplace, "thomas.bakker");
      String path = TRAIL + "/vernietig-reden";
      assertThat(thomas.post(path, Map.of("welke", key)).status()).isEqualTo(403);
      assertThat(auditor.post(path, Map.of("welke", "x")).status()).isEqualTo(400);
      assertThat(auditor.post(path, Map.of("welke", key)).location()).endsWith("gedaan=reden");
      assertThat(auditor.post(path, Map.of("welke", key)).location()).endsWith("gedaan=reden-weg");
      assertThat(auditor.get(TRAIL + "?soort=lezen&nagaan=ja").body())
          .doesNotContain("Ans de Bruin")
          .contains("Wat hier stond is vernietigd", "las vraag " + number, "is heel")
          .contains("Marijke Smit vernietigde een reden bij vraag " + number);
    } finally {
      other.close();
    }
  }

  @Test
  void whoIsBarredFromACaseDestroysNoReasonOfIt() {
    Stage other = new Stage();
    try {
      String barred = other.complaint.barred().iterator().next();
      await(other.workplace.trailWork.reading().read(other.complaint, AUDITOR, "Klachten"));
      Entries entries = Entries.in(other.workplace.store);
      String key = await(entries.find(Subject.READING, null, "0", "9", 1)).get(0).key();
      assertThat(await(other.workplace.trailWork.untelling().untell(key, barred))).isFalse();
      assertThat(await(other.workplace.trailWork.untelling().untell(key, AUDITOR))).isTrue();
    } finally {
      other.close();
    }
  }

  @Test
  void itGoesOnPageByPage() {
    for (int i = 0; i < 60; i++) {
      stage.workplace.clock.forward(Duration.ofSeconds(1));
      who("ravi.ramdin");
    }
    Visitor auditor = who(AUDITOR);
    String page = auditor.get(TRAIL + "?wie=ravi.ramdin").body();
    assertThat(page.split("Ravi Ramdin logde in", -1)).hasSize(51);
    String older = page.replaceAll("(?s).*id=\"ouder\"[^>]*href=\"([^\"]+)\".*", "$1");
    String next = auditor.get(older.replace("&amp;", "&")).body();
    assertThat(next.split("Ravi Ramdin logde in", -1).length).isBetween(11, 50);
    assertThat(next).doesNotContain("id=\"ouder\"").contains("Naar het nieuwste");
  }

  @Test
  void aPeriodThatIsNoneComesBackWithTheMistakeAtItsField() {
    Visitor auditor = who(AUDITOR);
    for (String wrong :
        new String[] {
          "van=2026-12-01&tot=2026-11-01", "van=x", "van=2001-01-01", "tot=9999-99-99"
        }) {
      Visitor.Answer answer = auditor.get(TRAIL + "?" + wrong);
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.body()).contains("id=\"van-error\"", "Kies een periode");
      assertThat(auditor.get(TRAIL + ".csv?" + wrong).status()).isEqualTo(400);
    }
    assertThat(auditor.get(TRAIL + "?van=2026-01-01&tot=2026-01-02").body())
        .contains("In deze periode is er niets");
    assertThat(auditor.get(TRAIL + "?na=x&wie=%00&soort=y&nagaan=z").status()).isEqualTo(200);
  }

  @Test
  void whomAComplaintConcernsReadsNothingOfItHere() {
    String number = stage.complaint.id();
    String barred = stage.complaint.barred().iterator().next();
    await(stage.workplace.trailWork.reading().read(stage.complaint, AUDITOR, "Klachten nagelopen"));
    assertThat(who(AUDITOR).get(TRAIL).body()).contains("las vraag " + number);
    assertThat(
            await(
                    stage
                        .workplace
                        .trailWork
                        .shown()
                        .find(
                            new Query(
                                AUDITOR,
                                EnumSet.allOf(Subject.class),
                                Instant.EPOCH,
                                stage.workplace.clock.instant().plusSeconds(1),
                                null),
                            100,
                            barred))
                .toString())
        .doesNotContain(number)
        .doesNotContain("Klachten nagelopen");
  }

  @Test
  void whatWasTakenOutOfTheDatabaseIsToldWithWhatToDo() {
    Stage other = new Stage();
    try {
      Visitor thomas = Visitor.loggedIn(other.workplace, "thomas.bakker");
      Visitor.loggedIn(other.workplace, "thomas.bakker");
      Entries entries = Entries.in(other.workplace.store);
      String chain =
          await(entries.newest(Kept.LOGINS, Instant.parse("2100-01-01T00:00:00Z"), 1)).get(0).id();
      await(entries.remove(await(entries.onChain(chain, 0, 1)).get(0).id()));
      assertThat(thomas.get(TRAIL + "?nagaan=ja").body())
          .contains("is niet heel", "ontbreken regels", chain, "role=\"alert\"");
    } finally {
      other.close();
    }
  }
}
