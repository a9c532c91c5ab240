package nl.aanspreekpunt.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.Duration;
import java.util.regex.Pattern;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.process.Until;
import nl.aanspreekpunt.promise.PromiseKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Line 12 of the issue: the form, with the keyboard, on a phone and a desk, with and without
 * script.
 */
class CitizensFormWalkTest {
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

  private static Page page(BrowserContext somebody, int width) {
    Page page = somebody.newPage();
    page.setViewportSize(width, 900);
    page.navigate(workplace.url("/"));
    return page;
  }

  private static final String SEND = "form[action='/vraag'] button.utrecht-button--submit";

  private static void send(Walk walk) {
    // Nobody types a question in less than two seconds.
    workplace.clock.forward(Duration.ofSeconds(5));
    walk.goes(SEND);
  }

  @ParameterizedTest
  @CsvSource({"360, true", "1280, false"})
  void aQuestionWithACallAndItsTimesAndAnAnswerByText(int width, boolean scripts) {
    try (BrowserContext somebody = browser.somebody("nl", scripts)) {
      Page page = page(somebody, width);
      Walk walk = new Walk(page);
      if (scripts) {
        walk.looks();
      }
      String name = "Wandelaar " + width;
      walk.type("#text", "Mijn straat is donker")
          .type("#name", name)
          .type("#email", "licht" + width + "@example.org")
          .type("#phone", "06 1234567" + (scripts ? 1 : 2))
          .tick("#answer-email");
      page.keyboard().press("ArrowDown");
      walk.tick("#callback").tick("#preferred-time-MORNINGS");
      send(walk);

      assertThat(page).hasURL(Pattern.compile(".*/ontvangen/.*"));
      assertThat(page.locator(".person__name")).not().isEmpty();
      assertThat(page.locator(".person__face")).isVisible();
      assertThat(page.locator(".due time")).not().isEmpty();
      if (scripts) {
        walk.looks();
      }
      Case asked = named(name);
      assertThat(asked.openPromises())
          .anyMatch(
              it ->
                  it.kind() == PromiseKind.CALLBACK
                      && it.callback().preferred().contains("ochtends"));
      assertThat(receipt(asked).notice().channel()).isEqualTo(Channel.SMS);
    }
  }

  private static Case named(String name) {
    return Until.present(
        "a question of " + name,
        () ->
            Workplace.await(workplace.cases.list(new Cases.Filter(null, null, null), null, 50))
                .stream()
                .filter(one -> name.equals(one.participants().get(0).name()))
                .findFirst());
  }

  private static Outgoing receipt(Case asked) {
    return Until.present(
        "the receipt of " + asked.id(),
        () ->
            Workplace.await(workplace.outbox.unfinished(asked.id())).stream()
                .filter(entry -> !entry.notice().toStaff())
                .findFirst());
  }

  @Test
  void whatIsTypedStaysInTheTabUntilItIsSentAndIsClearedWhenSomebodySaysSo() {
    try (BrowserContext somebody = browser.somebody("nl", true)) {
      Page page = page(somebody, 360);
      Walk walk = new Walk(page);
      walk.type("#text", "Half getypt").tick("#callback");
      page.navigate(workplace.url("/iemand-spreken"));
      page.navigate(workplace.url("/"));
      assertThat(page.locator("#text")).hasValue("Half getypt");
      assertThat(page.locator("#callback")).isChecked();
      assertThat(page.locator("#keep-said")).hasText("Wat u eerder typte, staat er weer.");
      assertThat(stored(page)).isZero();

      walk.press("#keep-clear");
      assertThat(page.locator("#text")).hasValue("");
      page.reload();
      assertThat(page.locator("#text")).hasValue("");

      walk.tick("#keep-longer").type("#text", "Voor morgen").type("#email", "later@example.org");
      assertThat(stored(page)).isOne();
      assertThat((String) page.evaluate("localStorage.getItem('typed-ask')"))
          .contains("Voor morgen")
          .doesNotContain("website", "token");
      Page tomorrow = page(somebody, 360);
      assertThat(tomorrow.locator("#text")).hasValue("Voor morgen");
      send(new Walk(tomorrow));
      assertThat(tomorrow).hasURL(Pattern.compile(".*/ontvangen/.*"));
      assertThat(stored(tomorrow)).isZero();
    }
  }

  private static int stored(Page page) {
    return ((Number) page.evaluate("localStorage.length")).intValue();
  }

  @Test
  void filesShowHowFarTheyAreAndCanBeStopped() {
    try (BrowserContext somebody = browser.somebody("nl", true)) {
      Page page = page(somebody, 360);
      somebody.route("**/vraag", route -> {});
      page.fill("#text", "Met een foto");
      page.fill("#email", "foto@example.org");
      byte[] photo = new byte[300_000];
      page.setInputFiles("#files", new FilePayload("stoep.jpg", "image/jpeg", photo));
      assertThat(page.locator("#files")).hasAttribute("accept", Pattern.compile("image/\\*.*"));
      workplace.clock.forward(Duration.ofSeconds(5));
      page.locator(SEND).press("Enter");
      assertThat(page.locator("[data-sending]")).isVisible();
      assertThat(page.locator("progress")).isVisible();
      page.locator("[data-cancel]").press("Enter");
      assertThat(page.locator("[data-failed]")).isVisible();
      assertThat(page.locator("#text")).hasValue("Met een foto");
      Browser.isAccessible(page, com.microsoft.playwright.options.ColorScheme.LIGHT);

      somebody.unroute("**/vraag");
      page.locator(SEND).press("Enter");
      assertThat(page).hasURL(Pattern.compile(".*/ontvangen/.*"));
    }
  }

  @Test
  void whatIsWrongIsSaidOnThePageAlsoWhenFilesWentAlong() {
    try (BrowserContext somebody = browser.somebody("nl", true)) {
      Page page = page(somebody, 1280);
      page.fill("#text", "Met een foto");
      page.setInputFiles("#files", new FilePayload("a.txt", "text/plain", new byte[] {65}));
      workplace.clock.forward(Duration.ofSeconds(5));
      page.locator(SEND).press("Enter");
      assertThat(page.locator("#errors")).isFocused();
      assertThat(page.locator("#text")).hasValue("Met een foto");
      assertThat(page.locator("#files-again")).isVisible();
    }
  }
}
