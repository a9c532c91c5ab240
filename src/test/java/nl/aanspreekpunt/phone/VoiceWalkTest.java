package nl.aanspreekpunt.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.web.Browser;
import nl.aanspreekpunt.web.Clicks;
import nl.aanspreekpunt.web.Keys;
import org.junit.jupiter.api.Test;

/**
 * Line 7 of issue 9: an official finds a call among their notices, reads on the timeline what was
 * said and pressed, and listens to what was spoken, by keys alone.
 */
class VoiceWalkTest extends Exchange {
  @Test
  void anOfficialFindsTheCallAndListensToIt() {
    String eva = somebody();
    Case one = work.question(eva, "Eva Jansen", "Afval", "De bak is niet geleegd", "afval");
    Caller call = caller(eva, GENERAL).dials().waits().dialled("no-answer");
    while (call.rings() != null) {
      call.dialled("no-answer");
    }
    call.presses("2");
    call.speaks(SOUND, 4);
    call.ends(60);
    settle();
    settle();

    try (Browser browser = new Browser();
        BrowserContext context = browser.somebody("nl", true)) {
      Page page = Clicks.logIn(context, work, "ravi.ramdin");
      page.navigate(work.url("/werk/meldingen"));
      assertThat(page.textContent("main")).contains("U heeft een oproep gemist van Eva Jansen.");
      Keys keys = new Keys(page).enter("main a[href^='/werk/vragen/" + one.id() + "']");
      assertThat(page.textContent("main"))
          .contains("De telefoon van Ravi Ramdin ging over.")
          .contains("Ravi Ramdin nam niet op.")
          .contains("De inwoner sprak een bericht in.")
          .contains("De inwoner vroeg om teruggebeld te worden en hoorde: “Dank u wel.");
      keys.to("audio.listen");
      for (int width : new int[] {360, 1280}) {
        page.setViewportSize(width, 900);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        Browser.isAccessible(page, width == 360 ? ColorScheme.LIGHT : ColorScheme.DARK);
      }
    }
  }
}
