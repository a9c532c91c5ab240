package nl.aanspreekpunt.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.phone.back.RungBack;
import nl.aanspreekpunt.phone.desk.DeskRing;
import nl.aanspreekpunt.process.Until;
import nl.aanspreekpunt.promise.Attempt;
import nl.aanspreekpunt.twilio.TwilioStandIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Issue 9, lines 8 and 9: calling back with one press, and the phone desk, where New contact opens
 * by itself; by keyboard alone.
 */
class TelephoneWalkTest {
  private static final String CLERK = "meilin.chen";
  private static final String AT_DESK = "+31655500108";
  private static Vertx vertx;
  private static TwilioStandIn twilio;
  private static Workplace workplace;
  private static Browser browser;
  private static final List<DeskRing> RUNNING = new ArrayList<>();
  private static int calls;

  @BeforeAll
  static void open() {
    vertx = Vertx.vertx();
    twilio = new TwilioStandIn(vertx);
    Map<String, String> more = new HashMap<>(twilio.configuration());
    more.put("voice.on", "true");
    more.put("desk.rings", "true");
    workplace = new Workplace(Workplace.oneForEachTopic(), more);
    browser = new Browser();
  }

  @AfterAll
  static void close() {
    browser.close();
    workplace.close();
    twilio.close();
    await(vertx.close());
  }

  @AfterEach
  void hangUp() {
    RUNNING.forEach(DeskRing::hangsUp);
    RUNNING.clear();
  }

  private static DeskRing caller(String from) {
    String sid = String.format("CA%032x", 0xfeed00 + ++calls);
    twilio.called(
        Map.of("CallSid", sid, "From", from, "To", TwilioStandIn.FROM),
        workplace.clock.instant(),
        "in-progress",
        null);
    DeskRing call = new DeskRing(twilio, workplace.url(""), sid, from, TwilioStandIn.FROM).calls();
    RUNNING.add(call);
    return call;
  }

  private static Case question(String from) {
    return workplace.question(
        from, "Bea Bekend", "Schimmel", "Het is nat", "huur-en-onderhoud", Map.of());
  }

  private static void fits(Page page) {
    assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .as("nothing sticks out at %s", page.viewportSize().width)
        .isEqualTo(true);
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 1280})
  void newContactOpensByItselfWithWhoCallsAndTheyArePutThroughInUnderTwentySeconds(int width) {
    String from = "+3161234" + (5000 + width);
    Case runs = question(from);
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = Clicks.logIn(context, workplace, CLERK);
      page.setViewportSize(width, 800);
      DeskRing call = caller(from);
      page.waitForURL("**/werk/nieuw?gesprek=*");
      call.presses(call.picksUp(AT_DESK), "1");
      assertThat(page.locator("#telefoon")).containsText("U hebt aan de lijn");
      assertThat(page.locator("#known")).containsText("Bea Bekend");
      assertThat(page.locator("#known")).containsText("Bij Samira El Amrani.");
      Browser.isAccessible(page, ColorScheme.LIGHT);
      fits(page);
      Counted keys = new Counted(page);
      keys.to("input[name='belongs']").press("ArrowDown").to("#text");
      keys.type("Vraagt wanneer de monteur komt");
      keys.press("Control+Enter");
      page.waitForURL("**/werk/nieuw/desk-*");
      assertThat(page.locator(".due")).isVisible();
      keys.to("form[action$='/doorverbonden'] button");
      page.waitForNavigation(() -> page.keyboard().press("Enter"));
      assertThat(page.locator("#done")).containsText("Wij verbinden door");
      assertThat(keys.moving()).as("keys beside what is typed").isLessThan(25);
      assertThat(keys.seconds()).as("seconds, with %s keys", keys.strokes()).isLessThan(20);
      Browser.isAccessible(page, ColorScheme.DARK);
      fits(page);

      call.redirected();
      assertThat(page.locator("#telefoon"))
          .containsText("Het toestel van Samira El Amrani gaat over…");
      call.presses(call.picksUp("+31655500101"), "1");
      assertThat(page.locator("#telefoon"))
          .containsText("Samira El Amrani heeft deze inwoner nu aan de lijn");
      Until.until(
          "it stands with the question",
          () -> workplace.found(runs.id()).happened(CaseEvent.PutThrough.class).count() == 1);
      call.after("completed", true);
    }
  }

  @Test
  void whatIsBeingTypedStaysWhenSomebodyElseCallsAndACallIsPromisedInUnderTwentySeconds() {
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = Clicks.logIn(context, workplace, CLERK);
      page.navigate(workplace.url("/werk/nieuw"));
      new Keys(page).type("#text", "Iemand aan de balie");
      DeskRing call = caller("+31687650001");
      assertThat(page.locator("#telefoon")).containsText("Er belt iemand: 06 87650001");
      assertThat(page.locator("#text")).hasValue("Iemand aan de balie");
      call.presses(call.picksUp(AT_DESK), "1");
      assertThat(page.locator("#telefoon")).containsText("U hebt aan de lijn: 06 87650001");
      assertThat(page.locator("#text")).hasValue("Iemand aan de balie");
      page.navigate(workplace.url("/werk/nieuw?gesprek=" + call.sid));
      assertThat(page.locator("#who")).hasValue("06 87650001");
      assertThat(page.locator("#known")).containsText("Nog niet bekend");
      Counted keys = new Counted(page);
      keys.to("#text").type("Hoe lang geldt mijn parkeervergunning?");
      keys.to("#call").press("Space");
      keys.press("Control+Enter");
      page.waitForURL("**/werk/nieuw/desk-*");
      assertThat(page.locator(".due")).containsText("belt vóór");
      assertThat(keys.seconds()).as("seconds, with %s keys", keys.strokes()).isLessThan(20);
      call.after("completed", true);
      new Keys(page).enter("main a[href='/werk/nieuw']");
      new Keys(page).enter("a[href='/werk/nieuw/vandaag']");
      assertThat(page.locator("main")).containsText("Wordt gebeld vóór");
      Browser.isAccessible(page, ColorScheme.LIGHT);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 1280})
  void anOfficialCallsBackWithOnePressAndThePageSaysHowFarItIs(int width) {
    int before = RungBack.outgoing(twilio);
    Case one =
        workplace.question(
            "bel" + width + "@elders.example",
            "Ans de Vries",
            "Bel mij",
            "Graag bellen.",
            "huur-en-onderhoud",
            Map.of("callbackPhone", "+31612345678"));
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = Clicks.logIn(context, workplace, "samira.elamrani");
      page.setViewportSize(width, 800);
      String promise = workplace.found(one.id()).openPromises().get(0).id();
      new Keys(page).enter("#bel-" + promise);
      page.waitForURL("**/werk/bellen/lijn/*");
      RungBack rings = RungBack.nth(twilio, before + 1);
      rings.own("ringing");
      assertThat(page.locator("#lijn")).containsText("Uw toestel gaat over…");
      Browser.isAccessible(page, ColorScheme.LIGHT);
      fits(page);
      String dial = rings.presses(rings.answers(), "1");
      rings.theirs(dial, "ringing", 0);
      assertThat(page.locator("#lijn")).containsText("Het toestel van de inwoner gaat over…");
      rings.theirs(dial, "in-progress", 0).machine(dial, "machine_start");
      assertThat(page.locator("#lijn")).containsText("U bent in gesprek.");
      rings.theirs(dial, "completed", 20);
      assertThat(page.locator("#attempt")).hasValue("VOICEMAIL");
      Browser.isAccessible(page, ColorScheme.DARK);
      fits(page);
      new Keys(page).enter("form[action$='/bevestig'] button");
      page.waitForURL("**/werk/vragen/*");
      assertThat(workplace.found(one.id()).openPromises().get(0).callback().attempts())
          .extracting(Attempt::outcome)
          .containsExactly(Attempt.Outcome.VOICEMAIL);
    }
  }
}
