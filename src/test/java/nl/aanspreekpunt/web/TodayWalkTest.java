package nl.aanspreekpunt.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Attempting;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Offering;
import nl.aanspreekpunt.promise.Attempt;
import nl.aanspreekpunt.promise.PromiseKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Today: one list of what I promised, most pressing first, each with citizen, what, by when and the
 * one next act; what is new arrives without moving what I read; an empty one says so kindly.
 */
class TodayWalkTest {
  private static final String SAMIRA = "samira.elamrani";
  private static Workplace workplace;
  private static Browser browser;
  private static Case call;
  private static int asked;

  @BeforeAll
  static void open() {
    workplace = new Workplace();
    browser = new Browser();
    for (int i = 0; i < 6; i++) {
      ask("huur-en-onderhoud", Map.of());
      workplace.clock.forward(Duration.ofMinutes(5));
    }
    call = ask("huur-en-onderhoud", Map.of("callbackPhone", "+31612345678"));
    workplace.tick();
  }

  @AfterAll
  static void close() {
    browser.close();
    workplace.close();
  }

  private static Case ask(String topic, Map<String, String> facts) {
    int n = asked++;
    return workplace.question(
        "dag" + n + "@elders.example", "Burger " + n, "Vraag " + n, "Het lekt.", topic, facts);
  }

  private static Page today(BrowserContext context, int width) {
    Page page = Clicks.logIn(context, workplace, SAMIRA);
    page.setViewportSize(width, 800);
    page.waitForRequest("**/werk/stroom*", () -> page.reload());
    return page;
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 1280})
  void oneListMostPressingFirstEachWithCitizenWhatByWhenInWordsAndTheOneNextAct(int width) {
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = today(context, width);
      Locator items = page.locator("#beloften > li");
      List<String> dues =
          items.locator("time").all().stream().map(it -> it.getAttribute("datetime")).toList();
      assertThat(dues).hasSizeGreaterThan(6).isSorted();
      assertThat(page.locator("#beloften .card__when").first()).containsText("vóór");
      for (Locator item : items.all()) {
        assertThat(item.locator(".card__what")).containsText("Burger");
        assertThat(item.locator(".card__act .utrecht-button")).hasCount(1);
      }
      assertThat(page.locator(".lead")).containsText("beloften, de eerste bovenaan");
      Browser.isAccessible(page, ColorScheme.LIGHT);
      assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
          .isEqualTo(true);
      new Keys(page).enter("#beloften .card__act a[href*='#antwoord']");
      assertThat(page.url()).contains("#antwoord");
    }
  }

  @Test
  void somethingDueTodayIsSaidInTheWordsThatPeopleUse() {
    workplace.question(
        "vandaag@elders.example",
        "Burger Vandaag",
        "Bel mij",
        "Bel",
        "huur-en-onderhoud",
        Map.of("callbackPhone", "+31612345679"));
    String body = Visitor.loggedIn(workplace, SAMIRA).get("/werk").body();
    assertThat(body).containsPattern("(vandaag|morgen) vóór \\d\\d:\\d\\d uur");
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 1280})
  void whatIsNewAndWhatChangedIsMarkedAndSaidAndMovesNothingThatIsRead(int width) {
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = today(context, width);
      Locator read = page.locator("#beloften > li").nth(3);
      String id = read.getAttribute("id");
      new Keys(page).to("#" + id + " .card__title a");
      double before = top(page, id);
      Case came =
          workplace.question(
              "w" + width + "@elders.example",
              "Burger Nieuw",
              "Gloednieuw " + width,
              "Nu",
              null,
              Map.of("topic", "huur-en-onderhoud", "callbackPhone", "+31612345670"));
      assertThat(page.locator("#news")).containsText("1 nieuwe.");
      assertThat(page.locator("li", new Page.LocatorOptions().setHasText("Gloednieuw " + width)))
          .containsText("Nieuw");
      assertThat(top(page, id)).isCloseTo(before, offset(2.0));
      tried();
      assertThat(page.locator("#news")).containsText("1 nieuwe. 1 gewijzigd.");
      Browser.isAccessible(page, ColorScheme.LIGHT);
      Object first =
          page.evaluate("document.querySelector('li:has(.mark-of-news)').getAttribute('id')");
      new Keys(page).enterWithin("#news a");
      assertThat(page.locator("#news")).isEmpty();
      assertThat(page.locator(".mark-of-news")).hasCount(0);
      assertThat(page.locator("li:has(:focus)").getAttribute("id")).isEqualTo(first);
      assertThat(came.official()).isEqualTo(SAMIRA);
    }
  }

  private static void tried() {
    Case one = workplace.found(call.id());
    String promise =
        one.openPromises().stream()
            .filter(it -> it.kind() == PromiseKind.CALLBACK)
            .findFirst()
            .orElseThrow()
            .id();
    Workplace.await(
        workplace.casework.change(
            one.id(),
            new Attempting(promise, SAMIRA, Attempt.Outcome.NO_ANSWER, "", one.lastReceived())));
  }

  private static double top(Page page, String id) {
    return ((Number)
            page.evaluate("id => document.getElementById(id).getBoundingClientRect().top", id))
        .doubleValue();
  }

  @Test
  void whatIsNoPromiseOfMineStandsBelowThemAndALinkSaysThatItIsThere() {
    Case one = ask("straat-en-groen", Map.of());
    Workplace.await(
        workplace.casework.change(one.id(), new Offering(SAMIRA, one.official(), "Kent de buurt")));
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = today(context, 1280);
      new Keys(page).enterWithin("a[href='#also']");
      assertThat(page.locator("#also")).isFocused();
      assertThat(page.locator("#also")).hasText("Ook voor u: 1");
      double promised = page.locator("#beloften").boundingBox().y;
      assertThat(page.locator("#aanbod-" + one.id()).boundingBox().y).isGreaterThan(promised);
    }
  }

  @Test
  void whoIsPromisedNothingReadsThatKindly() {
    Visitor gloria = Visitor.loggedIn(workplace, "gloria.martina");
    assertThat(gloria.get("/werk").body())
        .contains("Er wacht nu niemand op u. Komt er iets bij, dan ziet u het hier meteen.")
        .doesNotContain("id=\"also\"");
  }

  @Test
  void nobodySeesThePromisesOfSomebodyElse() {
    for (String other : List.of("ravi.ramdin", "marijke.smit", "thomas.bakker", "meilin.chen")) {
      assertThat(Visitor.loggedIn(workplace, other).get("/werk").body())
          .as(other)
          .doesNotContain("Burger 0");
    }
  }
}
