package nl.aanspreekpunt.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.process.Until;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Line 10: mailboxes and numbers with a "send me a test" for each; configuration problems shown
 * with how to mend them.
 */
class ChannelsWalkTest {
  private static final String ADDRESS = "vraag@voorbeeldstad.example";
  private static final GreenMail SERVER =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
          });
  private static Workplace workplace;
  private static Browser browser;

  @BeforeAll
  static void open() {
    SERVER.start();
    SERVER.setUser(ADDRESS, "post", "geheim");
    workplace =
        new Workplace(
            Workplace.oneForEachTopic(),
            Map.of(
                "relay.host", "127.0.0.1",
                "relay.port", String.valueOf(SERVER.getSmtp().getPort()),
                "relay.tls", "off",
                "imap.mailboxes", "post",
                "imap.post.host", "127.0.0.1",
                "imap.post.port", String.valueOf(SERVER.getImap().getPort()),
                "imap.post.tls", "off",
                "imap.post.poll", "PT1S",
                "imap.post.username", "post",
                "imap.post.password", "geheim"));
    browser = new Browser();
  }

  @AfterAll
  static void close() {
    browser.close();
    workplace.close();
    SERVER.stop();
  }

  @Test
  void aTestIsSentAndSeenComingInByKeysAloneAndProblemsAreShownWithHowToMendThem() {
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = Clicks.logIn(context, workplace, "thomas.bakker");
      page.navigate(workplace.url("/werk/beheer"));
      Keys keys = new Keys(page).enter("a[href='/werk/beheer/kanalen']");
      Looked.at(page, "channels");

      keys.to("#to-round");
      page.keyboard().press("Control+A");
      page.keyboard().type("iemand@elders.example");
      page.waitForNavigation(() -> page.keyboard().press("Enter"));
      assertThat(page.locator("#to-round").inputValue()).isEqualTo("iemand@elders.example");
      keys.hears("#errors", "domein van de hub");
      Looked.at(page, "channels-mistakes");

      keys.to("#to-round");
      page.keyboard().press("Control+A");
      page.keyboard().type(ADDRESS);
      page.waitForNavigation(() -> page.keyboard().press("Enter"));
      assertThat(page.locator("[role=status]").innerText()).contains("Onderweg");
      Looked.at(page, "channel-test");
      workplace.dispatch();
      page.waitForSelector("text=Het werkt: de mail ging weg en kwam weer binnen.");
      assertThat(page.locator("#test").innerText()).contains("uit postvak post");
      assertThat(page.locator("#test[data-hx-get]").count()).isZero();

      keys.enter("a[href='/werk/beheer/kanalen']");
      keys.enter("a[href='/werk/beheer/problemen']");
      Looked.at(page, "channel-problems");
      assertThat(page.locator("#now").innerText()).contains("Inwoners merken het nu");
      keys.enter("form[action='/werk/beheer/problemen'] button");
      assertThat(page.locator("body").innerText()).contains("Er is opnieuw gekeken.");
    }
  }

  @Test
  void withoutScriptThePageOfATestIsAskedForAgain() {
    Visitor thomas = Visitor.loggedIn(workplace, "thomas.bakker");
    thomas.get("/werk/beheer/kanalen");
    String test = thomas.post("/werk/beheer/kanalen/proef", Map.of("what", "relay")).location();
    workplace.dispatch();
    Until.until("it left", () -> thomas.get(test).says("De mailserver nam de mail aan"));
    assertThat(thomas.get("/werk/beheer/kanalen/proef/r1-1").status()).isEqualTo(404);
  }
}
