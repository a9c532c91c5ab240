package nl.aanspreekpunt.web.work.story;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Closing;
import nl.aanspreekpunt.casework.Done;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.story.Story;
import nl.aanspreekpunt.story.StoryWork;
import nl.aanspreekpunt.web.Browser;
import nl.aanspreekpunt.web.Keys;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A story is told, checked by a named person, read without names, and withdrawn at any time. */
class StoryPagesTest {
  private static final String LIST = "/werk/verhalen";
  private static final String COORDINATOR = "jan.devries";
  private static Workplace workplace;

  @BeforeAll
  static void open() {
    workplace = new Workplace();
  }

  @AfterAll
  static void close() {
    workplace.close();
  }

  @Test
  void aCitizenTellsAfterTheCaseAndItIsReadWithoutNamesUntilTheyWithdrawIt() {
    Case one = question("ans@elders.example", "huur-en-onderhoud");
    String follow = workplace.followPath(one, "1");
    Visitor citizen = new Visitor(workplace);
    assertThat(citizen.get(follow + "/verhaal").body()).contains("als de vraag klaar is");
    assertThat(citizen.post(follow + "/verhaal", told("COLLEAGUES")).status()).isEqualTo(422);
    closed(one);
    assertThat(citizen.get(follow).body()).contains(follow + "/verhaal");
    citizen.get(follow + "/verhaal");
    assertThat(citizen.post(follow + "/verhaal", Map.of()).body())
        .contains("Kies of het goed ging", "href=\"#went\"");
    assertThat(citizen.post(follow + "/verhaal", told("COLLEAGUES")).status()).isEqualTo(303);
    assertThat(citizen.post(follow + "/verhaal", told("COLLEAGUES")).body())
        .contains("U vertelde dit al");

    String id = StoryWork.ofCitizen(one.id(), "1");
    Visitor ravi = Visitor.loggedIn(workplace, "ravi.ramdin");
    assertThat(ravi.get(LIST + "/" + id).status()).as("raw words are nobody's").isEqualTo(404);
    assertThat(ravi.get(LIST).body()).doesNotContain("schimmelplekken");
    Visitor samira = Visitor.loggedIn(workplace, "samira.elamrani");
    assertThat(samira.get(LIST + "/" + id).status()).isEqualTo(404);
    assertThat(samira.post(LIST + "/" + id + "/publiceer", Map.of()).status()).isEqualTo(404);
    Visitor auditor = Visitor.loggedIn(workplace, "marijke.smit");
    assertThat(auditor.get(LIST + "/" + id).status()).isEqualTo(404);

    Visitor jan = Visitor.loggedIn(workplace, COORDINATOR);
    assertThat(jan.get(LIST).body()).contains("U kijkt deze na", LIST + "/" + id);
    assertThat(jan.get(LIST + "/" + id).body())
        .contains("Ans Jonker belde", "de bewoner belde de ambtenaar over schimmelplekken");
    assertThat(jan.post(LIST + "/" + id + "/publiceer", told("COLLEAGUES")).body())
        .as("never the raw words")
        .contains("Er staat nog een naam");
    assertThat(jan.post(LIST + "/" + id + "/publiceer", plain()).status()).isEqualTo(303);

    assertThat(ravi.get(LIST).body()).contains("schimmelplekken", "Bijzonder hier");
    assertThat(ravi.get(LIST + "/" + id).body()).contains("geen regel").doesNotContain("Jonker");
    assertThat(ravi.get(LIST + "?q=schimmelplek&onderwerp=huur-en-onderhoud").body())
        .contains(LIST + "/" + id);
    assertThat(ravi.get(LIST + "?q=parkeren").body()).contains("Hier staat geen verhaal");
    assertThat(await(workplace.storyWork.figures(2026, 4)).read()).isEqualTo(1);

    Case other = question("piet@elders.example", "huur-en-onderhoud");
    assertThat(samira.get("/werk/vragen/" + other.id()).body())
        .contains("/werk/vragen/" + other.id() + "/verhalen", LIST + "/nieuw?vraag=" + other.id());
    assertThat(samira.get("/werk/vragen/" + other.id() + "/verhalen").body())
        .contains("Zo ging het eerder", "geen regel", "Bijzonder hier");
    assertThat(ravi.get("/werk/vragen/" + other.id() + "/verhalen").status()).isEqualTo(403);

    assertThat(citizen.get(follow + "/verhaal").body()).contains("U vertelde dat het goed ging");
    assertThat(citizen.post(follow + "/verhaal/intrekken", Map.of()).status()).isEqualTo(303);
    assertThat(ravi.get(LIST + "/" + id).status()).isEqualTo(404);
    assertThat(ravi.get(LIST).body()).doesNotContain("schimmelplekken");
    Story gone = await(workplace.storyWork.stories().find(id)).orElseThrow();
    assertThat(gone.words()).isNull();
    assertThat(gone.published()).isNull();
    assertThat(gone.terms()).isEmpty();
    assertThat(await(workplace.storyWork.figures(2026, 4)).told()).isPositive();
  }

  @Test
  void anOfficialTellsAndAConfidentialOneIsShownBesideOnlyWhenItsTellerSaysSo() {
    Case one = question("c1@elders.example", "schuldhulp");
    String owner = one.official();
    Visitor official = Visitor.loggedIn(workplace, owner);
    assertThat(official.get(LIST + "/nieuw?vraag=" + one.id()).body()).contains("vertrouwelijk");
    Story first = officialTells(official, one, false);
    publish(first);
    Case other = question("c2@elders.example", "schuldhulp");
    String words = "De deurwaarder kwam terwijl er een betaalregeling liep";
    assertThat(await(workplace.storyWork.beside(workplace.found(other.id()), words))).isEmpty();
    Story second = officialTells(official, one, true);
    publish(second);
    assertThat(await(workplace.storyWork.beside(workplace.found(other.id()), words)))
        .extracting(Story::id)
        .containsExactly(second.id());
    official.get(LIST + "/" + second.id());
    assertThat(official.post(LIST + "/" + second.id() + "/intrekken", Map.of()).status())
        .isEqualTo(303);
    assertThat(await(workplace.storyWork.beside(workplace.found(other.id()), words))).isEmpty();
  }

  @Test
  void withoutConsentNobodyReadsItAndItOnlyCounts() {
    Case one = question("d1@elders.example", "huur-en-onderhoud");
    Visitor samira = Visitor.loggedIn(workplace, one.official());
    long before = await(workplace.storyWork.figures(2026, 4)).told();
    samira.get(LIST + "/nieuw?vraag=" + one.id());
    samira.post(LIST + "/nieuw", Map.of("about", one.id(), "went", "BADLY", "consent", "NONE"));
    Story told = await(workplace.storyWork.stories().about(one.id(), 1)).get(0);
    Visitor jan = Visitor.loggedIn(workplace, COORDINATOR);
    assertThat(jan.get(LIST + "/" + told.id()).status()).isEqualTo(404);
    Done<Story> done =
        await(
            workplace.storyWork.publish(
                told.id(),
                new Story.Published("Iets dat ging zoals het ging", ""),
                List.of(),
                COORDINATOR,
                workplace.clock.instant()));
    assertThat(done.refusal().code()).isEqualTo("story-no-consent");
    assertThat(await(workplace.storyWork.figures(2026, 4)).told()).isEqualTo(before + 1);
  }

  @Test
  void aCitizenTapsOnceAndAddsWordsOnlyIfTheyLike() {
    Case one = question("tap@elders.example", "huur-en-onderhoud");
    closed(one);
    String follow = workplace.followPath(one, "1");
    String id = StoryWork.ofCitizen(one.id(), "1");
    Visitor citizen = new Visitor(workplace);
    assertThat(citizen.get(follow).body())
        .as("one question at a time")
        .contains("geholpen")
        .doesNotContain("Eén keer drukken");
    citizen.post(follow + "/geholpen", Map.of("helped", "YES"));
    assertThat(citizen.get(follow).body()).contains("Het ging goed", "Het ging niet goed");
    Map<String, String> tap = Map.of("went", "BADLY", "consent", "NONE");
    assertThat(citizen.post(follow + "/verhaal", tap).status()).isEqualTo(303);
    assertThat(citizen.get(follow).body())
        .as("asked once")
        .doesNotContain("Eén keer drukken")
        .contains(follow + "/verhaal");
    assertThat(await(workplace.storyWork.stories().find(id)).orElseThrow().tapped()).isTrue();
    citizen.get(follow + "/verhaal");
    assertThat(citizen.post(follow + "/verhaal", tap).body()).contains("U vertelde dit al");
    Visitor jan = Visitor.loggedIn(workplace, COORDINATOR);
    assertThat(jan.get(LIST).body()).doesNotContain(LIST + "/" + id);

    String more = citizen.get(follow + "/verhaal").body();
    assertThat(more).contains("Wat ging er niet goed?").doesNotContain("Eén keer drukken");
    Map<String, String> words =
        Map.of("went", "BADLY", "words", "Ik werd pas gebeld na de brief.", "consent", "COUNCIL");
    assertThat(citizen.post(follow + "/verhaal", words).status()).isEqualTo(303);
    assertThat(await(workplace.storyWork.stories().find(id)).orElseThrow().words())
        .isEqualTo("Ik werd pas gebeld na de brief.");
    assertThat(citizen.get(follow + "/verhaal").body())
        .contains("Ik werd pas gebeld", "Trek in")
        .doesNotContain("name=\"words\"");
    assertThat(jan.get("/werk").body())
        .contains("Verhalen om na te kijken: ", "href=\"" + LIST + "\"");
    assertThat(citizen.post(follow + "/verhaal/intrekken", Map.of()).status()).isEqualTo(303);
    assertThat(citizen.get(follow).body()).contains("Eén keer drukken");
  }

  @Test
  void aWordWithACapitalIsPublishedOnlyWhenItsCheckerSaysThatItIsNoName() {
    Case one = question("capital@elders.example", "huur-en-onderhoud");
    closed(one);
    String follow = workplace.followPath(one, "1");
    Visitor citizen = new Visitor(workplace);
    citizen.get(follow + "/verhaal");
    citizen.post(
        follow + "/verhaal",
        Map.of("went", "WELL", "words", "Toen belde Corneel mij terug.", "consent", "COLLEAGUES"));
    String page = LIST + "/" + StoryWork.ofCitizen(one.id(), "1");
    Visitor jan = Visitor.loggedIn(workplace, COORDINATOR);
    assertThat(jan.get(page).body()).contains("“Corneel” is geen naam");
    Map<String, String> as = Map.of("words", "Toen belde Corneel mij terug.");
    Visitor.Answer refused = jan.post(page + "/publiceer", as);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Zeg van elk woord met een hoofdletter");
    Map<String, String> cleared =
        Map.of("words", "Toen belde Corneel mij terug.", "no_names-Corneel", "Corneel");
    assertThat(jan.post(page + "/publiceer", cleared).status()).isEqualTo(303);
    assertThat(citizen.post(follow + "/verhaal/intrekken", Map.of()).status()).isEqualTo(303);
  }

  @Test
  void noRouteMakesARuleOfAStory() {
    List<String> acts =
        workplace.router().getRoutes().stream()
            .map(route -> route.getPath())
            .filter(path -> path != null && (path.contains("verhaal") || path.contains("verhalen")))
            .map(path -> path.substring(path.lastIndexOf('/') + 1))
            .distinct()
            .toList();
    assertThat(acts)
        .containsExactlyInAnyOrder(
            "verhalen", "nieuw", ":story", "publiceer", "terzijde", "intrekken", "verhaal");
    assertThat(Story.class.getRecordComponents())
        .extracting(part -> part.getName())
        .doesNotContain("norm", "principle", "rule", "keyword", "keywords");
  }

  @Test
  void byKeyboardAloneACitizenTapsAndAddsWords() {
    Case one = question("keys@elders.example", "huur-en-onderhoud");
    closed(one);
    try (Browser browser = new Browser();
        BrowserContext tells = browser.somebody("nl", true)) {
      Page page = tells.newPage();
      page.navigate(workplace.url(workplace.followPath(one, "1")));
      Keys keys = new Keys(page);
      keys.space("#helped-yes").enter("#geholpen button");
      keys.enter("#went button[value='WELL']").hears("#done", "Dank u wel.");
      Browser.isAccessible(page, ColorScheme.LIGHT);
      keys.type("#words", "Er kwam iemand kijken.");
      keys.enter("main form:has(#words) button").hears("#done", "Dank u wel.");
      Browser.isAccessible(page, ColorScheme.DARK);
    }
    Story told = await(workplace.storyWork.stories().about(one.id(), 1)).get(0);
    assertThat(told.words()).isEqualTo("Er kwam iemand kijken.");
    await(workplace.storyWork.withdraw(told.id(), workplace.clock.instant()));
  }

  @Test
  void byKeyboardAloneAStoryIsToldFromTheMenuAndChecked() {
    Case one = question("k@elders.example", "huur-en-onderhoud");
    Story told;
    try (Browser browser = new Browser();
        BrowserContext tells = browser.somebody("nl", true);
        BrowserContext checks = browser.somebody("nl", true)) {
      Page page = tells.newPage();
      Keys keys = logIn(page, one.official());
      keys.space(".house__more summary");
      keys.enter("a[href='" + LIST + "']").enter("main a[href='" + LIST + "/nieuw']");
      page.navigate(workplace.url(LIST + "/nieuw?vraag=" + one.id()));
      keys.enter("main form button").hears("#errors", "Kies of het goed ging");
      keys.enterWithin("#errors a[href='#went']").choose("#went", "WELL");
      keys.type("#words", "De huurbaas kwam dezelfde dag nog kijken.");
      keys.choose("#consent", "COLLEAGUES");
      Browser.isAccessible(page, ColorScheme.LIGHT);
      keys.enter("main form button").hears("#done", "Dank u.");

      told = await(workplace.storyWork.stories().about(one.id(), 1)).get(0);
      Page checked = checks.newPage();
      keys = logIn(checked, COORDINATOR);
      checked.navigate(workplace.url(LIST));
      Browser.isAccessible(checked, ColorScheme.LIGHT);
      keys.enter("main a[href='" + LIST + "/" + told.id() + "']");
      Browser.isAccessible(checked, ColorScheme.DARK);
      keys.enter("form[action$='/publiceer'] button").hears("#done", "Gepubliceerd.");
    }
    assertThat(await(workplace.storyWork.stories().find(told.id())).orElseThrow().readable())
        .isTrue();
  }

  private static Keys logIn(Page page, String official) {
    page.navigate(workplace.url("/inloggen"));
    Keys keys = new Keys(page);
    keys.type("#email", workplace.email(official)).type("#password", Workplace.PASSWORD);
    return keys.enter("form[action='/inloggen'] button");
  }

  private static Story officialTells(Visitor official, Case one, boolean beside) {
    official.get(LIST + "/nieuw?vraag=" + one.id());
    Visitor.Answer sent =
        official.post(
            LIST + "/nieuw",
            Map.of(
                "about", one.id(),
                "went", "WELL",
                "words", "De deurwaarder stopte zodra de betaalregeling er lag.",
                "particular", "De verhuurder werkte mee",
                "consent", "COLLEAGUES",
                "once", UUID.randomUUID().toString(),
                "beside", beside ? "yes" : "no"));
    assertThat(sent.status()).as(sent.body()).isEqualTo(303);
    return await(workplace.storyWork.stories().about(one.id(), 10)).stream()
        .filter(story -> story.beside() == beside)
        .findFirst()
        .orElseThrow();
  }

  private static void publish(Story story) {
    Story.Published as = new Story.Published(story.words(), story.particular());
    Done<Story> done =
        await(
            workplace.storyWork.publish(
                story.id(), as, List.of(), "kwame.mensah", workplace.clock.instant()));
    assertThat(done.refused()).as(String.valueOf(done.refusal())).isFalse();
  }

  private static Map<String, String> told(String consent) {
    return Map.of(
        "went", "WELL",
        "words", "Ans Jonker belde Samira El Amrani over schimmelplekken op de muur.",
        "particular", "Er was een kind met astma",
        "consent", consent);
  }

  private static Map<String, String> plain() {
    return Map.of(
        "words", "De bewoner belde de ambtenaar over schimmelplekken op de muur.",
        "particular", "Er was een kind met astma");
  }

  private static Case question(String from, String topic) {
    return workplace.question(
        from, "Ans Jonker", "Schimmelplekken", "De muur heeft schimmelplekken.", topic);
  }

  private static void closed(Case one) {
    await(
        workplace.casework.change(
            one.id(),
            new Closing(one.official(), Outcome.ANSWERED, "Geregeld.", one.lastReceived())));
  }
}
