package nl.aanspreekpunt.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keyboard: every act; {@code ?} shows the keys; command palette. */
class KeyboardWalkTest {
  private static final String SAMIRA = "samira.elamrani";
  private static Workplace workplace;
  private static Browser browser;
  private static Case first;

  @BeforeAll
  static void open() {
    workplace = new Workplace();
    browser = new Browser();
    first = ask("een", Map.of("callbackPhone", "+31612345678"));
    ask("twee", Map.of());
  }

  @AfterAll
  static void close() {
    browser.close();
    workplace.close();
  }

  private static Case ask(String name, Map<String, String> facts) {
    return workplace.question(
        name + "@elders.example", name, "Vraag " + name, "Nat", "huur-en-onderhoud", facts);
  }

  private static Page today(BrowserContext context, String official, int width) {
    Page page = Clicks.logIn(context, workplace, official);
    page.setViewportSize(width, 800);
    return page;
  }

  private static void goes(Page page, String keys, String path) {
    for (String key : keys.split(" ")) {
      page.keyboard().press(key);
    }
    page.waitForURL("**" + path);
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 1280})
  void questionMarkShowsTheKeysAndEscapeClosesThem(int width) {
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = today(context, SAMIRA, width);
      page.keyboard().type("?");
      assertThat(page.locator("#keys-help")).isVisible();
      assertThat(page.locator("#keys-help")).containsText("Naar Vandaag");
      assertThat(page.locator("#keys-help")).not().containsText("Naar Team");
      Browser.isAccessible(page, ColorScheme.LIGHT);
      Browser.isAccessible(page, ColorScheme.DARK);
      page.keyboard().press("Escape");
      assertThat(page.locator("#keys-help")).isHidden();
    }
  }

  @Test
  void lettersGoToPagesStepThroughAListAndBeginEachAct() {
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = today(context, SAMIRA, 1280);
      goes(page, "g n", "/werk/nieuw");
      new Keys(page).to("header .house__name");
      goes(page, "g t", "/werk");
      page.keyboard().press("j");
      Object one = page.evaluate("document.activeElement.closest('li').id");
      page.keyboard().press("j");
      assertThat(page.evaluate("document.activeElement.closest('li').id")).isNotEqualTo(one);
      page.keyboard().press("k");
      assertThat(page.evaluate("document.activeElement.closest('li').id")).isEqualTo(one);
      page.navigate(workplace.url("/werk/vragen/" + first.id()));
      page.keyboard().press("r");
      assertThat(page.locator("#text")).isFocused();
      page.keyboard().type("rnc?g");
      assertThat(page.locator("#text")).hasValue("rnc?g");
      new Keys(page).to("main form[action$='/antwoord'] button");
      page.keyboard().press("n");
      assertThat(page.locator("form[action$='/notitie'] textarea")).isFocused();
      new Keys(page).to("form[action$='/notitie'] button");
      page.keyboard().press("c");
      assertThat(page.locator("main a[href^='tel:']:focus")).hasCount(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 1280})
  void theCommandPaletteGoesToPagesToCasesByNumberAndToActsOfThisPage(int width) {
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = today(context, SAMIRA, width);
      page.keyboard().press("Control+k");
      assertThat(page.locator("#palette-input")).isFocused();
      assertThat(page.locator("#palette-list [role=option]").first()).hasText("Vandaag pagina");
      Browser.isAccessible(page, ColorScheme.LIGHT);
      page.keyboard().type("bel");
      assertThat(page.locator("#palette-list [role=option]")).hasCount(1);
      page.keyboard().press("Enter");
      page.waitForURL("**/werk/bellen");
      page.keyboard().press("Control+k");
      page.keyboard().type(first.id());
      assertThat(page.locator("#palette-list [aria-selected=true]")).containsText("Vraag een");
      page.keyboard().press("Enter");
      page.waitForURL("**/werk/vragen/" + first.id());
      page.keyboard().press("Control+k");
      assertThat(page.locator("#palette-list [role=option]").first()).containsText("Antwoord");
      page.keyboard().type("notitie");
      assertThat(page.locator("#palette-list [role=option]")).hasCount(1);
      page.keyboard().press("Enter");
      assertThat(page.locator("form[action$='/notitie'] textarea")).isFocused();
      new Keys(page).to("form[action$='/notitie'] button");
      page.keyboard().press("Control+k");
      page.keyboard().type("bestaat niet");
      assertThat(page.locator("#palette-list")).containsText("Niets gevonden");
      Browser.isAccessible(page, ColorScheme.DARK);
    }
  }

  @Test
  void arrowsMoveThroughTheCommandsWhileTheFocusStaysInTheField() {
    try (BrowserContext context = browser.somebody("en", true)) {
      Page page = today(context, SAMIRA, 1280);
      page.keyboard().press("Control+k");
      page.locator("#palette-list [role=option]").first().waitFor();
      page.keyboard().press("ArrowDown");
      assertThat(page.locator("#palette-input")).hasAttribute("aria-activedescendant", "command-1");
      page.keyboard().press("ArrowUp");
      page.keyboard().press("ArrowUp");
      assertThat(page.locator("#palette-list [role=option]").last())
          .hasAttribute("aria-selected", "true");
      assertThat(page.locator("#palette-input")).isFocused();
    }
  }

  @Test
  void whoSwitchesThemOffTypesNothingByAccidentAndKeepsThePalette() {
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = today(context, "fatma.yildiz", 1280);
      page.navigate(workplace.url("/werk/mijn-pagina"));
      new Keys(page).space("#keys").enter("form[action$='/instellingen'] button");
      page.keyboard().type("?");
      page.keyboard().press("Control+k");
      assertThat(page.locator("#palette")).isVisible();
      assertThat(page.locator("#keys-help")).isHidden();
    }
    try (BrowserContext elsewhere = browser.somebody("nl", true)) {
      Page page = today(elsewhere, "fatma.yildiz", 1280);
      assertThat(page.locator("body[data-keys]")).hasCount(0);
    }
  }

  @Test
  void thePaletteOffersNothingThatIsNotForItsReader() {
    Visitor ravi = Visitor.loggedIn(workplace, "ravi.ramdin");
    String path = "/werk/opdrachten?waar=/werk/vragen/" + first.id() + "&zoek=";
    assertThat(ravi.get(path).body()).doesNotContain("#antwoord", "Team", "Gids");
    Case secret =
        workplace.question("s@elders.example", "S", "Mijn schulden", "Hoog", "schuldhulp");
    assertThat(ravi.get("/werk/opdrachten?zoek=" + secret.id()).body())
        .contains("Vraag " + secret.id())
        .doesNotContain("Mijn schulden");
    Case about =
        workplace.question("b@elders.example", "B", "Klacht", "Een klacht over Ravi Ramdin.", null);
    assertThat(ravi.get("/werk/opdrachten?zoek=" + about.id()).body())
        .doesNotContain("/werk/vragen/");
    assertThat(Visitor.loggedIn(workplace, "jan.devries").get("/werk/opdrachten").body())
        .contains("/werk/team");
    assertThat(Visitor.loggedIn(workplace, "marijke.smit").get("/werk/opdrachten").body())
        .contains("/werk/raad");
    assertThat(new Visitor(workplace).get("/werk/opdrachten").status()).isEqualTo(303);
  }

  @Test
  void whoAdministersGoesToEachPartOfTheSetUpByItsName() {
    Map<String, String> parts =
        Map.of(
            "gids", "/werk/beheer/gids",
            "teksten", "/werk/beheer/teksten",
            "kanalen", "/werk/beheer/kanalen",
            "problemen", "/werk/beheer/problemen",
            "spoor", "/werk/beheer/spoor");
    Visitor thomas = Visitor.loggedIn(workplace, "thomas.bakker");
    Visitor ravi = Visitor.loggedIn(workplace, "ravi.ramdin");
    parts.forEach(
        (typed, path) -> {
          String asked = "/werk/opdrachten?zoek=" + typed;
          assertThat(thomas.get(asked).body()).contains("\"" + path + "\"");
          assertThat(thomas.get(path).status()).isEqualTo(200);
          assertThat(ravi.get(asked).body()).doesNotContain("/werk/beheer");
        });
  }
}
