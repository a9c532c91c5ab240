package nl.aanspreekpunt.web.council;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.mongodb.client.model.Updates;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Grounds;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.Talking;
import nl.aanspreekpunt.casework.decision.Deciding;
import nl.aanspreekpunt.casework.decision.First;
import nl.aanspreekpunt.council.Counted;
import nl.aanspreekpunt.council.Measure;
import nl.aanspreekpunt.council.Report;
import nl.aanspreekpunt.council.ReportClock;
import nl.aanspreekpunt.council.Reports;
import nl.aanspreekpunt.friction.Frictions;
import nl.aanspreekpunt.web.Browser;
import nl.aanspreekpunt.web.Keys;
import nl.aanspreekpunt.web.Visitor;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The council's report: a page for each quarter and year, to print, to take along, to check. */
class CouncilPagesTest {
  private static final String AUDITOR = "marijke.smit";
  private static final String NOW = "/werk/raad/2026-Q4";
  private static final List<String> TOPICS = List.of("bijstand", "parkeren", "huur-en-onderhoud");
  private static Workplace workplace;

  @BeforeAll
  static void open() throws Exception {
    workplace = new Workplace(Workplace.oneForEachTopic(), Map.of("council.public", "true"));
    Reports reports = Reports.in(workplace.store);
    Counted refused = new Counted(Measure.REFUSALS_SPOKEN_FIRST, 40, 10, List.of(), 6);
    assertThat(
            await(
                reports.keep(
                    new Report("2026-Q3", 1, Workplace.MORNING, true, 0, List.of(refused)))))
        .isTrue();
    for (int i = 0; i < 6; i++) {
      Case one =
          workplace.question(
              "inwoner" + i + "@elders.example",
              "Inwoner " + i,
              "Vraag " + i,
              "Mag ik een vergoeding?",
              TOPICS.get(i % 3));
      refuses(one, i % 3 == 0);
    }
    workplace.count();
  }

  @AfterAll
  static void close() {
    workplace.close();
  }

  private static void refuses(Case one, boolean spoken) {
    Grounds grounds =
        Grounds.because("Uw inkomen was dit jaar hoger dan de grens, ook na aftrek van de zorg.")
            .restingOn("De grens voor de vergoeding staat in de verordening.", null)
            .offering("U kunt bij het noodfonds vragen of zij meebetalen.");
    First first =
        spoken ? new First.Spoken() : new First.Not("De inwoner schreef dat bellen niet kan.");
    if (spoken) {
      did(one, new Talking(one.official(), CaseEvent.Talk.PHONE, "Uitgelegd", one.lastReceived()));
    }
    did(
        one,
        new Deciding(one.official(), Outcome.REFUSED, grounds, first, null, one.lastReceived()));
  }

  private static void did(Case one, Act act) {
    assertThat(await(workplace.casework.change(one.id(), act)))
        .isInstanceOf(Decision.Changed.class);
  }

  @ParameterizedTest
  @CsvSource({
    "marijke.smit, 200, auditor",
    "kwame.mensah, 200, coordinator",
    "pieter.hoekstra, 200, manager",
    "thomas.bakker, 200, administrator",
    "samira.elamrani, 403, official",
    "meilin.chen, 403, clerk",
  })
  void whoAnswersForTheWholeReadsItAtWork(String official, int status, String office) {
    Visitor visitor = Visitor.loggedIn(workplace, official);
    for (String path : List.of(NOW, NOW + "/cijfers.csv", "/werk/raad/2026")) {
      assertThat(visitor.get(path).status()).as(office + " " + path).isEqualTo(status);
    }
    assertThat(visitor.get("/werk").body().contains("href=\"/werk/raad\""))
        .as(office)
        .isEqualTo(status == 200);
  }

  @Test
  void whoIsNotLoggedInReadsTheSameWhereThatIsConfiguredAndNothingElseIsThere() {
    Visitor somebody = new Visitor(workplace);
    assertThat(somebody.get(NOW).status()).isEqualTo(303);
    assertThat(somebody.get("/raad/2026-Q4").body())
        .contains("33 %", "te weinig om iets te zeggen")
        .doesNotContain("Inwoner 1", "Samira", "/werk/raad");
    assertThat(somebody.get("/raad").location()).isEqualTo("/raad/2026-Q4");
    for (String none : List.of("2027-Q1", "2026-Q5", "morgen", "2026-Q4x", "0000")) {
      assertThat(somebody.get("/raad/" + none).status()).as(none).isEqualTo(404);
    }
  }

  @Test
  void theTableInTheFileSaysWhatThePageSays() throws IOException {
    Visitor auditor = Visitor.loggedIn(workplace, AUDITOR);
    String csv = auditor.get(NOW + "/cijfers.csv").body();
    assertThat(csv).startsWith("\uFEFF");
    List<CSVRecord> lines =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(new StringReader(csv.substring(1)))
            .getRecords();
    assertThat(lines).hasSize(Measure.values().length * 2);
    CSVRecord spoken = of(lines, "refusals-spoken-first", "2026-Q4");
    assertThat(spoken.get("value")).isEqualTo("0.3333");
    assertThat(spoken.get("over")).isEqualTo("6");
    assertThat(of(lines, "refusals-spoken-first", "2026-Q3").get("value")).isEqualTo("0.25");
    assertThat(of(lines, "knew-who-and-when", "2026-Q4").get("value")).isEqualTo("1");
    CSVRecord few = of(lines, "talk-before-third-message", "2026-Q4");
    assertThat(List.of(few.get("value"), few.get("over"), few.get("says")))
        .containsExactly("", "", "too-few");
    String page = auditor.get(NOW).body();
    for (CSVRecord line : lines) {
      assertThat(page).contains(line.get("name"), line.get("definition"));
    }
    assertThat(page).contains("33 %", "25 %", "Meer dan in kwartaal 3 van 2026: toen 25 %.");
  }

  private static CSVRecord of(List<CSVRecord> lines, String figure, String period) {
    return lines.stream()
        .filter(one -> one.get("figure").equals(figure) && one.get("period").equals(period))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void byKeyboardAloneItIsFoundReadInBothLanguagesAndPrinted() {
    try (Browser browser = new Browser();
        BrowserContext reads = browser.somebody("nl", true)) {
      Page page = reads.newPage();
      page.navigate(workplace.url("/inloggen"));
      Keys keys = new Keys(page);
      keys.type("#email", workplace.email(AUDITOR)).type("#password", Workplace.PASSWORD);
      keys.enter("form[action='/inloggen'] button").space(".house__more summary");
      keys.enter("a[href='/werk/raad']");
      assertThat(page.locator("h1").innerText())
          .isEqualTo("Verslag aan de raad: kwartaal 4 van 2026");
      Browser.isAccessible(page, ColorScheme.LIGHT);
      Locator drawn =
          page.getByRole(
              AriaRole.IMG,
              new Page.GetByRoleOptions()
                  .setName("kwartaal 3 van 2026: 25 %. kwartaal 4 van 2026, tot nu: 33 %"));
      assertThat(drawn.locator("polyline").getAttribute("points"))
          .as("a share goes from none at the foot to all at the top, and is said in words too")
          .isEqualTo("4.0,25.0 116.0,22.7");
      keys.to(".table");
      Browser.isAccessible(page, ColorScheme.DARK);

      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.locator(".house__links").isVisible()).isFalse();
      assertThat(page.locator(".council__ways").isVisible()).isFalse();
      assertThat(page.locator(".council__table").isVisible()).isTrue();
      assertThat(page.evaluate("getComputedStyle(document.querySelector('.table')).overflowX"))
          .as("nothing of the table is cut off on paper")
          .isEqualTo("visible");
      assertThat(page.pdf()).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));

      page.navigate(workplace.url(NOW + "?taal=en"));
      assertThat(page.locator("h1").innerText())
          .isEqualTo("Report to the council: quarter 4 of 2026");
      assertThat(page.locator("main").innerText())
          .contains("Counted at", "33%", "too few to say", "A no told in a talk first");
      new Keys(page).enter("main a[href='/werk/raad/2026']");
      assertThat(page.locator("h1").innerText()).isEqualTo("Report to the council: 2026");
      Browser.isAccessible(page, ColorScheme.LIGHT);
    }
  }

  @Test
  void aCaseFromBeforeItWasKeptIsCountedAndTheQuarterThatRunsAgainAndAgain() {
    try (Workplace other = new Workplace()) {
      Case old = other.question("oud@elders.example", "Oud", "Oud", "Mag dat?", "bijstand");
      await(other.store.table("cases", Case.class).set(old.id(), Updates.unset("care.tally")));
      other.count();
      assertThat(counted(other).of(Measure.KNEW_WHO_AND_WHEN)).isEqualTo(1);
      other.question("meer@elders.example", "Meer", "Meer", "En dat?", "parkeren");
      other.count();
      assertThat(counted(other).of(Measure.KNEW_WHO_AND_WHEN))
          .as("not again within the minute")
          .isEqualTo(1);
      other.clock.to(other.clock.instant().plus(Duration.ofMinutes(2)));
      assertThat(await(cutOffHalfWay(other).tick().transform(Future::succeededFuture)).failed())
          .isTrue();
      assertThat(counted(other).of(Measure.KNEW_WHO_AND_WHEN))
          .as("a count that was cut off leaves the one that was there")
          .isEqualTo(1);
      other.count();
      assertThat(counted(other).of(Measure.KNEW_WHO_AND_WHEN)).isEqualTo(2);
    }
  }

  /** All of it is read but for what chafes: then the hub is gone. */
  private static ReportClock cutOffHalfWay(Workplace other) {
    Frictions gone =
        (Frictions)
            Proxy.newProxyInstance(
                Frictions.class.getClassLoader(),
                new Class<?>[] {Frictions.class},
                (proxy, method, arguments) -> Future.failedFuture("cut off"));
    return new ReportClock(
        Reports.in(other.store),
        other.cases,
        gone,
        other.storyWork,
        other.directories.current().zone(),
        false,
        other.clock);
  }

  private static Found counted(Workplace other) {
    return new Found(await(Reports.in(other.store).find(List.of("2026-Q4"))).stream().findFirst());
  }

  private record Found(Optional<Report> report) {
    long of(Measure measure) {
      return report.orElseThrow().figures().get(measure.ordinal()).cases();
    }
  }
}
