package nl.aanspreekpunt.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Noting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bulk acts with a preview, a progress bar and an undo. */
class BulkWalkTest {
  private static final String PLACE =
      "one => Math.round(one.getBoundingClientRect().top + window.scrollY)";

  private static final String SAMIRA = "samira.elamrani";
  private static final String JAN = "jan.devries";
  private static Workplace workplace;
  private static Browser browser;
  private static int asked;

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

  private static Case ask(String topic) {
    int n = asked++;
    return workplace.question("b" + n + "@elders.example", "B" + n, "Vraag " + n, "Nat", topic);
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 1280})
  void severalAreChosenByKeyboardShownFirstCarriedOutAndPutBack(int width) {
    Case one = ask("huur-en-onderhoud");
    Case two = ask("huur-en-onderhoud");
    Case stays = ask("huur-en-onderhoud");
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = Clicks.logIn(context, workplace, SAMIRA);
      page.setViewportSize(width, 800);
      page.waitForRequest("**/werk/stroom*", () -> page.reload());
      Keys keys = new Keys(page).space("input[value='" + one.id() + "']");
      ask("huur-en-onderhoud");
      assertThat(page.locator("#news")).containsText("1 nieuwe");
      assertThat(page.locator("input[value='" + one.id() + "']")).isChecked();
      keys.space("input[value='" + two.id() + "']");
      page.locator("body").evaluate("() => document.activeElement.blur()");
      keys.enter("#samen-over");
      keys.choose("#to", JAN).enter("form[method=get][action='/werk/samen'] button");
      assertThat(page.locator("#gaat-" + one.id())).containsText("naar Jan de Vries. B");
      assertThat(page.locator("#gaat-" + one.id())).containsText("hoort dit per e-mail");
      Browser.isAccessible(page, ColorScheme.LIGHT);
      keys.type("#note", "Jij kent de flat")
          .enter("form[method=post][action='/werk/samen'] button");
      assertThat(page.locator("progress")).isVisible();
      assertThat(page.locator("main")).containsText("U kunt deze pagina sluiten");
      workplace.tick();
      assertThat(page.locator("main")).containsText("Klaar.");
      Browser.isAccessible(page, ColorScheme.DARK);
      assertThat(List.of(officialOf(one), officialOf(two), officialOf(stays)))
          .containsExactly(JAN, JAN, SAMIRA);
      Workplace.await(workplace.casework.change(two.id(), new Noting(JAN, "Ik bel morgen")));
      keys.enter("form[action$='/terug'] button");
      workplace.tick();
      assertThat(page.locator("main")).containsText("Klaar.");
      assertThat(List.of(officialOf(one), officialOf(two)))
          .as("what Jan began stays with him")
          .containsExactly(SAMIRA, JAN);
      assertThat(workplace.found(one.id()).happened(CaseEvent.Told.class).count())
          .as("the citizen heard of both")
          .isGreaterThanOrEqualTo(3);
    }
  }

  /** Forty people about the same tree, by keys alone. */
  @ParameterizedTest
  @ValueSource(ints = {360, 1280})
  void severalAreAnsweredWithOneTextShownFirstAndTakenBackOrSentAndClosed(int width) {
    List<Case> all = List.of(ask("straat-en-groen"), ask("straat-en-groen"));
    workplace.index();
    String ravi = officialOf(all.get(0));
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = Clicks.logIn(context, workplace, ravi);
      page.setViewportSize(width, 800);
      page.navigate(workplace.url("/werk/zoeken?q=Vraag&wie=" + ravi + "&staat=open"));
      Locator first = page.locator("#naar-" + all.get(0).id());
      Object before = first.evaluate(PLACE);
      assertThat(page.locator("#samen-over")).isHidden();
      Keys keys = new Keys(page).space("#kies-alles");
      assertThat(page.locator("#gekozen")).containsText("Gekozen vragen: ");
      if (width > 1000) {
        assertThat(first.evaluate(PLACE)).isEqualTo(before);
      }
      page.locator("#naar-" + all.get(0).id()).focus();
      page.keyboard().press("x");
      assertThat(page.locator("#kies-" + all.get(0).id())).not().isChecked();
      page.keyboard().press("x");
      Browser.isAccessible(page, ColorScheme.DARK);
      page.locator("body").evaluate("() => document.activeElement.blur()");
      keys.enter("#samen button[formaction$='/antwoord']")
          .type("#text", "Dag {naam}, de boom is weg.")
          .space("#closes")
          .enter("#laat-zien");
      assertThat(page.locator("#lead")).containsText("Per e-mail: ");
      assertThat(page.frameLocator("#brief").locator("body")).containsText("Dag B");
      Browser.isAccessible(page, ColorScheme.DARK);
      keys.enter("#begin button");
      workplace.tick();
      assertThat(page.locator("#going")).containsText("Ze gaan over ");
      Browser.isAccessible(page, ColorScheme.LIGHT);
      keys.enter("#terug");
      assertThat(page.locator("#going")).containsText("U haalde dit terug");
      assertThat(waiting(all.get(0))).isZero();

      keys.enter("#going a[href*='van=']");
      assertThat(page.locator("#text")).hasValue("Dag {naam}, de boom is weg.");
      keys.enter("#laat-zien").enter("#begin button");
      workplace.tick();
      assertThat(waiting(all.get(0))).isEqualTo(1);
      workplace.clock.forward(Duration.ofMinutes(2));
      workplace.tick();
      workplace.tick();
      assertThat(page.locator("#going")).containsText("Klaar.");
      assertThat(workplace.found(all.get(1).id()).open()).isFalse();
      keys.enter("#terug");
      assertThat(page.locator("#niet-" + all.get(1).id())).containsText("De vraag is weer open");
      assertThat(workplace.found(all.get(1).id()).open()).isTrue();
    }
  }

  private static long waiting(Case one) {
    return workplace.found(one.id()).care().plans().waiting().size();
  }

  private static String officialOf(Case one) {
    return workplace.found(one.id()).official();
  }

  @Test
  void whatIsNotTheirsStaysAndSaysWhyAndAnotherSeesNothingOfIt() {
    Case mine = ask("huur-en-onderhoud");
    Case other = ask("straat-en-groen");
    Case about =
        workplace.question("k@elders.example", "K", "Klacht", "Klacht over Samira El Amrani", null);
    Visitor samira = Visitor.loggedIn(workplace, SAMIRA);
    String chosen = "/werk/samen?case=" + mine.id() + "&case=" + other.id() + "&case=" + about.id();
    assertThat(samira.get(chosen + "&to=" + JAN).body())
        .contains("gaat-" + mine.id(), "blijft-" + other.id(), "U mag deze vraag niet overdragen")
        .doesNotContain("blijft-" + about.id());
    Visitor.Answer changed =
        samira.post("/werk/samen", Map.of("case", mine.id(), "to", JAN, "seen", "2"));
    assertThat(changed.status()).isEqualTo(422);
    assertThat(changed.body()).contains("Er veranderde iets sinds u keek");
    String going =
        samira.post("/werk/samen", Map.of("case", mine.id(), "to", JAN, "seen", "1")).location();
    assertThat(Visitor.loggedIn(workplace, JAN).get(going).status()).isEqualTo(404);
    workplace.tick();
    workplace.clock.forward(Duration.ofDays(2));
    assertThat(samira.get(going).body()).doesNotContain("/terug");
    samira.post(going + "/terug", Map.of());
    workplace.tick();
    assertThat(officialOf(mine)).isEqualTo(JAN);
  }
}
