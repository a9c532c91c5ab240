package nl.aanspreekpunt.web.login;

import java.util.Map;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;
import nl.aanspreekpunt.web.Typed;

/**
 * @param problem why it did not succeed; null at first
 * @param onward where to go afterwards; null for Today
 * @param typed a form to be shown again afterwards; null if none
 */
public record LoginPage(Frame frame, String email, String problem, String onward, Typed typed)
    implements Page {
  @Override
  public String template() {
    return "page/login.jte";
  }

  /** By field. */
  public Map<String, String> hidden() {
    return typed == null ? Map.of() : typed.hidden();
  }
}
