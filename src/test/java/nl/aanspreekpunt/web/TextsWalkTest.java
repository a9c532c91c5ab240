package nl.aanspreekpunt.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import nl.aanspreekpunt.Workplace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Issue 8, line 10: texts with preview and version history, and a "send me a test", with the
 * keyboard alone, on a telephone and on a desk.
 */
class TextsWalkTest {
  private static final String HELPS = "a[href$='/tekst/ACKNOWLEDGEMENT.helps']";
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

  @ParameterizedTest
  @ValueSource(ints = {360, 1280})
  void anAdministratorSaysItInOtherWordsAndPutsItBack(int width) {
    String ours = "Ik zoek dit voor u uit, " + width + ".";
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = Clicks.logIn(context, workplace, "thomas.bakker");
      page.setViewportSize(width, 900);
      page.navigate(workplace.url("/werk/beheer"));
      Walk walk = new Walk(page).goes("main a[href='/werk/beheer/teksten']");
      walk.looks().goes("a[href$='groep=ACKNOWLEDGEMENT']");
      walk.goes(HELPS).looks();
      assertThat(page.frameLocator("iframe").first().locator("body"))
          .containsText("Ik help u met uw vraag.");

      walk.type("#dutch", "Ik ben {naam}.").goes("#bewaar").looks();
      assertThat(page.locator("#errors")).containsText("{naam}");
      assertThat(page.locator("#dutch")).hasValue("Ik ben {naam}.");

      walk.type("#dutch", ours).goes("#voorbeeld");
      assertThat(page.frameLocator("iframe").first().locator("body")).containsText(ours);
      assertThat(page.frameLocator("iframe").last().locator("body"))
          .containsText("I am helping you with your question.");
      assertThat(page.locator(".preview details").first()).containsText(ours);

      walk.goes("#proef-nl");
      assertThat(page.locator("#proef")).containsText("De proef aan ");
      assertThat(page.locator("#dutch")).hasValue(ours);

      walk.goes("#bewaar").looks();
      assertThat(page.locator("#done")).containsText("Bewaard.");
      assertThat(page.locator("ins").first()).containsText(Pattern.compile("zoek"));

      walk.goes("#programma");
      assertThat(page.locator("#done")).containsText("tekst van het programma");
      assertThat(page.locator("#dutch")).hasValue("Ik help u met uw vraag.");
      walk.goes("section[id^='versie-'] button");
      assertThat(page.locator("#dutch")).hasValue(ours);
      walk.goes("#programma");

      page.navigate(workplace.url("/werk/beheer/teksten/tekst/sms.CLOSED.helped"));
      walk.looks();
      page.navigate(workplace.url("/werk/beheer/teksten/standaard"));
      walk.looks();
    }
  }
}
