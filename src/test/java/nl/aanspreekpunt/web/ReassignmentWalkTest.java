package nl.aanspreekpunt.web;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.process.Until;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Line 8: choose, see the proposal with reasons, adjust by dragging or keys, note, confirm, watch
 * the progress, see what citizens were told.
 */
class ReassignmentWalkTest {
  private static final String PATH = "/werk/team/verdelen";
  private static final String SANNE = "sanne.vandijk";
  private static final String FATMA = "fatma.yildiz";
  private static Browser browser;
  private Workplace workplace;
  private List<Case> all;

  @BeforeAll
  static void open() {
    browser = new Browser();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @BeforeEach
  void questions() {
    workplace = new Workplace();
    all =
        IntStream.range(0, 3)
            .mapToObj(
                i ->
                    workplace.question(
                        "schuld" + i + "@elders.example",
                        "Burger " + i,
                        "Schuld " + i,
                        "Help.",
                        "schuldhulp"))
            .toList();
  }

  @AfterEach
  void closeIt() {
    workplace.close();
  }

  private String of(int i) {
    return workplace.found(all.get(i).id()).official();
  }

  private static String form(String act) {
    return "form[action$='" + act + "'] button";
  }

  private static Keys fromTheTop(Keys keys, Page page) {
    page.keyboard().press("Home");
    return keys;
  }

  @Test
  void aGuidedFlowFromChoosingToWhatCitizensHeardByKeysAlone() {
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = Clicks.logIn(context, workplace, "kwame.mensah");
      Keys keys = new Keys(page).enter("a[href='/werk/team']").enter("a[href='" + PATH + "']");
      assertThat(page.locator("#step").innerText()).isEqualTo("Stap 1 van 5: Kies");
      Looked.at(page, "distribute-1");

      keys.choose("#whose", SANNE).enter("form[action='" + PATH + "'][method=get] button");
      assertThat(page.locator("#step").innerText()).startsWith("Stap 2 van 5");
      assertThat(page.locator(".card .quiet").first().innerText()).as("why").isNotBlank();
      Looked.at(page, "distribute-2");
      String first = all.get(0).id();
      fromTheTop(keys.to("#to-" + first), page);
      assertThat(page.locator("[data-board] [role=status]").innerText())
          .contains(first, "Blijft bij Sanne van Dijk");
      assertThat(page.evaluate("document.activeElement.id")).isEqualTo("to-" + first);
      for (int i = 1; i < 3; i++) {
        String list = "#to-" + all.get(i).id();
        fromTheTop(keys.to(list), page).choose(list, FATMA);
      }

      keys.enter("#voorstel button");
      assertThat(page.locator("#step").innerText()).startsWith("Stap 3 van 5");
      assertThat(page.locator("main").innerText()).contains("Fatma Yıldız krijgt er 2");
      Looked.at(page, "distribute-3");
      keys.type("#note", "Veel schulden.").enter("#bevestigen button");
      assertThat(page.locator("#step").innerText()).startsWith("Stap 4 van 5");
      Looked.at(page, "distribute-4");

      workplace.tick();
      page.locator("#going [role=status]").waitFor();
      assertThat(page.locator("#step").innerText()).startsWith("Stap 5 van 5");
      assertThat(List.of(of(0), of(1), of(2))).containsExactly(SANNE, FATMA, FATMA);

      keys.enter("#gehoord");
      assertThat(page.locator("main").innerText())
          .contains("Burger 1", "Nu bij Fatma Yıldız", "Per e-mail: Wacht op verzending")
          .doesNotContain("Burger 0");
      Looked.at(page, "distribute-5");
      keys.enter("main p > a[href^='" + PATH + "/']").enter(form("ongedaan"));
      workplace.tick();
      workplace.tick();
      assertThat(List.of(of(0), of(1), of(2))).containsExactly(SANNE, SANNE, SANNE);
    }
  }

  @Test
  void aQuestionIsDraggedToAColleague() {
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = Clicks.logIn(context, workplace, "kwame.mensah");
      page.navigate(workplace.url(PATH + "?whose=" + SANNE));
      String number = all.get(0).id();
      String before = page.inputValue("#to-" + number);
      String other =
          (String)
              page.evaluate(
                  "n => [...document.querySelectorAll('#to-' + n + ' option')].find("
                      + "one => one.value !== document.querySelector('#to-' + n).value"
                      + " && [...document.querySelectorAll('.board__title')].some("
                      + "title => title.textContent.startsWith(one.text + ' ('))).value",
                  number);
      String name =
          (String)
              page.evaluate(
                  "([n, v]) => document.querySelector('#to-' + n + ' option[value=\"' + v + '\"]').text",
                  List.of(number, other));
      page.dragAndDrop(
          "#vraag-" + number + " .number",
          ".board__column:has(.board__title:text-matches('^" + name + " [(]'))");
      Until.until("it is chosen", () -> page.inputValue("#to-" + number).equals(other));
      assertThat(before).isNotEqualTo(other);
      assertThat(page.locator("[data-board] [role=status]").innerText()).contains(number, name);
      Browser.isAccessible(page, ColorScheme.LIGHT);
    }
  }

  @Test
  void itGoesOnWhenTheBrowserIsClosedAndIsFoundAgain() {
    Visitor kwame = Visitor.loggedIn(workplace, "kwame.mensah");
    kwame.get(PATH);
    String going =
        kwame.post(PATH, Map.of("whose", SANNE, "to", FATMA, "seen", "3", "note", "")).location();
    Visitor later = Visitor.loggedIn(workplace, "kwame.mensah");
    assertThat(later.get(PATH).body()).contains(going, "bezig, 0 van 3");
    workplace.tick();
    assertThat(later.get(PATH).body()).contains("klaar, 3 vragen");
    assertThat(List.of(of(0), of(1), of(2))).containsOnly(FATMA);
  }

  @Test
  void undoIsOnceAndLeavesWhatWentFurther() {
    Visitor kwame = Visitor.loggedIn(workplace, "kwame.mensah");
    kwame.get(PATH);
    String going =
        kwame.post(PATH, Map.of("whose", SANNE, "to", FATMA, "seen", "3", "note", "")).location();
    assertThat(kwame.post(going + "/ongedaan", Map.of()).location()).as("not yet").isEqualTo(going);
    workplace.tick();
    await(
        workplace.casework.change(
            all.get(2).id(),
            new nl.aanspreekpunt.casework.Reassigning("gloria.martina", "test", "handover", "")));
    String back = kwame.post(going + "/ongedaan", Map.of()).location();
    assertThat(kwame.post(going + "/ongedaan", Map.of()).location()).isEqualTo(back);
    assertThat(kwame.post(back + "/ongedaan", Map.of()).location()).isEqualTo(back);
    workplace.tick();
    workplace.tick();
    assertThat(List.of(of(0), of(1), of(2))).containsExactly(SANNE, SANNE, "gloria.martina");
  }

  @Test
  void whoLeavesIsFollowedToWhatTheirCitizensHeard() {
    await(workplace.departing.mark(SANNE, "kwame.mensah"));
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = Clicks.logIn(context, workplace, "kwame.mensah");
      page.navigate(workplace.url("/werk/team/vertrek/" + SANNE));
      assertThat(page.locator("#step").innerText()).startsWith("Stap 2 van 4");
      Looked.at(page, "departure-2");
      String list = "#to-" + all.get(0).id();
      Keys keys = fromTheTop(new Keys(page).to(list), page).choose(list, FATMA);
      assertThat(page.locator("[data-board] [role=status]").innerText()).contains("Fatma Yıldız");
      keys.enter("form[action$='bevestigen'] .utrecht-button--primary-action");
      workplace.tick();
      page.reload();
      assertThat(page.locator("#step").innerText()).startsWith("Stap 4 van 4");
      keys.enter("#gehoord");
      assertThat(page.locator("main").innerText()).contains("Burger 0", "Nu bij Fatma Yıldız");
      Looked.at(page, "departure-told");
    }
  }

  @Test
  void onlyWhoBeganItSeesItAndOnlyWhoLeadsSeesADeparture() {
    Visitor kwame = Visitor.loggedIn(workplace, "kwame.mensah");
    kwame.get(PATH);
    String going =
        kwame.post(PATH, Map.of("whose", SANNE, "to", FATMA, "seen", "3", "note", "")).location();
    workplace.tick();
    await(workplace.departing.mark(SANNE, "kwame.mensah"));
    for (String other : List.of("jan.devries", FATMA, "thomas.bakker")) {
      Visitor who = Visitor.loggedIn(workplace, other);
      who.get("/werk");
      assertThat(who.get(going + "/gehoord").status()).as(other).isEqualTo(404);
      assertThat(who.post(going + "/ongedaan", Map.of()).status()).as(other).isEqualTo(404);
    }
    for (String other : List.of("jan.devries", FATMA)) {
      assertThat(
              Visitor.loggedIn(workplace, other)
                  .get("/werk/team/vertrek/" + SANNE + "/gehoord")
                  .status())
          .as(other)
          .isEqualTo(403);
    }
    assertThat(kwame.get(going + "/gehoord").body()).contains("Burger 0");
  }
}
