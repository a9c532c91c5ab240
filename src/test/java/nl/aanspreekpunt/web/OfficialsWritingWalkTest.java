package nl.aanspreekpunt.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Mentions;
import nl.aanspreekpunt.casework.Planned;
import nl.aanspreekpunt.casework.Reassigning;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.process.Until;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Issue 8, line 3: standard texts, plain words, notes that name colleagues, files, undo, send later
 * and a call instead, with the keyboard alone, on a desk and on a telephone.
 */
class OfficialsWritingWalkTest {
  private static final String SAMIRA = "samira.elamrani";
  private static final String SEND = "form[action$='/antwoord'] .utrecht-button--submit";
  private static final int DESK = 1280;
  private static final int TELEPHONE = 360;
  private static Workplace workplace;
  private static Browser browser;

  @BeforeAll
  static void open() {
    workplace = new Workplace(Workplace.oneForEachTopic(), Map.of("replies.undo", "PT10S"));
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
        "huur-en-onderhoud");
  }

  private interface Walk {
    void by(Page page, Keys keys);
  }

  private static void walk(int width, String official, Case one, Walk walk) {
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = Clicks.logIn(context, workplace, official);
      page.setViewportSize(width, 800);
      page.navigate(workplace.url("/werk/vragen/" + one.id()));
      walk.by(page, new Keys(page));
    }
  }

  private static void isAccessible(Page page) {
    Browser.isAccessible(page, ColorScheme.LIGHT);
    assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .as("nothing sticks out of %s", page.url())
        .isTrue();
  }

  private static List<Planned> plans(Case one) {
    return workplace.found(one.id()).care().plans().all();
  }

  private static List<CaseEvent.Replied> replies(Case one) {
    return workplace.found(one.id()).happened(CaseEvent.Replied.class).toList();
  }

  @Test
  void undoSendWithinTenSeconds() {
    Case one = asked("terug");
    walk(
        DESK,
        SAMIRA,
        one,
        (page, keys) -> {
          page.clock().install();
          page.reload();
          keys.type("#text", "Ik kom kijken.").enter(SEND);
          keys.hears("#done", "U kunt het nog terughalen");
          isAccessible(page);
          page.clock().runFor(3_000);
          assertThat(page.locator(".held-reply__left")).hasText(Pattern.compile("[1-7]"));
          assertThat(plans(one)).singleElement().matches(Planned::waits);

          keys.enter("#straks button[id^=terug]");

          assertThat(page.inputValue("#text")).isEqualTo("Ik kom kijken.");
          assertThat(plans(one)).singleElement().matches(it -> !it.waits());
          isAccessible(page);
          keys.enter(SEND);
          workplace.clock.forward(Duration.ofSeconds(10));
          workplace.tick();
          assertThat(replies(one)).hasSize(1);
          page.clock().runFor(12_000);
          assertThat(page.locator("#straks")).containsText("Het antwoord is verstuurd");
          assertThat(plans(one)).isEmpty();
        });
  }

  @Test
  void sendLaterAtAMomentThatIsProposedOrOnesOwnAndNotAfterAPromiseWithoutKnowingIt() {
    Case one = asked("later");
    walk(
        TELEPHONE,
        SAMIRA,
        one,
        (page, keys) -> {
          String morning = "2026-11-25T08:00:00Z";
          keys.type("#text", "Morgen weet ik meer.").choose("#when", morning);
          isAccessible(page);
          keys.enter(SEND).hears("#done", "staat klaar");
          assertThat(page.locator("#straks")).containsText("gaat morgen, woensdag 25 november");
          assertThat(plans(one).get(0).goesAt()).hasToString(morning);
          page.navigate(workplace.url("/werk"));
          assertThat(page.locator("#straks-" + one.id() + plans(one).get(0).id()))
              .containsText("gaat morgen");
          isAccessible(page);
          page.navigate(workplace.url("/werk/vragen/" + one.id()));

          keys.enter("#straks button[id^=terug]");
          assertThat(page.inputValue("#when")).isEqualTo(morning);
          keys.choose("#when", "own");
          page.fill("#sendAt", "2026-12-24T09:00");
          keys.enter(SEND).hears("#errors", "Voor dat moment loopt een belofte af");
          isAccessible(page);
          keys.space("#evenLate").enter(SEND).hears("#done", "staat klaar");
          assertThat(page.locator("#straks")).containsText("houdt die belofte niet");

          keys.enter("#straks button[id^=nu]").hears("#done", "Uw antwoord is bewaard");
        });
    assertThat(replies(one)).hasSize(1);
  }

  @Test
  void anAnswerThatMayNotGoComesBackToItsWriterOnTodayAndOnThePage() {
    Case one = asked("nieuw");
    walk(
        DESK,
        SAMIRA,
        one,
        (page, keys) -> {
          keys.type("#text", "Dag.").choose("#when", "2026-11-25T08:00:00Z").enter(SEND);
          again(one);
          page.navigate(workplace.url("/werk"));
          assertThat(page.locator("[id^=straks-" + one.id() + "]"))
              .containsText("de inwoner schreef opnieuw");
          isAccessible(page);
          keys.enter("[id^=straks-" + one.id() + "] a");
          assertThat(page.inputValue("#text")).isEqualTo("Dag.");
          isAccessible(page);
          keys.enter(SEND);
          assertThat(plans(one)).singleElement().matches(Planned::waits);
        });
    await(
        workplace.casework.change(
            one.id(), new Reassigning("jan.devries", SAMIRA, "handover", "")));
    Visitor samira = Visitor.loggedIn(workplace, SAMIRA);
    assertThat(samira.get("/werk").body()).contains("de vraag is nu bij Jan de Vries");
    String id = plans(one).get(0).id();
    String path = "/werk/vragen/" + one.id() + "/straks/" + id;
    assertThat(samira.post(path + "/gezien", Map.of()).status()).isEqualTo(303);
    assertThat(samira.get("/werk").body()).doesNotContain("de vraag is nu bij Jan de Vries");
    Visitor other = Visitor.loggedIn(workplace, "ravi.ramdin");
    other.get("/werk");
    assertThat(other.post(path + "/weg", Map.of()).status()).isEqualTo(403);
    assertThat(other.get("/werk/vragen/" + one.id() + "/straks").status()).isEqualTo(403);
    Visitor jan = Visitor.loggedIn(workplace, "jan.devries");
    assertThat(jan.get("/werk/vragen/" + one.id() + "?concept=" + id).body())
        .contains("Het antwoord van Samira El Amrani is niet verstuurd", ">Dag.</textarea>");
  }

  private static void again(Case one) {
    workplace.question(
        "nieuw@elders.example",
        "Burger nieuw",
        "Re: " + one.subject(),
        "Nog iets.",
        null,
        Map.of("case", one.id()));
    Until.until("it joined", () -> workplace.found(one.id()).messages().size() == 2);
  }

  @Test
  void standardTextsSharedAndOwnAreFilledInFromTheCase() {
    Case one = asked("tekst");
    walk(
        DESK,
        SAMIRA,
        one,
        (page, keys) -> {
          page.navigate(workplace.url("/werk/teksten"));
          isAccessible(page);
          keys.enter("a[href='/werk/teksten/nieuw']");
          keys.type("#title", "Groet").type("#dutch", "Dag {naam}, over {zaak}.");
          keys.enter("form[action$='/nieuw'] button").hears("#errors", "{zaak}");
          isAccessible(page);
          page.fill("#dutch", "Dag {naam}, over {nummer}. U hoort het {termijn}. {mijn naam}");
          keys.enter("form[action$='/nieuw'] button").hears("#done", "De tekst is bewaard");

          page.navigate(workplace.url("/werk/vragen/" + one.id()));
          keys.type("#text", "Eerst dit.").to("#standard");
          page.keyboard().press("ArrowDown");
          keys.enterWithin("button[formaction$='/standaard']");
          assertThat(page.locator("#text")).hasValue(Pattern.compile("Burger"));
          assertThat(page.inputValue("#text"))
              .startsWith("Eerst dit.\n\nDag Burger tekst, over " + one.id() + ".")
              .endsWith("Samira El Amrani");
          assertThat(page.locator("#text")).isFocused();
          isAccessible(page);
          page.fill("#text", "Dag {naam}");
          keys.enter(SEND).hears("#errors", "Vul eerst in");
        });
    ownAndShared();
  }

  private static void ownAndShared() {
    Visitor samira = Visitor.loggedIn(workplace, SAMIRA);
    String list = samira.get("/werk/teksten").body();
    String path = list.replaceAll("(?s).*href=\"(/werk/teksten/t[^\"]+)\".*", "$1");
    assertThat(samira.get(path).status()).isEqualTo(200);
    Visitor jan = Visitor.loggedIn(workplace, "jan.devries");
    assertThat(jan.get(path).status()).as("it is her own").isEqualTo(404);
    assertThat(samira.post("/werk/teksten/nieuw", text("TEAM:wonen")).status()).isEqualTo(403);
    jan.get("/werk/teksten/nieuw");
    assertThat(jan.post("/werk/teksten/nieuw", text("TEAM:wonen")).status()).isEqualTo(303);
    String shared = samira.get("/werk/teksten").body();
    assertThat(shared).contains("Van team Wonen", "Gedeeld");
    String team = shared.replaceAll("(?s).*href=\"(/werk/teksten/t[^\"]+)\">Gedeeld.*", "$1");
    assertThat(samira.get(team).body()).contains("Samen").doesNotContain("Verwijder deze tekst");
    assertThat(samira.post(team + "/weg", Map.of()).status()).isEqualTo(403);
    assertThat(jan.post(team, changed("1")).status()).isEqualTo(303);
    assertThat(jan.post(team, changed("1")).body()).contains("Iemand anders heeft deze tekst");
    assertThat(jan.get(team).body()).contains("Anders", "Samen", "Zo was de tekst eerder (1)");
    String undo = jan.get(jan.post(team + "/weg", Map.of()).location()).body();
    assertThat(undo).contains(team + "/terug").doesNotContain(">Gedeeld<");
    jan.post(team + "/terug", Map.of());
    assertThat(samira.get("/werk/teksten").body()).contains("Gedeeld");
  }

  private static Map<String, String> text(String keeper) {
    return Map.of(
        "once", "0123456789012345678901", "keeper", keeper, "title", "Gedeeld", "dutch", "Samen");
  }

  private static Map<String, String> changed(String version) {
    return Map.of("version", version, "title", "Gedeeld", "dutch", "Anders");
  }

  @Test
  void plainWordsAreProposedBesideTheBoxAndTakenWithOneAct() {
    Case one = asked("gewoon");
    walk(
        TELEPHONE,
        SAMIRA,
        one,
        (page, keys) -> {
          keys.type("#text", "U krijgt het geld middels een pas. Derhalve wacht u even af.");
          assertThat(page.locator(".plain-words")).containsText("middels");
          isAccessible(page);
          keys.to(".plain-words__take[data-found=middels]");
          page.keyboard().press("Enter");
          assertThat(page.locator("#text"))
              .hasValue("U krijgt het geld met een pas. Derhalve wacht u even af.");
          page.keyboard().press("Control+z");
          assertThat(page.inputValue("#text")).contains("middels");
        });
    Visitor plain = Visitor.loggedIn(workplace, SAMIRA);
    String path = "/werk/vragen/" + one.id();
    plain.get(path);
    Visitor.Answer read =
        plain.post(path + "/nalezen", Map.of("text", "Dit gaat middels een brief."));
    assertThat(read.body()).contains("value=\"9\tmiddels\tmet\"", ">Dit gaat middels een brief.<");
    Visitor.Answer taken =
        plain.post(
            path + "/nalezen",
            Map.of("text", "Dit gaat middels een brief.", "take", "9\tmiddels\tmet"));
    assertThat(taken.body()).contains(">Dit gaat met een brief.</textarea>");
    assertThat(replies(one)).isEmpty();
  }

  @Test
  void aNoteNamesAColleagueWhoMayReadAndWhoSaysThatTheySawIt() {
    Case one = asked("notitie");
    walk(
        DESK,
        SAMIRA,
        one,
        (page, keys) -> {
          keys.space("#notitie").type("#noted", "Kijk jij mee, @jan");
          assertThat(page.locator("#mention-list")).containsText("Jan de Vries");
          isAccessible(page);
          page.keyboard().press("Enter");
          assertThat(page.inputValue("#noted")).isEqualTo("Kijk jij mee, @Jan de Vries ");
          keys.enter("form[action$='/notitie'] button").hears("#done", "");
          keys.space("#notitie").type("#noted", "En jij?").choose("#named", "ravi.ramdin");
          keys.enter("form[action$='/notitie'] button");
          keys.hears("#errors", "Door iemand te noemen gaat de vraag niet open");
          assertThat(page.inputValue("#noted")).isEqualTo("En jij?");
          isAccessible(page);
        });
    assertThat(workplace.found(one.id()).care().mentions().all())
        .extracting(Mentions.Mention::to)
        .containsExactly("jan.devries");
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = Clicks.logIn(context, workplace, "jan.devries");
      page.setViewportSize(TELEPHONE, 800);
      assertThat(page.locator("[id^=genoemd-]")).containsText("Samira El Amrani noemde u");
      isAccessible(page);
      new Keys(page).enter("[id^=genoemd-] button").hears("#done", "Genoteerd");
      assertThat(page.locator("[id^=genoemd-]")).hasCount(0);
      page.navigate(workplace.url("/werk/vragen/" + one.id()));
      assertThat(page.locator("main")).containsText("gezien door Jan de Vries");
    }
    Visitor ravi = Visitor.loggedIn(workplace, "ravi.ramdin");
    ravi.get("/werk");
    assertThat(ravi.post("/werk/vragen/" + one.id() + "/genoemd/n2-0", Map.of()).status())
        .isEqualTo(403);
  }

  @Test
  void filesAreChosenDroppedOrPastedAndTakenOutAgain() {
    Case one = asked("bestand");
    walk(
        DESK,
        SAMIRA,
        one,
        (page, keys) -> {
          page.setInputFiles(
              "#files", new FilePayload[] {file("een.txt", 10), file("twee.txt", 10)});
          page.setInputFiles("#files", file("drie.txt", 10));
          assertThat(page.locator("#files-list li")).hasCount(3);
          page.evaluate(
              """
              () => {
                const data = new DataTransfer();
                data.items.add(new File(['x'], 'plaatje.png', { type: 'image/png' }));
                document.getElementById('text').dispatchEvent(
                    new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
                const dropped = new DataTransfer();
                dropped.items.add(new File(['y'], 'gesleept.txt'));
                document.getElementById('text').dispatchEvent(
                    new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true }));
              }
              """);
          assertThat(page.locator("#files-list li")).hasCount(5);
          isAccessible(page);
          keys.to("#files-list li:nth-child(2) button");
          page.keyboard().press("Enter");
          assertThat(page.locator("#files-said")).hasText("twee.txt gaat niet mee.");
          keys.enterWithin("#files-list li:last-child button");
          keys.enterWithin("#files-list li:last-child button");
          page.setInputFiles("#files", file("groot.bin", 11 << 20));
          assertThat(page.locator("#files-said")).containsText("samen hooguit 10 MB");
          assertThat(page.locator("#photo")).hasAttribute("capture", "environment");
          keys.type("#text", "Met bestanden.").enter(SEND).hears("#done", "terughalen");
          keys.enter("#straks button[id^=terug]");
          assertThat(page.locator("[id^=kept-]")).hasCount(2);
          keys.space("[id^=kept-]:nth-of-type(1)").enter(SEND);
        });
    workplace.clock.forward(Duration.ofSeconds(10));
    workplace.tick();
    assertThat(replies(one).get(0).files()).extracting(CaseEvent.Photo::name).hasSize(1);
  }

  private static FilePayload file(String name, int size) {
    byte[] content = "a".repeat(size).getBytes(StandardCharsets.UTF_8);
    return new FilePayload(name, "text/plain", content);
  }

  @Test
  void afterTheThirdMessageBackAndForthACallIsOfferedBesideTheBox() {
    Case one =
        workplace.question(
            "+31612340099", "Burger bel", "Vraag", "De muur is nat.", "huur-en-onderhoud");
    walk(
        TELEPHONE,
        one.official(),
        one,
        (page, keys) ->
            assertThat(page.locator("form[action$='/antwoord'] .meanwhile")).hasCount(0));
    for (int i = 0; i < 2; i++) {
      Case now = workplace.found(one.id());
      await(
          workplace.casework.change(
              one.id(), new Replying(one.official(), "Dag.", null, now.lastReceived(), Map.of())));
      workplace.question(
          "+31612340099", "Burger bel", "Vraag", "Nog iets.", null, Map.of("case", one.id()));
      int messages = i + 2;
      Until.until("it joined", () -> workplace.found(one.id()).messages().size() == messages);
    }
    walk(
        TELEPHONE,
        one.official(),
        one,
        (page, keys) -> {
          assertThat(page.locator("form[action$='/antwoord'] .meanwhile"))
              .containsText("3 berichten");
          keys.to("form[action$='/antwoord'] .meanwhile a[href='tel:+31612340099']");
          isAccessible(page);
        });
  }
}
