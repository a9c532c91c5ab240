package nl.aanspreekpunt.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.official.Voorbeeldstad;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The pictures of the manuals, in both languages: each page still stands where its manual says.
 * {@code -Dpictures.manual=docs/images/manual} takes them.
 */
class ManualPicturesTest {
  private static final String INTO =
      System.getProperty("pictures.manual", "target/pictures/manual");
  private static Workplace workplace;
  private static Browser browser;

  @BeforeAll
  static void open() {
    workplace = new Workplace(Voorbeeldstad.yaml(), Map.of("demo", "true"));
    workplace.tick();
    workplace.index();
    browser = new Browser();
  }

  @AfterAll
  static void close() {
    browser.close();
    workplace.close();
  }

  @ParameterizedTest
  @CsvSource({
    "official-today, jan.devries, /werk",
    "official-search, jan.devries, /werk/zoeken?q=water",
    "official-my-page, jan.devries, /werk/mijn-pagina",
    "official-texts, jan.devries, /werk/teksten",
    "clerk-new-contact, meilin.chen, /werk/nieuw",
    "coordinator-team, jan.devries, /werk/team",
    "coordinator-distribute, jan.devries, /werk/team/verdelen",
    "coordinator-figures, jan.devries, /werk/cijfers",
    "administrator-setup, thomas.bakker, /werk/beheer",
    "administrator-directory, thomas.bakker, /werk/beheer/gids",
    "administrator-norms, thomas.bakker, /werk/beheer/gids/ladder/_alle",
    "administrator-texts, thomas.bakker, /werk/beheer/teksten",
    "administrator-channels, thomas.bakker, /werk/beheer/kanalen",
    "administrator-trail, thomas.bakker, /werk/beheer/spoor",
  })
  void aPageOfAnOfficial(String name, String official, String path) {
    for (String language : new String[] {"nl", "en"}) {
      try (BrowserContext context = browser.somebody(language, true)) {
        Page page = Clicks.logIn(context, workplace, official);
        taken(page, path, name + "-" + language);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "citizen-ask, /",
    "citizen-my-questions, /mijn-vragen",
    "citizen-speak, /iemand-spreken",
  })
  void aPageOfACitizen(String name, String path) {
    for (String language : new String[] {"nl", "en"}) {
      try (BrowserContext context = browser.somebody(language, true)) {
        taken(context.newPage(), path, name + "-" + language);
      }
    }
  }

  private static void taken(Page page, String path, String name) {
    page.setViewportSize(1000, 800);
    page.navigate(workplace.url(path));
    assertThat(page.locator("h1")).hasCount(1);
    assertThat(page.locator("h1")).not().containsText("404");
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(INTO, name + ".png")));
  }
}
