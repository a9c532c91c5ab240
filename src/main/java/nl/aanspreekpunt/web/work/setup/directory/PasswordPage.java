package nl.aanspreekpunt.web.work.setup.directory;

import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * A first password, the only time that it can be read.
 *
 * @param password null: they had one already
 */
public record PasswordPage(Frame frame, String name, String email, String back, String password)
    implements Page {
  @Override
  public String template() {
    return "work/setup/directory/password.jte";
  }
}
