package nl.aanspreekpunt.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Offering;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Notifications in the page; quiet outside working hours. */
class BellWalkTest {
  private static final String SAMIRA = "samira.elamrani";
  private static final String BELL = "/werk/meldingen";
  private static Workplace workplace;
  private static Browser browser;

  @BeforeAll
  static void open() {
    workplace = new Workplace();
    browser = new Browser();
  }

  @AfterAll
  static void close() {
    browser.close();
    workplace.close();
  }

  private static Case ask(String name, String topic) {
    return workplace.question(name + "@elders.example", name, "Vraag " + name, "Nat", topic);
  }

  @Test
  void whatHappenedSinceTheyLookedIsCountedLiveAndListedUntilTheySawIt() {
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = Clicks.logIn(context, workplace, SAMIRA);
      page.waitForRequest("**/werk/stroom*", () -> page.reload());
      assertThat(page.locator(".bell__count")).hasCount(0);
      ask("een", "huur-en-onderhoud");
      assertThat(page.locator(".bell__count")).hasText("1");
      Case two = ask("twee", "straat-en-groen");
      Workplace.await(
          workplace.casework.change(two.id(), new Offering(SAMIRA, two.official(), "Kent het")));
      page.setViewportSize(360, 800);
      Keys keys = new Keys(page).enter("header a[href='" + BELL + "']");
      assertThat(page.locator("main")).containsText("Nieuwe vraag van een: Vraag een");
      assertThat(page.locator("main")).containsText("Aangeboden door Ravi Ramdin: Vraag twee");
      Browser.isAccessible(page, ColorScheme.LIGHT);
      Browser.isAccessible(page, ColorScheme.DARK);
      workplace.clock.forward(Duration.ofSeconds(1));
      keys.enter("form[action='" + BELL + "'] button").hears("#done", "gezien");
      assertThat(page.locator("main")).containsText("Er is niets gebeurd sinds u keek");
    }
  }

  /** What the page asks for by itself is no page to choose a password on. */
  @Test
  void whoComesInForTheFirstTimeChoosesAPasswordOnOnePage() {
    workplace.mustChange("ravi.ramdin");
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = context.newPage();
      page.navigate(workplace.url("/inloggen"));
      page.fill("#email", workplace.email("ravi.ramdin"));
      page.fill("#password", Workplace.PASSWORD);
      page.click("form[action='/inloggen'] button");
      page.waitForURL("**/wachtwoord");
      page.waitForResponse("**" + BELL + "/aantal", () -> page.reload());
      assertThat(page.locator("form[action='/wachtwoord']")).hasCount(1);
      page.fill("#old", Workplace.PASSWORD);
      page.fill("#chosen", "een nieuw lang wachtwoord");
      page.fill("#repeated", "een nieuw lang wachtwoord");
      page.click("form[action='/wachtwoord'] button");
      page.waitForURL("**/werk**");
    }
  }

  @Test
  void whoIsNamedInANoteFindsThatThere() {
    Case one = ask("vier", "bijstand");
    Directory directory = workplace.directories.current();
    Official by = directory.official(one.official()).orElseThrow();
    String leads = directory.team(one.team()).orElseThrow().coordinator();
    String named = directory.official(leads).orElseThrow().name();
    Visitor colleague = Visitor.loggedIn(workplace, by.id());
    colleague.get("/werk/vragen/" + one.id());
    colleague.post(
        "/werk/vragen/" + one.id() + "/notitie", Map.of("noted", "Kijk je mee, @" + named + "?"));
    assertThat(Visitor.loggedIn(workplace, leads).get(BELL).body())
        .contains(by.name() + " noemt u in een notitie");
  }

  @Test
  void itIsQuietOutsideTheirHoursAndForWhoItDoesNotConcern() {
    ask("drie", "bijstand");
    Visitor fatma = Visitor.loggedIn(workplace, "fatma.yildiz");
    assertThat(fatma.get(BELL + "/aantal").body()).contains("bell__count");
    assertThat(Visitor.loggedIn(workplace, "pieter.hoekstra").get(BELL).body())
        .doesNotContain("Vraag drie");
    Duration evening = Duration.ofHours(9);
    workplace.clock.forward(evening);
    fatma = Visitor.loggedIn(workplace, "fatma.yildiz");
    assertThat(fatma.get(BELL + "/aantal").body()).doesNotContain("bell__count");
    assertThat(fatma.get(BELL).body()).contains("Vraag drie", "U werkt nu niet");
    workplace.clock.forward(Duration.ofDays(1).minus(evening));
  }
}
