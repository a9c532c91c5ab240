package nl.aanspreekpunt.web.work.setup.directory;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Instant;
import java.util.Optional;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.FirstPasswords;
import nl.aanspreekpunt.web.login.Gate;

/** Somebody who is new gets in: an administrator makes a first password, and hands it over. */
record PasswordRoutes(Gate gate, Looking looking, FirstPasswords passwords) implements Routes {
  private static final String PATH = Paths.TOP + "/ambtenaar/:id/wachtwoord";

  @Override
  public void mount(Router router) {
    router
        .post(PATH)
        .handler(BodyHandler.create(false).setBodyLimit(16 * 1024))
        .handler(gate::admit)
        .handler(Gate::administrator)
        .handler(this::make);
  }

  private void make(RoutingContext context) {
    Instant now = Visit.of(context).now();
    Optional<Official> who =
        looking
            .directories()
            .current()
            .official(context.pathParam("id"))
            .filter(one -> looking.directories().current().employed(one.id(), now));
    if (who.isEmpty()) {
      context.fail(404);
      return;
    }
    passwords
        .make(who.get(), Visit.of(context).viewer().official().id(), now)
        .map(Show.by(password -> show(context, who.get(), password)))
        .onFailure(context::fail);
  }

  private void show(RoutingContext context, Official who, String password) {
    String back = Paths.TOP + "/ambtenaar/" + who.id();
    Frame frame = looking.frame(context, "gids.login.title", back);
    looking
        .pages()
        .show(context, 200, new PasswordPage(frame, who.name(), who.email(), back, password));
  }
}
