package nl.aanspreekpunt.web;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Somebody who goes through pages with the keyboard alone. */
record Walk(Page page) {
  private static final int MOST_STEPS = 150;

  /** How many elements come before it in the order of the keyboard, from where the focus is. */
  private static final String STEPS =
      """
      there => {
        const all = [...document.querySelectorAll(
            'a[href],button,input,select,textarea,summary,[tabindex="0"]')].filter(one =>
            !one.disabled && one.type !== 'hidden' && one.tabIndex >= 0
                && one.checkVisibility({ visibilityProperty: true }));
        return all.indexOf(there) - all.indexOf(document.activeElement);
      }
      """;

  /** Presses Tab until that has the focus; fails when it never comes. */
  Walk to(String selector) {
    Locator there = page.locator(selector).first();
    int steps = ((Number) there.evaluate(STEPS)).intValue();
    String key = steps < 0 ? "Shift+Tab" : "Tab";
    // Of radio buttons one alone is a stop, so that the last steps are looked at one by one.
    for (int step = 0; step < Math.abs(steps) - 4; step++) {
      page.keyboard().press(key);
    }
    for (int step = 0; step < MOST_STEPS; step++) {
      if ((Boolean) there.evaluate("one => one === document.activeElement")) {
        return this;
      }
      page.keyboard().press(key);
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
    return this;
  }

  /** The same, of what leads to a page: that is there then. */
  Walk goes(String selector) {
    to(selector);
    AtomicInteger shown = new AtomicInteger();
    Consumer<Page> another = it -> shown.incrementAndGet();
    page.onDOMContentLoaded(another);
    page.keyboard().press("Enter");
    page.waitForCondition(() -> shown.get() > 0);
    page.offDOMContentLoaded(another);
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

  /** Nothing is wrong for who uses aids, and nothing goes off the side. */
  Walk looks() {
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
