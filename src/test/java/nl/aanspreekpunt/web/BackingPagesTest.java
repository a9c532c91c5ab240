package nl.aanspreekpunt.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Backing;
import nl.aanspreekpunt.casework.Case;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Backing as who asks for it, and the manager, see it. */
class BackingPagesTest {
  private static final String SAMIRA = "samira.elamrani";
  private static final String PIETER = "pieter.hoekstra";
  private static Workplace workplace;
  private static int asked;

  @BeforeAll
  static void open() {
    workplace = new Workplace();
  }

  @AfterAll
  static void close() {
    workplace.close();
  }

  private static Case question() {
    String from = "huur" + ++asked + "@elders.example";
    return workplace.question(from, "Ans", "Mijn huur " + asked, "Geheim.", "huur-en-onderhoud");
  }

  private static String path(Case one) {
    return "/werk/vragen/" + one.id() + "/rugdekking";
  }

  private static Backing backing(Case one) {
    return workplace.found(one.id()).care().backed().all().get(0);
  }

  private static Keys logIn(Page page, String official) {
    page.navigate(workplace.url("/inloggen"));
    Keys keys = new Keys(page);
    keys.type("#email", workplace.email(official)).type("#password", Workplace.PASSWORD);
    return keys.enter("form[action='/inloggen'] button");
  }

  @Test
  void withTheKeyboardItIsAskedAndTheManagerSaysYesFromToday() {
    Case one = question();
    try (Browser browser = new Browser();
        BrowserContext first = browser.somebody("nl-NL", true);
        BrowserContext second = browser.somebody("nl-NL", true)) {
      Page samira = first.newPage();
      Keys asks = logIn(samira, SAMIRA);
      samira.navigate(workplace.url("/werk/vragen/" + one.id()));
      asks.enter("#rugdekking");
      Browser.isAccessible(samira, ColorScheme.LIGHT);
      asks.type("#from", "de wachttijd").type("#because", "Er is een baby in huis");
      asks.enter("form[action$='/rugdekking'] button");
      assertThat(samira.content()).contains("Pieter Hoekstra antwoordt vóór");
      Browser.isAccessible(samira, ColorScheme.LIGHT);

      Page pieter = second.newPage();
      Keys answers = logIn(pieter, PIETER);
      assertThat(pieter.content()).contains("Rugdekking voor Samira El Amrani");
      answers.enter("a[href='" + path(one) + "']");
      assertThat(pieter.content()).contains("de wachttijd", "baby").doesNotContain("Geheim.");
      Browser.isAccessible(pieter, ColorScheme.LIGHT);
      answers.enter("form[action$='/rugdekking-ja'] button");
      assertThat(pieter.content()).contains("Uw collega hoort dat u erachter staat");
      assertThat(backing(one).state()).isEqualTo(Backing.State.AGREED);
      samira.navigate(workplace.url("/werk/vragen/" + one.id()));
      assertThat(samira.content()).contains("Pieter Hoekstra staat hierachter");
    }
  }

  @Test
  void whoRefusesReadsTheCaseToExplainItAndTheCitizenHearsFromWhom() {
    Case one = question();
    Visitor samira = Visitor.loggedIn(workplace, SAMIRA);
    assertThat(samira.get(path(one)).status()).isEqualTo(200);
    assertThat(samira.post(path(one), Map.of("from", "de norm")).body()).contains("Schrijf waarom");
    samira.post(path(one), Map.of("from", "de norm", "because", "Haast"));
    Visitor pieter = Visitor.loggedIn(workplace, PIETER);
    pieter.get(path(one));
    Map<String, String> bare =
        Map.of("backing", one.id() + "-b1", "explanation", "Conform artikel 12 van de regeling.");
    Visitor.Answer refused = pieter.post(path(one) + "-nee", bare);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Alleen een regel noemen", "Conform artikel 12");

    Map<String, String> why =
        Map.of(
            "backing",
            one.id() + "-b1",
            "explanation",
            "Dan wachten drie andere gezinnen langer op herstel.");
    assertThat(pieter.post(path(one) + "-nee", why).status()).isEqualTo(303);
    assertThat(pieter.get("/werk/vragen/" + one.id()).body())
        .contains("Geheim.", "Ik leg u uit waarom niet.");
    assertThat(pieter.get("/werk").body()).contains(one.id());
    assertThat(samira.get("/werk/vragen/" + one.id() + "?taal=en").status()).isEqualTo(200);
    assertThat(samira.get(path(one)).body()).contains("does not stand behind this");
    assertThat(new Visitor(workplace).get(workplace.followPath(one, "1")).body())
        .contains("Pieter Hoekstra legt u uit", "Samira El Amrani")
        .doesNotContain("Neemt het waar", "drie andere gezinnen", "de norm");
  }

  @Test
  void whoMayReadWhatHoldsHereToo() {
    Case one = question();
    Visitor samira = Visitor.loggedIn(workplace, SAMIRA);
    samira.get(path(one));
    samira.post(path(one), Map.of("from", "de wachttijd", "because", "Haast"));
    Map<String, String> it = Map.of("backing", one.id() + "-b1");
    for (String none :
        new String[] {"ravi.ramdin", "marijke.smit", "gloria.martina", "meilin.chen"}) {
      Visitor other = Visitor.loggedIn(workplace, none);
      assertThat(other.get(path(one)).status()).as(none).isEqualTo(403);
      assertThat(other.post(path(one) + "-ja", it).status()).as(none).isEqualTo(403);
    }
    Visitor jan = Visitor.loggedIn(workplace, "jan.devries");
    assertThat(jan.get(path(one)).body()).contains("de wachttijd").doesNotContain("rugdekking-ja");
    assertThat(jan.post(path(one) + "-ja", it).body()).contains("aan iemand anders gevraagd");
    Visitor pieter = Visitor.loggedIn(workplace, PIETER);
    assertThat(pieter.get(path(one)).body()).contains("rugdekking-ja").doesNotContain("Geheim.");
    assertThat(pieter.get("/werk/vragen/" + one.id()).body()).doesNotContain("Geheim.");
    assertThat(pieter.post(path(one) + "-terug", it).status()).as("not theirs").isEqualTo(403);
    assertThat(new Visitor(workplace).get(path(one)).status()).isEqualTo(303);

    assertThat(samira.post(path(one) + "-terug", it).status()).isEqualTo(303);
    assertThat(pieter.get(path(one)).status()).isEqualTo(403);
    assertThat(backing(one).state()).isEqualTo(Backing.State.WITHDRAWN);
  }
}
