package nl.aanspreekpunt.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.official.Matter;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.promise.Rung;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Line 10: plain forms for norms, ladders, principles, rota and calendars, by keys alone. */
class RulesFormsWalkTest {
  private static final String TOP = "/werk/beheer/gids";
  private static final String SEE = "main button[value=see]:not(.first-act)";
  private static final String APPLY = "main button[value=apply]";
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

  @Test
  void aNormALadderADutyAPrincipleAndTheCalendarAreChangedByKeys() {
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = Clicks.logIn(context, workplace, "thomas.bakker");
      page.navigate(workplace.url("/werk/normen"));
      Keys keys = new Keys(page).enter("main a[href='" + TOP + "/normen']");
      keys.enter("main a[href='" + TOP + "/norm/default']");
      Looked.at(page, "forms-norm");
      norm(page, keys);
      page.navigate(workplace.url(TOP + "/ladder/wonen"));
      ladder(page, keys);
      page.navigate(workplace.url(TOP + "/intakedienst"));
      duty(page, keys);
      page.navigate(workplace.url(TOP + "/uitgangspunt/water-en-energie"));
      Looked.at(page, "forms-principle");
      page.navigate(workplace.url(TOP + "/normregels"));
      Looked.at(page, "forms-rules");
      page.navigate(workplace.url(TOP + "/kalender"));
      calendar(page, keys);
    }
  }

  /** Enter in the field sees what changes, as the button does. */
  private static void norm(Page page, Keys keys) {
    keys.to("#answer");
    page.keyboard().press("Control+A");
    page.keyboard().type("3 werkdagen");
    page.waitForNavigation(() -> page.keyboard().press("Enter"));
    assertThat(page.textContent("main"))
        .contains("was ‘2 werkdagen’, wordt ‘3 werkdagen’")
        .contains("beantwoord vóór vrijdag 27 november, 10:00 uur (3 werkdagen)");
    Looked.at(page, "forms-norm-would");
    keys.enter(APPLY);
    assertThat(page.textContent("body")).contains("De wijziging is overgenomen.");
    assertThat(workplace.directories.current().norm(PromiseKind.ANSWER, Matter.about(null, null)))
        .hasToString("P3D");
  }

  private static void ladder(Page page, Keys keys) {
    keys.enter("button[value='rows:steps:start:0']");
    keys.enter("button[value='rows:steps:add:5']").hears("[id='steps.5']", "Stap 6");
    keys.type("[id='steps.5.at']", "om 9:00");
    keys.choose("[id='steps.5.to']", "manager").choose("[id='steps.5.does']", "tell");
    keys.enter("button[value='rows:steps:up:5']").hears("[id='steps.4']", "Stap 5");
    keys.enter("button[value='rows:steps:out:5']").hears("[id='steps.4']", "Stap 5");
    page.focus("[id='steps.4.at']");
    page.keyboard().press("Control+A");
    page.keyboard().type("ooit");
    page.waitForNavigation(() -> page.keyboard().press("Enter"));
    keys.hears("#errors", "Schrijf wanneer, zoals 75% van de tijd");
    Looked.at(page, "forms-ladder-wrong");
    keys.enterWithin("#errors a");
    page.keyboard().press("Control+A");
    page.keyboard().type("om 9:00");
    keys.enter(SEE);
    assertThat(page.textContent("main"))
        .contains("Als niemand iets doet: Wonen", "09:00 uur: de manager (Pieter Hoekstra) hoort");
    Looked.at(page, "forms-ladder-would");
    keys.enter(APPLY);
    assertThat(workplace.directories.current().ladder("wonen").rungs().get(4).when())
        .isInstanceOf(Rung.When.Clock.class);
  }

  private static void duty(Page page, Keys keys) {
    Looked.at(page, "forms-duty");
    keys.space("[id='duties.2.days.5']");
    keys.space("[id='duties.1.days.5']").enter(SEE);
    keys.hears("#errors", "Op deze dagen is er niemand: vrijdag.");
    keys.space("[id='duties.2.days.5']").enter(SEE);
    assertThat(page.textContent(".week-of-duty")).contains("Marijke Smit");
    keys.enter(APPLY);
  }

  private static void calendar(Page page, Keys keys) {
    Looked.at(page, "forms-calendar");
    keys.space("#good-friday").type("#closed", "24 december 2026").enter(SEE);
    assertThat(page.textContent("main"))
        .contains("donderdag 24 december 2026", "vrijdag 26 maart 2027");
    keys.enter(APPLY);
  }
}
