package nl.aanspreekpunt.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import nl.aanspreekpunt.Workplace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Line 10: plain forms for the directory, with preview and version history, by keys alone. */
class DirectoryFormsWalkTest {
  private static final String TOP = "/werk/beheer/gids";
  private static final String WASTE = TOP + "/onderwerp/afval";
  private static Workplace workplace;
  private static Browser browser;

  @BeforeAll
  static void open() {
    workplace = new Workplace();
    workplace.question("ina@elders.example", "Ina", "Container", "Vol.", "afval");
    browser = new Browser();
  }

  @AfterAll
  static void close() {
    browser.close();
    workplace.close();
  }

  @Test
  void aTopicGoesToAnotherTeamAndBackAndThenIntoAnotherTopic() {
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = Clicks.logIn(context, workplace, "thomas.bakker");
      page.navigate(workplace.url("/werk/beheer"));
      Keys keys = new Keys(page).enter("main a[href='" + TOP + "']");
      keys.enter("main a[href='" + TOP + "/onderwerpen']");
      keys.type("#q", "afval").enter("form[role=search] button:not(.seek *)");
      Looked.at(page, "forms-list");
      keys.enter("main a[href='" + WASTE + "']");
      Looked.at(page, "forms-topic");

      page.evaluate("document.querySelector('#team').focus()");
      page.keyboard().type("Wonen");
      assertThat(page.inputValue("#team")).isEqualTo("wonen");
      keys.enter("main button[value=see]");
      assertThat(page.textContent("main"))
          .contains("Onderwerp ‘Afval’, Team: was ‘Openbare ruimte’, wordt ‘Wonen’")
          .contains("Open vragen daarover: 1.");
      Looked.at(page, "forms-would");
      keys.enter("main button[value=apply]");
      assertThat(page.textContent("body")).contains("De wijziging is overgenomen.");
      assertThat(team()).isEqualTo("wonen");

      page.navigate(workplace.url("/werk/gids"));
      keys.enter("main a[href='" + TOP + "/versies/1']");
      assertThat(page.textContent("main")).contains("was ‘Wonen’, wordt ‘Openbare ruimte’");
      Looked.at(page, "forms-version");
      keys.enter("main button[value=apply]");
      assertThat(page.textContent("body")).contains("De eerdere versie is teruggezet.");
      assertThat(team()).isEqualTo("openbare-ruimte");

      page.navigate(workplace.url(WASTE));
      keys.enter("main a[href='" + WASTE + "/weg']");
      Looked.at(page, "forms-removal");
      keys.choose("#heir", "straat-en-groen").enter("main button[value=see]");
      assertThat(page.textContent("main"))
          .contains("Dit verhuist mee: 1 vraag")
          .doesNotContain("1 vragen");
      Looked.at(page, "forms-moves");
      keys.enter("main button[value=apply]");
      assertThat(workplace.directories.current().topics())
          .extracting(topic -> topic.id())
          .doesNotContain("afval");
    }
  }

  private static String team() {
    return workplace.directories.current().topic("afval").orElseThrow().team();
  }
}
