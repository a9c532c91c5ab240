package nl.aanspreekpunt.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.process.Until;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Line 15 of the issue: a citizen's language goes the whole way. */
class LanguagesWalkTest {
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
  @CsvSource({"360, true, mail@example.org", "1280, false, 06 12345699"})
  void whoChoosesEnglishOnTheFormGetsEnglishEverywhereAndChangesItLater(
      int width, boolean scripts, String contact) {
    try (BrowserContext somebody = browser.somebody("nl", scripts)) {
      Page page = somebody.newPage();
      page.setViewportSize(width, 900);
      Walk walk = new Walk(page).opens(workplace.url("/"));
      assertThat(page.locator("html")).hasAttribute("dir", "ltr");
      walk.goes("header a[hreflang=en]");
      assertThat(page.locator("html")).hasAttribute("lang", "en");
      assertThat(page.locator("h1")).hasText("Ask your question");
      if (scripts) {
        walk.looks();
      }
      String name = "Walker " + width;
      walk.type("#text", "My street is dark").type("#name", name);
      walk.type(contact.contains("@") ? "#email" : "#phone", contact);
      workplace.clock.forward(Duration.ofSeconds(5));
      walk.goes("form[action='/vraag'] button.utrecht-button--submit");
      assertThat(page).hasURL(Pattern.compile(".*/ontvangen/.*"));
      assertThat(page.locator("h1")).hasText("Your question has arrived");

      Case asked = named(name);
      assertThat(asked.language()).isEqualTo("en");
      assertThat(toCitizen(asked, Notice.Kind.ACKNOWLEDGEMENT).language()).isEqualTo("en");

      walk.opens(workplace.url(workplace.followPath(asked, "1")));
      assertThat(page.locator("main")).containsText("Write to");
      walk.goes("a[href$='/gegevens']");
      if (scripts) {
        walk.looks();
      }
      walk.to("#language-en");
      page.keyboard().press("ArrowUp");
      walk.goes("form[action$='/taal'] button");
      assertThat(page.locator("html")).hasAttribute("lang", "nl");
      assertThat(page.locator("#done")).containsText("in deze taal");
      assertThat(workplace.found(asked.id()).language()).isEqualTo("nl");
      await(
          workplace.casework.change(
              asked.id(),
              new Replying(
                  asked.official(), "Hij doet het.", "1", asked.lastReceived(), Map.of())));
      assertThat(toCitizen(asked, Notice.Kind.REPLY).language()).isEqualTo("nl");
      assertThat(URI.create(page.url()).getPath()).startsWith("/v/");
    }
  }

  private static Case named(String name) {
    return Until.present(
        "a question of " + name,
        () ->
            await(workplace.cases.list(new Cases.Filter(null, null, null), null, 50)).stream()
                .filter(one -> name.equals(one.participants().get(0).name()))
                .findFirst());
  }

  private static Notice toCitizen(Case about, Notice.Kind kind) {
    return Until.present(
        "a " + kind,
        () -> {
          List<Outgoing> all = await(workplace.outbox.unfinished(about.id()));
          return all.stream().map(Outgoing::notice).filter(it -> it.kind() == kind).findFirst();
        });
  }
}
