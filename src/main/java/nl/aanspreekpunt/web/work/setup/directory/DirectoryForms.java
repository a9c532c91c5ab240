package nl.aanspreekpunt.web.work.setup.directory;

import io.vertx.ext.web.Router;
import nl.aanspreekpunt.casework.Rearranging;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.login.Accounts;
import nl.aanspreekpunt.web.login.FirstPasswords;
import nl.aanspreekpunt.web.login.Gate;

/** The directory as plain forms. */
public record DirectoryForms(
    Gate gate,
    Directories directories,
    Rearranging rearranging,
    Accounts accounts,
    FirstPasswords passwords,
    Pages pages)
    implements Routes {
  @Override
  public void mount(Router router) {
    Looking looking = new Looking(directories, pages);
    Applying applying = new Applying(directories, rearranging);
    new VersionRoutes(gate, looking, rearranging).mount(router);
    new PasswordRoutes(gate, looking, passwords).mount(router);
    new RemovalRoutes(gate, looking, applying).mount(router);
    new EntryRoutes(gate, looking, applying, accounts).mount(router);
    new ListRoutes(gate, looking).mount(router);
  }
}
