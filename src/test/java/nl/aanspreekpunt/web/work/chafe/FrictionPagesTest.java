package nl.aanspreekpunt.web.work.chafe;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.friction.Friction;
import nl.aanspreekpunt.web.Browser;
import nl.aanspreekpunt.web.Keys;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An official reports what chafes from a case; policy answers; each sees as much as is theirs. */
class FrictionPagesTest {
  private static final String LIST = "/werk/knelpunten";
  private static final String ANSWER = "Een verklaring van de opvang is nu ook goed als bewijs.";
  private static Workplace workplace;

  @BeforeAll
  static void open() {
    workplace = new Workplace(Workplace.oneForEachTopic(), Map.of("frictions.public", "true"));
  }

  @AfterAll
  static void close() {
    workplace.close();
  }

  @Test
  void itIsReportedFromACaseAnsweredByPolicyAndReadByEverybody() {
    Case one = question("a@elders.example");
    String form = LIST + "/nieuw?vraag=" + one.id();
    Visitor samira = Visitor.loggedIn(workplace, "samira.elamrani");
    assertThat(samira.get("/werk/vragen/" + one.id()).body()).contains(form);
    assertThat(samira.get(form).body()).contains("Mijn huur", "De inwoner wil horen");
    Map<String, String> empty = Map.of("about", one.id());
    assertThat(samira.post(LIST + "/nieuw", empty).body()).contains("Zeg welke regel");
    Map<String, String> named =
        Map.of("about", one.id(), "rule", "Formulier woonadres", "what", "Ans Jonker kon niet");
    Visitor.Answer refused = samira.post(LIST + "/nieuw", named);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("lijkt een naam", "Formulier woonadres");
    String id = report(samira, one, "Formulier woonadres eist een huurcontract");
    assertThat(samira.get(LIST + "/" + id).body())
        .contains("antwoordt vóór", "/werk/vragen/" + one.id());
    assertThat(samira.get("/werk/vragen/" + one.id()).body())
        .contains("meldde dat hier iets knelt");

    Visitor ravi = Visitor.loggedIn(workplace, "ravi.ramdin");
    assertThat(ravi.get(LIST).body()).contains("Formulier woonadres eist een huurcontract");
    assertThat(ravi.get(LIST + "/" + id).body())
        .as("who may not read the case sees no number")
        .contains("een vraag die u niet kunt lezen")
        .doesNotContain(one.id(), "/stap", "/eigenaar");
    assertThat(ravi.post(LIST + "/" + id + "/stap", step("STAYS", ANSWER)).status()).isEqualTo(403);
    assertThat(ravi.post(LIST + "/" + id + "/eigenaar", Map.of("owner", "ravi.ramdin")).status())
        .isEqualTo(403);
    assertThat(ravi.get(form).status()).isEqualTo(403);
    Visitor auditor = Visitor.loggedIn(workplace, "marijke.smit");
    assertThat(auditor.get(LIST + "/" + id).body()).doesNotContain(one.id(), "/stap");

    String owner = workplace.found(friction(id).number()).official();
    Visitor policy = Visitor.loggedIn(workplace, owner);
    assertThat(policy.get("/werk").body()).contains("Beantwoord het knelpunt");
    String answers = "/werk/vragen/" + friction(id).number();
    assertThat(policy.get(answers).body()).contains(LIST + "/" + id);
    assertOffersNothingThatIsRefused(policy, answers);
    policy.get(LIST + "/" + id);
    assertThat(policy.post(LIST + "/" + id + "/stap", step("STAYS", "Nee.")).body())
        .contains("in een hele zin", "Nee.");
    workplace.clock.forward(Duration.ofMinutes(1));
    assertThat(policy.post(LIST + "/" + id + "/stap", step("CHANGED", ANSWER)).status())
        .isEqualTo(303);
    assertOffersNothingThatIsRefused(policy, answers);
    assertThat(samira.get(LIST + "/" + id).body()).contains(ANSWER, "Het gaat nu anders");
    assertThat(samira.get("/werk/vragen/" + one.id()).body()).contains(ANSWER);
    Visitor citizen = new Visitor(workplace);
    assertThat(citizen.get(workplace.followPath(one, "1")).body()).contains(ANSWER);
    assertThat(citizen.get("/knelpunten").body()).contains("Ook een verklaring van de opvang");
    assertThat(citizen.get("/knelpunten?taal=en").body())
        .contains("What changed because of practice");
    assertThat(citizen.get(LIST + "/" + id).status()).isEqualTo(303);
  }

  @Test
  void whatIsTheSameIsGatheredByAPersonAndTakenApartAgain() {
    Visitor samira = Visitor.loggedIn(workplace, "samira.elamrani");
    Case one = question("b@elders.example");
    Case other = question("c@elders.example");
    String first = report(samira, one, "Inkomensverklaring weekloon uitzendkrachten");
    workplace.clock.forward(Duration.ofHours(3));
    String second = report(samira, other, "Uitzendkrachten en inkomensverklaring per weekloon");
    assertThat(samira.get(LIST + "/" + second).body())
        .contains("Is dit hetzelfde?", "In beide: ", "uitzendkrachten");
    Case owed = workplace.found(friction(second).number());
    assertThat(samira.post(LIST + "/" + second + "/samen", Map.of("into", first)).status())
        .isEqualTo(303);
    assertThat(workplace.found(owed.id()).open()).isFalse();
    assertThat(samira.get(LIST + "/" + second).body()).contains("Dat antwoord is ook voor dit");
    assertThat(samira.get(LIST + "/" + first).body()).contains("Meldingen (2)");
    samira.get(LIST + "/" + second);
    assertThat(samira.post(LIST + "/" + second + "/apart", Map.of()).status()).isEqualTo(303);
    Case again = workplace.found(owed.id());
    assertThat(again.open()).isTrue();
    assertThat(again.dueAt()).as("no due time moved").isEqualTo(owed.dueAt());
    assertThat(samira.get(LIST + "/" + first).body()).contains("Meldingen (1)");
  }

  @Test
  void byKeyboardAloneItIsReportedFromTheMenuAndAnswered() {
    Case one = question("k@elders.example");
    try (Browser browser = new Browser();
        BrowserContext reports = browser.somebody("nl", true);
        BrowserContext answers = browser.somebody("nl", true)) {
      Page page = reports.newPage();
      Keys keys = logIn(page, "samira.elamrani");
      keys.space(".house__more summary");
      keys.enter("a[href='" + LIST + "']").enter("main a[href='" + LIST + "/nieuw']");
      page.navigate(workplace.url(LIST + "/nieuw?vraag=" + one.id()));
      keys.enter("main form button").hears("#errors", "Zeg welke regel");
      keys.enterWithin("#errors a[href='#rule']").type("#rule", "Formulier K eist een printer");
      keys.type("#what", "Wie geen printer heeft kan het niet sturen").space("#tells");
      Browser.isAccessible(page, ColorScheme.LIGHT);
      keys.enter("main form button").hears("#done", "Gemeld.");
      Browser.isAccessible(page, ColorScheme.LIGHT);

      Friction reported = await(workplace.frictionWork.frictions().about(one.id(), 1)).get(0);
      Page policy = answers.newPage();
      keys = logIn(policy, workplace.found(reported.number()).official());
      policy.navigate(workplace.url(LIST));
      Browser.isAccessible(policy, ColorScheme.LIGHT);
      keys.enter("main a[href='" + LIST + "/" + reported.id() + "']");
      keys.choose("#state", "CHANGED").type("#words", "Een foto van het formulier is nu genoeg.");
      Browser.isAccessible(policy, ColorScheme.DARK);
      keys.enter("form[action$='/stap'] button").hears("#done", "Opgeslagen.");
      assertThat(friction(reported.id()).ended()).isTrue();
    }
  }

  private static Keys logIn(Page page, String official) {
    page.navigate(workplace.url("/inloggen"));
    Keys keys = new Keys(page);
    keys.type("#email", workplace.email(official)).type("#password", Workplace.PASSWORD);
    return keys.enter("form[action='/inloggen'] button");
  }

  /** It leads to where it is answered. */
  private static void assertOffersNothingThatIsRefused(Visitor policy, String path) {
    assertThat(policy.get(path).body())
        .contains("antwoord daar")
        .contains("notitie")
        .doesNotContain(path + "/antwoord", path + "/vraag", path + "/gesprek", path + "/bellen")
        .doesNotContain(path + "/sluiten", path + "/heropenen", path + "/beslissen")
        .doesNotContain(path + "/afspraak", path + "/plaats", path + "/hoort-bij", path + "/vast");
  }

  private static Map<String, String> step(String state, String words) {
    return Map.of(
        "state", state, "words", words, "plain", "Ook een verklaring van de opvang is goed.");
  }

  private static Friction friction(String id) {
    return await(workplace.frictionWork.frictions().find(id)).orElseThrow();
  }

  private static Case question(String from) {
    return workplace.question(from, "Ans Jonker", "Mijn huur", "Te hoog.", "huur-en-onderhoud");
  }

  private static String report(Visitor by, Case about, String rule) {
    by.get(LIST + "/nieuw?vraag=" + about.id());
    Visitor.Answer sent =
        by.post(
            LIST + "/nieuw",
            Map.of(
                "about",
                about.id(),
                "rule",
                rule,
                "what",
                "Wie in de opvang slaapt kan dit niet geven",
                "tells",
                "yes"));
    assertThat(sent.status()).as(sent.body()).isEqualTo(303);
    return await(workplace.frictionWork.frictions().about(about.id(), 1)).get(0).id();
  }
}
