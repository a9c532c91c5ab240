package nl.aanspreekpunt.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import nl.aanspreekpunt.Workplace;

/** What people do in a browser. */
public final class Clicks {
  private Clicks() {}

  /** Logs in and comes to Today. */
  public static Page logIn(BrowserContext context, Workplace workplace, String official) {
    Page page = context.newPage();
    page.setViewportSize(1200, 900);
    page.navigate(workplace.url("/inloggen"));
    page.fill("#email", workplace.email(official));
    page.fill("#password", Workplace.PASSWORD);
    page.click("form[action='/inloggen'] button");
    page.waitForURL("**/werk");
    return page;
  }
}
