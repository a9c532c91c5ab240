package nl.aanspreekpunt;

import io.vertx.ext.web.Router;
import java.nio.file.Path;
import java.util.function.Supplier;
import nl.aanspreekpunt.casework.Completing;
import nl.aanspreekpunt.casework.Importing;
import nl.aanspreekpunt.outbox.Letters;
import nl.aanspreekpunt.setup.channels.Standing;
import nl.aanspreekpunt.setup.problems.Looking;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.login.Accounts;
import nl.aanspreekpunt.web.login.FirstPasswords;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.CompleteRoutes;
import nl.aanspreekpunt.web.work.GuideRoutes;
import nl.aanspreekpunt.web.work.OfficialsRoutes;
import nl.aanspreekpunt.web.work.setup.SetupRoutes;
import nl.aanspreekpunt.web.work.setup.channels.ChannelsRoutes;
import nl.aanspreekpunt.web.work.setup.directory.DirectoryForms;
import nl.aanspreekpunt.web.work.setup.problems.ProblemsRoutes;
import nl.aanspreekpunt.web.work.setup.texts.LetterTextRoutes;
import nl.aanspreekpunt.web.work.setup.texts.LetterTextsRoutes;
import nl.aanspreekpunt.web.work.setup.texts.StartersRoutes;
import nl.aanspreekpunt.web.work.setup.texts.TextTests;
import nl.aanspreekpunt.web.work.trail.TrailRoutes;

/** Pages for who sets the hub up: who works here, for what, by when, and how it is said. */
record AdministratorRoutes(
    Hub hub,
    Gate gate,
    Importing importing,
    Completing completing,
    Looking looking,
    Supplier<Standing> channels,
    Accounts accounts,
    FirstPasswords passwords,
    Path uploads,
    Pages pages)
    implements Routes {
  @Override
  public void mount(Router router) {
    new TrailRoutes(
            gate, hub.trailWork, hub.directories, hub.config.municipality().timeZone(), pages)
        .mount(router);
    new SetupRoutes(gate, looking, pages).mount(router);
    new ChannelsRoutes(gate, channels, hub.testing, pages).mount(router);
    new ProblemsRoutes(gate, looking, pages).mount(router);
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
    texts(router);
  }

  private void texts(Router router) {
    Letters letters = hub.letters();
    new LetterTextsRoutes(gate, hub.ownTexts, letters, pages).mount(router);
    new LetterTextRoutes(
            hub.vertx,
            gate,
            hub.ownTexts,
            letters,
            new TextTests(hub.outbox, hub.ownTexts),
            hub.directories,
            pages)
        .mount(router);
    new StartersRoutes(gate, hub.standardTexts, pages).mount(router);
  }
}
