package nl.aanspreekpunt;

import io.vertx.ext.web.Router;
import java.nio.file.Path;
import nl.aanspreekpunt.casework.Completing;
import nl.aanspreekpunt.casework.Importing;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.login.Accounts;
import nl.aanspreekpunt.web.login.FirstPasswords;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.CompleteRoutes;
import nl.aanspreekpunt.web.work.GuideRoutes;
import nl.aanspreekpunt.web.work.OfficialsRoutes;
import nl.aanspreekpunt.web.work.setup.SetupRoutes;
import nl.aanspreekpunt.web.work.setup.directory.DirectoryForms;

/** Pages for who sets the hub up: who works here, for what, by when, and how it is said. */
record AdministratorRoutes(
    Hub hub,
    Gate gate,
    Importing importing,
    Completing completing,
    Accounts accounts,
    FirstPasswords passwords,
    Path uploads,
    Pages pages)
    implements Routes {
  @Override
  public void mount(Router router) {
    new SetupRoutes(gate, pages).mount(router);
    new GuideRoutes(
            hub.vertx,
            gate,
            hub.directories,
            hub.distributing.rearranging(),
            hub.config.directory(),
            pages)
        .mount(router);
    new DirectoryForms(
            gate, hub.directories, hub.distributing.rearranging(), accounts, passwords, pages)
        .mount(router);
    new CompleteRoutes(gate, completing, hub.directories, pages).mount(router);
    new OfficialsRoutes(hub.vertx, gate, importing, hub.directories, uploads, pages).mount(router);
  }
}
