package nl.aanspreekpunt.web.login;

import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * @param problem why it did not succeed; null at first
 * @param onward where to go afterwards; null for Today
 */
public record LoginPage(Frame frame, String email, String problem, String onward) implements Page {
  @Override
  public String template() {
    return "page/login.jte";
  }
}
