package nl.aanspreekpunt.web.work.setup;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;

/** The administrator's first page. */
public record SetupRoutes(Gate gate, Pages pages) implements Routes {
  @Override
  public void mount(Router router) {
    router
        .get(SetupPage.PATH)
        .handler(gate::admit)
        .handler(Gate::administrator)
        .handler(this::show);
  }

  private void show(RoutingContext context) {
    pages.show(
        context,
        new SetupPage(
            pages.frame(Visit.of(context), "setup.title").at(SetupPage.PATH), SetupPage.PARTS));
  }
}
