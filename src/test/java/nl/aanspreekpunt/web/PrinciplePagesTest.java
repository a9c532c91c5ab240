package nl.aanspreekpunt.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Alert;
import nl.aanspreekpunt.casework.Case;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Principles as officials see them: who is on it, acting on one, accounting, and their use. */
class PrinciplePagesTest {
  private static final String WATER = "water-en-energie";
  private static final String SAMIRA = "samira.elamrani";
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

  private static Case asked(String text, String topic) {
    String from = "water" + ++asked + "@elders.example";
    return workplace.question(from, "Ans", "Vraag " + asked, text, topic);
  }

  private static Alert.State state(Case one) {
    return workplace.found(one.id()).care().principled().alert(WATER).orElseThrow().state();
  }

  @Test
  void withTheKeyboardSomebodyIsOnItActsAndAccountsInTwoSentences() {
    Case dry = asked("Ik zit sinds vanmorgen zonder water.", WATER);
    try (Browser browser = new Browser();
        BrowserContext samira = browser.somebody("nl-NL", true)) {
      Page page = samira.newPage();
      page.navigate(workplace.url("/inloggen"));
      Keys keys = new Keys(page);
      keys.type("#email", workplace.email(SAMIRA)).type("#password", Workplace.PASSWORD);
      keys.enter("form[action='/inloggen'] button");
      keys.enter("form[action='/werk/vragen/" + dry.id() + "/oppakken'] button");
      assertThat(page.content()).contains("U pakt dit op");
      assertThat(state(dry)).isEqualTo(Alert.State.TAKEN);
      Browser.isAccessible(page, ColorScheme.LIGHT);

      keys.enter("a[href='/werk/vragen/" + dry.id() + "/uitgangspunt']");
      keys.type("#what", "Borg gestaan bij het waterbedrijf").type("#euros", "400");
      Browser.isAccessible(page, ColorScheme.LIGHT);
      keys.enter("form[action$='/uitgangspunt'] button");
      assertThat(page.content()).contains("Borg gestaan bij het waterbedrijf", "(€ 400)");
      Browser.isAccessible(page, ColorScheme.LIGHT);

      keys.enter("a[href*='/verantwoording']");
      Browser.isAccessible(page, ColorScheme.LIGHT);
      keys.type("#cost", "Vierhonderd euro borg.").type("#brought", "Het water loopt weer.");
      keys.enter("form[action$='/verantwoording'] button");
      assertThat(page.content()).contains("Anderen kunnen ervan leren");

      page.navigate(workplace.url("/werk/uitgangspunten"));
      assertThat(page.content()).contains("Het water loopt weer.").doesNotContain(dry.id());
      Browser.isAccessible(page, ColorScheme.LIGHT);
    }
  }

  @Test
  void aboveTheMandateIsSaidWithTheWayOnAndWhatWasTypedStays() {
    Case dry = asked("Help.", WATER);
    String path = "/werk/vragen/" + dry.id() + "/uitgangspunt";
    Visitor samira = Visitor.loggedIn(workplace, SAMIRA);
    assertThat(samira.get(path).body()).contains("Geen gezin zonder kraanwater", "€ 500");
    Map<String, String> much =
        Map.of("principle", WATER, "what", "Rekening betaald", "euros", "900");
    Visitor.Answer refused = samira.post(path, much);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Vraag rugdekking", "Rekening betaald", "value=\"900\"");
    Map<String, String> none = Map.of("principle", WATER, "what", "Iets", "euros", "veel");
    assertThat(samira.post(path, none).body()).contains("Schrijf hele euro’s");

    Map<String, String> fits = Map.of("principle", WATER, "what", "Gebeld", "euros", "");
    samira.get(path);
    assertThat(samira.post(path, fits).status()).isEqualTo(303);
    String made = dry.id() + "-i1";
    assertThat(samira.get("/werk/vragen/" + dry.id()).body()).contains("Dit was een vergissing");
    Map<String, String> it = Map.of("invocation", made);
    assertThat(samira.post("/werk/vragen/" + dry.id() + "/verantwoording", it).body())
        .contains("Schrijf in één zin wat het kostte");
    assertThat(samira.post(path + "-terug", it).status()).isEqualTo(303);
    assertThat(samira.get("/werk/vragen/" + dry.id()).body())
        .contains("nam terug")
        .doesNotContain("Dit was een vergissing");
  }

  @Test
  void wordsThatMayMeanOneAreJudgedOnThePageAndTheNextIsToldWhenSomebodyCannot() {
    Case rent = asked("De verwarming en de kraan zijn oud.", "huur-en-onderhoud");
    String path = "/werk/vragen/" + rent.id();
    Visitor samira = Visitor.loggedIn(workplace, SAMIRA);
    assertThat(samira.get(path).body()).contains("Misschien raakt dit bericht", "verwarming");
    assertThat(samira.get("/werk").body()).contains("Misschien raakt dit bericht");
    Map<String, String> water = Map.of("principle", WATER);
    samira.post(path + "/raakt", Map.of("principle", WATER, "touches", "yes"));
    assertThat(state(rent)).isEqualTo(Alert.State.CALLING);
    samira.post(path + "/oppakken", water);
    samira.get(path + "?taal=en");
    assertThat(samira.get(path).body()).contains("You are on it", "I cannot after all");
    samira.post(path + "/loslaten", water);
    assertThat(state(rent)).isEqualTo(Alert.State.CALLING);
    assertThat(samira.post(path + "/loslaten", water).location()).contains("loslaten-al");
  }

  @Test
  void whoMayReadWhatHoldsHereToo() {
    Case dry = asked("Vertrouwelijk verhaal.", WATER);
    String path = "/werk/vragen/" + dry.id();
    Map<String, String> water = Map.of("principle", WATER);
    for (String none :
        new String[] {"ravi.ramdin", "marijke.smit", "pieter.hoekstra", "meilin.chen"}) {
      Visitor other = Visitor.loggedIn(workplace, none);
      assertThat(other.get("/werk/uitgangspunten").status()).as(none).isEqualTo(200);
      assertThat(other.get(path + "/uitgangspunt").status()).as(none).isEqualTo(403);
      assertThat(other.get(path + "/verantwoording").status()).as(none).isEqualTo(403);
      assertThat(other.post(path + "/oppakken", water).status()).as(none).isEqualTo(403);
    }
    for (String all : new String[] {SAMIRA, "jan.devries"}) {
      assertThat(Visitor.loggedIn(workplace, all).get(path + "/uitgangspunt").status())
          .as(all)
          .isEqualTo(200);
    }
    Visitor citizen = new Visitor(workplace);
    assertThat(citizen.get("/werk/uitgangspunten").status()).isEqualTo(303);
    assertThat(citizen.get(workplace.followPath(dry, "1")).body())
        .doesNotContain("oppakken", "mandaat", "kreeg meteen bericht");
  }
}
