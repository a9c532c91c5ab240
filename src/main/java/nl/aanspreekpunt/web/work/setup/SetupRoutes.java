package nl.aanspreekpunt.web.work.setup;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import nl.aanspreekpunt.setup.problems.Looking;
import nl.aanspreekpunt.setup.problems.Problem;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;

/** The administrator's first page. */
public record SetupRoutes(Gate gate, Looking looking, Pages pages) implements Routes {
  @Override
  public void mount(Router router) {
    router
        .get(SetupPage.PATH)
        .handler(gate::admit)
        .handler(Gate::administrator)
        .handler(this::show);
  }

  private void show(RoutingContext context) {
    looking.now().map(Show.by(found -> show(context, found))).onFailure(context::fail);
  }

  private void show(RoutingContext context, List<Problem> found) {
    long pressing = found.stream().filter(one -> one.gravity() != Problem.Gravity.BETTER).count();
    pages.show(
        context,
        new SetupPage(
            pages.frame(Visit.of(context), "setup.title").at(SetupPage.PATH),
            SetupPage.PARTS,
            (int) pressing));
  }
}
