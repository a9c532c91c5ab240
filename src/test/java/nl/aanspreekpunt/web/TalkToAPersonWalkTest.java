package nl.aanspreekpunt.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.web.mine.Codes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Line 14 of the issue: from every citizen's page to somebody by name, in two steps at most. */
class TalkToAPersonWalkTest {
  private static Workplace workplace;
  private static Browser browser;
  private static Case one;

  @BeforeAll
  static void open() {
    workplace = new Workplace();
    browser = new Browser();
    one = workplace.question("spreek@example.org", "Ans", "Een vraag", "Iets.", "parkeren");
  }

  @AfterAll
  static void close() {
    browser.close();
    workplace.close();
  }

  @Test
  void fromEveryCitizensPageANamedPersonsPhoneHoursAndACallAndAnAppointmentAreOneStepAway() {
    String follow = workplace.followPath(one, "1");
    Visitor theirs = new Visitor(workplace);
    theirs.keeps("mijn", Codes.session(workplace, "spreek@example.org"));
    List<String> pages =
        Stream.of(
                "/",
                "/mijn-vragen",
                "/mijn-vragen/code",
                "/mijn/" + one.id(),
                "/mijn/" + one.id() + "/gegevens",
                follow,
                follow + "/verhaal",
                follow + "/gegevens",
                "/bestaat/niet",
                "/v/" + one.id() + "/1/geraden",
                "/ontvangen/" + "0".repeat(64))
            .toList();
    for (String path : pages) {
      String body = theirs.get(path).body();
      var link = Pattern.compile("href=\"([^\"]*/iemand-spreken)\"").matcher(body);
      assertThat(link.find()).as(path).isTrue();
      Visitor.Answer there = theirs.get(link.group(1));
      boolean unknown = there.status() == 404;
      String talk = unknown ? theirs.get("/iemand-spreken").body() : there.body();
      assertThat(talk)
          .as(path + " leads to " + link.group(1))
          .contains("href=\"tel:", "class=\"reach__hours\"", "reach__face", "balie");
      if (path.startsWith("/mijn/") || path.equals(follow)) {
        String name = workplace.directories.current().official(one.official()).orElseThrow().name();
        assertThat(talk).contains(name, "Laat " + name + " u bellen");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"360, true, call", "1280, false, desk"})
  void whoHasNoQuestionYetAsksToBeCalledOrToComeBy(int width, boolean scripts, String how) {
    try (BrowserContext somebody = browser.somebody("nl", scripts)) {
      Page page = somebody.newPage();
      page.setViewportSize(width, 900);
      Walk walk = new Walk(page).opens(workplace.url("/"));
      walk.goes("header a[href='/iemand-spreken']");
      assertThat(page.locator(".reach h3").first()).not().isEmpty();
      assertThat(page.locator(".reach__hours li").first()).containsText("Vandaag");
      if (scripts) {
        walk.looks();
      }
      String phone = "06 222222" + (width == 360 ? 1 : 2) + (how.equals("call") ? 1 : 2);
      walk.to("#how-call");
      if (how.equals("desk")) {
        page.keyboard().press("ArrowDown");
      }
      walk.goes("#vraag button.utrecht-button--submit");
      assertThat(page.locator("#text-error")).isVisible();
      walk.type("#text", "Over mijn paspoort")
          .type("#phone", phone)
          .tick("#preferred-time-MORNINGS");
      walk.goes("#vraag button.utrecht-button--submit");
      assertThat(page).hasURL(Pattern.compile(".*/ontvangen/.*"));
      assertThat(page.locator(".person__name")).not().isEmpty();
      assertThat(page.locator(".due time")).not().isEmpty();
      if (scripts) {
        walk.looks();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"360, false", "1280, true"})
  void behindAQuestionItIsWhoHelpsWithIt(int width, boolean scripts) {
    Case own =
        workplace.question(
            "eigen" + width + "@example.org", "Ans", "Mijn vraag", "Iets.", "parkeren");
    try (BrowserContext somebody = browser.somebody("nl", scripts)) {
      Page page = somebody.newPage();
      page.setViewportSize(width, 900);
      Walk walk = new Walk(page).opens(workplace.url(workplace.followPath(own, "1")));
      walk.goes("header a[href$='/iemand-spreken']");
      if (scripts) {
        walk.looks();
      }
      walk.type("#phone", "06 12345678").goes("#bel button");
      assertThat(workplace.found(own.id()).openPromises())
          .anyMatch(promise -> promise.kind() == PromiseKind.CALLBACK);
      walk.goes("header a[href$='/iemand-spreken']")
          .goes("#balie button.utrecht-button--secondary-action");
      assertThat(page.locator(".message__text").last())
          .hasText("Ik wil graag een afspraak aan de balie.");
    }
  }
}
