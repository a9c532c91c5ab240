package nl.aanspreekpunt.web.work;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.Undeliverable;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Joining;
import nl.aanspreekpunt.casework.Reporting;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.web.Browser;
import nl.aanspreekpunt.web.Clicks;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the people who work on a question see of a message that did not arrive, and can do. */
class UndeliveredTest {
  private static final String LOST = "is niet aangekomen";
  private static Workplace workplace;

  @BeforeAll
  static void open() {
    workplace = new Workplace();
  }

  @AfterAll
  static void close() {
    workplace.close();
  }

  /** A question at Samira, whose coordinator is Jan. */
  private static Case asked(String name) {
    return workplace.question(
        name + "@elders.example", "Ans " + name, "Over " + name, "Te hoog.", "huur-en-onderhoud");
  }

  private static String lost(Case one) {
    return Undeliverable.acknowledgement(one, workplace.outbox, workplace.casework);
  }

  private static Visitor at(String page, String official) {
    Visitor visitor = Visitor.loggedIn(workplace, official);
    assertThat(visitor.get(page).status()).isEqualTo(200);
    return visitor;
  }

  private static String path(Case one) {
    return "/werk/vragen/" + one.id();
  }

  private static Visitor.Answer again(Visitor visitor, Case one, String entry, String from) {
    return visitor.post(path(one) + "/opnieuw", Map.of("entry", entry, "from", from));
  }

  private static List<String> resentBy(Case one) {
    return workplace.found(one.id()).events().stream()
        .filter(CaseEvent.Resent.class::isInstance)
        .map(event -> ((CaseEvent.Resent) event).by())
        .toList();
  }

  @Test
  void theOfficialIsWarnedOnTodayByNameAndReasonAndTheCoordinatorOnTheTeamPage() {
    Case one = asked("weg");
    String entry = lost(one);

    assertThat(at("/werk", "samira.elamrani").get("/werk").body())
        .contains("Uw bericht aan Ans weg (weg@elders.example) " + LOST, Undeliverable.WHY, entry);
    assertThat(at(path(one), "samira.elamrani").get(path(one)).body()).contains(LOST, entry);
    assertThat(at("/werk/team", "jan.devries").get("/werk/team").body())
        .contains("weg@elders.example", Undeliverable.WHY, entry);
    assertThat(at("/werk/team", "kwame.mensah").get("/werk/team").body()).doesNotContain(entry);
  }

  @Test
  void whyItDidNotArriveIsSaidInTheReadersLanguageOnEachPage() {
    Case one = asked("nummer");
    Undeliverable.acknowledgement(one, "twilio:30005", workplace.outbox, workplace.casework);

    for (String page : List.of("/werk", path(one), "/werk/team")) {
      String who = page.equals("/werk/team") ? "jan.devries" : "samira.elamrani";
      Visitor visitor = at(page, who);
      assertThat(visitor.get(page).body())
          .contains("Dit nummer bestaat niet (meer).")
          .doesNotContain("twilio:30005");
      assertThat(visitor.get(page + "?taal=en").body())
          .contains("This number does not exist (any more).")
          .doesNotContain("twilio:30005");
    }
  }

  @Test
  void theCoordinatorHasItSentAgainFromTheTeamPageWithOneTouch() {
    Case one = asked("knop");
    String entry = lost(one);
    try (Browser browser = new Browser();
        BrowserContext context = browser.somebody("nl", true)) {
      Page page = Clicks.logIn(context, workplace, "jan.devries");
      page.click("a[href='/werk/team']");
      page.locator("form:has(input[value='" + entry + "']) button").click();
      assertThat(page.locator("main")).containsText("Het bericht gaat opnieuw");
      assertThat(page.locator("input[value='" + entry + "']")).hasCount(0);
    }
    assertThat(await(workplace.outbox.find(entry)).orElseThrow().state())
        .isEqualTo(Outgoing.State.WAITING);
    assertThat(resentBy(one)).containsExactly("jan.devries");
  }

  @Test
  void onceSentAgainItSaysSoAndWhenItArrivedTheWarningIsGone() {
    Case one = asked("terug");
    String entry = lost(one);
    Visitor samira = at("/werk", "samira.elamrani");

    Visitor.Answer sent = again(samira, one, entry, "today");

    assertThat(sent.location()).isEqualTo("/werk?gedaan=opnieuw");
    assertThat(part(samira.get(path(one)).body())).contains(LOST, "Het wordt opnieuw verstuurd");
    Outgoing waits = await(workplace.outbox.find(entry)).orElseThrow();
    await(workplace.casework.change(one.id(), new Reporting(sent(waits))));
    assertThat(samira.get(path(one)).body()).doesNotContain(LOST);
  }

  /** The warnings of a page. */
  private static String part(String page) {
    int from = page.indexOf("aria-labelledby=\"lost\"");
    return from < 0 ? "" : page.substring(from, page.indexOf("</section>", from));
  }

  private static Outgoing sent(Outgoing entry) {
    return new Outgoing(
        entry.id(),
        entry.notice(),
        Outgoing.State.SENT,
        entry.createdAt(),
        null,
        1,
        null,
        null,
        "<id@voorbeeldstad.example>",
        null,
        workplace.clock.instant(),
        false,
        entry.resentBy(),
        null);
  }

  @Test
  void aTalkWithTheCitizenEndsTheWarningOnBothPages() {
    Case one = asked("gesprek");
    String entry = lost(one);
    Visitor samira = at(path(one), "samira.elamrani");

    samira.post(
        path(one) + "/gesprek",
        Map.of("how", "PHONE", "talk", "Verteld wie helpt.", "seen", one.lastReceived()));

    assertThat(samira.get("/werk").body()).doesNotContain(entry);
    assertThat(at("/werk/team", "jan.devries").get("/werk/team").body()).doesNotContain(entry);
  }

  @Test
  void whenTheQuestionIsJoinedToAnotherTheWarningGoesAlongAndSoDoesTheButton() {
    Case one = asked("mee");
    Case other = asked("blijft");
    String before = lost(one);
    await(
        new Joining(workplace.cases, workplace.casework)
            .join(one.id(), other.id(), "samira.elamrani", true, act -> act));

    Visitor jan = at("/werk/team", "jan.devries");
    assertThat(jan.get("/werk/team").body()).contains(before);
    assertThat(at(path(other), "samira.elamrani").get(path(other)).body())
        .contains(LOST, Undeliverable.WHY, before);
    assertThat(again(jan, other, before, "team").location()).isEqualTo("/werk/team?gedaan=opnieuw");
    assertThat(resentBy(other)).containsExactly("jan.devries");
  }

  @Test
  void theWarningShowsOnTodayWithoutAReload() {
    Case one = asked("levend");
    try (Browser browser = new Browser();
        BrowserContext context = browser.somebody("nl", true)) {
      Page page = Clicks.logIn(context, workplace, "samira.elamrani");
      page.waitForRequest("**/werk/stroom*", () -> page.reload());
      String entry = lost(one);
      assertThat(page.locator("input[value='" + entry + "']"))
          .hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(10_000));
    }
  }

  @Test
  void whatAnOfficialDidNotGetIsOnTheTeamPageUntilItIsSentAgain() {
    Case one = asked("staf");
    lost(one);
    String warning =
        await(workplace.outbox.unfinished(one.id())).stream()
            .filter(entry -> entry.notice().toStaff())
            .map(Outgoing::id)
            .findFirst()
            .orElseThrow();
    Undeliverable.refuse(warning, workplace.outbox, workplace.casework);
    Visitor jan = at("/werk/team", "jan.devries");
    assertThat(jan.get("/werk/team").body()).contains(warning);

    again(jan, one, warning, "team");

    assertThat(jan.get("/werk/team").body()).doesNotContain(warning);
    assertThat(await(workplace.outbox.find(warning)).orElseThrow().resentBy())
        .isEqualTo("jan.devries");
  }

  @Test
  void twiceSendsOnceAndSaysSo() {
    Case one = asked("twee");
    String entry = lost(one);
    Visitor jan = at("/werk/team", "jan.devries");

    assertThat(again(jan, one, entry, "team").location()).isEqualTo("/werk/team?gedaan=opnieuw");
    assertThat(again(jan, one, entry, "team").location()).isEqualTo("/werk/team?gedaan=opnieuw-al");

    assertThat(resentBy(one)).hasSize(1);
  }

  @Test
  void whoDoesNotWorkOnTheQuestionSendsNothingAndNobodySendsWhatIsNotOfThisQuestion() {
    Case one = asked("ander");
    Case other = asked("nog");
    String entry = lost(one);

    assertThat(again(at("/werk", "ravi.ramdin"), one, entry, "team").status()).isEqualTo(403);
    assertThat(again(at("/werk", "meilin.chen"), one, entry, "team").status()).isEqualTo(403);
    assertThat(again(at("/werk", "samira.elamrani"), other, entry, "team").status()).isEqualTo(404);
    assertThat(again(at("/werk", "samira.elamrani"), one, "geen", "team").status()).isEqualTo(404);
    assertThat(new Visitor(workplace).post(path(one) + "/opnieuw", Map.of("entry", entry)).status())
        .isEqualTo(303);

    assertThat(await(workplace.outbox.find(entry)).orElseThrow().state())
        .isEqualTo(Outgoing.State.REFUSED);
    assertThat(resentBy(one)).isEmpty();
  }

  @Test
  void whoCanOnlyBeCalledIsACallOnTodayWithWhatToTell() {
    workplace.question(
        "+31207654321", "Familie Jansen", "Kapotte lift", "Al drie dagen.", "huur-en-onderhoud");

    String today = at("/werk", "samira.elamrani").get("/werk").body();

    assertThat(today)
        .contains("Kapotte lift", "href=\"tel:+31207654321\"", "Bel 020 765 4321")
        .contains("Kan niet geschreven worden. Vertel wie de vraag heeft");
  }
}
