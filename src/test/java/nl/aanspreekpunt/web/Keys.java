package nl.aanspreekpunt.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import nl.aanspreekpunt.process.Until;

/** Somebody who has no mouse: Tab, Enter, Space, arrows in a list of choices, and letters. */
public final class Keys {
  private static final int MOST_STOPS = 150;

  /** What the focus is on, and whether somebody who looks can tell. */
  private static final String SEEN =
      """
      () => {
        const on = document.activeElement;
        const style = getComputedStyle(on);
        const box = on.getBoundingClientRect();
        const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
        const inside = box.bottom > 0 && box.top < innerHeight && box.width > 0;
        const hasPartsOfItsOwn = on.type === 'date' || on.type === 'datetime-local'
            || on.tagName === 'IFRAME';
        return on === document.body || hasPartsOfItsOwn || ((ring || style.boxShadow !== 'none') && inside)
            ? '' : on.outerHTML.substring(0, 200);
      }
      """;

  private final Page page;

  public Keys(Page page) {
    this.page = page;
  }

  /** Goes on with Tab until it is there; on the way every stop must be seen. */
  public Keys to(String selector) {
    for (int i = 0; i < MOST_STOPS; i++) {
      if (on(selector)) {
        return this;
      }
      page.keyboard().press("Tab");
      assertThat(page.evaluate(SEEN)).as("focus that nobody sees, on %s", page.url()).isEqualTo("");
    }
    throw new AssertionError("Tab does not come to " + selector + " on " + page.url());
  }

  private boolean on(String selector) {
    return (boolean) page.evaluate("wanted => document.activeElement.matches(wanted)", selector);
  }

  public Keys type(String selector, String text) {
    to(selector);
    page.keyboard().type(text);
    return this;
  }

  /** Down the list until it is chosen. */
  public Keys choose(String selector, String value) {
    to(selector);
    for (int i = 0; i < MOST_STOPS && !page.inputValue(selector).equals(value); i++) {
      page.keyboard().press("ArrowDown");
    }
    assertThat(page.inputValue(selector)).isEqualTo(value);
    return this;
  }

  /** Opens what folds, or marks what can be marked. */
  public Keys space(String selector) {
    to(selector);
    page.keyboard().press("Space");
    return this;
  }

  /** Follows a link, or sends a form, and waits for the page that comes. */
  public Keys enter(String selector) {
    to(selector);
    page.waitForNavigation(() -> page.keyboard().press("Enter"));
    page.waitForLoadState();
    return this;
  }

  /** Follows a link to a place on the same page. */
  public Keys enterWithin(String selector) {
    to(selector);
    page.keyboard().press("Enter");
    return this;
  }

  /** Who cannot see the page change hears what came of it, once the page is there. */
  public Keys hears(String where, String words) {
    Until.until(where + " has the focus on " + page.url(), () -> on(where));
    assertThat(page.evaluate(SEEN)).isEqualTo("");
    assertThat(page.locator(where).innerText()).contains(words);
    return this;
  }
}
