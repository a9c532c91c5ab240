package nl.aanspreekpunt.web.work;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.process.Until;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.web.Browser;
import nl.aanspreekpunt.web.Clicks;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What moves a promise, as its official and its citizen see it. */
class MovingPagesTest {
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

  private static Case asked(String name, String topic) {
    return workplace.question(name + "@example.org", name, "Vraag van " + name, "Help.", topic);
  }

  private static Promise promise(Case one) {
    return workplace.found(one.id()).promises().get(0);
  }

  private static Page at(BrowserContext context, String path) {
    Page page = context.newPage();
    page.navigate(workplace.url(path));
    return page;
  }

  @Test
  void whatIsAskedLetsThePromiseWaitForAnAnswerThatIsMoreThanThanks() {
    Case one = asked("wachten", "huur-en-onderhoud");
    String work = "/werk/vragen/" + one.id();
    String id = promise(one).id();
    try (BrowserContext office = browser.somebody("nl", true);
        BrowserContext home = browser.somebody("nl", true)) {
      Page samira = Clicks.logIn(office, workplace, "samira.elamrani");
      samira.navigate(workplace.url(work));
      samira.click("#vraag");
      samira.click("form[action$='/vraag'] button");
      assertThat(samira.locator("#question-error")).isVisible();
      samira.fill("#question", "Op welk adres is de schimmel?");
      samira.click("form[action$='/vraag'] button");
      assertThat(samira.locator("[id='" + id + "']")).containsText("Wacht op de inwoner sinds");
      samira.navigate(workplace.url("/werk"));
      assertThat(samira.locator("#belofte-" + id)).containsText("Wacht op de inwoner");

      Page citizen = at(home, workplace.followPath(one, "1"));
      assertThat(citizen.locator("main")).containsText("wacht op uw antwoord, uiterlijk tot");
      writes(citizen, one, "OK, dank u wel!");
      assertThat(promise(one).waits()).as("thanks are no answer").isTrue();
      workplace.clock.forward(Duration.ofDays(1));
      writes(citizen, one, "De Dorpsstraat in Voorbeeldstad.");
      assertThat(promise(one).waits()).isFalse();
      assertThat(promise(one).due()).as("two days and one waited").isEqualTo(dueAfter(3));
      assertThat(citizen.locator("main")).containsText("U krijgt antwoord vóór");

      Page nextDay = Clicks.logIn(office, workplace, "samira.elamrani");
      nextDay.navigate(workplace.url(work));
      assertThat(nextDay.locator("#history").locator("xpath=.."))
          .containsText("De inwoner heeft geantwoord.");
    }
  }

  private static Instant dueAfter(int days) {
    return Workplace.MORNING.plus(Duration.ofDays(days));
  }

  private static void writes(Page citizen, Case one, String text) {
    String before = workplace.found(one.id()).lastReceived();
    citizen.reload();
    citizen.fill("#text", text);
    citizen.waitForNavigation(
        () -> citizen.click("form[action$='/antwoord'] button:not([type=button])"));
    Until.until(
        "the message is in the case",
        () -> !workplace.found(one.id()).lastReceived().equals(before));
    citizen.reload();
  }

  @Test
  void anotherMomentNeedsAReasonThatTheCitizenReads() {
    Case one = asked("verzetten", "huur-en-onderhoud");
    String id = promise(one).id();
    try (BrowserContext office = browser.somebody("nl", true);
        BrowserContext home = browser.somebody("nl", true)) {
      Page samira = Clicks.logIn(office, workplace, "samira.elamrani");
      samira.navigate(workplace.url("/werk/vragen/" + one.id()));
      samira.click("#verzetten-" + id);
      samira.fill("#renewTo-" + id, "2026-11-24T11:00");
      samira.fill("#renewWhy-" + id, "Het advies is er nog niet.");
      samira.click("form[action$='/verzetten'] button");
      assertThat(samira.locator("#renewTo-" + id + "-error")).isVisible();
      assertThat(samira.locator("#renewWhy-" + id)).hasValue("Het advies is er nog niet.");
      samira.fill("#renewTo-" + id, "2026-12-02T12:00");
      samira.click("form[action$='/verzetten'] button");
      assertThat(samira.locator("main")).containsText("Al 1 keer verzet");

      Page citizen = at(home, workplace.followPath(one, "1"));
      assertThat(citizen.locator("main"))
          .containsText("Samira El Amrani gaf u een nieuw moment: Het advies is er nog niet.");
      assertThat(citizen.locator(".due")).containsText("2 december");
    }
  }

  @Test
  void whatWasMovedTwiceIsWithWhoLeadsTheTeam() {
    Case one = asked("tweemaal", "huur-en-onderhoud");
    String work = "/werk/vragen/" + one.id();
    Visitor samira = Visitor.loggedIn(workplace, "samira.elamrani");
    samira.get(work);
    for (String to : List.of("2026-12-02T12:00", "2026-12-04T12:00", "2026-12-08T12:00")) {
      samira.post(work + "/verzetten", another(one, to));
    }
    assertThat(promise(one).moves().renewals()).as("a third is not hers to make").hasSize(2);

    Visitor jan = Visitor.loggedIn(workplace, "jan.devries");
    assertThat(jan.get("/werk/team").body())
        .contains("Twee keer verzet: de volgende keer beslist u", "Vraag van tweemaal");
    jan.get(work);
    assertThat(jan.post(work + "/verzetten", another(one, "2026-12-08T12:00")).status())
        .isEqualTo(303);
    assertThat(promise(one).moves().renewals()).hasSize(3);
  }

  private static Map<String, String> another(Case one, String to) {
    return Map.of("promise", promise(one).id(), "renewTo", to, "renewWhy", "Nog niet klaar.");
  }

  @Test
  void aFormalMessageGetsADecisionThatIsExtendedAsTheLawAllows() {
    Case one = asked("formeel", "bijstand");
    try (BrowserContext office = browser.somebody("en", true)) {
      Page fatma = Clicks.logIn(office, workplace, "fatma.yildiz");
      fatma.navigate(workplace.url("/werk/vragen/" + one.id()));
      fatma.click("#formeel");
      fatma.click("form[action$='/formeel'] button");
      assertThat(fatma.locator("aside")).containsText("Formal message");
      Promise decision = workplace.found(one.id()).promises().get(1);
      fatma.click("#verzetten-" + decision.id());
      assertThat(fatma.locator("#renewTo-" + decision.id() + "-hint"))
          .containsText("extend as the law allows: until");
      fatma.fill("#renewWhy-" + decision.id(), "We need the advice of others.");
      fatma.click("form[action$='/verzetten']:has(#renewWhy-" + decision.id() + ") button");
      assertThat(fatma.locator("main")).containsText("We need the advice of others.");
      Promise extended = workplace.found(one.id()).promises().get(1);
      assertThat(Duration.between(decision.due(), extended.due())).isEqualTo(Duration.ofDays(56));
      fatma.click("#niet-formeel");
      fatma.fill("#informal", "It was a question.");
      fatma.click("form[action$='/niet-formeel'] button");
      assertThat(fatma.locator("main")).containsText("no formal message: It was a question.");
      assertThat(workplace.found(one.id()).promise(decision.id()).orElseThrow().open()).isFalse();
    }
  }
}
