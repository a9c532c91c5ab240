package nl.aanspreekpunt.web.work;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Noting;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.casework.Talking;
import nl.aanspreekpunt.casework.consult.SettingTable;
import nl.aanspreekpunt.process.Until;
import nl.aanspreekpunt.web.Browser;
import nl.aanspreekpunt.web.Keys;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The case page, walked through with the keyboard by the officials who work on it. */
class OfficialsCasePageWalkTest {
  private static final String SAMIRA = "samira.elamrani";
  private static final String JAN = "jan.devries";
  private static final String SEND = "#antwoord .utrecht-button--submit";
  private static final Map<String, BrowserContext> OFFICIALS = new HashMap<>();
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
        "Schimmel bij " + name,
        "De muur is nat.",
        "huur-en-onderhoud");
  }

  private static void more(Case one, String name, String text) {
    workplace.question(
        name + "@elders.example", "Burger " + name, "Erbij", text, null, Map.of("case", one.id()));
  }

  private static void act(Case one, nl.aanspreekpunt.casework.Act act) {
    await(workplace.casework.change(one.id(), act));
  }

  /** A page of an official who logged in once; each has a browser of their own. */
  private static Page page(String official, Case one) {
    BrowserContext context = OFFICIALS.computeIfAbsent(official, OfficialsCasePageWalkTest::logIn);
    Page page = context.newPage();
    page.setViewportSize(1280, 800);
    page.navigate(workplace.url(path(one)));
    return page;
  }

  private static BrowserContext logIn(String official) {
    BrowserContext context = browser.somebody("nl", true);
    nl.aanspreekpunt.web.Clicks.logIn(context, workplace, official).close();
    return context;
  }

  private static String path(Case one) {
    return "/werk/vragen/" + one.id();
  }

  private static void isFine(Page page) {
    Browser.isAccessible(page, ColorScheme.LIGHT);
    page.setViewportSize(360, 800);
    page.waitForFunction("document.documentElement.clientWidth <= 360");
    assertThat(page.evaluate("document.documentElement.scrollWidth <= 360")).isEqualTo(true);
    Browser.isAccessible(page, ColorScheme.DARK);
    page.setViewportSize(1280, 800);
  }

  @Test
  void theCardSaysWhoTheCitizenIsAndWhatElseTheyAsked() {
    Case other = asked("kaart");
    Case one =
        workplace.question(
            "kaart@elders.example",
            "Burger kaart",
            "De lift",
            "Hij staat stil.",
            "huur-en-onderhoud");
    act(one, new Replying(one.official(), "Ik kom.", "1", one.lastReceived(), Map.of()));
    Case secret =
        workplace.question(
            "kaart@elders.example", "Burger kaart", "Mijn schulden", "Te veel.", "schuldhulp");
    try (Page page = page(SAMIRA, one)) {
      assertThat(page.locator(".card-of-citizen")).containsText("Burger kaart");
      assertThat(page.locator(".card-of-citizen")).containsText("Vraag " + secret.id());
      assertThat(page.locator(".card-of-citizen")).not().containsText("Mijn schulden");
      assertThat(page.locator(".card-of-citizen")).containsText("Nederlands");
      assertThat(page.locator(".card-of-citizen")).containsText("1 in deze vraag, 1 in alles");
      assertThat(page.locator(".card-of-citizen")).containsText("kaart@elders.example");
      assertThat(page.locator(".card-of-citizen")).containsText("Open, Samira El Amrani");
      new Keys(page).enter(".card-of-citizen a[href='" + path(other) + "']");
      assertThat(page.locator("h1")).hasText("Schimmel bij kaart");
    }
  }

  @Test
  void theTimelineShowsPartsByThemselvesAndKeepsThemInOlderStretches() {
    Case one = asked("delen");
    act(one, new Noting(one.official(), "Eerste notitie."));
    act(one, new Talking(one.official(), CaseEvent.Talk.PHONE, "Wij spraken.", one.openedBy()));
    for (int i = 0; i < 110; i++) {
      act(one, new Noting(one.official(), "n" + i));
    }
    try (Page page = page(SAMIRA, one)) {
      Keys keys = new Keys(page);
      keys.enter("nav a[href*='toon=gesprekken']");
      assertThat(page.locator("#tijdlijn > li[id]")).hasCount(1);
      assertThat(page.locator("#tijdlijn")).containsText("Wij spraken.");
      assertThat(page.locator(".strands__now")).hasText("Bellen en gesprekken");
      page.navigate(workplace.url(path(one) + "?toon=notities"));
      new Keys(page).enter("a[href*='ouder=']");
      assertThat(page.locator(".strands__now")).hasText("Notities en overleg");
      assertThat(page.locator("#tijdlijn")).not().containsText("De muur is nat.");
    }
  }

  @Test
  void whatIsNewSinceYouLastLookedStandsBelowALineAndIsOneJumpAway() {
    Case one = asked("nieuw");
    try (Page page = page(SAMIRA, one)) {
      assertThat(page.locator("#nieuw")).hasCount(0);
    }
    workplace.clock.forward(Duration.ofHours(1));
    more(one, "nieuw", "Nu ook de vloer.");
    try (Page page = page(SAMIRA, one)) {
      assertThat(page.locator("#nieuw")).containsText("1 nieuw sinds u hier was");
      assertThat(page.locator(".fresh-from + li")).containsText("Nu ook de vloer.");
      new Keys(page).enterWithin("#nieuw a");
      assertThat(page.locator(".fresh-from + li:target")).isVisible();
      page.reload();
      assertThat(page.locator("#nieuw")).isVisible();
    }
    try (Page page = page(JAN, one)) {
      assertThat(page.locator("#nieuw")).hasCount(0);
    }
    act(one, new Replying(SAMIRA, "Ik kom.", "1", latest(one), Map.of()));
    try (Page page = page(SAMIRA, one)) {
      assertThat(page.locator("#nieuw")).hasCount(0);
    }
  }

  private static String latest(Case one) {
    return workplace.found(one.id()).lastReceived();
  }

  @Test
  void theBoxSaysWhichWayItGoesAndShowsTheLetterAsItWillBe() {
    Case one = asked("brief");
    try (Page page = page(SAMIRA, one)) {
      assertThat(page.locator("#langs")).containsText("Per e-mail aan Burger brief");
      new Keys(page).type("#text", "Ik kom donderdag kijken.").enterWithin("#bekijk");
      assertThat(page.locator(".preview")).containsText("Re: Schimmel bij brief");
      assertThat(page.frameLocator("#brief").locator("body"))
          .containsText("Ik kom donderdag kijken.");
      assertThat(page.frameLocator("#brief").locator("body")).containsText("Samira El Amrani");
      assertThat(page.frameLocator("#brief").locator("img[src^='data:']")).hasCount(1);
      isFine(page);
      assertThat(page.locator("#text")).hasValue("Ik kom donderdag kijken.");
    }
    assertThat(workplace.found(one.id()).happened(CaseEvent.Replied.class)).isEmpty();
  }

  @Test
  void aCitizenWithATelephoneIsShownTheTextMessage() {
    Case one =
        workplace.question(
            "+31612349876", "Sms Burger", "Lekkage", "Het lekt.", "huur-en-onderhoud");
    try (Page page = page(SAMIRA, one)) {
      assertThat(page.locator("#langs")).containsText("Per sms aan Sms Burger, 06 12349876");
      new Keys(page).type("#text", "Ik kom vandaag.").enterWithin("#bekijk");
      assertThat(page.locator(".preview__sms")).containsText("Ik kom vandaag.");
      assertThat(page.locator(".preview__sms")).containsText("Samira El Amrani");
    }
  }

  @Test
  void whereTheCitizenHasSeveralWaysTheWayCanBeChanged() {
    Case one = asked("wegen");
    Case apart =
        workplace.question(
            "+31612349877", "Burger wegen", "Erbij", "Sms mij.", "huur-en-onderhoud");
    Visitor samira = Visitor.loggedIn(workplace, SAMIRA);
    samira.get(path(apart));
    samira.post(path(apart) + "/hoort-bij", Map.of("into", one.id(), "differentCitizens", "yes"));
    try (Page page = page(SAMIRA, one)) {
      Keys keys = new Keys(page);
      keys.choose("#link", "2").type("#text", "Ik bel zo.").enterWithin("#bekijk");
      assertThat(page.locator(".preview__sms")).containsText("Ik bel zo.");
      assertThat(page.locator("#concept")).containsText("Bewaard");
    }
    try (Page page = page(SAMIRA, one)) {
      assertThat(page.locator("#link option:checked")).containsText("Per sms aan");
      new Keys(page).enter(SEND);
    }
    assertThat(workplace.found(one.id()).happened(CaseEvent.Replied.class))
        .extracting(CaseEvent.Replied::link)
        .containsExactly("2");
  }

  @Test
  void closingTheBrowserLosesNothingOfADraft() {
    Case one = asked("concept");
    try (Page page = page(SAMIRA, one)) {
      new Keys(page).type("#text", "Dit is nog niet af");
      assertThat(page.locator("#concept")).containsText("Bewaard: vandaag");
      page.keyboard().type(", maar bijna.");
      page.close(new Page.CloseOptions().setRunBeforeUnload(false));
    }
    try (Page page = page(SAMIRA, one)) {
      assertThat(page.locator("#text")).hasValue("Dit is nog niet af, maar bijna.");
      Keys keys = new Keys(page);
      keys.enter("button[form=concept-weg]");
      assertThat(page.locator("#text")).hasValue("");
      assertThat(page.locator("#concept")).containsText("U gooide vandaag");
      new Keys(page).enter("button[form=concept-terug]");
      assertThat(page.locator("#text")).hasValue("Dit is nog niet af, maar bijna.");
    }
    try (Page page = page(JAN, one)) {
      assertThat(page.locator("#text")).hasValue("");
    }
    more(one, "concept", "Nog iets.");
    try (Page page = page(SAMIRA, one)) {
      assertThat(page.locator("#nieuwer")).containsText("Daarna kwam dit erbij");
      assertThat(page.locator("#nieuwer")).containsText("Nog iets.");
      new Keys(page).enter(SEND);
      assertThat(page.locator("#text")).hasValue("");
      page.reload();
      assertThat(page.locator("#text")).hasValue("");
    }
  }

  @Test
  void twoWindowsOfOneOfficialOverwriteNothingOfEachOther() {
    Case one = asked("vensters");
    try (Page first = page(SAMIRA, one);
        Page second = page(SAMIRA, one)) {
      new Keys(first).type("#text", "Uit het eerste venster");
      assertThat(first.locator("#concept")).containsText("Bewaard");
      new Keys(second).type("#text", "Uit het tweede venster");
      assertThat(second.locator("#concept")).containsText("Uit het eerste venster");
      new Keys(second).enterWithin("#concept button[name=toch]");
      assertThat(second.locator("#concept")).containsText("Bewaard");
    }
  }

  @Test
  void onlyWhoReadsTheCaseHearsOfItAndOnlyWhoActsInItWrites() {
    Case one = asked("rollen");
    Map<String, String> text = Map.of("text", "Dag", "seen", one.lastReceived());
    for (String other : List.of("ravi.ramdin", "marijke.smit")) {
      Visitor visitor = Visitor.loggedIn(workplace, other);
      visitor.get("/wachtwoord");
      assertThat(visitor.get(path(one) + "/stroom").status()).isEqualTo(403);
      assertThat(visitor.get(path(one) + "/brief").status()).isEqualTo(403);
      for (String act : List.of("concept", "concept-weg", "concept-terug", "voorbeeld")) {
        assertThat(visitor.post(path(one) + "/" + act, text).status()).isEqualTo(403);
      }
    }
    Visitor jan = Visitor.loggedIn(workplace, JAN);
    jan.get(path(one));
    assertThat(jan.post(path(one) + "/concept", text).body()).contains("Bewaard");
    assertThat(jan.post(path(one) + "/voorbeeld", text).body()).contains("Re: Schimmel");
    assertThat(jan.get(path(one) + "/brief").body()).contains("Dag", "Jan de Vries");
    assertThat(jan.lines(path(one) + "/stroom"))
        .as("a coordinator hears")
        .satisfies(said -> Until.until("it is open", () -> !said.isEmpty()));
    Visitor marijke = Visitor.loggedIn(workplace, "marijke.smit");
    marijke.get(path(one));
    Visitor.Answer read = marijke.post(path(one) + "/lezen?toon=notities", Map.of("why", "klacht"));
    assertThat(read.body())
        .contains("/lezen?toon=berichten")
        .doesNotContain("/stroom", "De muur is nat.");
    assertThat(Visitor.loggedIn(workplace, SAMIRA).get(path(one) + "/brief").status())
        .isEqualTo(404);
  }

  @Test
  void whoSitsAtItsTableReadsOnInOlderStretchesAndWritesNothing() {
    Case one = asked("tafel");
    act(one, new SettingTable(one.official(), "Wat nu?", List.of("gloria.martina"), false, null));
    for (int i = 0; i < 110; i++) {
      act(one, new Noting(one.official(), "n" + i));
    }
    Visitor gloria = Visitor.loggedIn(workplace, "gloria.martina");
    String body = gloria.get(path(one)).body();
    assertThat(body).contains("href=\"" + path(one) + "?ouder=").doesNotContain("id=\"antwoord\"");
    assertThat(gloria.get(path(one) + "?ouder=0&toon=notities").body()).contains("n20");
    assertThat(gloria.post(path(one) + "/concept", Map.of("text", "x")).status()).isEqualTo(403);
  }

  @Test
  void aColleagueWhoReadsOrWritesShowsAndIsGoneByItself() {
    Case one = asked("samen");
    try (Page samira = page(SAMIRA, one)) {
      try (Page jan = page(JAN, one)) {
        assertThat(samira.locator("#aan-het-werk")).hasText("Jan de Vries leest mee.");
        assertThat(jan.locator("#aan-het-werk")).hasText("Samira El Amrani leest mee.");
        new Keys(jan).type("#text", "Ik begin vast.");
        assertThat(samira.locator("#aan-het-werk"))
            .hasText("Jan de Vries schrijft aan een antwoord.");
        isFine(samira);
      }
      workplace.clock.forward(Duration.ofSeconds(21));
      assertThat(samira.locator("#aan-het-werk")).hasText("");
    }
  }

  @Test
  void aNewMessageShowsByItselfAndMovesNothingOfWhatIsTyped() {
    Case one = asked("levend");
    try (Page page = page(SAMIRA, one)) {
      Keys keys = new Keys(page);
      keys.type("#text", "Ik schrijf");
      double before = page.locator("#text").boundingBox().y;
      more(one, "levend", "Het wordt erger.");
      assertThat(page.locator("#tijdlijn .arrived").first()).containsText("Het wordt erger.");
      assertThat(page.locator("#text").boundingBox().y)
          .isCloseTo(before, org.assertj.core.data.Offset.offset(2.0));
      page.keyboard().type(" gewoon door.");
      assertThat(page.locator("#text")).hasValue("Ik schrijf gewoon door.");
      page.locator("#tijdlijn .arrived").first().scrollIntoViewIfNeeded();
      String seen = latest(one);
      Until.until(
          "what was read counts as seen",
          () -> page.locator("#antwoord [name=seen]").inputValue().equals(seen));
    }
  }

  @Test
  void anAnswerNeverGoesOverANewerMessageThatWasNotShown() {
    Case one = asked("over");
    try (Page page = page(SAMIRA, one)) {
      page.route("**/stroom*", route -> route.abort());
      page.reload();
      new Keys(page).type("#text", "Er is niets aan de hand.");
      more(one, "over", "Het plafond valt.");
      new Keys(page).enter(SEND);
      assertThat(page.locator("#errors")).containsText("Er is niets verstuurd");
      assertThat(page.locator("#nieuwer")).containsText("Het plafond valt.");
      assertThat(page.locator("#text")).hasValue("Er is niets aan de hand.");
      isFine(page);
      new Keys(page).enter(SEND);
      assertThat(page.locator(".message--ours")).containsText("Er is niets aan de hand.");
    }
  }

  @Test
  void twoOfficialsInTwoBrowsersLoseNothing() {
    Case one = asked("twee");
    try (Page samira = page(SAMIRA, one);
        Page jan = page(JAN, one)) {
      for (Page page : List.of(samira, jan)) {
        page.route("**/stroom*", route -> route.abort());
        page.reload();
      }
      new Keys(samira).type("#text", "Antwoord van Samira.");
      new Keys(jan).type("#text", "Antwoord van Jan.");
      new Keys(samira).enter(SEND);
      new Keys(jan).enter(SEND);
      assertThat(jan.locator("#errors")).containsText("Er ging net al een antwoord weg");
      assertThat(jan.locator("#nieuwer")).containsText("Antwoord van Samira.");
      assertThat(jan.locator("#text")).hasValue("Antwoord van Jan.");
      jan.reload();
      assertThat(workplace.found(one.id()).happened(CaseEvent.Replied.class)).hasSize(1);
    }
    try (Page jan = page(JAN, one)) {
      assertThat(jan.locator("#text")).hasValue("Antwoord van Jan.");
      assertThat(jan.locator("#nieuwer")).containsText("Antwoord van Samira.");
      new Keys(jan).enter(SEND);
    }
    assertThat(workplace.found(one.id()).happened(CaseEvent.Replied.class)).hasSize(2);
  }
}
