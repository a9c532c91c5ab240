package nl.aanspreekpunt.web;

import com.microsoft.playwright.Page;

/** Somebody whose keys are counted. */
final class Counted {
  private final Page page;
  private static final int KEYS_A_SECOND = 5;
  private final long began = System.nanoTime();
  private int strokes;
  private int moving;

  Counted(Page page) {
    this.page = page;
  }

  Counted press(String key) {
    strokes++;
    moving++;
    page.keyboard().press(key);
    return this;
  }

  void type(String text) {
    strokes += text.length();
    page.keyboard().type(text);
  }

  Counted to(String selector) {
    while (!on(selector)) {
      press("Tab");
    }
    return this;
  }

  void enterOn(String selector) {
    to(selector).press("Enter");
  }

  private boolean on(String selector) {
    return (boolean) page.evaluate("it => document.activeElement.matches(it)", selector);
  }

  /** Keys beside what is typed. */
  int moving() {
    return moving;
  }

  int strokes() {
    return strokes;
  }

  /** How long it takes somebody who presses so many keys a second, with the machine's part. */
  double seconds() {
    return strokes / (double) KEYS_A_SECOND + (System.nanoTime() - began) / 1e9;
  }
}
