package nl.aanspreekpunt.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.process.Until;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Finding again, by who has no mouse, on a wide and on a narrow screen. */
class SearchWalkTest {
  private static final String SAMIRA = "samira.elamrani";
  private static final List<Integer> WIDTHS = List.of(1280, 360);
  private static Workplace workplace;
  private static Browser browser;
  private static Case mould;
  private static Case again;
  private static Case debts;

  @BeforeAll
  static void open() {
    workplace = new Workplace();
    browser = new Browser();
    mould =
        ask("lies@elders.example", "Schimmel in mijn <b>woning</b>", "Muren zijn <i>zwart</i>.");
    again = ask("lies@elders.example", "De schimmel is terug", "De muur is nat.");
    debts =
        workplace.question(
            "dirk@elders.example", "Dirk Doorn", "Mijn schulden", "Schimmel.", "schuldhulp");
    workplace.index();
  }

  @AfterAll
  static void close() {
    browser.close();
    workplace.close();
  }

  private static Case ask(String from, String subject, String text) {
    return workplace.question(from, "Lies Lezer", subject, text, "huur-en-onderhoud");
  }

  private static Keys logIn(Page page, String official) {
    page.navigate(workplace.url("/inloggen"));
    return new Keys(page)
        .type("#email", workplace.email(official))
        .type("#password", Workplace.PASSWORD)
        .enter("form[action='/inloggen'] button");
  }

  private static void isAccessible(Page page) {
    Browser.isAccessible(page, ColorScheme.LIGHT);
    Browser.isAccessible(page, ColorScheme.DARK);
    int wider = (int) page.evaluate("document.documentElement.scrollWidth - innerWidth");
    assertThat(wider).as("nothing sticks out of the page").isLessThanOrEqualTo(0);
  }

  @Test
  void fromAnyPageAWordLeadsToTheCaseAndResultsComeWhileTyping() {
    for (int width : WIDTHS) {
      try (BrowserContext somebody = browser.somebody("nl-NL", true)) {
        Page page = somebody.newPage();
        page.setViewportSize(width, 800);
        Keys keys = logIn(page, SAMIRA);
        keys.type("#seek", "schimmels").enter(".seek button");
        assertThat(page.locator("#many").innerText()).isEqualTo("2 vragen gevonden.");
        assertThat(page.locator(".citizens h2").innerText()).isEqualTo("Lies Lezer");
        assertThat(page.content()).doesNotContain(debts.id());
        isAccessible(page);
        Browser.picture(page, "search-" + width + ".png");
        keys.to("#q");
        page.keyboard().press("Control+A");
        page.keyboard().type("muren zwart");
        Until.until(
            "it is found while typing",
            () ->
                // Asking the page first: until then its address is the one last heard of.
                page.locator("#results .card").count() == 1
                    && page.url().contains("q=muren%20zwart"));
        assertThat(page.locator(".excerpt").innerText()).contains("Muren zijn <i>zwart</i>.");
        assertThat(page.locator(".excerpt mark").allInnerTexts()).containsExactly("Muren", "zwart");
        keys.enter(".card a");
        assertThat(page.url()).endsWith(mould.id());
      }
    }
  }

  @Test
  void withoutScriptItIsNarrowedAndTheEmptyAnswerHelps() {
    try (BrowserContext somebody = browser.somebody("nl-NL", false)) {
      Page page = somebody.newPage();
      page.setViewportSize(360, 800);
      page.navigate(workplace.url("/inloggen"));
      page.fill("#email", workplace.email(SAMIRA));
      page.fill("#password", Workplace.PASSWORD);
      page.click("form[action='/inloggen'] button");
      page.navigate(workplace.url("/werk/zoeken"));
      page.fill("#q", "schimmel");
      page.click("#narrow summary");
      page.selectOption("#staat", "closed");
      page.click("#search button");
      assertThat(page.locator("#many").innerText()).isEqualTo("Niets gevonden.");
      assertThat(page.locator("#results").innerText())
          .contains("Zoek zonder beperkingen", "minder");
      page.click("text=Zoek zonder beperkingen");
      assertThat(page.locator(".card").count()).isGreaterThanOrEqualTo(2);
      page.fill("#q", "de het een");
      page.click("#search button");
      assertThat(page.locator("#results").innerText()).contains("bijna elk bericht");
      page.fill("#q", debts.id());
      page.click("#search button");
      assertThat(page.locator("#results").innerText()).contains("Bij een collega", debts.id());
    }
  }

  @Test
  void aSearchIsKeptUnderANameRenamedThrownAwayAndPutBack() {
    for (int width : WIDTHS) {
      try (BrowserContext somebody = browser.somebody("nl-NL", true)) {
        Page page = somebody.newPage();
        page.setViewportSize(width, 800);
        Keys keys = logIn(page, SAMIRA);
        page.navigate(workplace.url("/werk/zoeken?q=schimmel&wie=ik"));
        keys.space("#results summary").type("#keep-name", "Mijn schimmel");
        isAccessible(page);
        keys.enter("#results form button").hears("#done", "bewaard");
        assertThat(page.locator("h1").innerText()).isEqualTo("Mijn schimmel");
        assertThat(page.locator(".views a").allInnerTexts()).containsExactly("Mijn schimmel");
        keys.space("#results summary");
        page.locator("#view-name").fill("");
        keys.type("#view-name", "Schimmel")
            .enter("button[value='rename']")
            .hears("#done", "andere");
        page.navigate(workplace.url("/werk/zoeken"));
        keys.enter(".views a");
        assertThat(page.locator("h1").innerText()).isEqualTo("Schimmel");
        assertThat(page.locator("#results .card").count()).isGreaterThanOrEqualTo(2);
        keys.space("#results summary").enter("button[value='delete']");
        assertThat(page.locator(".views").count()).isZero();
        isAccessible(page);
        keys.enter("#gone button").hears("#done", "weer");
        keys.space("#results summary").enter("button[value='delete']");
      }
    }
    assertThat(again.official()).isEqualTo(SAMIRA);
  }
}
