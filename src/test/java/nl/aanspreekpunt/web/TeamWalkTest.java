package nl.aanspreekpunt.web;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.process.Until;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Line 7: who is here, load against capacity, promises kept this week, what will escalate today,
 * uncertain matches, undelivered messages, cases that changed hands too often, absences without
 * deputy; each figure is a link to the cases behind it.
 */
class TeamWalkTest {
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
  private static Stage stage;
  private static Browser browser;

  @BeforeAll
  static void open() {
    stage = new Stage();
    Case kept = stage.open;
    await(
        stage.workplace.casework.change(
            kept.id(),
            new Replying(kept.official(), "Ik kom.", "1", kept.lastReceived(), Map.of())));
    stage.workplace.clock.forward(Duration.ofDays(7));
    stage.workplace.tick();
    stage.workplace.count();
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

  private static String list(String name) {
    return "/werk/team/lijst/" + name;
  }

  @Test
  void eachFigureIsALinkToTheCasesBehindItByKeysAlone() {
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = Clicks.logIn(context, stage.workplace, "jan.devries");
      Keys keys = new Keys(page).enter("a[href='/werk/team']");
      assertThat(page.locator(".tile").count()).isEqualTo(9);
      Looked.at(page, "team");
      for (String one : LISTS) {
        keys.enter(".tile a[href='" + list(one) + "']");
        assertThat(page.locator("h1").count()).isEqualTo(1);
        if (one.equals("open")) {
          Looked.at(page, "team-list");
        }
        keys.enter("a[href='/werk/team']");
      }
      keys.enter(".tile a[href='" + list("open") + "']");
      keys.enter("a[href^='/werk/vragen/']");
      assertThat(page.url()).contains("/werk/vragen/");
    }
  }

  @Test
  void chartsSayWhatTheyShowAndStandBesideATableWithTheSameFigures() {
    String page = who("jan.devries").get("/werk/team").body();
    assertThat(page).contains("beloften op tijd nagekomen", "aria-labelledby=\"kept\"");
    assertThat(page).contains("Beloften die af moesten zijn, per dag", "<td>1</td>");
    assertThat(page).contains("aria-labelledby=\"load\"", "Samira El Amrani");
    assertThat(page).doesNotContain("style=");
  }

  @Test
  void whatChangesArrivesWithoutMovingWhatIsRead() {
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = Clicks.logIn(context, stage.workplace, "jan.devries");
      page.waitForRequest(
          "**/werk/team/stroom*", () -> page.navigate(stage.workplace.url("/werk/team")));
      String before = page.locator("#stand-load .tile__figure").innerText();
      Keys keys = new Keys(page).to("#naar-kept");
      Case one =
          stage.workplace.question(
              "live@elders.example", "Lia", "Live vraag", "Nat.", "huur-en-onderhoud");
      Until.until(
          "the figure is renewed",
          () -> !page.locator("#stand-load .tile__figure").innerText().equals(before));
      keys.to("#naar-kept");
      assertThat(page.evaluate("document.activeElement.id")).isEqualTo("naar-kept");
      assertThat(one.team()).isEqualTo("wonen");
    }
  }

  @Test
  void aListGoesOnPageByPage() {
    for (int i = 0; i < 30; i++) {
      stage.workplace.question(
          "veel" + i + "@elders.example", "Veel", "Veel " + i, "Nat.", "bijstand");
    }
    Visitor kwame = who("kwame.mensah");
    String first = kwame.get(list("open")).body();
    assertThat(first).contains("1 tot en met 25", "vanaf=25").doesNotContain("rel=\"prev\"");
    String second = kwame.get(list("open") + "?vanaf=25").body();
    assertThat(second).contains("26 tot en met", "rel=\"prev\"");
    assertThat(kwame.get(list("open") + "?vanaf=900").body()).contains("Geen enkele vraag");
  }

  @Test
  void whoIsAwayWithoutADeputyIsSaidAndEmptyListsSaySo() {
    await(
        stage.workplace.directories.absent(
            new Absence(
                "ravi.ramdin",
                stage.workplace.clock.instant(),
                stage.workplace.clock.instant().plus(Duration.ofDays(9)),
                null,
                "",
                "gloria.martina")));
    String page = who("gloria.martina").get("/werk/team").body();
    assertThat(page).contains("Afwezig zonder vervanger");
    assertThat(who("gloria.martina").get(list("onzeker")).status()).isEqualTo(200);
    assertThat(who("kwame.mensah").get(list("wisselingen")).body()).contains("Geen enkele vraag");
  }

  @Test
  void onlyWhoLeadsReadsItAndOnlyOfTheirOwnTeams() {
    for (String one : LISTS) {
      assertThat(who("samira.elamrani").get(list(one)).status()).as(one).isEqualTo(403);
    }
    assertThat(who("marijke.smit").get(list("open")).status()).as("an auditor").isEqualTo(403);
    assertThat(who("samira.elamrani").get("/werk/team/stroom").status()).isEqualTo(403);
    String own = who("jan.devries").get(list("open")).body();
    assertThat(own).contains("Schimmel in mijn huurwoning");
    String other = who("kwame.mensah").get(list("open")).body();
    assertThat(other).doesNotContain("Schimmel in mijn huurwoning");
    assertThat(who("kwame.mensah").get(list("open") + "?wie=samira.elamrani").status())
        .isEqualTo(404);
    assertThat(who("jan.devries").get(list("open") + "?wie=samira.elamrani").body())
        .contains("Open vragen van Samira El Amrani");
    assertThat(who("jan.devries").get(list("bestaat-niet")).status()).isEqualTo(404);
  }

  @Test
  void aComplaintAboutWhoLeadsIsInNoListOfTheirs() {
    for (String one : LISTS) {
      assertThat(who("jan.devries").get(list(one)).body()).doesNotContain(stage.complaint.id());
    }
  }
}
