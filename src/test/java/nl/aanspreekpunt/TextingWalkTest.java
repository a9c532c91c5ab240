package nl.aanspreekpunt;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.web.Browser;
import nl.aanspreekpunt.web.Clicks;
import nl.aanspreekpunt.web.Keys;
import org.junit.jupiter.api.Test;

/** Issue 9, lines 4 and 5, walked through with the keyboard by an official. */
class TextingWalkTest {
  private static final Instant NIGHT = Instant.parse("2026-11-24T21:30:00Z");
  private static final String SEND = "#antwoord .utrecht-button--submit";

  @Test
  void atNightAnOfficialSeesWhatATextCountsForWhenItGoesWhoWantsNoneAndSendsItAnotherWay() {
    try (Texting texting = new Texting(Map.of(), false);
        Browser browser = new Browser()) {
      Case one = texting.asks(Texting.CITIZEN, "Wanneer is het klaar?");
      Address mail = new Address(Address.Kind.EMAIL, "anna@elders.example");
      Workplace.await(texting.workplace.identities.known(mail, one.citizen(), "nl"));
      texting.dispatch();
      texting.workplace.clock.to(NIGHT);
      BrowserContext official = browser.somebody("nl", true);
      Clicks.logIn(official, texting.workplace, one.official()).close();
      Page page = official.newPage();
      page.setViewportSize(1280, 800);
      page.navigate(texting.workplace.url("/werk/vragen/" + one.id()));

      assertThat(page.locator("#sms-telt")).containsText("Het is nacht bij de inwoner");
      Keys keys = new Keys(page);
      keys.type("#text", "Morgen om negen uur.");
      assertThat(page.locator("#sms-telt")).containsText("Dit is één sms");
      keys.type("#text", "a".repeat(200));
      assertThat(page.locator("#sms-telt")).containsText("Dit telt als 2 sms’jes");
      assertThat(page.locator("#sms-telt")).containsText("08:00");
      isFine(page);
      keys.space("#urgent");
      assertThat(page.locator("#sms-telt")).not().containsText("08:00");
      keys.enter(SEND);
      page.waitForURL("**gedaan=**");
      texting.workplace.tick();
      texting.dispatch();
      assertThat(texting.got(Texting.CITIZEN))
          .last()
          .asString()
          .startsWith("Morgen om negen uur.aaa");

      texting.twilio.status(texting.twilio.to(Texting.CITIZEN).get(1), "undelivered", "30005");
      texting.says(Texting.CITIZEN, "Stop", NIGHT.plus(Duration.ofSeconds(30)));
      texting.dispatch();
      page.navigate(texting.workplace.url("/werk/vragen/" + one.id()));
      assertThat(page.locator(".card-of-citizen")).containsText("wil geen berichten meer per sms");
      assertThat(page.locator("#geen-sms")).containsText("wil geen berichten meer per sms");
      assertThat(page.locator("#urgent")).hasCount(0);
      assertThat(page.locator("body")).containsText("Dit nummer bestaat niet (meer).");
      isFine(page);
      keys.enter("form[action$='/anders'] button");
      page.waitForURL("**gedaan=anders");
      assertThat(page.locator("body")).containsText("Het bericht gaat naar het andere adres.");
      assertThat(texting.answer(one).notice().to()).isEqualTo(mail.value());
    }
  }

  private static void isFine(Page page) {
    Browser.isAccessible(page, ColorScheme.LIGHT);
    page.setViewportSize(360, 800);
    page.waitForFunction("document.documentElement.clientWidth <= 360");
    assertThat(page.evaluate("document.documentElement.scrollWidth <= 360")).isEqualTo(true);
    Browser.isAccessible(page, ColorScheme.DARK);
    page.setViewportSize(1280, 800);
  }
}
