package nl.aanspreekpunt.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page, on a desk and on a telephone, by day and by night, in both languages: what is seen of
 * a page hangs on its width and on its colours, on both together it does not.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryPageTest {
  private static final int DESK = 1280;
  private static final int TELEPHONE = 360;

  /** Bytes, compressed: an old telephone on a slow line gets through. */
  private static final int HEAVIEST = 120_000;

  /** Longer than a word that both languages may share. */
  private static final int SENTENCE = 12;

  /** What differs by width and by colours: the rest is the same page as on the desk. */
  private static final List<String> LOOKS = List.of("color-contrast", "target-size");

  private static final Path CHECKER =
      Path.of("target", "nu", "node_modules", "vnu-jar", "build", "dist", "vnu.jar");

  private static final Map<String, Page> READERS = new HashMap<>();
  private static final Map<String, String> SOURCES = new TreeMap<>();
  private static Stage stage;
  private static Browser browser;

  @BeforeAll
  static void open() {
    stage = new Stage();
    stage
        .workplace
        .router()
        .get("/kapot/:status")
        .handler(context -> context.fail(Integer.parseInt(context.pathParam("status"))));
    browser = new Browser();
  }

  @AfterAll
  static void close() {
    browser.close();
    stage.close();
  }

  static List<EveryPage> pages() {
    return EveryPage.ALL;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void inDutch(EveryPage one) {
    onADeskAndOnATelephone(one, "nl", true);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void inEnglish(EveryPage one) {
    onADeskAndOnATelephone(one, "en", false);
  }

  /**
   * What a page is built of is the same in each language, and so are its colours.
   *
   * @param accessible whether that is looked at as well
   */
  private static void onADeskAndOnATelephone(EveryPage one, String language, boolean accessible) {
    String reader = language + " " + one.who();
    Page page = READERS.computeIfAbsent(reader, key -> reader(one.who(), language).newPage());
    List<String> refused = new ArrayList<>();
    Consumer<ConsoleMessage> listens =
        said -> {
          if (said.text().contains("Content Security Policy")) {
            refused.add(said.text());
          }
        };
    page.onConsoleMessage(listens);
    AtomicReference<Response> last = new AtomicReference<>();
    Consumer<Response> comes =
        response -> {
          if (response.request().isNavigationRequest()) {
            last.set(response);
          }
        };
    page.onResponse(comes);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    page.setViewportSize(DESK, 800);
    one.open(page, stage);
    page.offResponse(comes);
    if (accessible) {
      SOURCES.put(one.toString(), last.get().text());
    }
    isWhole(page, language);
    isLight(page);
    see(one, page, language);
    if (accessible) {
      Browser.isAccessible(page, ColorScheme.LIGHT);
    }
    page.setViewportSize(TELEPHONE, 800);
    see(one, page, language);
    if (accessible) {
      Browser.isAccessible(page, ColorScheme.DARK, LOOKS);
    }
    assertThat(refused).as("what its own policy forbids it").isEmpty();
    page.offConsoleMessage(listens);
  }

  /** With all that it brings, as it goes over the line. */
  private static void isLight(Page page) {
    Object bytes =
        page.evaluate(
            """
            () => [...performance.getEntriesByType('navigation'),
                   ...performance.getEntriesByType('resource')]
                .reduce((sum, one) => sum + one.encodedBodySize, 0)
            """);
    assertThat(((Number) bytes).intValue()).as("bytes").isBetween(10_000, HEAVIEST);
  }

  /**
   * As the pages came from the server, all of them together: the checker takes a second to start.
   */
  @Test
  @Order(Integer.MAX_VALUE)
  void noPageHasAnErrorForTheNuHtmlChecker(@TempDir Path folder) throws Exception {
    assumeThat(CHECKER).exists();
    for (Map.Entry<String, String> source : SOURCES.entrySet()) {
      Files.writeString(folder.resolve(source.getKey() + ".html"), source.getValue());
    }
    Path said = folder.resolve("said");
    Process checker =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xss2m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                CHECKER.toString(),
                "--errors-only",
                "--also-check-svg",
                "--skip-non-html",
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertThat(checker.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(Files.readAllLines(said)).isEmpty();
    assertThat(SOURCES).isNotEmpty();
    assertThat(checker.exitValue()).isZero();
  }

  /** Without what says of itself that it is in another language, as a citizen's receipt. */
  private static final String OWN_WORDS =
      """
      language => [...document.querySelectorAll('body [lang]')]
          .filter(one => one.lang !== language && one.innerText)
          .reduce((text, one) => text.replace(one.innerText, ''), document.body.innerText)
      """;

  private static void see(EveryPage one, Page page, String language) {
    Browser.picture(page, one + "-" + language + "-" + page.viewportSize().width + ".png");
    fits(page);
  }

  private static BrowserContext reader(String who, String language) {
    BrowserContext context = browser.somebody(language, true);
    if (who != null) {
      Clicks.logIn(context, stage.workplace, who).close();
    }
    return context;
  }

  /** Says what it is, in one language. */
  private static void isWhole(Page page, String language) {
    assertThat(page.locator("h1").count()).as("one heading").isEqualTo(1);
    assertThat(page.title()).as("title").isNotBlank().endsWith("gemeente Voorbeeldstad");
    assertThat(page.getAttribute("html", "lang")).isEqualTo(language);
    assertThat(page.locator("[style], style, script:not([src]), [onclick]").count())
        .as("style and script in the page itself")
        .isZero();
    String text = (String) page.evaluate(OWN_WORDS, language);
    assertThat(text).doesNotContain("{0}", "null", "Optional");
    Wording own = Wording.in(language);
    Wording other = Wording.in(language.equals("nl") ? "en" : "nl");
    List<String> foreign = new ArrayList<>();
    for (String key : other.keys()) {
      String said = other.raw(key);
      boolean telling = said.length() >= SENTENCE && !said.contains("{");
      if (telling && !said.equals(own.raw(key)) && text.contains(said)) {
        foreign.add(key);
      }
    }
    assertThat(foreign).as("in the other language").isEmpty();
  }

  /** Nothing is wider than the screen. */
  private static void fits(Page page) {
    Object wide =
        page.evaluate(
            """
            () => {
              const room = document.documentElement.clientWidth;
              const wide = [...document.querySelectorAll('body *')].filter(
                  one => one.getBoundingClientRect().right > room + 1);
              return document.documentElement.scrollWidth > room
                  ? wide.map(one => one.outerHTML.substring(0, 120)).join('\\n') || 'something'
                  : '';
            }
            """);
    assertThat(wide).as(page.url()).isEqualTo("");
  }
}
