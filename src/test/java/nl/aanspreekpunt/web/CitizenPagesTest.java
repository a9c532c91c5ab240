package nl.aanspreekpunt.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.casework.decision.Refusing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a citizen sees and does, in a real browser. */
class CitizenPagesTest {
  private static final String QUESTION =
      "Ik heb een vraag over de huur van mijn woning in Molenwijk";
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
  @CsvSource({"nl, true", "nl, false", "en, true", "en, false"})
  void aQuestionIsAskedAndAnsweredByAPersonWithANameAndAFace(String language, boolean scripts) {
    try (BrowserContext somebody = browser.somebody(language, scripts)) {
      Page page = somebody.newPage();
      page.navigate(workplace.url("/"));
      page.fill("#text", QUESTION);
      page.fill("#email", language + scripts + "@example.org");
      send(page);

      assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/ontvangen/.*"));
      assertThat(page.locator(".person__name")).not().isEmpty();
      assertThat(page.locator(".person__face")).isVisible();
      assertThat(page.locator(".due time")).not().isEmpty();
    }
  }

  @Test
  void whatIsWrongIsSaidBesideItsFieldAndNothingTypedIsLost() {
    try (BrowserContext somebody = browser.somebody("nl", true)) {
      Page page = somebody.newPage();
      page.navigate(workplace.url("/"));
      page.fill("#text", QUESTION);
      page.selectOption("#topic", "klacht");
      page.fill("#concerned", "Jan de Vries");
      page.fill("#email", "geen adres");
      page.check("#callback");
      page.fill("#preferred", "na 13 uur");
      send(page);

      assertThat(page.locator("#email-error")).isVisible();
      assertThat(page.locator("#email")).hasAttribute("aria-describedby", "email-error");
      assertThat(page.locator("#callbackPhone-error")).isVisible();
      assertThat(page.locator("#errors")).isFocused();
      assertThat(page.locator("#errors li")).hasCount(2);
      assertThat(page.locator("#text")).hasValue(QUESTION);
      assertThat(page.locator("#topic")).hasValue("klacht");
      assertThat(page.locator("#concerned")).hasValue("Jan de Vries");
      assertThat(page.locator("#email")).hasValue("geen adres");
      assertThat(page.locator("#preferred")).hasValue("na 13 uur");
    }
  }

  @Test
  void whoGoesBackFindsWhatWasTypedAndSendingAgainMakesOneMessage() {
    try (BrowserContext somebody = browser.somebody("nl", true)) {
      Page page = somebody.newPage();
      page.navigate(workplace.url("/"));
      page.fill("#text", QUESTION + " (nog eens)");
      page.fill("#email", "terug@example.org");
      send(page);
      page.waitForURL("**/ontvangen/*");
      String first = page.url();
      page.goBack();
      assertThat(page.locator("#text")).hasValue(QUESTION + " (nog eens)");
      send(page);

      page.waitForURL("**/ontvangen/*");
      assertThat(page.url()).isEqualTo(first);
    }
  }

  @Test
  void theFollowPageShowsTheAnswerAndTakesAReplyAndAWishToBeCalled() {
    try (BrowserContext somebody = browser.somebody("nl", true)) {
      Page page = somebody.newPage();
      Case asked = ask(page, "volgen@example.org");
      Workplace.await(
          workplace.casework.change(
              asked.id(),
              new Replying(
                  asked.official(),
                  "U hoeft niets te doen.",
                  "1",
                  asked.lastReceived(),
                  Map.of())));
      page.navigate(follow(asked));
      assertThat(page.locator(".message--ours .message__text")).hasText("U hoeft niets te doen.");

      page.fill("#text", "Dank u, maar wanneer dan?");
      page.click("form[action$=antwoord] button:not([type=button])");
      assertThat(page.locator(".message__text").last()).hasText("Dank u, maar wanneer dan?");
      assertThat(page.locator(".due time")).isVisible();

      page.click("summary:has-text('gebeld')");
      page.fill("#phone", "06 12345678");
      page.click("form[action$=bel-mij] button");
      assertThat(page.locator("form[action$=niet-bellen] button")).isVisible();
      page.click("form[action$=niet-bellen] button");
      page.click("form[action$=klopt-niet] button");
      assertThat(page.locator("form[action$=niet-bellen] button")).isVisible();
    }
  }

  @Test
  void aClearNoIsShownWithItsWhyAndWhoIsNotHelpedOpensItAgain() {
    try (BrowserContext somebody = browser.somebody("nl", false)) {
      Page page = somebody.newPage();
      Case asked = ask(page, "nee@example.org");
      String why = "De regels staan het niet toe, omdat uw huis een monument is.";
      Workplace.await(
          workplace.casework.change(
              asked.id(), Refusing.atOnce(asked.official(), why, asked.lastReceived())));
      page.navigate(follow(asked));
      assertThat(page.locator(".message--ours").last()).containsText(why);

      page.check("#helped-no");
      press(page, "form[action$=geholpen] button");
      assertThat(page.locator(".due time")).isVisible();
      assertThat(Workplace.await(workplace.cases.find(asked.id())).orElseThrow().open()).isTrue();
    }
  }

  @Test
  void aLinkThatIsSwitchedOffOpensNoMore() {
    try (BrowserContext somebody = browser.somebody("nl", true)) {
      Page page = somebody.newPage();
      Case asked = ask(page, "uit@example.org");
      page.navigate(follow(asked));
      page.click("summary:has-text('uitzetten')");
      page.click("form[action$=intrekken] button");

      assertThat(page.locator("h1")).hasText("Deze link werkt niet meer");
      assertThat(page.navigate(follow(asked)).status()).isEqualTo(410);
    }
  }

  private static Case ask(Page page, String email) {
    page.navigate(workplace.url("/"));
    page.fill("#text", QUESTION);
    page.fill("#email", email);
    send(page);
    String number = page.locator("dd.number").textContent();
    return Workplace.await(workplace.cases.find(number)).orElseThrow();
  }

  private static String follow(Case one) {
    return workplace.url(workplace.followPath(one, "1"));
  }

  private static void send(Page page) {
    workplace.clock.forward(Duration.ofMinutes(1));
    press(page, "main form button.utrecht-button--submit");
  }

  /** Without scripts a page never reports that it stands still, so nothing waits for that. */
  private static void press(Page page, String button) {
    page.locator(button).click(new Locator.ClickOptions().setForce(true));
  }
}
