package nl.aanspreekpunt.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.web.mine.Codes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Line 13 of the issue: the follow page and "my questions", with the keyboard, with and without
 * script.
 */
class CitizensFollowWalkTest {
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

  private static Case asked(String from, String subject) {
    Case one = workplace.question(from, "Ans", subject, "Hoe zit het met " + subject, "parkeren");
    Workplace.await(
        workplace.casework.change(
            one.id(),
            new Replying(one.official(), "Wij kijken.", "1", one.lastReceived(), Map.of())));
    return workplace.found(one.id());
  }

  @ParameterizedTest
  @CsvSource({"360, true", "1280, false"})
  void myQuestionsAfterACodeAndEachActBehindThem(int width, boolean scripts) {
    String from = "volger" + width + "@example.org";
    Case one = asked(from, "de vergunning");
    asked(from, "de container");
    try (BrowserContext somebody = browser.somebody("nl", scripts)) {
      Page page = somebody.newPage();
      page.setViewportSize(width, 900);
      Walk walk = new Walk(page).opens(workplace.url("/"));
      walk.goes("header a[href='/mijn-vragen']");
      looks(walk, scripts);
      walk.type("#to", "geen adres").goes("main button");
      assertThat(page.locator("#to-error")).isVisible();
      walk.type("#to", from).goes("main button");
      assertThat(page).hasURL(Pattern.compile(".*/mijn-vragen/code"));
      looks(walk, scripts);
      walk.type("#code", "1").goes("main button");
      assertThat(page.locator("#code-error")).isVisible();
      walk.type("#code", Codes.code(workplace, from, 1)).goes("main button");
      assertThat(page.locator(".mine__one")).hasCount(2);
      assertThat(page.locator("main")).containsText(from);
      looks(walk, scripts);

      walk.goes("a[href='/mijn/" + one.id() + "']");
      assertThat(page.locator(".message--ours")).containsText("Wij kijken.");
      assertThat(page.locator(".person__name")).not().isEmpty();
      looks(walk, scripts);
      acts(walk, page, one, "/mijn/" + one.id());

      walk.opens(workplace.url("/mijn-vragen")).goes("form[action='/mijn-vragen/uit'] button");
      assertThat(page.locator("#done")).containsText("uitgelogd");
      walk.opens(workplace.url("/mijn/" + one.id()));
      assertThat(page).hasURL(Pattern.compile(".*/mijn-vragen.*"));
    }
  }

  @ParameterizedTest
  @CsvSource({"360, false", "1280, true"})
  void theSameBehindTheSecureLink(int width, boolean scripts) {
    Case one = asked("link" + width + "@example.org", "de stoep");
    try (BrowserContext somebody = browser.somebody("nl", scripts)) {
      Page page = somebody.newPage();
      page.setViewportSize(width, 900);
      String path = workplace.followPath(one, "1");
      Walk walk = new Walk(page).opens(workplace.url(path));
      looks(walk, scripts);
      acts(walk, page, one, path);
    }
  }

  private static void looks(Walk walk, boolean scripts) {
    if (scripts) {
      walk.looks();
    }
  }

  private static void acts(Walk walk, Page page, Case one, String path) {
    page.setInputFiles(
        "#files",
        new FilePayload("brief.txt", "text/plain", "Dag".getBytes(StandardCharsets.UTF_8)));
    walk.type("form[action$='/antwoord'] textarea", "Hier is de brief")
        .goes("form[action$='/antwoord'] button.utrecht-button--submit");
    assertThat(page.locator("main")).containsText("brief.txt");
    assertThat(page.locator(".message__text").last()).hasText("Hier is de brief");

    walk.press("summary:has-text('gebeld worden')")
        .type("#phone", "06 12345678")
        .goes("form[action$='/bel-mij'] button");
    assertThat(page.locator("form[action$='/niet-bellen'] button")).isVisible();

    walk.goes("a[href$='/gegevens']");
    assertThat(page.locator("h1")).hasText("Uw gegevens en taal");
    String other = "nieuw-" + one.id().toLowerCase(Locale.ROOT) + "@example.org";
    walk.type("#to", other).goes("form[action$='/adres'] button");
    walk.type("#code", Codes.code(workplace, other, 1)).goes("#code-form button");
    assertThat(page.locator("#done")).containsText("nieuwe adres");
    assertThat(workplace.found(one.id()).participants()).hasSize(2);

    walk.opens(workplace.url(path)).press("#niet-meer summary").goes("#niet-meer button");
    assertThat(workplace.found(one.id()).outcome()).isEqualTo(Outcome.WITHDRAWN);
    walk.goes("form[action$='/niet-geholpen'] button");
    assertThat(workplace.found(one.id()).open()).isTrue();
    walk.press("#niet-meer summary").goes("#niet-meer button");
    assertThat(page.locator("#went button")).hasCount(2);
    walk.goes("#went button[value=WELL]");
    assertThat(page.locator("main")).containsText("U vertelde dat het goed ging.");
    assertThat(List.of(workplace.found(one.id()).outcome())).containsOnly(Outcome.WITHDRAWN);
  }
}
