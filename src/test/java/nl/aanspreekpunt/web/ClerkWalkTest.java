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
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.promise.PromiseKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * New contact, for somebody who calls or comes: find or add the citizen, note, see whom it goes to
 * and whether they are there, put through, callback, receipt by SMS or on paper; in under 20
 * seconds, by keyboard alone.
 */
class ClerkWalkTest {
  private static final String CLERK = "meilin.chen";
  private static Workplace workplace;
  private static Browser browser;
  private static int numbers = 100;

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

  private static String number() {
    return "06 12345" + numbers++;
  }

  private static Page desk(BrowserContext context, int width) {
    Page page = Clicks.logIn(context, workplace, CLERK);
    page.setViewportSize(width, 800);
    page.navigate(workplace.url("/werk/nieuw"));
    return page;
  }

  private static void take(Page page) {
    page.keyboard().press("Control+Enter");
    page.waitForURL("**/werk/nieuw/desk-*");
  }

  private static Case taken(Page page) {
    return workplace.found(page.locator("a.number").textContent());
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 1280})
  void whoIsNotKnownIsAddedAndTheClerkReadsWhomItGoesToAndWhetherTheyAreThere(int width) {
    String number = number();
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = desk(context, width);
      assertThat(page.locator("#who")).isFocused();
      page.keyboard().type(number);
      assertThat(page.locator("#known")).containsText("Nog niet bekend");
      new Keys(page).type("#text", "De lantaarnpaal voor mijn huis is stuk");
      Browser.isAccessible(page, ColorScheme.LIGHT);
      take(page);
      assertThat(page.locator(".person")).containsText("Ravi Ramdin");
      assertThat(page.locator(".person")).containsText("Vandaag tot");
      assertThat(page.locator(".due")).containsText("Ravi Ramdin antwoordt vóór");
      assertThat(page.locator("main")).containsText("ook per sms: " + Person.shown(number));
      Browser.isAccessible(page, ColorScheme.LIGHT);
      Browser.isAccessible(page, ColorScheme.DARK);
      fits(page);
      Case one = taken(page);
      assertThat(one.official()).isEqualTo("ravi.ramdin");
      assertThat(one.happened(CaseEvent.Told.class)).isNotEmpty();
    }
  }

  private static void fits(Page page) {
    assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .as("nothing sticks out at %s", page.viewportSize().width)
        .isEqualTo(true);
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 1280})
  void whoIsKnownIsFoundByTheirNumberAndTheNoteJoinsTheQuestionThatRuns(int width) {
    String number = number();
    Case one = question(number, "Schimmel", "Het is nat.");
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = desk(context, width);
      page.keyboard().type(number);
      assertThat(page.locator("#known")).containsText("Bea Bekend");
      assertThat(page.locator("#known")).containsText("Bij Samira El Amrani.");
      assertThat(page.locator("#known a[href^='tel:']")).isVisible();
      assertThat(page.locator("#known")).not().containsText("Het is nat");
      Keys keys = new Keys(page).to("input[name='belongs']");
      page.keyboard().press("ArrowDown");
      Browser.isAccessible(page, ColorScheme.LIGHT);
      fits(page);
      keys.type("#text", "Ze belt opnieuw: de plek wordt groter");
      take(page);
      assertThat(taken(page).id()).isEqualTo(one.id());
      assertThat(workplace.found(one.id()).route().uncertain()).isFalse();
    }
  }

  @Test
  void aQuestionIsFoundByItsNumberAndOneThatConcernsTheClerkIsNot() {
    String number = number();
    Case one = question(number, "Schimmel", "Nat");
    Visitor clerk = Visitor.loggedIn(workplace, CLERK);
    assertThat(clerk.get("/werk/nieuw/bekend?who=" + one.id()).body())
        .contains("Bea Bekend", "Samira")
        .doesNotContain(one.participants().get(0).address().value());
    Case about =
        workplace.question(
            "boos@elders.example", "Boos", "Klacht", "Een klacht over Meilin Chen.", null);
    assertThat(about.barred()).contains(CLERK);
    assertThat(clerk.get("/werk/nieuw/bekend?who=" + about.id()).body()).doesNotContain("Boos");
    assertThat(clerk.get("/werk/nieuw/bekend?who=boos@elders.example").body())
        .doesNotContain(about.id());
  }

  @Test
  void whoWritesToTheClerkIsFoundByTheBeginningOfTheirNameAndOthersAreNot() {
    Case own =
        workplace.question(
            "zeldzaam@elders.example", "Zeldzaam Geval", "Huur", "Nat", "huur-en-onderhoud");
    workplace.index();
    Visitor theirs = Visitor.loggedIn(workplace, own.official());
    assertThat(theirs.get("/werk/nieuw/bekend?who=zeldz").body()).contains("Zeldzaam Geval");
    assertThat(Visitor.loggedIn(workplace, CLERK).get("/werk/nieuw/bekend?who=zeldz").body())
        .doesNotContain("Zeldzaam Geval");
  }

  @Test
  void ofAConfidentialQuestionTheDeskSaysNothing() {
    Case one =
        workplace.question("arm@elders.example", "Arm", "Mijn schulden", "Hoog", "schuldhulp");
    Visitor clerk = Visitor.loggedIn(workplace, CLERK);
    assertThat(clerk.get("/werk/nieuw/bekend?who=arm@elders.example").body())
        .contains("Arm")
        .doesNotContain("Mijn schulden", one.id());
    assertThat(clerk.get("/werk/nieuw/bekend?who=" + one.id()).body())
        .doesNotContain("Mijn schulden", "Arm", "elders.example");
  }

  @Test
  void whoIsAwayIsShownWithWhoStandsInAndTheClerkPutsThroughToThem() {
    String number = number();
    Case runs =
        workplace.question(
            "+31" + number.replace(" ", "").substring(1), "Cor", "Stoep", "Los", "straat-en-groen");
    assertThat(runs.official()).isEqualTo("ravi.ramdin");
    away("ravi.ramdin");
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = desk(context, 1280);
      page.keyboard().type(number);
      assertThat(page.locator("#known")).containsText("die er nu niet is. Afwezig tot");
      new Keys(page).to("input[name='belongs']");
      page.keyboard().press("ArrowDown");
      new Keys(page).type("#text", "De stoep ligt nog steeds los");
      take(page);
      Case one = taken(page);
      assertThat(one.id()).isEqualTo(runs.id());
      assertThat(page.locator("main")).containsText("en is er nu");
      Keys keys = new Keys(page);
      keys.type("#told", "Zij viel gisteren over een tegel");
      page.waitForNavigation(() -> page.keyboard().press("Control+Enter"));
      keys.hears("#done", "Bij de vraag staat dat u doorverbond");
      CaseEvent.PutThrough through =
          workplace.found(one.id()).happened(CaseEvent.PutThrough.class).findFirst().orElseThrow();
      assertThat(through.by()).isEqualTo(CLERK);
      assertThat(through.about()).isEqualTo("Zij viel gisteren over een tegel");
      assertThat(
              workplace
                  .directories
                  .current()
                  .present(
                      through.to(),
                      workplace.clock.instant(),
                      workplace.clock.instant().plusSeconds(60)))
          .isTrue();
      assertThat(workplace.found(one.id()).openPromises()).as("nothing was kept").isNotEmpty();
      Visitor reader =
          Visitor.loggedIn(
              workplace, one.actingNow().map(it -> it.official()).orElse(through.to()));
      assertThat(reader.get("/werk/vragen/" + one.id()).body())
          .contains("verbond de inwoner door met", "Zij viel gisteren over een tegel");
    } finally {
      Workplace.await(
          workplace.directories.returned("ravi.ramdin", workplace.clock.instant(), "test"));
    }
  }

  @Test
  void nobodyIsThereAndACallIsPromisedWithOneKey() {
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = desk(context, 360);
      String number = number();
      page.keyboard().type(number);
      new Keys(page).type("#text", "Hoe lang geldt mijn parkeervergunning?");
      take(page);
      Keys keys = new Keys(page).enter("form[action$='/terugbellen'] button");
      keys.hears("#done", "De inwoner wordt gebeld");
      assertThat(page.locator("form[action$='/terugbellen']")).hasCount(0);
      assertThat(taken(page).openPromises())
          .filteredOn(it -> it.kind() == PromiseKind.CALLBACK)
          .singleElement()
          .satisfies(
              it ->
                  assertThat(Person.shown(it.callback().phone())).isEqualTo(Person.shown(number)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 1280})
  void aReceiptOnPaperSaysWhoByWhenAndHowToReachThemAndOpensNothing(int width) {
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = desk(context, width);
      page.keyboard().type(number());
      Keys keys = new Keys(page).type("#text", "De lantaarnpaal brandt niet");
      keys.space("#language");
      page.keyboard().press("Control+Enter");
      page.waitForURL("**/werk/nieuw/desk-*");
      Case one = taken(page);
      page.evaluate("window.print = () => { window.printed = true; }");
      keys.enter("#bewijs");
      page.evaluate("window.print = () => { window.printed = true; }");
      assertThat(page.locator("#print")).isFocused();
      page.keyboard().press("Enter");
      assertThat(page.evaluate("window.printed === true")).isEqualTo(true);
      assertThat(page.locator(".paper")).containsText("Your question was taken");
      assertThat(page.locator(".paper")).containsText(one.id());
      assertThat(page.locator(".paper")).containsText("answers before");
      assertThat(page.content()).doesNotContain("/v/" + one.id());
      Browser.isAccessible(page, ColorScheme.LIGHT);
      fits(page);
      page.emulateMedia(
          new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
      assertThat(page.locator("header")).isHidden();
      assertThat(page.locator(".paper")).isVisible();
    }
  }

  @Test
  void itTakesFewerThanTwentySecondsByKeyboardAlone() {
    String number = number().replace(" ", "");
    question(number, "Huur", "Te hoog");
    String text = "Vraagt wanneer de monteur komt";
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = Clicks.logIn(context, workplace, CLERK);
      Counted keys = new Counted(page);
      keys.enterOn("header a[href='/werk/nieuw']");
      page.waitForURL("**/werk/nieuw");
      keys.type(number);
      page.locator("#known input[name='belongs']").first().waitFor();
      keys.to("input[name='belongs']").press("ArrowDown").to("#text").type(text);
      keys.press("Control+Enter");
      page.waitForURL("**/werk/nieuw/desk-*");
      assertThat(page.locator(".due")).isVisible();
      page.waitForNavigation(() -> keys.to("form[action$='/doorverbonden'] button").press("Enter"));
      assertThat(page.locator("#done")).isVisible();
      assertThat(keys.moving()).as("keys beside what is typed").isLessThan(25);
      assertThat(keys.seconds()).as("seconds, with %s keys", keys.strokes()).isLessThan(20);
    }
  }

  private static Case question(String number, String subject, String text) {
    return workplace.question(
        "+31" + number.replace(" ", "").substring(1),
        "Bea Bekend",
        subject,
        text,
        "huur-en-onderhoud",
        Map.of());
  }

  private static void away(String official) {
    Workplace.await(
        workplace.directories.absent(
            new Absence(
                official,
                workplace.clock.instant(),
                workplace.clock.instant().plus(Duration.ofDays(3)),
                null,
                "",
                official)));
  }
}
