package nl.aanspreekpunt.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.decision.Refusing;
import nl.aanspreekpunt.promise.Promise;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A day's work, and a citizen's question, without a mouse. */
class KeyboardTest {
  private static final String DONE = "#done";
  private static final String ERRORS = "#errors";
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

  private static Case asked(String name) {
    return workplace.question(
        name + "@elders.example",
        "Burger " + name,
        "Vraag van " + name,
        "De muur is nat.",
        "huur-en-onderhoud",
        Map.of("callbackPhone", "+31612345678"));
  }

  private static Keys logIn(Page page, String official) {
    page.navigate(workplace.url("/inloggen"));
    Keys keys = new Keys(page);
    keys.type("#email", workplace.email(official)).type("#password", Workplace.PASSWORD);
    return keys.enter("form[action='/inloggen'] button");
  }

  private static String form(String act) {
    return "form[action$='/" + act + "'] button:not(.asLink)";
  }

  @Test
  void anOfficialAnswersCallsTalksAndCloses() {
    Case one = asked("anna");
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = context.newPage();
      Keys keys = logIn(page, "samira.elamrani");
      keys.enter("a[href='/werk/vragen/" + one.id() + "']");
      keys.type("#text", "Ik kom kijken.").enter(form("antwoord"));
      keys.hears(DONE, "Uw antwoord is bewaard");
      keys.choose("#attempt", "NO_ANSWER").enter(form("poging")).hears(DONE, "Uw poging");
      keys.space("#gesprek").choose("#how", "PHONE").type("#talk", "Hij wil een afspraak.");
      keys.enter(form("gesprek")).hears(DONE, "Het gesprek staat erbij");
      keys.space("#bellen").enter(form("bellen")).hears(ERRORS, "");
      keys.enterWithin("#errors a[href='#phone']").type("#phone", "06 12345678");
      keys.enter(form("bellen")).hears(DONE, "Het terugbelverzoek staat erbij");
      keys.choose("#attempt", "REACHED").enter(form("poging")).hears(DONE, "Uw poging");
      keys.space("#sluiten").enter(form("sluiten")).hears(ERRORS, "Er is nog één ding");
      keys.enterWithin("#errors a[href='#outcome']");
      keys.choose("#outcome", "GRANTED").type("#explanation", "De muur wordt hersteld.");
      keys.enter(form("sluiten")).hears(DONE, "De vraag is afgesloten");
    }
    assertThat(workplace.found(one.id()).outcome()).isEqualTo(Outcome.GRANTED);
  }

  @Test
  void anOfficialConfirmsADateThatTheirAnswerPromisesWithOneKey() {
    Case one = asked("cora");
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = context.newPage();
      Keys keys = logIn(page, "samira.elamrani");
      keys.enter("a[href='/werk/vragen/" + one.id() + "']");
      keys.type("#text", "U hoort donderdag voor 12 uur van mij.").enter(form("antwoord"));
      page.locator("#beloften button:focus").waitFor();
      page.waitForNavigation(() -> page.keyboard().press("Enter"));
      keys.hears(DONE, "");
      assertThat(page.locator("main").innerText()).doesNotContain("Belooft u dit?");
    }
    assertThat(workplace.found(one.id()).openPromises())
        .filteredOn(Promise::dated)
        .extracting(Promise::due)
        .containsExactly(Instant.parse("2026-11-26T11:00:00Z"));
  }

  @Test
  void anOfficialOffersAndACoordinatorReassigns() {
    Case one = asked("bert");
    try (BrowserContext context = browser.somebody("nl", true)) {
      Keys keys = logIn(context.newPage(), "samira.elamrani");
      keys.enter("a[href='/werk/vragen/" + one.id() + "']");
      keys.space("#aanbieden").choose("#offerTo", "jan.devries");
      keys.type("#offerNote", "Kent de buurt.").enter(form("aanbieden"));
      keys.hears(DONE, "");
    }
    assertThat(workplace.found(one.id()).offer().to()).isEqualTo("jan.devries");
    try (BrowserContext context = browser.somebody("nl", true)) {
      Keys keys = logIn(context.newPage(), "jan.devries");
      keys.enter("a[href='/werk/vragen/" + one.id() + "']");
      keys.space("#overdragen").choose("#successor", "fatma.yildiz");
      keys.type("#handover", "Kent de buurt.").enter(form("overdragen"));
      keys.hears(DONE, "De vraag is overgedragen");
    }
    assertThat(workplace.found(one.id()).official()).isEqualTo("fatma.yildiz");
  }

  @Test
  void aCoordinatorMarksSomebodyAwayAndAnotherAsLeaving() {
    Case one =
        workplace.question("dora@elders.example", "Dora", "Mijn uitkering", "Gestopt.", "bijstand");
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = context.newPage();
      Keys keys = logIn(page, "kwame.mensah").enter("a[href='/werk/team']");
      keys.space("#lid-sanne\\.vandijk summary");
      keys.enter("#lid-sanne\\.vandijk form button").hears(DONE, "Opgeschreven");
      keys.enter("#lid-sanne\\.vandijk form button").hears(DONE, "Opgeschreven");
      keys.enter("a[href='/werk/team/vertrek/fatma.yildiz']").enter(form("melden"));
      keys.hears(DONE, "Kies hieronder wie het werk krijgt");
      keys.choose("#to-" + one.id(), "sanne.vandijk").type("#note", "Tot ziens.");
      keys.enter(form("bevestigen")).hears(DONE, "Het werk verhuist nu");
    }
    workplace.tick();
    assertThat(workplace.found(one.id()).official()).isEqualTo("sanne.vandijk");
  }

  @Test
  void whatHasTheFocusKeepsItWhenTodayIsRenewedByItself() {
    Case one = asked("gijs");
    String link = "/werk/vragen/" + one.id();
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = context.newPage();
      Keys keys = logIn(page, "samira.elamrani");
      page.waitForRequest("**/werk/stroom*", () -> page.reload());
      keys.to("a[href='" + link + "']");
      Case other = asked("hans");
      page.waitForSelector("a[href='/werk/vragen/" + other.id() + "']");
      assertThat(page.evaluate("document.activeElement.getAttribute('href')")).isEqualTo(link);
    }
  }

  @Test
  void aCitizenAsksFollowsAndSaysThatTheyWereNotHelped() {
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = context.newPage();
      page.navigate(workplace.url("/"));
      Keys keys = new Keys(page);
      workplace.clock.forward(Duration.ofSeconds(5));
      keys.enter("main form button.utrecht-button--submit").hears(ERRORS, "Er zijn nog dingen");
      keys.enterWithin("#errors a[href='#text']").type("#text", "Mijn lamp is kapot.");
      keys.type("#email", "cor@elders.example").space("#callback");
      keys.type("#callbackPhone", "06 12345679");
      workplace.clock.forward(Duration.ofSeconds(5));
      keys.enter("main form button.utrecht-button--submit");
      page.waitForURL("**/ontvangen/*");
      Case one = workplace.found(page.locator("dd.number").textContent());
      keys.enter("main a[href*='/v/']");
      keys.type("#text", "Het is de lamp bij nummer 3.").enter(form("antwoord"));
      keys.hears(DONE, "Uw bericht is verstuurd");
      keys.enter(form("niet-bellen")).hears(DONE, "U wordt niet meer gebeld");
      closed(workplace.found(one.id()));
      page.navigate(page.url().replaceAll("\\?.*", "") + "?geholpen=nee");
      keys.enter(form("geholpen")).hears(DONE, "Uw vraag is weer open");
      assertThat(workplace.found(one.id()).open()).isTrue();
    }
  }

  private static void closed(Case one) {
    String why = "De lamp is van uw buren, niet van de gemeente.";
    Decision closed =
        Workplace.await(
            workplace.casework.change(
                one.id(), Refusing.atOnce(one.official(), why, one.lastReceived())));
    assertThat(closed).isInstanceOf(Decision.Changed.class);
  }
}
