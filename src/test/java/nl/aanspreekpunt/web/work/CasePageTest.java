package nl.aanspreekpunt.web.work;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Noting;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.web.Browser;
import nl.aanspreekpunt.web.Clicks;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What who works on a case sees and does, and what anybody else may see of it. */
class CasePageTest {
  private static final String ANSWER = "U krijgt deze week iemand langs die ernaar kijkt.";
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
        name + "@example.org",
        name,
        "Schimmel bij " + name,
        "De muur is nat.",
        "huur-en-onderhoud",
        Map.of("callbackPhone", "+31612345678"));
  }

  private static String path(Case one) {
    return "/werk/vragen/" + one.id();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void theResponsibleOfficialReadsAnswersAndCloses(String language) {
    Case one = asked("lezer" + language);
    try (BrowserContext context = browser.somebody(language, true)) {
      Page page = Clicks.logIn(context, workplace, "samira.elamrani");
      page.navigate(workplace.url(path(one)));
      assertThat(page.locator(".message").first()).containsText("De muur is nat.");
      String why =
          language.equals("nl")
              ? "Gekozen onderwerp: Huur en onderhoud."
              : "Topic that was chosen: Rent and repairs.";
      assertThat(page.locator("[aria-labelledby=route]")).containsText(why);
      assertThat(page.locator(".happened").first()).containsText(why);
      page.fill("#text", ANSWER);
      page.click("#antwoord .utrecht-button--primary-action");
      assertThat(page.locator(".message--ours")).containsText(ANSWER);
      page.click("#sluiten");
      page.selectOption("#outcome", "GRANTED");
      page.fill("#explanation", "ja");
      page.click("form[action$='/sluiten'] button");
      assertThat(page.locator("#errors")).isVisible();
      page.selectOption("#attempt", "REACHED");
      page.click("form[action$='/poging'] button");
      page.click("#sluiten");
      page.fill("#explanation", "De muur is droog.");
      page.click("form[action$='/sluiten'] button");
      assertThat(page.locator("#outcome-error")).isVisible();
      assertThat(page.locator("#explanation")).hasValue("De muur is droog.");
      page.selectOption("#outcome", "GRANTED");
      page.click("form[action$='/sluiten'] button");
      assertThat(page.locator("form[action$='/heropenen']")).isVisible();
    }
    assertThat(workplace.found(one.id()).open()).isFalse();
  }

  @Test
  void theFirstToAnswerBecomesTheStandingOfficialUnlessSomebodyChangesIt() {
    Case one = asked("vast");
    Visitor samira = Visitor.loggedIn(workplace, "samira.elamrani");
    samira.get(path(one));
    Visitor.Answer sent =
        samira.post(path(one) + "/antwoord", Map.of("text", ANSWER, "seen", one.lastReceived()));
    assertThat(sent.status()).isEqualTo(303);
    assertThat(standing(one)).isEqualTo("samira.elamrani");
    samira.post(path(one) + "/vast", Map.of("standing", "jan.devries"));
    assertThat(standing(one)).isEqualTo("jan.devries");
  }

  private static String standing(Case one) {
    return Workplace.await(workplace.identities.ofCitizen(one.citizen()))
        .get(0)
        .standingFor(one.topic());
  }

  @Test
  void anAnswerIsNotSentWhenANewerMessageCameInAndNothingTypedIsLost() {
    Case one = asked("nieuwer");
    Visitor samira = Visitor.loggedIn(workplace, "samira.elamrani");
    samira.get(path(one));
    workplace.question(
        "nieuwer@example.org",
        "nieuwer",
        "Erbij",
        "Nu ook de vloer.",
        null,
        Map.of("case", one.id()));
    Visitor.Answer again =
        samira.post(path(one) + "/antwoord", Map.of("text", ANSWER, "seen", one.lastReceived()));
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.body()).contains("Nu ook de vloer.", ANSWER, "Er is niets verstuurd");
    assertThat(workplace.found(one.id()).openPromises())
        .anyMatch(promise -> promise.kind() == PromiseKind.CALLBACK);
  }

  @Test
  void aFormFromAnotherSiteIsRefused() {
    Case one = asked("vreemd");
    Visitor samira = Visitor.loggedIn(workplace, "samira.elamrani");
    Visitor.Answer refused = samira.post(path(one) + "/notitie", Map.of("noted", "x"), "not.ours");
    assertThat(refused.status()).isEqualTo(403);
  }

  @Test
  void anOfficialOfAnotherTeamSeesWhoseItIsAndCanDoNothing() {
    Case one = asked("anders");
    Visitor ravi = Visitor.loggedIn(workplace, "ravi.ramdin");
    Visitor.Answer seen = ravi.get(path(one));
    assertThat(seen.body()).contains("Samira El Amrani", "Schimmel bij anders");
    assertThat(seen.body()).doesNotContain("De muur is nat.", "anders@example.org");
    assertThat(ravi.post(path(one) + "/notitie", Map.of("noted", "x")).status()).isEqualTo(403);
    assertThat(ravi.post(path(one) + "/lezen", Map.of("why", "zomaar")).status()).isEqualTo(403);
  }

  @Test
  void ofAConfidentialTopicNotEvenTheSubjectShows() {
    Case one =
        workplace.question(
            "stil@example.org", "Stil", "Mijn schulden", "Ik kan het niet betalen", "schuldhulp");
    Visitor.Answer seen = Visitor.loggedIn(workplace, "ravi.ramdin").get(path(one));
    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.body()).doesNotContain("Mijn schulden", "betalen");
  }

  @Test
  void anAuditorReadsAfterStatingAReasonThatIsRecordedAndCannotAct() {
    Case one = asked("nagekeken");
    Visitor marijke = Visitor.loggedIn(workplace, "marijke.smit");
    assertThat(marijke.get(path(one)).body()).doesNotContain("De muur is nat.");
    assertThat(marijke.post(path(one) + "/lezen", Map.of("why", " ")).status()).isEqualTo(422);
    Visitor.Answer read = marijke.post(path(one) + "/lezen", Map.of("why", "klacht 12"));
    assertThat(read.body()).contains("De muur is nat.", "klacht 12");
    assertThat(read.body()).doesNotContain("/antwoord\"");
    assertThat(marijke.post(path(one) + "/antwoord", Map.of("text", "x")).status()).isEqualTo(403);
  }

  @Test
  void anAuditorReadsOnInOlderPagesForTheSameReason() {
    Case one = asked("ouder");
    for (int i = 0; i < 110; i++) {
      Workplace.await(workplace.casework.change(one.id(), new Noting(one.official(), "n" + i)));
    }
    Visitor marijke = Visitor.loggedIn(workplace, "marijke.smit");
    marijke.get(path(one));
    Map<String, String> why = Map.of("why", "klacht 13");
    assertThat(marijke.post(path(one) + "/lezen", why).body())
        .contains("n105", path(one) + "/lezen?ouder=", "name=\"why\" value=\"klacht 13\"");
    assertThat(marijke.post(path(one) + "/lezen?ouder=0", why).body())
        .contains("n20")
        .doesNotContain("n105");
    assertThat(marijke.get(path(one) + "?ouder=0").body()).doesNotContain("n20");
  }

  @Test
  void whoseComplaintItIsAboutFindsNothing() {
    assertThat(Visitor.loggedIn(workplace, "jan.devries").get("/werk/vragen/XXXXXXXXX").status())
        .isEqualTo(404);
  }

  @Test
  void anOfficialOffersAndOnlyWhoLeadsTheTeamHandsOverAtOnce() {
    Case one = asked("over");
    Map<String, String> given = Map.of("successor", "fatma.yildiz", "handover", "Kent de buurt");
    Visitor samira = Visitor.loggedIn(workplace, "samira.elamrani");
    assertThat(samira.get(path(one)).body())
        .contains("action=\"" + path(one) + "/aanbieden\"", "Vraag het Jan de Vries")
        .doesNotContain("action=\"" + path(one) + "/overdragen\"");
    Visitor.Answer refused = samira.post(path(one) + "/overdragen", given);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Bied de vraag aan: uw collega zegt zelf ja of nee.");
    assertThat(workplace.found(one.id()).official()).isEqualTo("samira.elamrani");

    Visitor jan = Visitor.loggedIn(workplace, "jan.devries");
    assertThat(jan.get(path(one)).body())
        .contains("action=\"" + path(one) + "/overdragen\"")
        .doesNotContain("Vraag het Jan de Vries");
    assertThat(jan.post(path(one) + "/overdragen", Map.of()).status()).isEqualTo(422);
    jan.post(path(one) + "/overdragen", given);
    assertThat(workplace.found(one.id()).official()).isEqualTo("fatma.yildiz");
  }

  @Test
  void aQuestionThatBelongsToAnotherIsJoinedToItAndBothNumbersLeadThere() {
    Case one = asked("hoort");
    Case apart = asked("apart");
    Visitor samira = Visitor.loggedIn(workplace, "samira.elamrani");
    samira.get(path(apart));

    Map<String, String> into = Map.of("into", one.id(), "differentCitizens", "yes");
    Visitor.Answer joined = samira.post(path(apart) + "/hoort-bij", into);

    assertThat(joined.status()).isEqualTo(303);
    assertThat(workplace.found(apart.id()).joined()).isTrue();
    assertThat(workplace.found(one.id()).holds(apart.openedBy())).isTrue();
    assertThat(samira.get(path(one)).body().split("De muur is nat", -1)).hasSize(3);
    assertThat(samira.post(path(one) + "/hoort-bij", Map.of("into", apart.id())).status())
        .isEqualTo(422);
  }
}
