package nl.aanspreekpunt.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.store.StoreAway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whose session ends while they work loses nothing, and nobody else gets what they typed. */
class SessionEndedTest {
  private static final String TYPED = "Goedemorgen,\n\nIk kom \"morgen\" kijken & bel u daarna.";
  private static final Duration OVERNIGHT = Duration.ofHours(13);
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
        name + "@elders.example", name, "Vraag van " + name, "Schimmel.", "huur-en-onderhoud");
  }

  private static Page typing(BrowserContext context, Case one) {
    Page page = Clicks.logIn(context, workplace, "samira.elamrani");
    page.navigate(workplace.url("/werk/vragen/" + one.id()));
    page.fill("#text", TYPED);
    return page;
  }

  private static void send(Page page) {
    page.click("#antwoord .utrecht-button--primary-action");
    page.waitForLoadState();
  }

  private static void logIn(Page page, String official, String password) {
    page.fill("#email", workplace.email(official));
    page.fill("#password", password);
    page.click("form[action='/inloggen'] button");
    page.waitForLoadState();
  }

  @Test
  void anAnswerThatWasTypedIsThereAfterLoggingInAgainAndCanBeSent() {
    Case one = asked("anna");
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = typing(context, one);
      workplace.clock.forward(OVERNIGHT);
      send(page);
      assertThat(page.locator("#errors")).containsText("wat u typte, gaat niet verloren");
      logIn(page, "samira.elamrani", "een verkeerd wachtwoord");
      assertThat(page.locator("#errors")).isVisible();
      logIn(page, "samira.elamrani", Workplace.PASSWORD);
      assertThat(page.locator("#text")).hasValue(TYPED);
      assertThat(page.locator("#done")).containsText("nog niet verstuurd");
      assertThat(page.locator(".message--ours")).hasCount(0);
      send(page);
      assertThat(page.locator(".message--ours .message__text")).hasText(TYPED);
    }
  }

  @Test
  void whatReadsAlongWhileSomebodyTypesTakesNothingFromThem() {
    Case one = asked("gijs");
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = typing(context, one);
      workplace.clock.forward(OVERNIGHT);
      assertThat(readAlong(page, ".")).isEqualTo(401);
      Clicks.logIn(context, workplace, "samira.elamrani").close();
      assertThat(readAlong(page, ".")).isEqualTo(403);
      assertThat(page).hasURL(workplace.url("/werk/vragen/" + one.id()));
      assertThat(page.locator("#text")).hasValue(TYPED + "..");
      assertThat(page.locator("#gelezen")).isEmpty();
    }
  }

  /** What the page asks by itself once there is more to read; its status. */
  private static int readAlong(Page page, String more) {
    page.locator("#text").press("End");
    return page.waitForResponse("**/lees", () -> page.locator("#text").pressSequentially(more))
        .status();
  }

  @Test
  void whoLoggedInAgainElsewhereInTheSameBrowserFindsItToo() {
    Case one = asked("bert");
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = typing(context, one);
      workplace.clock.forward(OVERNIGHT);
      Clicks.logIn(context, workplace, "samira.elamrani").close();
      send(page);
      assertThat(page.locator("#text")).hasValue(TYPED);
      assertThat(page.locator("#done")).containsText("nog niet verstuurd");
      send(page);
      assertThat(page.locator(".message--ours .message__text")).hasText(TYPED);
    }
  }

  @Test
  void aColleagueWhoLogsInInsteadDoesNotGetIt() {
    Case one = asked("cora");
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = typing(context, one);
      workplace.clock.forward(OVERNIGHT);
      send(page);
      logIn(page, "jan.devries", Workplace.PASSWORD);
      assertThat(page).hasURL(workplace.url("/werk/vragen/" + one.id()));
      assertThat(page.locator("#text")).hasValue("");
    }
  }

  @Test
  void whatAnotherSiteFillsInIsNeverShown() {
    Case one = asked("daan");
    String path = "/werk/vragen/" + one.id();
    Map<String, String> form = Map.of("text", "Van een ander");
    Visitor stranger = new Visitor(workplace);
    assertThat(stranger.post(path + "/antwoord", form, "").location()).isEqualTo("/inloggen");
    Map<String, String> carried =
        Map.of(
            "email",
            workplace.email("samira.elamrani"),
            "password",
            Workplace.PASSWORD,
            "typed-to",
            path + "/antwoord",
            "typed.text",
            "Van een ander",
            "typed.token",
            "1795510800.0000000000000000");
    stranger.get("/inloggen");
    Visitor.Answer in = stranger.post("/inloggen", carried);
    assertThat(in.status()).isEqualTo(303);
    assertThat(in.location()).isEqualTo(path);
    assertThat(stranger.get(path).body()).doesNotContain("Van een ander");
  }

  @Test
  void todayAsksToLogInWhenSomethingNewComesAndNeverLooksEmpty() {
    asked("emma");
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = Clicks.logIn(context, workplace, "samira.elamrani");
      page.waitForRequest("**/werk/stroom*", () -> page.reload());
      Page other = context.newPage();
      other.navigate(workplace.url("/wachtwoord"));
      other.click("form[action='/uitloggen'] button");
      asked("fien");
      page.waitForURL("**/inloggen?naar=%2Fwerk");
    }
  }

  @Test
  void whileTheDatabaseIsAwayWhatWasTypedIsOnThePageThatSaysSo() {
    BodyHandler body = BodyHandler.create(false);
    workplace
        .router()
        .post("/werk/kapot")
        .handler(body)
        .handler(context -> context.fail(new StoreAway("away")));
    Visitor samira = new Visitor(workplace);
    Map<String, String> form = Map.of("text", "Ik kom <morgen> kijken.", "seen", "x-1");
    Visitor.Answer away = samira.post("/werk/kapot", form);
    assertThat(away.status()).isEqualTo(503);
    assertThat(away.body())
        .contains("Ik kom &lt;morgen&gt; kijken.", "Misschien is het niet bewaard")
        .doesNotContain("x-1");
  }

  @Test
  void afterLoggingInThePageThatWasAskedForShowsAlsoWithAQuery() {
    for (String page : List.of("/werk/vragen/X?ouder=1", "/werk/team/vertrek/a.b?vanaf=50")) {
      Visitor stranger = new Visitor(workplace);
      String login = stranger.get(page).location();
      assertThat(stranger.get(login).body()).contains("name=\"naar\" value=\"" + page + "\"");
      Map<String, String> fields =
          Map.of(
              "email",
              workplace.email("thomas.bakker"),
              "password",
              Workplace.PASSWORD,
              "naar",
              page);
      assertThat(stranger.post("/inloggen", fields).location()).isEqualTo(page);
    }
  }
}
