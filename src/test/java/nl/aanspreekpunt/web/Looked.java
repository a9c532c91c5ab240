package nl.aanspreekpunt.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Contrast;

/** What holds of every page that somebody walks through: on a telephone and on a desk. */
final class Looked {
  private static final int TELEPHONE = 360;
  private static final int DESK = 1280;

  private Looked() {}

  /** Fits, and is accessible: on the telephone by day, on the desk by night in high contrast. */
  static void at(Page page, String name) {
    fits(page, TELEPHONE, name);
    Browser.isAccessible(page, ColorScheme.LIGHT);
    fits(page, DESK, name);
    page.emulateMedia(new Page.EmulateMediaOptions().setContrast(Contrast.MORE));
    Browser.isAccessible(page, ColorScheme.DARK);
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setContrast(Contrast.NO_PREFERENCE)
            .setColorScheme(ColorScheme.LIGHT));
  }

  private static void fits(Page page, int width, String name) {
    page.setViewportSize(width, 900);
    assertThat(page.evaluate("document.documentElement.scrollWidth"))
        .as("%s, %s wide", page.url(), width)
        .isEqualTo(width);
    Browser.picture(page, name + "-" + width + ".png");
  }
}
