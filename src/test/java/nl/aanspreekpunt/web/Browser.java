package nl.aanspreekpunt.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real browser: Debian's Chromium. */
public final class Browser implements AutoCloseable {
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
  private static final List<String> QUIET =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /** One for each thread, which Playwright asks for: to start one takes seconds. */
  private static final ThreadLocal<com.microsoft.playwright.Browser> CHROMIUM =
      ThreadLocal.withInitial(Browser::launch);

  private final com.microsoft.playwright.Browser chromium = CHROMIUM.get();
  private final List<BrowserContext> contexts = new ArrayList<>();

  private static com.microsoft.playwright.Browser launch() {
    Map<String, String> nothingFetched = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    // It ends with this process.
    return Playwright.create(new Playwright.CreateOptions().setEnv(nothingFetched))
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of("/usr/bin/chromium"))
                .setArgs(QUIET));
  }

  /** Somebody with a browser of their own; with or without JavaScript. */
  public BrowserContext somebody(String language, boolean scripts) {
    BrowserContext context =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale(language)
                .setJavaScriptEnabled(scripts)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setColorScheme(ColorScheme.LIGHT));
    context.setDefaultTimeout(10_000);
    contexts.add(context);
    return context;
  }

  /** Axe itself: its builder opens another page each time, which takes longer than looking. */
  private static final String LOOK =
      """
      only => axe.run(document, { runOnly: only, resultTypes: ['violations'] }).then(
          found => found.violations.flatMap(rule => rule.nodes.map(
              node => rule.id + ': ' + node.html + ' ' + node.failureSummary)))
      """;

  /** Fails with what axe found on a page. */
  public static void isAccessible(Page page, ColorScheme scheme) {
    isAccessible(page, scheme, Map.of("type", "tag", "values", WCAG));
  }

  /** The same, of some rules only. */
  static void isAccessible(Page page, ColorScheme scheme, List<String> rules) {
    isAccessible(page, scheme, Map.of("type", "rule", "values", rules));
  }

  private static void isAccessible(Page page, ColorScheme scheme, Map<String, Object> only) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    if (page.evaluate("typeof axe").equals("undefined")) {
      page.evaluate(AxeBuilder.getAxeScript());
    }
    Object found = page.evaluate(LOOK, only);
    assertThat(found)
        .as("%s in %s, %s wide", page.url(), scheme, page.viewportSize().width)
        .isEqualTo(List.of());
  }

  /** For who wants to look at all of them: {@code -Dpictures}. */
  public static void picture(Page page, String name) {
    if (System.getProperty("pictures") == null) {
      return;
    }
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target", "pictures", name))
            .setFullPage(true));
  }

  @Override
  public void close() {
    contexts.forEach(BrowserContext::close);
  }
}
