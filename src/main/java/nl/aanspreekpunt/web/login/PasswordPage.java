package nl.aanspreekpunt.web.login;

import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * @param first the first password still stands and must be changed
 * @param field which field the problem is about; null if none
 */
public record PasswordPage(Frame frame, boolean first, String problem, String field)
    implements Page {
  @Override
  public String template() {
    return "page/password.jte";
  }

  public String problemOf(String name) {
    return name.equals(field) ? problem : null;
  }
}
