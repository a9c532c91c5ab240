package nl.aanspreekpunt.web;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.function.Predicate;

/** Somebody who goes through pages with the keyboard alone. */
record Walk(Page page) {
  private static final int MOST_STEPS = 150;

  /** Presses Tab until that has the focus; fails when it never comes. */
  Walk to(String selector) {
    Locator there = page.locator(selector).first();
    Predicate<Locator> focused =
        one -> (Boolean) one.evaluate("one => one === document.activeElement");
    for (int step = 0; step < MOST_STEPS; step++) {
      if (focused.test(there)) {
        return this;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError(selector + " is not reached with the keyboard on " + page.url());
  }

  Walk type(String selector, String text) {
    to(selector);
    page.keyboard().press("Control+A");
    page.keyboard().insertText(text);
    return this;
  }

  Walk press(String selector) {
    to(selector);
    page.keyboard().press("Enter");
    page.waitForLoadState();
    return this;
  }

  Walk tick(String selector) {
    to(selector);
    page.keyboard().press("Space");
    return this;
  }

  Walk opens(String path) {
    page.navigate(path);
    return this;
  }

  /** Nothing is wrong for who uses aids, in light and in dark, and nothing goes off the side. */
  Walk looks() {
    Browser.isAccessible(page, ColorScheme.DARK);
    Browser.isAccessible(page, ColorScheme.LIGHT);
    int over =
        ((Number)
                page.evaluate(
                    "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
            .intValue();
    if (over > 0) {
      throw new AssertionError(page.url() + " goes " + over + " px off the side");
    }
    return this;
  }
}
