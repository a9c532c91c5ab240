package nl.aanspreekpunt.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.official.Voorbeeldstad;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The pictures in the README, of the demo municipality on a Tuesday morning; with {@code
 * -Dpictures.readme=docs/images} they are put there.
 */
class ReadmePicturesTest {
  private static final String WITHOUT_WATER = "Wij zitten zonder kraanwater";
  private static final String LATE = "Lekkage boven mijn bed";
  private static final String INTO = System.getProperty("pictures.readme", "target/pictures");
  private static Workplace workplace;
  private static Browser browser;

  @BeforeAll
  static void open() {
    workplace = new Workplace(Voorbeeldstad.yaml(), Map.of("demo", "true"));
    workplace.tick();
    browser = new Browser();
  }

  @AfterAll
  static void close() {
    browser.close();
    workplace.close();
  }

  private static Case demo(String subject) {
    Cases.Filter all = new Cases.Filter(null, null, null);
    return Workplace.await(workplace.cases.list(all, null, 50)).stream()
        .filter(one -> one.subject().equals(subject))
        .findFirst()
        .orElseThrow();
  }

  private static String coordinator(Case one) {
    return workplace.directories.current().team(one.team()).orElseThrow().coordinator();
  }

  private static void take(Page page, String name) {
    page.setViewportSize(1200, name.equals("today") ? 800 : 1150);
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(INTO, name + ".png")));
  }

  @Test
  void todayShowsWhatIsLateAndWhatIsUrgentFirst() {
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = Clicks.logIn(context, workplace, coordinator(demo(LATE)));
      assertThat(page.locator(".card--late").first()).containsText(LATE);
      assertThat(page.locator(".card").nth(1)).containsText(WITHOUT_WATER);
      take(page, "today");
    }
  }

  @Test
  void theCasePageShowsThePrincipleThatMayBeActedOn() {
    Case one = demo(WITHOUT_WATER);
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = Clicks.logIn(context, workplace, one.official());
      page.navigate(workplace.url("/werk/vragen/" + one.id()));
      assertThat(page.locator("[aria-labelledby=rule]")).containsText("kraanwater");
      take(page, "case");
    }
  }

  @Test
  void theFollowPageNamesWhoHelpsAndByWhen() {
    Case one = demo(WITHOUT_WATER);
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = context.newPage();
      page.navigate(workplace.url(workplace.followPath(one, "1")));
      assertThat(page.locator(".person__name")).isVisible();
      assertThat(page.locator(".meanwhile")).isVisible();
      take(page, "follow");
    }
  }

  @Test
  void theTeamPageShowsWhatIsLateAndWhoHasHowMuch() {
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = Clicks.logIn(context, workplace, coordinator(demo(LATE)));
      page.navigate(workplace.url("/werk/team"));
      assertThat(page.locator(".card--late").first()).containsText(LATE);
      take(page, "team");
    }
  }
}
