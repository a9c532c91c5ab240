package nl.aanspreekpunt.web.work;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Reassigning;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.process.Until;
import nl.aanspreekpunt.web.Browser;
import nl.aanspreekpunt.web.Clicks;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an official sees on Today. */
class TodayPageTest {
  private static Workplace workplace;
  private static Browser browser;

  @BeforeAll
  static void open() {
    workplace = new Workplace();
    browser = new Browser();
    workplace.question(
        "omar@example.org",
        "Omar Haddad",
        "Wanneer hoor ik over mijn urgentie?",
        "Ik wacht al lang",
        "woning-zoeken");
    workplace.clock.forward(Duration.ofDays(2));
    workplace.question(
        "+31207654321",
        "Familie Jansen",
        "Wij zitten zonder kraanwater",
        "Het is vanochtend afgesloten",
        "water-en-energie");
    workplace.question(
        "lieke@example.org",
        "Lieke Post",
        "Schimmel in de slaapkamer",
        "Het is er vochtig",
        "huur-en-onderhoud");
    workplace.question(
        "+31201234567",
        "Henk Veen",
        "Huurverhoging",
        "Klopt deze huurverhoging?",
        "huur-en-onderhoud",
        Map.of("callbackPhone", "+31201234567", "callbackPreferred", "na 13 uur"));
  }

  @AfterAll
  static void close() {
    browser.close();
    workplace.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void whatWasPromisedIsThereEarliestDueFirstWithTheOneNextThingToDo(String language) {
    try (BrowserContext context = browser.somebody(language, true)) {
      Page page = Clicks.logIn(context, workplace, "samira.elamrani");
      assertThat(page.locator(".card")).not().hasCount(0);
      assertThat(page.locator(".card").first()).containsText("urgentie");
      assertThat(page.locator(".card", new Page.LocatorOptions().setHasText("Huurverhoging")))
          .containsText("na 13 uur");
      assertThat(page.locator(".card a[href='tel:+31201234567']")).isVisible();
      assertThat(page.locator(".card").last()).containsText("Lieke Post");
    }
  }

  @Test
  void aNewMessageShowsWithinTwoSecondsWithoutAReload() {
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = listening(context, "ravi.ramdin");
      workplace.question(
          "nieuw@example.org", "Nienke Wuw", "Lantaarnpaal kapot", "Hij is uit", "straat-en-groen");
      showsSoon(page, "Lantaarnpaal");
    }
  }

  @Test
  void whoStandsInForSomebodyAwaySeesANewMessageToThemWithinTwoSecondsToo() {
    Case one =
        workplace.question(
            "zwerfvuil@example.org", "Zoë Vuil", "Zwerfvuil", "Er ligt veel", "straat-en-groen");
    assertThat(one.official()).isEqualTo("ravi.ramdin");
    answered(one);
    try (BrowserContext context = browser.somebody("nl", true)) {
      away("ravi.ramdin");
      Page page = listening(context, "anouk.jansen");
      workplace.question(
          "zwerfvuil@example.org", "Zoë", "Nog meer", "Nu ook", null, Map.of("case", one.id()));
      showsSoon(page, "Zwerfvuil");
    } finally {
      Workplace.await(
          workplace.directories.returned("ravi.ramdin", workplace.clock.instant(), "test"));
    }
  }

  private static Page listening(BrowserContext context, String official) {
    Page page = Clicks.logIn(context, workplace, official);
    page.waitForRequest("**/werk/stroom*", () -> page.reload());
    page.evaluate("window.notReloaded = true");
    return page;
  }

  private static void showsSoon(Page page, String subject) {
    assertThat(page.locator(".card__title", new Page.LocatorOptions().setHasText(subject)))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(2_000));
    assertThat(page.evaluate("window.notReloaded")).isEqualTo(true);
  }

  private static void answered(Case one) {
    Workplace.await(
        workplace.casework.change(
            one.id(),
            new Replying(one.official(), "Wij komen.", "1", one.lastReceived(), Map.of())));
  }

  private static void away(String official) {
    Instant now = workplace.clock.instant();
    Workplace.await(
        workplace.directories.absent(
            new Absence(official, now, now.plus(Duration.ofDays(3)), null, "", "test")));
  }

  @Test
  void whoActsForACollegueWhoIsAwaySeesTheirWork() {
    Case one =
        workplace.question(
            "weg@example.org", "Wim Weg", "Bijstand aanvragen", "Hoe vraag ik aan?", "bijstand");
    assertThat(one.official()).isEqualTo("fatma.yildiz");
    away("fatma.yildiz");
    Visitor.Answer today = Visitor.loggedIn(workplace, "sanne.vandijk").get("/werk");
    assertThat(today.body()).contains("Bijstand aanvragen", "Fatma Yıldız is er niet");
  }

  @Test
  void theStreamTellsOfOnesOwnWorkAndOfNobodyElses() {
    Queue<String> pieters = stream("pieter.hoekstra");
    Queue<String> thomases = stream("thomas.bakker");

    workplace.question("een@example.org", "Een", "Paspoort", "Verlopen", "burgerzaken");
    Until.until("Thomas hears of it", () -> thomases.contains("event: changed"));
    assertThat(pieters).doesNotContain("event: changed");

    Case one = workplace.question("p@example.org", "P", "Paspoort", "Ook", "burgerzaken");
    Workplace.await(
        workplace.casework.change(
            one.id(), new Reassigning("pieter.hoekstra", one.official(), "handover", "")));
    Until.until("Pieter hears of his", () -> pieters.contains("event: changed"));
  }

  private static Queue<String> stream(String official) {
    Visitor visitor = Visitor.loggedIn(workplace, official);
    String path = visitor.get("/werk").body().replaceFirst("(?s).*(/werk/stroom[^\"]*).*", "$1");
    Queue<String> lines = visitor.lines(path);
    Until.until("the stream is open", () -> lines.contains(": open"));
    return lines;
  }

  @Test
  void whoHasNothingToDoIsToldSoKindly() {
    assertThat(Visitor.loggedIn(workplace, "gloria.martina").get("/werk").body())
        .contains("Er wacht nu niemand op u");
  }

  @Test
  void whoIsNotLoggedInSeesNothingAndGetsNoStream() {
    Visitor stranger = new Visitor(workplace);
    assertThat(stranger.get("/werk").location()).startsWith("/inloggen");
    assertThat(stranger.get("/werk/stroom").body()).isEqualTo("event: changed\ndata: 0\n\n");
  }
}
