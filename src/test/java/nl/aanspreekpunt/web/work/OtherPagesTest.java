package nl.aanspreekpunt.web.work;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.web.Browser;
import nl.aanspreekpunt.web.Clicks;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Taking a question, somebody who leaves, and the directory. */
class OtherPagesTest {
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

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void aClerkTakesAQuestionAndTellsWhoHelps(String language) {
    try (BrowserContext context = browser.somebody(language, true)) {
      Page page = Clicks.logIn(context, workplace, "meilin.chen");
      page.navigate(workplace.url("/werk/nieuw"));
      page.fill("#text", "De lantaarnpaal in mijn straat is stuk");
      page.click("form[action='/werk/nieuw'] button");
      assertThat(page.locator("#phone-error")).isVisible();
      assertThat(page.locator("#text")).hasValue("De lantaarnpaal in mijn straat is stuk");
      page.fill("#phone", "06 1234567" + (language.equals("nl") ? 1 : 2));
      page.check("#call");
      page.click("form[action='/werk/nieuw'] button");
      assertThat(page.locator(".person__name")).hasText("Ravi Ramdin");
      assertThat(page.locator(".due"))
          .containsText(
              language.equals("nl") ? "Ravi Ramdin belt vóór" : "Ravi Ramdin calls before");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void anAdministratorSeesWhatTheChangedFileWouldChangeAndAppliesIt(String language)
      throws IOException {
    String function = "adviseur " + language;
    Files.writeString(
        workplace.guide, Workplace.oneForEachTopic().replace("adviseur wonen", function));
    try (BrowserContext context = browser.somebody(language, true)) {
      Page page = Clicks.logIn(context, workplace, "thomas.bakker");
      page.click("a[href='/werk/beheer']");
      page.click("a[href='/werk/gids']");
      assertThat(page.locator("section[aria-labelledby='would']")).containsText(function);
      page.click("form[action='/werk/gids'] button");
      assertThat(page.locator("section[aria-labelledby='would']")).hasCount(0);
      assertThat(page.locator(".message").first()).containsText("Thomas Bakker");
    }
  }

  @Test
  void onlyAdministratorsSeeTheDirectory() {
    Visitor samira = Visitor.loggedIn(workplace, "samira.elamrani");
    assertThat(samira.get("/werk/gids").status()).isEqualTo(403);
    samira.get("/werk");
    assertThat(samira.post("/werk/gids", Map.of("digest", "x")).status()).isEqualTo(403);
  }

  @Test
  void whoLeavesIsMarkedAndTheirWorkGoesToNamedOthers() {
    Case one =
        workplace.question(
            "blijft@example.org", "Bo Blijft", "Bijstand", "Hoe vraag ik die aan?", "bijstand");
    String leaving = one.official();
    assertThat(Visitor.loggedIn(workplace, "samira.elamrani").get(path(leaving)).status())
        .isEqualTo(403);
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = Clicks.logIn(context, workplace, "thomas.bakker");
      page.navigate(workplace.url(path(leaving)));
      page.click("form[action$='/melden'] button");
      page.selectOption("#to-" + one.id(), "pieter.hoekstra");
      page.click("form[action$='/bevestigen'] button");
      assertThat(page.locator(".lead")).containsText("ligt bij een ander");
    }
    assertThat(workplace.found(one.id()).official()).isEqualTo("pieter.hoekstra");
  }

  private static String path(String official) {
    return "/werk/team/vertrek/" + official;
  }
}
