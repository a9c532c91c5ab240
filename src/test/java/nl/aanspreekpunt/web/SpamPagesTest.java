package nl.aanspreekpunt.web;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.StoredFile;
import nl.aanspreekpunt.official.Official;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What may be spam, and a file that is held back, as who has no mouse decides about them. */
class SpamPagesTest {
  private static Workplace workplace;

  @BeforeAll
  static void open() {
    workplace = new Workplace(Workplace.oneForEachTopic(), Map.of("spam.filter", "true"));
  }

  @AfterAll
  static void close() {
    workplace.close();
  }

  private static Receipt marked(String from) {
    return workplace.received(
        from,
        """
        X-Spam-Flag: YES
        From: %1$s
        To: info@voorbeeldstad.example
        Subject: Over %1$s
        Message-ID: <%1$s>

        De huur van mijn huis is te hoog.
        """
            .formatted(from));
  }

  private static Case withHeldFile() {
    return workplace.mail(
        "notaris@elders.example",
        """
        From: Notaris <notaris@elders.example>
        To: huur@voorbeeldstad.example
        Subject: Akte
        Message-ID: <akte@elders.example>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=x

        --x
        Content-Type: text/plain

        De akte.
        --x
        Content-Type: text/html
        Content-Disposition: attachment; filename="akte.html"

        <html><p>Zie</p></html>
        --x--
        """);
  }

  private static Keys logIn(Page page, String official) {
    page.navigate(workplace.url("/inloggen"));
    return new Keys(page)
        .type("#email", workplace.email(official))
        .type("#password", Workplace.PASSWORD)
        .enter("form[action='/inloggen'] button");
  }

  private static void isAccessible(Page page) {
    Browser.isAccessible(page, ColorScheme.LIGHT);
    Browser.isAccessible(page, ColorScheme.DARK);
  }

  @Test
  void withTheKeyboardSpamIsPutBackAndCalledAQuestionAndAFileIsLetThrough() {
    Receipt came = marked("koper@burger.example");
    Official reader =
        workplace.directories.current().onIntakeDuty(workplace.clock.instant(), List.of()).get(0);
    Case one = withHeldFile();
    workplace.files();
    Receipt held = await(workplace.receipts.find(one.lastReceived())).orElseThrow();
    StoredFile file = held.files().get(0);
    assertThat(file.isHeld()).isTrue();
    String lead = workplace.directories.current().team(one.team()).orElseThrow().coordinator();
    try (Browser browser = new Browser();
        BrowserContext somebody = browser.somebody("nl-NL", true);
        BrowserContext other = browser.somebody("nl-NL", true)) {
      Page page = somebody.newPage();
      Keys keys = logIn(page, reader.id());
      page.navigate(workplace.url("/werk/misschien-spam"));
      isAccessible(page);
      keys.enter("button[name='act'][value='spam']");
      isAccessible(page);
      keys.enter("button[name='act'][value='undo']");
      keys.enter("button[name='act'][value='question']");
      isAccessible(page);
      assertThat(page.locator("form button[name='act']").count()).isZero();
      assertThat(await(workplace.receipts.find(came.id())).orElseThrow().caseNumber()).isNotNull();

      Page leads = other.newPage();
      Keys lets = logIn(leads, lead);
      leads.navigate(
          workplace.url(
              "/werk/vragen/" + one.id() + "/bestanden/" + held.id() + "/" + file.part()));
      isAccessible(leads);
      lets.type("#why", "Van de notaris, gebeld.").enter("form[action$='/doorlaten'] button");
      assertThat(leads.content()).contains("Het bestand is doorgelaten", "Van de notaris, gebeld.");
      isAccessible(leads);
    }
    Receipt now = await(workplace.receipts.find(held.id())).orElseThrow();
    assertThat(now.files().get(0).state().opens()).isTrue();
  }
}
